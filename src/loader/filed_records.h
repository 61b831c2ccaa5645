// Records as files of lines, records/TYPE/ID.ndjson, read back: the one place that parses such a line. What a line does not say of a record
// (its step, its parent) is as loader/filed_document.h tells.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "jangbu/record.h"
#include "jangbu/result.h"

namespace jangbu {

// A record away from its document: its place is told by names, since there is no table that Record::table_index could count.
struct FiledRecord {
  Record record;           // table_index is kNoTable where it was read from a line
  std::string path;        // of the source
  std::string table;       // its id; empty: read from lines of an outline
  std::optional<int> row;  // of that table
};

// One line. Errors: output_damaged, naming `name`.
Result<FiledRecord> read_record_line(std::string_view line, const std::string& name);

// The records of a file in the order of its lines, one in memory at a time; `take` says false where it has seen enough. Of a file that
// cannot be opened there are none. Errors: output_damaged.
Status each_filed_record(const std::filesystem::path& file, const std::function<bool(FiledRecord&&)>& take);

// The same, of their ids alone, which costs less: where a record stands, and not what it says.
Status each_filed_id(const std::filesystem::path& file, const std::function<void(const std::string&)>& take);

}  // namespace jangbu
