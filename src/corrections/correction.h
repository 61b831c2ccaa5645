// A correction: what one person wrote about one thing that was read wrongly.
//
// Five kinds of target: a field of a record, a cell of a table, a damaged word, what a document says about itself, and a finding that is
// accepted (nothing is read otherwise for that one: judgement.h). `expect`
// and `value` are texts as they would be printed ("65,410,160"), never numbers: a corrected cell is read like any other.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "jangbu/error.h"

namespace jangbu {

struct Correction {
  enum class Target { kRecord, kCell, kTerm, kMetadata, kFinding };

  // From target, expect, value and date: stays when the file is renamed, sorted or put together with others, and when the
  // reason is worded better, so that none of this changes a record that lists it.
  std::string id;

  Target target = Target::kCell;
  std::string record_id, field;       // kRecord
  std::string document;               // kCell, kMetadata: document id
  std::string table;                  // kCell: "t027"
  int row = 0, column = 0;            // kCell
  std::string term;                   // kTerm
  std::string metadata;               // kMetadata: title, organization, report_kind, report_date, fiscal_year
  std::string finding;                // kFinding: its id; `expect` and `value` are nothing
  std::optional<std::string> expect;  // nothing: prints nothing
  std::optional<std::string> value;
  std::string reason, author, date;  // date: YYYY-MM-DD

  std::string file;       // where it is written: relative to the corrections folder
  std::size_t index = 0;  // place in that file's list, from 0
  int line = 0;           // from 1; 0 if not known
};

// A file, or a correction in it, that cannot be used. The others go on.
struct CorrectionProblem {
  std::string file;
  std::optional<std::size_t> index;  // nothing: the file as a whole
  int line = 0;                      // from 1; 0 if not known
  Error error;
};

}  // namespace jangbu
