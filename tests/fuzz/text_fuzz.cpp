// Text through every stage: no input may crash, hang or break what holds of any report.
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "reading/process.h"

namespace {

void insist(bool holds) {
  if (!holds) std::abort();
}

const jangbu::Toolbox& tools() {
  static const jangbu::Toolbox instance = [] {
    auto profiles = jangbu::load_profiles({});
    insist(static_cast<bool>(profiles));
    jangbu::Toolbox out;
    auto lexicon = jangbu::parse_lexicon({});
    insist(static_cast<bool>(lexicon));
    out.lexicon = std::move(*lexicon);
    out.profiles = std::move(*profiles);
    return out;
  }();
  return instance;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  // Other formats have fuzzers of their own.
  if (bytes.starts_with("PK") || bytes.starts_with("\xD0\xCF") || bytes.substr(0, 1100).find("%PDF") != std::string_view::npos ||
      bytes.starts_with("HWP") || bytes.substr(0, 4096).find("<HWPML") != std::string_view::npos) {
    return 0;
  }
  const auto report = jangbu::process(bytes, "2021-08 가나국 주요업무보고.txt", "0123456789abcdef", tools());
  if (!report) {
    insist(report.error().code != jangbu::ErrorCode::kInternal);
    return 0;
  }
  // Ids are unique, records stand in rows of their tables, parents are no circles.
  std::set<std::string> ids;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < report->records.size(); ++i) {
    const jangbu::Record& record = report->records[i];
    insist(ids.insert(record.id).second);
    if (!record.in_table()) continue;
    insist(record.table_index < report->document.tables.size());
    if (record.table_index != report->records[begin].table_index) begin = i;
    std::size_t steps = 0;
    for (auto at = record.parent; at; at = report->records[begin + static_cast<std::size_t>(*at)].parent)
      insist(++steps <= report->records.size());
  }
  for (const jangbu::Table& table : report->document.tables) {
    for (const jangbu::Cell& cell : table.cells) {
      insist(cell.row >= 0 && cell.row + cell.row_span <= table.rows && cell.column >= 0 &&
             cell.column + cell.column_span <= table.columns);
    }
  }
  return 0;
}
