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

inline Mapped mapped(std::string_view drawing, int year = 2021) {
  Mapped out{drawing::drawn_document(drawing), {}};
  out.document.organization = "가나국";
  normalize(out.document);
  out.document.fiscal_year = year;
  out.records = map_records(out.document, built_in().profiles, built_in().lexicon);
  return out;
}

}  // namespace jangbu
