// A record for people: its name and place first, then a line for each figure with the printed text, the value and the money as it is
// spoken.
#include "cli/record_text.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <vector>

#include "jangbu/fields.h"
#include "text/spoken.h"
#include "text/unicode.h"

namespace jangbu::cli {
namespace {

// An amount in won, and in Korean as people say it.
std::string won(const Say& say, const std::string& value) {
  std::int64_t amount = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), amount);
  if (error != std::errc() || end != value.data() + value.size()) return value;
  return say.language == Language::kKorean ? value + "원 (" + spoken_won(amount) + ")" : value + " KRW";
}

std::string where(const Say& say, const RecordView& record) {
  std::string out;
  if (!record.table.empty()) out = say("record.place_table", {{"table", record.table}, {"row", record.row}});
  std::string page = say("record.no_page");
  if (record.page)
    page = record.pictured == record.path ? say("record.place_page", {{"page", *record.page}})
                                          : say("record.page_of", {{"page", *record.page}, {"path", record.pictured}});
  return out + (out.empty() ? "" : ", ") + page;
}

}  // namespace

std::string record_text(const Say& say, const RecordView& record, const std::string& profiles) {
  std::map<std::string, FieldEntry> fields;
  std::string type = record.record_type;
  if (const auto dictionary = field_dictionary(profiles)) {
    for (const FieldEntry& field : *dictionary) {
      if (field.record_type != record.record_type) continue;
      fields[field.name] = field;
      if (say.language == Language::kKorean) type = field.type_korean;
    }
  }
  std::string name;
  for (const std::string& label : record.labels) name += (name.empty() ? "" : " > ") + label;
  std::string out = type + "  " + (name.empty() ? record.name : name) + "\n";
  std::vector<std::pair<std::string, std::string>> lines{{"record_id", record.record_id}, {say("record.document"), record.path}};
  if (!record.organization.empty()) lines.emplace_back(say("record.organization"), record.organization);
  if (!record.as_of.empty()) lines.emplace_back(say("record.as_of"), spoken_date(say.language, record.as_of));
  lines.emplace_back(say("record.place"), where(say, record));
  int width = 0;
  for (const auto& line : lines) width = std::max(width, display_width(line.first));
  for (const auto& [what, text] : lines) out += "  " + padded(what, width) + "  " + text + "\n";
  if (record.figures.empty()) return out;
  out += "\n";
  struct Row {
    std::string name, text, value;
  };
  std::vector<Row> rows;
  int names = 0, texts = 0;
  for (const ViewedFigure& figure : record.figures) {
    const auto known = fields.find(figure.field);
    const bool korean = say.language == Language::kKorean && known != fields.end() && !known->second.korean.empty();
    const bool amount = known != fields.end() && known->second.measure == "amount" && record.currency == "KRW";
    rows.push_back({korean ? known->second.korean + " (" + figure.field + ")" : figure.field, collapse_blanks(figure.text),
                    amount ? won(say, figure.value) : figure.value});
    names = std::max(names, display_width(rows.back().name));
    texts = std::max(texts, display_width(rows.back().text));
  }
  for (const Row& row : rows) {
    const std::string blanks(static_cast<std::size_t>(texts - display_width(row.text)), ' ');
    out += "  " + padded(row.name, names) + "  " + blanks + row.text + (row.value.empty() ? "" : "  " + row.value) + "\n";
  }
  return out;
}

}  // namespace jangbu::cli
