#include "corrections/correction_set.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "text/hash.h"

namespace jangbu {

CorrectionSet::CorrectionSet(std::vector<Correction> corrections) {
  std::sort(corrections.begin(), corrections.end(),
            [](const Correction& a, const Correction& b) { return std::tie(a.date, a.file, a.index) < std::tie(b.date, b.file, b.index); });
  std::set<std::string> seen;
  for (Correction& correction : corrections) {
    if (!seen.insert(correction.id).second) continue;
    const std::size_t index = corrections_.size();
    switch (correction.target) {
      case Correction::Target::kRecord: by_record_[correction.record_id].push_back(index); break;
      case Correction::Target::kTerm: terms_.push_back(index); break;
      case Correction::Target::kCell:
      case Correction::Target::kMetadata: by_document_[correction.document].push_back(index); break;
    }
    corrections_.push_back(std::move(correction));
  }
}

std::vector<const Correction*> CorrectionSet::of_document(const std::string& document_id) const {
  std::vector<const Correction*> out;
  if (const auto found = by_document_.find(document_id); found != by_document_.end()) {
    for (std::size_t index : found->second) out.push_back(&corrections_[index]);
  }
  return out;
}

std::vector<const Correction*> CorrectionSet::of_record(const std::string& record_id) const {
  std::vector<const Correction*> out;
  if (const auto found = by_record_.find(record_id); found != by_record_.end()) {
    for (std::size_t index : found->second) out.push_back(&corrections_[index]);
  }
  return out;
}

std::vector<const Correction*> CorrectionSet::terms() const {
  std::vector<const Correction*> out;
  for (std::size_t index : terms_) out.push_back(&corrections_[index]);
  return out;
}

std::string CorrectionSet::fingerprint(const KnownDocument& document) const {
  std::set<std::size_t> touching;  // in the order of replay
  if (const auto found = by_document_.find(document.id); found != by_document_.end()) touching.insert(found->second.begin(), found->second.end());
  if (!by_record_.empty()) {
    for (const std::string& id : document.record_ids) {
      if (const auto found = by_record_.find(id); found != by_record_.end()) touching.insert(found->second.begin(), found->second.end());
    }
  }
  for (std::size_t index : terms_) {
    if (document.says && document.says(corrections_[index].term)) touching.insert(index);
  }
  if (touching.empty()) return {};
  std::string ids;
  for (std::size_t index : touching) ids += corrections_[index].id + "\n";
  return sha256_hex(ids);
}

std::string CorrectionSet::fingerprint_of_terms() const {
  if (terms_.empty()) return {};
  std::string ids;
  for (std::size_t index : terms_) ids += corrections_[index].id + "\n";
  return sha256_hex(ids);
}

}  // namespace jangbu
