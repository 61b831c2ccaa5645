// A drawn document, normalised and mapped with the built-in profiles.
#pragma once

#include "built_in.h"
#include "drawn_table.h"
#include "dump.h"
#include "normalize/normalize.h"
#include "records/mapper.h"

namespace jangbu {

struct Mapped {
  Document document;
  std::vector<Record> records;
};

// `reported`: the day of the report, ISO 8601.
inline Mapped mapped(std::string_view drawing, int year = 2021, const char* reported = "") {
  Mapped out{drawing::drawn_document(drawing), {}};
  out.document.organization = "가나국";
  normalize(out.document);
  out.document.fiscal_year = year;
  if (*reported) out.document.report_date = reported;
  out.records = map_records(out.document, built_in().profiles, built_in().lexicon);
  return out;
}

}  // namespace jangbu
