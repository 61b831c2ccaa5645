#include "tables/running_lines.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr double kMargin = 0.12;  // share of the page's height
constexpr double kNumberMargin = 0.15;
constexpr int kRepeats = 3;  // pages; a title may stand on two by chance

std::string without_figures(const std::string& text) {
  std::string out;
  for (const char c : without_blanks(text)) {
    if (c < '0' || c > '9') {
      out += c;
    } else if (out.empty() || out.back() != '#') {
      out += '#';
    }
  }
  return out;
}

struct Place {
  std::string words;
  int height = 0;  // points from the top, in steps
  auto operator<=>(const Place&) const = default;
};

}  // namespace

void drop_running_lines(std::vector<PageLayout>& pages) {
  static constexpr double kStep = 4;
  static const Pattern page_number(R"([-–—‐−<\[(|·ㆍ\s]*(?:[Pp][Aa][Gg][Ee]\s*|쪽\s*)?[0-9IVXivx]{1,5}(?:\s*(?:/|[Oo][Ff]|쪽)\s*[0-9]*)?[-–—‐−>\])|·ㆍ\s]*)");
  const auto in_margin = [](const PageLayout& page, const Box& box, double share) {
    // The margins of a page that was turned to be read are at its sides.
    if (page.turn != Turn::kNone && (box.x1 < share * page.width || box.x0 > (1 - share) * page.width)) return true;
    return box.y1 < share * page.height || box.y0 > (1 - share) * page.height;
  };
  std::map<Place, std::set<int>> seen;
  const auto place_of = [](const std::string& text, const Box& box) {
    return Place{without_figures(text), static_cast<int>(std::floor((box.y0 + box.y1) / 2 / kStep))};
  };
  const auto words_of = [](const Table& table) {
    std::string words;
    for (const Cell& cell : table.cells) words += cell.text + '\n';
    return words;
  };
  for (const PageLayout& page : pages) {
    for (const PlacedLine& line : page.lines) {
      if (in_margin(page, line.box, kMargin)) seen[place_of(line.text, line.box)].insert(page.number);
    }
    for (const PlacedTable& table : page.tables) {
      if (in_margin(page, table.box, kMargin)) seen[place_of(words_of(table.table), table.box)].insert(page.number);
    }
  }
  const auto repeats = [&](const Place& place) {
    std::size_t count = 0;
    for (const int shift : {-1, 0, 1}) {
      const auto found = seen.find(Place{place.words, place.height + shift});
      if (found != seen.end()) count += found->second.size();
    }
    return count >= static_cast<std::size_t>(kRepeats);
  };
  for (PageLayout& page : pages) {
    std::erase_if(page.lines, [&](const PlacedLine& line) {
      if (in_margin(page, line.box, kMargin) && repeats(place_of(line.text, line.box))) return true;
      return in_margin(page, line.box, kNumberMargin) && page_number.matches(line.text);
    });
    for (PlacedTable& table : page.tables) {
      table.running = in_margin(page, table.box, kMargin) && repeats(place_of(words_of(table.table), table.box));
    }
  }
}

}  // namespace jangbu
