// Headings whose numbers are only proved by others of their kind: 과제 1 … 과제 2, 1-1 … 1-2, [3] … [4]. In: blocks as pieces. Out:
// headings by block. Numbers are collected by their series (the word in front of them, and the numbers that they begin with); a second pass
// keeps those that the one before, the one after or the number above proves.
//
//   2. 추진 과제          a numbered heading
//   2-1 기반 마련         begins: its series begins with 1, and 2 stands above (or 2-2 follows)
//   2-2 확산              goes on from 2-1
//   3-7 참조              nothing before it, and no 3-8: no heading
//
// Hard cases: lines of a list of contents, which end with a page number; what is counted in the text itself (제3차, 2분기: title_words).
#include "normalize/heading_series.h"

#include <string>
#include <utility>

#include "normalize/title_words.h"
#include "text/label.h"
#include "text/pattern.h"
#include "text/unfinished.h"

namespace jangbu {
namespace {

constexpr std::size_t kLongestPiece = 240;  // bytes

// What is counted and how: the word in front (과제), the sign between the counts (- or .), the counts but the last.
struct Series {
  std::string word;
  std::vector<int> above;
  auto operator<=>(const Series&) const = default;
};

std::string word_of(std::string_view line, std::string_view number) {
  static const Pattern between(R"(\d\s?([-–.．])\s?\d|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ]\s?([-–])\s?\d)");
  static const Pattern digits(R"([\d\s]+)");
  if (const auto groups = between.groups(number); !groups.empty()) return groups[1] == "." || groups[1] == "．" ? "." : "-";
  std::string word = digits.replaced(number, "");
  if (!word.empty()) return word;
  return line.find("]") != std::string_view::npos ? "[" : "【";
}

}  // namespace

std::map<std::size_t, Heading> headings_in_series(const std::vector<std::optional<BlockPiece>>& pieces) {
  struct Candidate {
    std::size_t block;
    Series series;
    int count;
    Heading heading;
  };
  std::vector<Candidate> candidates;
  std::map<std::vector<int>, std::size_t> first_number;                          // counts of a numbered heading → the first block of it
  std::map<std::pair<Series, int>, std::pair<std::size_t, std::size_t>> places;  // the first and the last block of it
  for (std::size_t b = 0; b < pieces.size(); ++b) {
    if (!pieces[b] || pieces[b]->text.size() > kLongestPiece) continue;
    const std::string& text = pieces[b]->text;
    if (const auto heading = heading_of(text)) {
      if (heading->rank <= kNumberedItemRank) first_number.emplace(counts_of(heading->number), b);
      continue;
    }
    auto heading = series_heading_of(text);
    // `4.4 글꼴 68` is a line of a list of contents.
    static const Pattern page_number(R"(\s\d{1,3}$)");
    if (!heading || unfinished(heading->title) || page_number.found_in(heading->title)) continue;
    std::vector<int> counts = counts_of(heading->number);
    Series series{word_of(text, heading->number), {}};
    if (counts.empty() || title_words().counted.matches(series.word)) continue;
    first_number.emplace(counts, b);
    const int count = counts.back();
    counts.pop_back();
    series.above = std::move(counts);
    const auto [at, fresh] = places.emplace(std::pair(series, count), std::pair(b, b));
    if (!fresh) at->second.second = b;
    candidates.push_back({b, std::move(series), count, std::move(*heading)});
  }
  std::map<std::size_t, Heading> out;
  std::map<Series, int> reached;  // the number that was told last
  for (Candidate& candidate : candidates) {
    const auto next = places.find({candidate.series, candidate.count + 1});
    const auto named = candidate.series.above.empty() ? first_number.end() : first_number.find(candidate.series.above);
    // The first of a series needs a second one behind it, or the heading that its front names before it.
    const bool begins = candidate.count == 1 && ((next != places.end() && next->second.second > candidate.block) ||
                                                 (named != first_number.end() && named->second < candidate.block));
    const auto before = reached.find(candidate.series);
    // The same number again is a heading that is repeated at the top of a page.
    const bool continues = before != reached.end() && (before->second + 1 == candidate.count || before->second == candidate.count);
    if (!begins && !continues) continue;
    reached[candidate.series] = candidate.count;
    out.emplace(candidate.block, std::move(candidate.heading));
  }
  return out;
}

}  // namespace jangbu
