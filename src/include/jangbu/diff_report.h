// What changed between two versions of a report, or between two output folders, record by record.
//
// Records are the same if their ids are: an id outlasts re-extraction, a corrected edition and the form of the file. What is
// compared is what a record says, not where it stands: values, labels, headings, dates. A figure that is printed otherwise and means
// the same is no change.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "jangbu/language.h"
#include "jangbu/result.h"

namespace jangbu {

struct FieldChange {
  std::string field;                      // "payment", "name", "other: 비고란"; of breakdowns "직종별 / 행정직 / actual_headcount"
  std::string before, after;              // as printed; empty where nothing is, or where the record has no such field
  std::string value_before, value_after;  // JSON; empty where the record has no such field
};

struct RecordChange {
  enum class Kind { kAdded, kRemoved, kChanged } kind = Kind::kChanged;
  std::string record_id, type, organization, table;
  std::vector<std::string> path;  // empty for a total
  std::string name;
  int row = -1;
  std::vector<FieldChange> fields;  // of an added or removed record all that print something
};

struct Difference {
  std::string a, b;                   // ids of the documents, or the folders
  std::vector<RecordChange> records;  // by organization, type, table and row
  std::size_t added = 0, removed = 0, changed = 0, same = 0;
};

// `a` and `b`: ids of documents, unambiguous beginnings of ids, or paths as `jangbu ingest` shows them; of several documents under one path
// the latest edition. Errors: path_missing (no such folder or document), output_damaged.
Result<Difference> diff_documents(const std::filesystem::path& output, const std::string& a, const std::string& b);

// The records of all documents that speak. Memory is that of the differences, and some 16 bytes a record. Errors: path_missing,
// output_damaged.
Result<Difference> diff_outputs(const std::filesystem::path& a, const std::filesystem::path& b);

std::string diff_text(const Difference& difference, Language language);  // for people
std::string diff_json(const Difference& difference);                     // schemas/v1/diff.schema.json

}  // namespace jangbu
