// Numbers are collected by their series (the word in front of them, and the numbers that they begin with); a second pass keeps those that
// the one before, the one after or the number above proves.
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
    const bool begins = candidate.count == 1 && ((next != places.end() && next->second.second > candidate.block) ||
                                                 (named != first_number.end() && named->second < candidate.block));
    const auto before = reached.find(candidate.series);
    const bool continues = before != reached.end() && (before->second + 1 == candidate.count || before->second == candidate.count);
    if (!begins && !continues) continue;
    reached[candidate.series] = candidate.count;
    out.emplace(candidate.block, std::move(candidate.heading));
  }
  return out;
}

}  // namespace jangbu
