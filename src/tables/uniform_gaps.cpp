// A copy from a spreadsheet or a web page may turn each tab into a fixed number of blanks. The narrowest gap of a
// stretch is taken as that number where it is the commonest and all other gaps are multiples of it: nobody types so
// regularly. Chance is kept out by least numbers of gaps (8) and lines (2).
// The hard case is a cell that ends in a blank: one gap in ten may be one too wide.
#include "tables/uniform_gaps.h"

#include <algorithm>
#include <map>

namespace jangbu {
namespace {

constexpr std::size_t kLeastWidth = 3;  // two blanks part words in loosely typed text
constexpr std::size_t kLeastGaps = 8;   // that so many gaps are multiples of one width is no accident
constexpr std::size_t kLeastLines = 2;

// Lengths of the runs of two or more U+0020, those at the line's end left out.
std::vector<std::size_t> gaps_of(const std::string& line) {
  std::vector<std::size_t> gaps;
  std::size_t run = 0;
  for (char c : line) {
    if (c == ' ') {
      ++run;
      continue;
    }
    if (run >= 2) gaps.push_back(run);
    run = 0;
  }
  return gaps;
}

bool is_blank_line(const std::string& line) { return line.find_first_not_of(" \r") == std::string::npos; }

// Each multiple of the width becomes as many tabs, so that empty cells come back too; single blanks stay.
void put_back(std::string& line, std::size_t width) {
  std::string out;
  std::size_t run = 0;
  for (char c : line) {
    if (c == ' ') {
      ++run;
      continue;
    }
    out += run >= 2 ? std::string(run / width, '\t') : std::string(run, ' ');
    run = 0;
    out.push_back(c);
  }
  line = std::move(out);
}

}  // namespace

// Stretch by stretch: one text may hold tables that were copied in different ways.
void restore_tabs(std::vector<std::string>& lines) {
  for (std::size_t begin = 0; begin < lines.size();) {
    // A stretch of lines with gaps; single blank lines may stand between them.
    std::size_t end = begin, with_gaps = 0, total = 0;
    std::map<std::size_t, std::size_t> widths;
    for (std::size_t i = begin; i < lines.size(); ++i) {
      if (is_blank_line(lines[i])) {
        if (i == begin || is_blank_line(lines[i - 1])) break;
        continue;
      }
      const std::vector<std::size_t> gaps = gaps_of(lines[i]);
      if (gaps.empty() || lines[i].find('\t') != std::string::npos) break;
      for (std::size_t gap : gaps) ++widths[gap];
      total += gaps.size();
      ++with_gaps;
      end = i + 1;
    }
    if (end == begin) {
      ++begin;
      continue;
    }
    // The map is sorted: its first key is the narrowest gap.
    const std::size_t width = widths.begin()->first;
    const bool usual = widths.begin()->second * 2 > total;
    // A cell may end in a blank of its own: a few gaps may be one too wide.
    std::size_t one_more = 0;
    const bool uniform = std::all_of(widths.begin(), widths.end(),
                                     [&](const auto& entry) {
                                       if (entry.first % width == 1) one_more += entry.second;
                                       return entry.first % width <= 1;
                                     }) &&
                         one_more * 10 <= total;
    if (width >= kLeastWidth && usual && uniform && total >= kLeastGaps && with_gaps >= kLeastLines) {
      for (std::size_t i = begin; i < end; ++i) put_back(lines[i], width);
    }
    begin = end;
  }
}

}  // namespace jangbu
