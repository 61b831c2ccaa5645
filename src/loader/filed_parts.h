// The parts of a document's file, JSON → types: what json_writer.h writes, read back. What is not known is passed over, what is not there
// is empty; what cannot be of a document throws Json::exception, which filed_document.h turns into output_damaged.
//
// Read back, a record has no `step` (a figure's text tells it), no parent and no measure; everything else is as it was written.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "jangbu/document.h"
#include "jangbu/record.h"
#include "loader/filed_records.h"
#include "loader/json_writer.h"

namespace jangbu {

using Json = nlohmann::ordered_json;  // keeps the order of members, so that a file is carried over as it was

// Each of the whole file.
Document document_in(const Json& json);                                      // without blocks and furniture
std::vector<Record> records_in(const Json& json, const Document& document);  // `document`: for the places of its tables
Edition edition_in(const Json& json);
std::vector<std::string> paths_in(const Json& json);  // all names of its bytes, where they have several

FiledRecord filed_record_in(const Json& line);           // of a file of records
CorrectionOutcome outcome_in(const Json& json);          // of one correction in one document
Json outcome_object(const CorrectionOutcome& outcome);   // and back
std::optional<Finding> finding_in(const Json& finding);  // of one; nothing: of a kind that this version does not know
Json finding_object(const Finding& finding);             // and back

}  // namespace jangbu
