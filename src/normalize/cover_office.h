// Who reports: the body that a line of the cover names, or a heading, a caption, the file's name.
//
// Hard cases: words that end like offices (`제도`, `효과`); a committee beside the day of its sitting, which hears the report.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "jangbu/document.h"
#include "normalize/cover_lines.h"

namespace jangbu {

// The body that a line names, without (재), without its office in brackets and without the person who stands for it (환경부장관); empty:
// none.
std::string body_in(const std::string& line);

// "2021-08 시민협력국 주요업무보고" without date and kind: "시민협력국"; empty: what is left is no body.
std::string body_beside_kind(std::string text);

// Who signs below the title, else who stands above it, else the one line that can be nothing but an office; empty: nobody.
// `title`: its line, where a line of the cover is one.
std::string body_on_cover(const Cover& cover, std::optional<std::size_t> title);

// A heading or caption that says what the cover did not: `# 2021년 시민협력국 주요업무보고`, `2019년도 서울혁신기획관 예산현황`.
struct SaidInside {
  std::string organization;
  std::string kind;  // of report; empty: a caption may name none
};

std::optional<SaidInside> said_by_captions(const Document& document);
std::optional<SaidInside> said_by_headings(const Document& document);

}  // namespace jangbu
