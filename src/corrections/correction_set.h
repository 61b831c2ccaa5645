// All corrections of a folder, in the order in which they are replayed, and which of them may touch a document.
//
// The order is that of (date, file, place in the file): it does not depend on how the folder is listed. A correction that is
// written twice (same target, expect, value and date) counts once.
// Thread rule: immutable once made; shared by all threads.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corrections/correction.h"

namespace jangbu {

class CorrectionSet {
 public:
  CorrectionSet() = default;
  explicit CorrectionSet(std::vector<Correction> corrections);

  bool empty() const { return corrections_.empty(); }
  const std::vector<Correction>& all() const { return corrections_; }

  // In order. Pointers into this set.
  std::vector<const Correction*> of_document(const std::string& document_id) const;  // cells and metadata
  std::vector<const Correction*> of_record(const std::string& record_id) const;
  std::vector<const Correction*> terms() const;
  bool has_any_for_records() const { return !by_record_.empty(); }

  // A document as an earlier run knew it: what is needed to tell, without reading it, which corrections may touch it.
  struct KnownDocument {
    std::string id;
    std::vector<std::string> record_ids;           // Processed::addressed
    std::function<bool(std::string_view)> says;    // does its text hold this word? Asked for terms only
  };

  // Changes exactly when the corrections that may touch the document change; empty where none does. A document whose
  // fingerprint is that of its last reading need not be read again.
  std::string fingerprint(const KnownDocument& document) const;

  // Changes when any term does. While it stays, no document needs to be asked for words: fingerprints can be compared with
  // `says` answering from the last time.
  std::string fingerprint_of_terms() const;

 private:
  std::vector<Correction> corrections_;
  std::map<std::string, std::vector<std::size_t>> by_document_, by_record_;
  std::vector<std::size_t> terms_;
};

}  // namespace jangbu
