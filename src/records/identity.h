// Names that last: ids of documents, tables and records.
//
// A document's id is readable and safe as a file name: 2021-08-시민협력국-주요업무보고-pdf-1a2b3c4d. The last part comes from
// its bytes, so every file with bytes of its own has an id of its own.
// A record's id comes from the report (who, what, when), the kind of record, the headings above its table, the table's
// columns and the row's labels: never from values, and not from the file's format, so that an edition or a rendition of the
// report gives its rows the same ids.
#pragma once

#include <string>
#include <vector>

#include "jangbu/document.h"
#include "jangbu/record.h"

namespace jangbu {

// "시민협력국|주요업무보고|2021-08"; empty where organization or date cannot be told: such a document is never merged with any.
std::string report_key(const Document& document);

void name_document(Document& document);  // sets Document::id
void name_tables(Document& document);    // "t001" …; indices in Cell::tables and Repair::table become ids
void name_records(const Document& document, std::vector<Record>& records);

// The same, where the document's own words have been corrected and `report_key` is the one that it had before.
void name_records(const Document& document, const std::string& report_key, std::vector<Record>& records);

// Items and duties: from the report, the kind of record and its path alone, of each step what stands before a colon, without
// figures: `소요예산 : 656억원` keeps its id where the sum is corrected. Sets OutlineLine::above_id, too.
// REQUIRES: `records` are all of one type, in reading order.
void name_outline_records(const Document& document, const std::string& report_key, std::vector<Record>& records);

}  // namespace jangbu
