// Lines of records → records. Each line is a whole object, so a file of any size is read with one record in memory; whatever is no record
// of ours ends the reading with an error that names the file.
#include "loader/filed_records.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "loader/filed_parts.h"
#include "text/json_text.h"

namespace jangbu {

namespace {

Unexpected damaged_line(const std::string& name, const Json::exception& error) {
  return fail(ErrorCode::kOutputDamaged, name + " is not what jangbu wrote: " + error.what(), "run ingest again");
}

}  // namespace

Result<FiledRecord> read_record_line(std::string_view line, const std::string& name) {
  try {
    return filed_record_in(json_from<Json>(line));
  } catch (const Json::exception& error) {
    return damaged_line(name, error);
  }
}

Status each_filed_record(const std::filesystem::path& file, const std::function<bool(FiledRecord&&)>& take) {
  std::ifstream in(file, std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    auto record = read_record_line(line, file.string());
    if (!record) return record.forward();
    if (!take(std::move(*record))) break;
  }
  return Done{};
}

Status each_filed_id(const std::filesystem::path& file, const std::function<void(const std::string&)>& take) {
  std::ifstream in(file, std::ios::binary);
  try {
    for (std::string line; std::getline(in, line);) take(json_from<Json>(line).at("record_id").get<std::string>());
  } catch (const Json::exception& error) {
    return damaged_line(file.string(), error);
  }
  return Done{};
}

}  // namespace jangbu
