// Corrections against what is known of documents: a stamp for each document, of the corrections that may touch it
// (corrections/correction_set.h). Equal stamps mean that reading the document again would change nothing; so a new correction makes the
// documents it names be read again, and no other. A term may stand in any label: whether a document says it is looked up in its file, and
// only if the terms changed.
//
//   a correction of record R        documents that have R, or had it hidden
//   a correction of document D      D
//   a term                          documents whose file holds its words
#include "pipeline/correction_stamps.h"

#include <algorithm>
#include <set>

#include "loader/atomic_file.h"
#include "loader/filed_words.h"
#include "text/hash.h"

namespace jangbu {
namespace {

// Whether a document's file may say a term. The file is read when it is first asked: most sets have no terms.
std::function<bool(std::string_view)> says_in_file(const Shelf& shelf, const std::string& id) {
  return [path = document_path(shelf.output, id), json = std::optional<std::string>()](std::string_view term) mutable {
    if (!json) {
      auto content = read_file(path, kLargestOwnFile);
      json = content ? std::move(*content) : std::string();
    }
    return may_say(*json, term);
  };
}

}  // namespace

// In the order of replay; the ids hold all that decides.
std::string corrections_digest(const CorrectionSet& corrections) {
  if (corrections.empty()) return {};
  std::string ids;
  for (const Correction& correction : corrections.all()) ids += correction.id + "\n";
  return sha256_hex(ids);
}

Result<std::string> stamp_of_document(Shelf& shelf, const KnownDocument& document, const CorrectionSet& corrections) {
  if (corrections.empty()) return std::string();
  // Hidden ids come from the stamp of the last reading: nothing else knows them.
  CorrectionSet::Touchable touchable{document.id, {}, hidden_ids_in(document.made.corrections), {}};
  if (corrections.has_any_for_records()) {
    auto ids = shelf.ledger.record_ids(document.id);
    if (!ids) return ids.forward();
    touchable.record_ids = std::move(*ids);
  }
  touchable.says = says_in_file(shelf, document.id);
  return corrections.stamp(touchable, document.made.corrections);
}

// Page by page, since there may be a million documents.
Status mark_touched(Shelf& shelf, const CorrectionSet& corrections) {
  constexpr std::size_t kPage = 500;
  for (std::string after;;) {
    const auto page = shelf.state.documents_after(after, kPage);
    if (!page) return page.forward();
    if (page->empty()) return Done{};
    after = page->back().id;
    for (const KnownDocument& document : *page) {
      const auto stamp = stamp_of_document(shelf, document, corrections);
      if (!stamp) return stamp.forward();
      if (*stamp == document.made.corrections) continue;
      if (!touched_alike(*stamp, document.made.corrections)) {
        if (Status status = shelf.state.distrust_inputs_of(document.id); !status) return status;
        continue;
      }
      KnownDocument same = document;
      same.made.corrections = *stamp;
      if (Status status = shelf.state.put_standing(same, shelf.ledger.sequence()); !status) return status;
    }
  }
}

std::string stamp_of_reading(const Shelf& shelf, const Processed& processed, const CorrectionSet& corrections) {
  CorrectionSet::Touchable touchable{processed.document.id, {}, {}, says_in_file(shelf, processed.document.id)};
  // Ids that corrections named and that no record shows any more (another correction renamed the row) are kept as hidden ids.
  std::set<std::string_view> shown;
  for (const Record& record : processed.records) {
    shown.insert(record.id);
    touchable.record_ids.push_back(record.id);
  }
  std::copy_if(processed.addressed.begin(), processed.addressed.end(), std::back_inserter(touchable.hidden_ids),
               [&](const std::string& id) { return !shown.contains(id); });
  return corrections.stamp(touchable);
}

}  // namespace jangbu
