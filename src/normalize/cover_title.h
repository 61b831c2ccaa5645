// What a report is called: the line of the cover with a kind of report (`주요업무보고`); of other documents the title that their properties
// tell, where it is printed, the line in the largest type, the file's name.
//
// Hard cases: a title over two or three lines with its year on another; a line that says before whom the report is laid
// (행정자치위원회 업무보고), or what stands below a title between dashes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "jangbu/document.h"
#include "normalize/cover_lines.h"

namespace jangbu {

struct ReportTitle {
  std::string text;
  std::string kind;      // 주요업무보고, without blanks
  std::size_t line = 0;  // of the cover, with the kind
};

// nullopt: no line tells a kind of report.
std::optional<ReportTitle> title_of_report(const Cover& cover);

struct OtherTitle {
  std::string text;
  const char* from;  // as in Origins
};

// `stem`: of the file's name.
OtherTitle title_of_other(const Document& document, const Cover& cover, const std::string& stem);

}  // namespace jangbu
