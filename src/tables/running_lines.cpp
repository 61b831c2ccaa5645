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

constexpr double kMargin = 0.12;      // share of the page's height
constexpr double kNumberMargin = 0.15;
constexpr int kRepeats = 3;           // pages; a title may stand on two by chance

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
  const Pattern page_number(R"((?i)[-–—‐−<\[(|·ㆍ\s]*(?:page\s*|쪽\s*)?[0-9ivx]{1,5}(?:\s*(?:/|of|쪽)\s*[0-9]*)?[-–—‐−>\])|·ㆍ\s]*)");
  const auto in_margin = [](const PageLayout& page, const PlacedLine& line, double share) {
    return line.box.y1 < share * page.height || line.box.y0 > (1 - share) * page.height;
  };
  std::map<Place, std::set<int>> seen;
  const auto place_of = [](const PlacedLine& line) {
    return Place{without_figures(line.text), static_cast<int>(std::floor((line.box.y0 + line.box.y1) / 2 / kStep))};
  };
  for (const PageLayout& page : pages) {
    for (const PlacedLine& line : page.lines) {
      if (in_margin(page, line, kMargin)) seen[place_of(line)].insert(page.number);
    }
  }
  const auto repeats = [&](const PlacedLine& line) {
    Place place = place_of(line);
    std::size_t count = 0;
    for (const int shift : {-1, 0, 1}) {
      const auto found = seen.find(Place{place.words, place.height + shift});
      if (found != seen.end()) count += found->second.size();
    }
    return count >= static_cast<std::size_t>(kRepeats);
  };
  for (PageLayout& page : pages) {
    std::erase_if(page.lines, [&](const PlacedLine& line) {
      if (in_margin(page, line, kMargin) && repeats(line)) return true;
      return in_margin(page, line, kNumberMargin) && page_number.matches(line.text);
    });
  }
}

}  // namespace jangbu
