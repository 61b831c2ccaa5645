// All corrections of a folder, in the order in which they are replayed, and which of them may touch a document.
//
// The order is that of (date, file, place in the file): it does not depend on how the folder is listed. A correction that is
// written twice (same target, expect, value and date) counts once.
// Thread rule: immutable once made; shared by all threads.
#pragma once

#include <functional>
#include <map>
#include <set>
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
  struct Touchable {
    std::string id;
    std::vector<std::string> record_ids;         // of its records as they came out
    std::vector<std::string> hidden_ids;         // of records that corrections may name too, and have made go away
    std::function<bool(std::string_view)> says;  // does its text hold this word? Asked for terms only, and only where they changed
  };

  // To be kept with a document that was read with this set: which corrections may touch it. Empty where the set is empty. `last`: the
  // stamp that it had. Where no term has changed since, that stamp tells which terms the document says, and `says` is not asked.
  std::string stamp(const Touchable& document, std::string_view last = {}) const;

 private:
  std::string digest(const std::set<std::size_t>& some) const;

  std::vector<Correction> corrections_;
  std::map<std::string, std::vector<std::size_t>> by_document_, by_record_;
  std::vector<std::size_t> terms_;
};

// Do two stamps stand for the same corrections? Then the document need not be read again.
bool touched_alike(std::string_view stamp, std::string_view other);
bool is_touched(std::string_view stamp);  // does any correction point at the document, or hold a word of it?
std::vector<std::string> hidden_ids_in(std::string_view stamp);

}  // namespace jangbu
