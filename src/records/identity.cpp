// Names that last (identity.h): what goes into each id, and what is left out.
// An id is a hash of words that a second edition of the report prints again: headings, labels, kinds of columns, never values. Parts are
// joined by control characters, which no label holds, so that `가|나` and `가` + `나` stay apart. Hard case: rows that say the same (기타
// twice below one heading): the second and later ones take their number.
//
//   record  report key ␝ type, headings ␞ fields ␝ path            (␝ ␞ ␟: control characters 1D, 1E, 1F between the parts)
//   line    report key ␝ type ␝ path without figures and sayings
#include "records/identity.h"

#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "text/hash.h"
#include "text/label.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr std::size_t kLongestNamePart =
    36;  // code points; a file name has 255 bytes, Hangul needs three each, and an id has two such parts
constexpr std::size_t kRecordIdDigits = 20;  // hex: 80 bits

// Letters and digits, everything else one hyphen.
std::string name_part(std::string_view text) {
  std::u32string out;
  for (char32_t c : to_code_points(to_nfc(text))) {
    if (out.size() >= kLongestNamePart) break;
    if (is_letter_or_digit(c)) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != U'-') {
      out.push_back(U'-');
    }
  }
  while (!out.empty() && out.back() == U'-') out.pop_back();
  return to_utf8(out);
}

// Three digits, so that names sort as tables stand.
std::string table_id(std::size_t index) {
  std::string number = std::to_string(index + 1);
  if (number.size() < 3) number.insert(0, 3 - number.size(), '0');
  return "t" + number;
}

// "12" → "t013"; anything else stays.
void rename(std::string& table, std::size_t count) {
  if (table.empty() || table.find_first_not_of("0123456789") != std::string::npos) return;
  const std::size_t index = std::strtoull(table.c_str(), nullptr, 10);
  if (index < count) table = table_id(index);
}

// A report that names itself has one key in all its formats; another is known by its bytes alone.
std::string report_or_bytes(const std::string& report_key, const Document& document) {
  return report_key.empty() ? "sha256:" + document.source.sha256 : report_key;
}

// A line's name without what it says: `○ 개최 : ’21. 9월~11월` is 개최.
std::string line_key(std::string_view step) {
  static const Pattern says(R"(\s*[:：]\s.*$)"), figures(R"(\d+)");
  std::string key = figures.replaced(label_key(says.replaced(step, "")), "");
  return key.empty() ? label_key(step) : key;
}

// The id of a key, a later one for each time that the key has come before. The first keeps the plain key, so that a report without doubles
// is not affected by how doubles are told apart. Keys hold whole paths and are not kept: their ids stand for them.
class Numbering {
 public:
  std::string id_of(const std::string& key) {
    const std::string id = digits_of(key);
    const int nth = seen_[id]++;
    return nth == 0 ? id : digits_of(key + "\x1d" + std::to_string(nth));
  }

 private:
  static std::string digits_of(const std::string& key) { return sha256_hex(key).substr(0, kRecordIdDigits); }

  std::unordered_map<std::string, int> seen_;
};

}  // namespace

std::string report_key(const Document& document) {
  if (document.organization.empty() || document.report_date.empty()) return {};
  return label_key(document.organization) + "|" + label_key(document.report_kind) + "|" + document.report_date;
}

// What is not known is left out; format and bytes are always there, so the id is never empty.
void name_document(Document& document) {
  std::string id;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) id += (id.empty() ? "" : "-") + part;
  };
  add(name_part(document.report_date));
  add(name_part(document.organization));
  add(name_part(document.report_kind));
  if (document.organization.empty() && document.report_kind.empty()) add(name_part(document.title));
  add(std::string(format_name(document.source.format)));
  add(document.source.sha256.substr(0, 8));
  document.id = id;
}

// Until here tables are called by their index as text, in cells and repairs.
void name_tables(Document& document) {
  const std::size_t count = document.tables.size();
  for (std::size_t t = 0; t < count; ++t) {
    Table& table = document.tables[t];
    table.id = table_id(t);
    for (Cell& cell : table.cells) {
      for (std::string& inner : cell.tables) rename(inner, count);
    }
  }
  for (Repair& repair : document.repairs) rename(repair.table, count);
}

void name_records(const Document& document, std::vector<Record>& records) { name_records(document, report_key(document), records); }

// Per table first: the headings and columns that its rows share.
void name_records(const Document& document, const std::string& report_key, std::vector<Record>& records) {
  const std::string report = report_or_bytes(report_key, document);
  // Rows of the same name in tables that share their headings and columns are told apart by their order.
  std::map<std::size_t, std::string> tables;
  for (const Record& record : records) {
    if (tables.contains(record.table_index)) continue;
    std::string key = record.type;
    for (const std::string& heading : record.section) {
      // Below the numbered headings renditions differ: one keeps a table above the next bullet, the other below.
      if (!heading.starts_with("□ ")) key += "\x1f" + label_key(heading);
    }
    key += "\x1e";
    for (const Figure& value : record.values) key += value.field + "\x1f";
    tables.emplace(record.table_index, key);
  }
  // Where a table prints several years, the year is part of what a row is.
  std::map<std::size_t, std::set<std::optional<int>>> years;
  for (const Record& record : records) years[record.table_index].insert(record.fiscal_year);
  Numbering numbering;
  for (Record& record : records) {
    std::string key = report + "\x1d" + tables[record.table_index] + "\x1d";
    if (years[record.table_index].size() > 1) key += std::to_string(record.fiscal_year.value_or(0)) + "\x1d";
    for (const std::string& step : record.path) key += label_key(step) + "\x1f";
    record.id = numbering.id_of(key);
    record.document_id = document.id;
    for (Repair& repair : record.repairs) rename(repair.table, document.tables.size());
  }
}

// Lines are told by their path alone: a paragraph that moves to another chapter keeps its id.
void name_outline_records(const Document& document, const std::string& report_key, std::vector<Record>& records) {
  const std::string report = report_or_bytes(report_key, document);
  Numbering numbering;
  for (Record& record : records) {
    std::string key = report + "\x1d" + record.type + "\x1d";
    for (const std::string& step : record.path) key += line_key(step) + "\x1f";
    record.id = numbering.id_of(key);
    record.document_id = document.id;
    if (record.line && record.line->above && *record.line->above < records.size()) record.line->above_id = records[*record.line->above].id;
    for (Repair& repair : record.repairs) rename(repair.table, document.tables.size());
  }
}

}  // namespace jangbu
