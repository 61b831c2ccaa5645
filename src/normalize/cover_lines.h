// The lines of a report's cover, and what kind of line each is: a title, a day, a year, a sitting, a subtitle.
//
// The cover is what stands before the first heading, list of contents or data table; where there are pages, on one page. Its lines are
// short, and their letter spacing is undone: `주 요 업 무 보 고` is 주요업무보고.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "jangbu/document.h"
#include "text/pattern.h"

namespace jangbu {

struct CoverLine {
  std::string text;
  std::size_t block = 0;
  double size = 0;  // of its type, in points; 0: not known
};

struct Cover {
  std::vector<CoverLine> lines;
  bool page_of_its_own = false;  // a day and few lines: nothing but title, day and office
};

Cover cover_of(const Document& document);

inline constexpr double kOneSizeOfType = 0.6;  // points by which lines of one size of type may differ

// Kinds of reports (group 1) in a line: those that nothing else is called (주요업무보고, 예산안 검토보고서), and those that only a cover is
// sure of, at a line's end (추진계획).
const Pattern& report_kind();
const Pattern& other_report_kind();

bool tells_kind(const std::string& line, const Pattern& kind);  // a line that is short enough to be a title
bool is_day(const std::string& line);          // nothing but a day or a month: `2024. 5. 3.(금)`, `발행일 2025년 5월`
bool is_subtitle(const std::string& line);     // - 2024년도 결산 및 2025년도 예산 -, (2026년도 당초예산안 연계)
bool tells_occasion(const std::string& line);  // 임시회, 정기총회: before whom the report is laid
bool tells_sitting(const std::string& line);   // 2025년 2월 27일 제22차 정기총회 보고

// `2026년`, `2025년 상반기`, `2026~2030년`: nothing but a year, its half, or first and last year, as printed; empty: anything else.
std::string year_alone(const std::string& line);

}  // namespace jangbu
