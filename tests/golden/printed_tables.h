// Small tables as public bodies print them, and what an honest analyst reads in them: the files of golden/bodies.
//
//   == a name                            one case; lines up to the next are its drawing (drawn_table.h) and what is expected
//   year 2025                            the fiscal year of the report; 2025 where the line is missing
//   □ 예산 현황 …                          the drawing: one table, what stands over it, a rule below its header
//   => budget 백만원: budget_amount, -     a field for each column behind the labels, in the unit printed; `-`: none
//      @2024                             the year of the records, where it is not the report's
//      sideways                          the list is of the rows behind the header
//      rows 세입, …                        only of rows (sideways: columns) with these labels
//      x+y                               a figure, and the one in brackets behind it
//      ?x                                x or no field; `?-`: whatever
//      x@5급, yearly:2023:settlement      a member of a breakdown; a figure of another year and its phase
//   => headcount, and below it            records by name, values in won, people and fractions:
//     [계] authorized_headcount=5 …
//   ~> …                                 as =>, but left untyped today: right or nothing, never anything else
//   => none                              no records of tables
// Each figure that comes out must be one of those, with its name and year; each that is wanted must come out; and no finding, since all is
// honest.
#pragma once

#include <cmath>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "audit/checked.h"
#include "meaning/cell_figures.h"
#include "records/hierarchy.h"
#include "text/caption.h"
#include "text/figure.h"

namespace jangbu::golden {

struct Expectation {
  std::string type;
  bool wanted = true;  // else tolerated
  bool sideways = false;
  std::int64_t factor = 1;
  std::optional<int> year;
  std::set<std::string> rows;
  std::vector<std::string> fields;  // by column, or row
  struct Named {
    std::string label, field;
    double value = 0;
    bool wanted = true;
  };
  std::vector<Named> named;
};

struct Case {
  std::string file, name, drawing;
  int year = 2025;
  std::vector<Expectation> expected;
};

inline std::vector<std::string> split(const std::string& text, char by) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, by);) out.push_back(drawing::trimmed(part));
  return out;
}

inline Expectation expectation(const std::string& line) {
  Expectation out;
  out.wanted = line.starts_with("=>");
  std::string head = line.substr(2);
  // "백만원: budget_amount, …": colons stand within fields, too.
  if (const auto at = head.find(": "); at != std::string::npos) {
    out.fields = split(head.substr(at + 2), ',');
    head.resize(at);
  }
  if (const auto at = head.find(" rows "); at != std::string::npos) {
    for (const std::string& label : split(head.substr(at + 6), ',')) out.rows.insert(label);
    head.resize(at);
  }
  std::istringstream in(head);
  in >> out.type;
  for (std::string word; in >> word;) {
    if (word == "sideways") {
      out.sideways = true;
    } else if (word.starts_with('@')) {
      out.year = std::stoi(word.substr(1));
    } else if (const auto unit = unit_named(word); unit && unit->money) {
      out.factor = unit->factor;
    }
  }
  return out;
}

inline std::vector<Case> cases_of(const std::string& file, const std::string& text) {
  std::vector<Case> out;
  for (const std::string& line : drawing::lines_of(text)) {
    if (line.starts_with("== ")) {
      out.push_back({file, line.substr(3), {}, 2025, {}});
    } else if (out.empty()) {
      continue;
    } else if (line.starts_with("year ")) {
      out.back().year = std::stoi(line.substr(5));
    } else if (line.starts_with("=>") || line.starts_with("~>")) {
      out.back().expected.push_back(expectation(line));
    } else if (const std::string plain = drawing::trimmed(line); plain.starts_with('[') && !out.back().expected.empty()) {
      const auto end = plain.find(']');
      std::istringstream in(plain.substr(end + 1));
      for (std::string word; in >> word;) {
        const auto at = word.rfind('=');
        const bool wanted = word.front() != '?';
        out.back().expected.back().named.push_back(
            {plain.substr(1, end - 1), word.substr(!wanted, at - !wanted), std::stod(word.substr(at + 1)), wanted});
      }
    } else {
      out.back().drawing += line + "\n";
    }
  }
  return out;
}

struct Verdict {
  int right = 0, untyped = 0, spare = 0;  // spare: wanted some day
  std::string wrong, missing;             // a line each
};

inline std::string squeezed(const std::string& text) {
  std::string out;
  for (char c : drawing::replaced(text, "⏎", "")) {
    if (c != ' ' && c != '\n') out.push_back(c);
  }
  return out;
}

inline bool same_number(double a, double b) { return std::fabs(a - b) <= 1e-9 * std::max(1.0, std::fabs(b)); }

// What one record prints under its names.
struct Flat {
  std::string field;
  double value = 0;
  int row = 0, column = 0;
};

inline std::vector<Flat> flat(const Record& record) {
  std::vector<Flat> out;
  for (const Figure& value : record.values) {
    if (value.value) out.push_back({value.field, value.value->to_double(), value.place.row, value.place.column});
  }
  for (const Figure& value : record.yearly) {
    if (value.value)
      out.push_back({"yearly:" + value.period + ":" + value.phase, value.value->to_double(), value.place.row, value.place.column});
  }
  for (const Figure& part : record.breakdown) {
    if (part.value) out.push_back({part.field + "@" + part.member, part.value->to_double(), part.place.row, part.place.column});
  }
  return out;
}

struct Wanted {
  std::string type, label, field;
  double value = 0;
  int year = 0;
  bool wanted = true, any = false, met = false;
  int row = -1, column = -1;  // -1: by label
};

inline std::vector<Wanted> wanted_of(const Case& one, const Table& drawn) {
  std::vector<Wanted> out;
  std::vector<std::vector<std::string>> grid(static_cast<std::size_t>(drawn.rows),
                                             std::vector<std::string>(static_cast<std::size_t>(drawn.columns)));
  for (const Cell& cell : drawn.cells) grid[static_cast<std::size_t>(cell.row)][static_cast<std::size_t>(cell.column)] = cell.text;
  const auto at = [&](int r, int c) -> const std::string& { return grid[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)]; };
  for (const Expectation& e : one.expected) {
    const int year = e.year.value_or(one.year);
    for (const auto& named : e.named)
      out.push_back({e.type, squeezed(named.label), named.field, named.value, year, e.wanted && named.wanted});
    if (e.fields.empty()) continue;
    const int n = static_cast<int>(e.fields.size());
    const int labels = e.sideways ? 1 : drawn.columns - n;
    for (int r = drawn.header_rows; r < drawn.rows; ++r) {
      for (int c = labels; c < drawn.columns; ++c) {
        std::string label;
        if (e.sideways) {
          for (int h = 0; h < drawn.header_rows; ++h) label = at(h, c).empty() ? label : at(h, c);
        } else {
          for (int l = 0; l < labels; ++l) label = at(r, l).empty() ? label : at(r, l);
        }
        if (!e.rows.empty() && !e.rows.contains(label)) continue;
        const int index = e.sideways ? r - drawn.header_rows : c - labels;
        if (index >= n) continue;
        std::string field = e.fields[static_cast<std::size_t>(index)];
        if (field == "-") continue;
        const bool open = field.starts_with('?');
        if (open) field.erase(0, 1);
        const CellFigures read = read_cell_figures(at(r, c));
        int part = 0;
        for (const std::string& name : split(field, '+')) {
          const auto& figure = part++ == 0 ? read.figure : read.second;
          if (name != "-" && !figure) continue;
          const bool rate = name.find("_rate") != std::string::npos;
          const double value = !figure ? 0 : figure->value->to_double() * (rate ? 0.01 : static_cast<double>(e.factor));
          out.push_back({e.type, squeezed(label), name, value, year, e.wanted && !open, name == "-", false, r, c});
        }
      }
    }
  }
  return out;
}

inline Verdict judged(const Case& one, bool with_rule) {
  Verdict out;
  Document document = drawing::drawn_document(one.drawing);
  const Table drawn = document.tables.front();
  std::vector<Wanted> wanted = wanted_of(one, drawn);
  if (!with_rule) document.tables.front().header_rows = 0;
  const Processed report = checked(std::move(document), one.year);
  for (const Record& record : report.records) {
    if (!record.in_table()) continue;
    for (const Flat& value : flat(record)) {
      bool known = false;
      for (Wanted& want : wanted) {
        const bool here =
            want.row >= 0 ? want.row == value.row && want.column == value.column : want.label == squeezed(row_subject(record));
        if (!here || want.type != record.type) continue;
        if (want.any) known = true;
        if (want.any || want.met || squeezed(want.field) != squeezed(value.field) || !same_number(value.value, want.value)) continue;
        if (want.label != squeezed(row_subject(record)) || record.fiscal_year != want.year) continue;
        want.met = known = true;
        ++out.right;
        break;
      }
      if (!known) {
        out.wrong += "  " + record.type + " " + std::to_string(record.fiscal_year.value_or(0)) + " [" + record.name + "] " + value.field +
                     "=" + std::to_string(value.value) + "\n";
      }
    }
  }
  for (const Wanted& want : wanted) {
    if (want.met || want.any) continue;
    ++(want.wanted ? out.untyped : out.spare);
    if (want.wanted) out.missing += "  " + want.type + " [" + want.label + "] " + want.field + "\n";
  }
  for (const Finding& finding : report.findings) out.wrong += "  finding: " + finding.message_ko + "\n";
  return out;
}

}  // namespace jangbu::golden
