// Records and findings as plain lines of text, for comparing and for goldens.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "drawn_table.h"
#include "jangbu/record.h"

namespace jangbu {

inline std::string joined(const std::vector<std::string>& parts, const std::string& by) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : by) + part;
  return out;
}

inline std::string shown(const std::optional<Decimal>& value) { return value ? value->to_string() : "null"; }

// "budget item program [시민참여과 > 시민토론회] payment=28000000 payment_rate=0.17 …"
inline std::string record_line(const Record& record) {
  std::string out =
      record.type + " " + std::string(row_role_name(record.role)) + " " + record.level + " [" + joined(record.path, " > ") + "]";
  for (const Figure& value : record.values) out += " " + value.field + "=" + shown(value.value);
  for (const Figure& part : record.breakdown) {
    out += " " + part.dimension + ":" + part.member + ":" + part.field + "=" + shown(part.value);
  }
  for (const Figure& value : record.yearly) out += " " + value.key() + ":" + value.field + "=" + shown(value.value);
  for (const OtherValue& other : record.others) out += " {" + other.header + "}=\"" + other.text + "\"";
  if (record.line && record.line->period) out += " " + record.line->period->start + "…" + record.line->period->end;
  if (record.line) {
    for (const Amount& amount : record.line->amounts) {
      out += " " + std::to_string(amount.won);
      std::string parts;
      for (const AmountPart& part : amount.parts) parts += (parts.empty() ? "" : ", ") + part.name + " " + std::to_string(part.won);
      if (!parts.empty()) out += "(" + parts + ")";
    }
  }
  if (!record.remarks.empty()) out += " remarks=\"" + record.remarks + "\"";
  return drawing::replaced(out, "\n", "⏎");
}

inline std::string record_lines(const std::vector<Record>& records) {
  std::string out;
  for (const Record& record : records) out += record_line(record) + "\n";
  return out;
}

// "sum error t001 row 2 payment: prints 65419160000, computed 65410160000"
inline std::string finding_line(const Finding& finding) {
  return std::string(finding_kind_name(finding.kind)) + " " + std::string(severity_name(finding.severity)) + " " + finding.table + " row " +
         std::to_string(finding.row) + " " + finding.field + ": prints " + shown(finding.printed) + ", computed " + shown(finding.computed);
}

inline std::string finding_lines(const std::vector<Finding>& findings) {
  std::string out;
  for (const Finding& finding : findings) out += finding_line(finding) + "\n";
  return out;
}

}  // namespace jangbu
