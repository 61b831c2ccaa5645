// All corrections, sorted and indexed by what they point at; and the stamp that tells whether a document must be read again for them.
// The stamp is made without reading the document: corrections that name it or one of its records are looked up, and words are looked for in
// its file only where the set of words changed. Equal stamps: nothing would change. Hard case: hidden ids. A correction may name a record
// that exists only because another correction made it; the stamp keeps such ids.
//
//   stamp  "<what points here> <all terms> <terms held> <hidden ids or ->"      compared by the first and the third word
#include "corrections/correction_set.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "text/hash.h"
#include "text/label.h"

namespace jangbu {
namespace {

constexpr std::size_t kStampWords = 4;

}  // namespace

// By date, then file, then place in it: later ones chain on earlier ones.
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
      case Correction::Target::kFinding: break;  // touches no reading
      case Correction::Target::kCell:
      case Correction::Target::kMetadata: by_document_[correction.document].push_back(index); break;
    }
    corrections_.push_back(std::move(correction));
  }
}

// Of its cells and its metadata.
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

// A stamp is four words: what points at the document, all terms, which terms the document holds, its hidden ids; `-` for none.
std::string CorrectionSet::stamp(const Touchable& document, std::string_view last) const {
  if (corrections_.empty()) return {};
  std::set<std::size_t> pointing, held;  // in the order of replay
  if (const auto found = by_document_.find(document.id); found != by_document_.end())
    pointing.insert(found->second.begin(), found->second.end());
  for (const auto* ids : {&document.record_ids, &document.hidden_ids}) {
    for (const std::string& id : *ids) {
      if (const auto found = by_record_.find(id); found != by_record_.end()) pointing.insert(found->second.begin(), found->second.end());
    }
  }
  std::string hidden;
  for (const std::string& id : document.hidden_ids) hidden += (hidden.empty() ? " " : ",") + id;
  if (hidden.empty()) hidden = " -";
  const std::string all_terms = digest(std::set<std::size_t>(terms_.begin(), terms_.end()));
  const std::vector<std::string_view> before = words_of(last);
  // The words are as they were, so which of them the document holds is as well.
  if (before.size() == kStampWords && before[1] == all_terms)
    return digest(pointing) + " " + all_terms + " " + std::string(before[2]) + hidden;
  for (std::size_t index : terms_) {
    if (document.says && document.says(corrections_[index].term)) held.insert(index);
  }
  return digest(pointing) + " " + all_terms + " " + digest(held) + hidden;
}

// By ids in the order of replay, cut to 128 bits.
std::string CorrectionSet::digest(const std::set<std::size_t>& some) const {
  if (some.empty()) return "-";
  std::string ids;
  for (std::size_t index : some) ids += corrections_[index].id + "\n";
  return sha256_hex(ids).substr(0, 32);
}

// The fourth word of a stamp; an older stamp has none.
std::vector<std::string> hidden_ids_in(std::string_view stamp) {
  std::vector<std::string> out;
  const std::vector<std::string_view> words = words_of(stamp);
  if (words.size() != kStampWords || words[3] == "-") return out;
  for (std::size_t from = 0; from <= words[3].size();) {
    const std::size_t end = std::min(words[3].find(',', from), words[3].size());
    out.emplace_back(words[3].substr(from, end - from));
    from = end + 1;
  }
  return out;
}

bool is_touched(std::string_view stamp) { return !touched_alike(stamp, {}); }

// All terms are left out of the comparison: a new word that this document does not hold changes nothing in it.
bool touched_alike(std::string_view stamp, std::string_view other) {
  const auto touching = [](std::string_view text) {
    const std::vector<std::string_view> words = words_of(text);
    return words.size() == kStampWords ? std::pair(words[0], words[2]) : std::pair<std::string_view, std::string_view>("-", "-");
  };
  return touching(stamp) == touching(other);
}

}  // namespace jangbu
