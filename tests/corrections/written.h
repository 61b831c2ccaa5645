// Corrections as a test writes them.
#pragma once

#include <string>
#include <vector>

#include "built_in.h"
#include "corrections/correction_file.h"
#include "corrections/correction_set.h"

namespace jangbu {

inline std::string in_json(const std::string& text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' ? std::string("\\n") : std::string(1, c);
  }
  return out + "\"";
}

// One correction of a file; `target` is JSON.
inline std::string correction(const std::string& target, const std::string& expect, const std::string& value,
                              const std::string& date = "2024-03-02") {
  return R"({"target": )" + target + R"(, "expect": )" + in_json(expect) + R"(, "value": )" + in_json(value) +
         R"(, "reason": "인쇄본과 대조", "author": "홍길동", "date": ")" + date + "\"}";
}

inline std::string of_record(const std::string& id, const std::string& field) {
  return R"({"record_id": ")" + id + R"(", "field": ")" + field + "\"}";
}
inline std::string of_term(const std::string& term) { return R"({"term": )" + in_json(term) + "}"; }
inline std::string of_cell(const std::string& document, const std::string& table, int row, int column) {
  return R"({"document": ")" + document + R"(", "table": ")" + table + R"(", "row": )" + std::to_string(row) + R"(, "column": )" +
         std::to_string(column) + "}";
}
inline std::string of_metadata(const std::string& document, const std::string& name) {
  return R"({"document": ")" + document + R"(", "metadata": ")" + name + "\"}";
}

inline std::string in_list(const std::vector<std::string>& corrections) {
  std::string out = "[";
  for (const std::string& one : corrections) out += (out.size() > 1 ? ",\n" : "\n") + one;
  return out + "\n]\n";
}

// A folder of one file.
inline CorrectionSet corrections(const std::vector<std::string>& list) {
  CorrectionFile file = read_corrections("a.json", in_list(list));
  for (const CorrectionProblem& problem : file.problems) ADD_FAILURE() << describe(problem.error);
  return CorrectionSet(std::move(file.corrections));
}

// A report read with corrections.
inline Processed corrected(std::string_view text, CorrectionSet set, const std::string& path = kReportPath) {
  Toolbox tools = built_in();
  tools.corrections = std::move(set);
  auto out = process(text, path, sha256_hex(text), tools);
  if (!out) throw std::runtime_error(describe(out.error()));
  return std::move(*out);
}

}  // namespace jangbu
