// Counts, over all pages, words without their figures by their height in steps of 4 points; what stands in a margin
// and comes back on three pages is a header or a footer. Page numbers are told apart: they say so (`- 4 -`, `4쪽`),
// or they count with the pages.
// Hard cases: `□ 추진배경` stands at the top of many pages of a report of one-page programmes, so signs of an outline
// need half of the pages; `현안 4` in a box beside a title counts what the report says and stays.
#include "tables/running_lines.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "model/whole_number.h"
#include "text/bullets.h"
#include "text/caption.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr double kMargin = 0.12;  // share of the page's height
constexpr double kNumberMargin = 0.15;
constexpr int kRepeats = 3;  // pages; a title may stand on two by chance

// `2024년 3쪽` → `#년#쪽`: lines that differ in their figures only are one.
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

bool in_margin(const PageLayout& page, const Box& box, double share) {
  // The margins of a page that was turned to be read are at its sides.
  if (page.turn != Turn::kNone && (box.x1 < share * page.width || box.x0 > (1 - share) * page.width)) return true;
  return box.y1 < share * page.height || box.y0 > (1 - share) * page.height;
}

std::string text_of(const Table& table) {
  std::string words;
  for (const Cell& cell : table.cells) {
    if (!cell.text.empty()) words += (words.empty() ? "" : "\n") + cell.text;
  }
  return words;
}

// Numbers that stand alone in a margin: which of them count the pages.
class PageNumbers {
 public:
  // Counts numbers by how far they are from the page's own index, apart for the upper and the lower margin.
  explicit PageNumbers(const std::vector<PageLayout>& pages) {
    for (const PageLayout& page : pages) {
      bool numbered[2] = {false, false};
      for (const PlacedLine& line : page.lines) {
        const auto number = number_in(page, line);
        if (!number) continue;
        const bool lower = line.box.y0 > page.height / 2;
        // The number less the page's index is the same on pages that are numbered in order, wherever the numbering
        // begins.
        ++counts_[{lower, *number - page.number}];
        numbered[lower] = true;
      }
      for (const bool lower : {false, true}) pages_[lower] += numbered[lower] ? 1 : 0;
    }
  }

  // By form where the form says it, else by counting with the pages.
  bool is_number(const PageLayout& page, const PlacedLine& line) const {
    if (!in_margin(page, line.box, kNumberMargin)) return false;
    // Roman numbers count what stands before the first page; `- 4 -` and `4쪽` say what they are.
    static const Pattern roman(R"([\s(<\[|-]*[ivx]{1,5}[\s)>\]|-]*)");
    static const Pattern decorated(
        R"((?:[-–—‐−<\[(|·ㆍ]\s*(?:[Pp]age\s*)?[0-9IVXivx]{1,5}\s*[-–—‐−>\])|·ㆍ]|(?:[Pp][Aa][Gg][Ee]|쪽)\s*[0-9]{1,5}|[0-9]{1,5}\s*쪽|[0-9]{1,5}\s*(?:/|[Oo][Ff])\s*[0-9]{1,5})\s*)");
    if (decorated.matches(line.text) || roman.matches(line.text)) return true;
    const auto number = number_in(page, line);
    if (!number) return false;
    const bool lower = line.box.y0 > page.height / 2;
    const int numbered = pages_[lower];
    const int alike = counts_.at({lower, *number - page.number});
    // Too few numbered pages to count: then the foot of the page is where numbers stand.
    if (numbered < kRepeats) return lower;
    // More than half of the numbers in that margin, so that a column of figures cut by the margin does not count.
    return alike >= kRepeats && 2 * alike > numbered;
  }

 private:
  static std::optional<int> number_in(const PageLayout& page, const PlacedLine& line) {
    static const Pattern number(R"([-–—‐−<\[(|·ㆍ\s]*([0-9]{1,5})[-–—‐−>\])|·ㆍ\s]*)");
    if (!in_margin(page, line.box, kNumberMargin)) return std::nullopt;
    const auto groups = number.matches(line.text) ? number.groups(line.text) : std::vector<std::string_view>();
    if (groups.empty()) return std::nullopt;
    return std::stoi(std::string(groups[1]));
  }

  std::map<std::pair<bool, int>, int> counts_;  // lower half, number less page → lines
  int pages_[2] = {0, 0};                       // with such numbers in the upper and the lower margin
};

}  // namespace

std::vector<Furniture> take_running_lines(std::vector<PageLayout>& pages) {
  static constexpr double kStep = 4;
  static constexpr double kFarthest = 1e8;  // steps: what is further off any page stands nowhere
  std::map<Place, std::set<int>> seen;
  const auto place_of = [](const std::string& text, const Box& box) {
    return Place{without_figures(text), floor_to_int(std::clamp((box.y0 + box.y1) / 2 / kStep, -kFarthest, kFarthest))};
  };
  for (const PageLayout& page : pages) {
    for (const PlacedLine& line : page.lines) {
      if (in_margin(page, line.box, kMargin)) seen[place_of(line.text, line.box)].insert(page.number);
    }
    for (const PlacedTable& table : page.tables) {
      if (in_margin(page, table.box, kMargin)) seen[place_of(text_of(table.table), table.box)].insert(page.number);
    }
  }
  const auto repeats = [&](const Place& place) {
    if (place.words == "#") return false;  // a number alone: PageNumbers says
    std::size_t count = 0;
    // A line with a sign of an outline comes back as `□ 추진배경` does where every page begins alike.
    static const Pattern sign("^" + class_of(bullets(), "▪▫•ㅇ※"));
    const std::size_t needed = sign.found_in(place.words) ? std::max<std::size_t>(kRepeats, pages.size() / 2) : kRepeats;
    // Heights may differ by a step from page to page: neighbours are counted as well.
    for (const int shift : {-1, 0, 1}) {
      const auto found = seen.find(Place{place.words, place.height + shift});
      if (found != seen.end()) count += found->second.size();
    }
    return count >= needed;
  };
  // `현안 4` in a box beside a title counts what the report says, not its pages.
  const auto beside_title = [&](const PageLayout& page, const Place& place, const Box& box) {
    if (place.words.find('#') == std::string::npos) return false;
    const auto beside = [&](const std::string& text, const Box& other) {
      return other.x0 > box.x1 - 1 && other.y0 < (box.y0 + box.y1) / 2 && other.y1 > (box.y0 + box.y1) / 2 &&
             !repeats(place_of(text, other));
    };
    return std::any_of(page.lines.begin(), page.lines.end(), [&](const PlacedLine& line) { return beside(line.text, line.box); }) ||
           std::any_of(page.tables.begin(), page.tables.end(),
                       [&](const PlacedTable& table) { return beside(text_of(table.table), table.box); });
  };
  const PageNumbers numbers(pages);
  std::vector<Furniture> taken;
  for (PageLayout& page : pages) {
    const auto take = [&](const std::string& text, const Box& box, bool number) {
      const bool lower = box.y0 > page.height / 2;
      taken.push_back({text, page.number,
                       number  ? FurniturePlace::kPageNumber
                       : lower ? FurniturePlace::kFooter
                               : FurniturePlace::kHeader});
    };
    // (단위 : 백만원) on top of every page is of the table below it.
    const auto runs = [&](const std::string& text, const Box& box) {
      if (speaks_of_table(text)) return false;
      const Place place = place_of(text, box);
      return in_margin(page, box, kMargin) && repeats(place) && !beside_title(page, place, box);
    };
    for (PlacedTable& table : page.tables) {
      table.running = runs(text_of(table.table), table.box);
      if (table.running && table.nested_in < 0) take(text_of(table.table), table.box, false);
    }
    std::vector<PlacedLine> kept;
    kept.reserve(page.lines.size());
    std::vector<bool> gone;
    for (const PlacedLine& line : page.lines) {
      const bool number = numbers.is_number(page, line);
      gone.push_back(number || runs(line.text, line.box));
      if (gone.back()) take(line.text, line.box, number);
    }
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
      if (!gone[i]) kept.push_back(std::move(page.lines[i]));
    }
    page.lines = std::move(kept);
  }
  return taken;
}

}  // namespace jangbu
