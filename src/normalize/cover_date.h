// When: the day of a report, and the year that its figures are of.
//
// Of several days of a cover the most exact one counts; a year in the title is the year it plans for; the first and last day of a year of
// account, and the day that figures stand at, are none of a report.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "jangbu/document.h"
#include "normalize/cover_lines.h"

namespace jangbu {

// ISO 8601, as exactly as it is printed: "2024-05-03", "2024-05", "2024"; empty: none. `title`: its line, where a line of the cover is one.
std::string day_on_cover(const Cover& cover, std::optional<std::size_t> title);
std::string day_in_file_name(const std::string& stem);

struct ToldYear {
  int year;
  const char* from;  // as in Origins
};

// Asks the document for its title, report date, chapters and what its tables are as of; all of them are told by then.
std::optional<ToldYear> fiscal_year_of(const Document& document, const Cover& cover, bool titled);

}  // namespace jangbu
