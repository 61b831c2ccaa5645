// A line of extracted text, looked at as a possible row of a table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jangbu {

struct SourceLine {
  std::string_view text;
  std::vector<std::string_view> words;
  std::size_t tail = 0;  // how many words at the end are plain figures or dashes
  bool blank = true;
  bool tabbed = false;         // has a tab between two texts
  int pipes = 0;               // `|` that part cells
  bool opens_outline = false;  // starts with a bullet or a heading number: □ ○ - ※ ◆ Ⅳ. 가.
};

SourceLine look_at(std::string_view line);

// `12`, `- 12 -`: a line that is nothing but the number of a page.
bool is_page_number(std::string_view line);

// The words before the tail, as they stand.
std::string_view label_of(const SourceLine& line);

// Cuts at tabs, or at pipes; blanks around the pieces go. Between pipes `<br>` is a line end (Markdown has no other).
std::vector<std::string> cells_at_tabs(std::string_view line);
std::vector<std::string> cells_at_pipes(std::string_view line, bool outer_bars = true);  // outer_bars: a `|` at either end parts nothing

}  // namespace jangbu
