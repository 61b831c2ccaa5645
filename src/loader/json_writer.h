// Documents, records and findings as JSON, in the shapes of schemas/v1. Keys in a fixed order; the same input gives the same bytes.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "jangbu/document.h"
#include "jangbu/record.h"

namespace jangbu {

struct Edition {
  int number = 1;
  std::string supersedes;  // document id; empty for the first
};

// The file of a document, handed on piece by piece: megabytes that never stand in memory whole. `paths`: all names of its bytes, where
// there are several.
using TakeText = std::function<void(std::string_view)>;
void write_document_json(const Document& document, const std::vector<Record>& records, const std::vector<Finding>& findings,
                         const Edition& edition, const std::vector<std::string>& paths, const TakeText& take);
// The same at once, of a document with one name.
std::string document_json(const Document& document, const std::vector<Record>& records, const std::vector<Finding>& findings,
                          const Edition& edition);
std::string record_json(const Document& document, const Record& record);  // one line, no line end
std::string outcomes_json(const Document& document);              // what became of corrections, a JSON list; empty where there are none
std::string finding_json(const Finding& finding);                 // one line, no line end
std::string findings_json(const std::vector<Finding>& findings);  // a list, laid out for people

// Single values, as they stand in a record: what two records are compared by.
std::string value_json(const Figure& value);  // a figure, words, or null
std::string number_json(const std::optional<Decimal>& value);
std::string period_json(const Period& period);
std::string amount_json(const Amount& amount);

}  // namespace jangbu
