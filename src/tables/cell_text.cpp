// The lines of a cell become its text. A narrow column breaks `1,332,000` into `1,332,` and `000`: the pieces are one
// figure again where the first piece cannot be a figure by itself and all pieces together are a whole one. Two
// figures one below the other (`317,500` over `(31,800)`) stay two lines.
#include "tables/cell_text.h"

#include <string_view>

#include "text/digits.h"

namespace jangbu {
namespace {

void drop_prefix(std::string_view& text, std::string_view prefix) {
  if (text.starts_with(prefix)) text.remove_prefix(prefix.size());
}

// How far `text` is a figure in groups of three.
// Signs in front and brackets around are no part of the groups.
enum class Grouping {
  kNone,
  kBroken,  // it ends within a group, or behind a comma: 1,332,  1,33
  kWhole,   // 1,332,000
};

Grouping grouping(std::string_view text) {
  for (const std::string_view sign : {"(", "[", "△", "▲", "-", "−"}) drop_prefix(text, sign);
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at])) ++at;
  if (at == 0 || at > 3) return Grouping::kNone;
  int groups = 0;
  while (at < text.size() && text[at] == ',') {
    std::size_t digits = 0;
    while (at + 1 + digits < text.size() && is_digit(text[at + 1 + digits])) ++digits;
    if (digits < 3 && at + 1 + digits == text.size()) return Grouping::kBroken;
    if (digits != 3) return Grouping::kNone;
    at += 4;
    ++groups;
  }
  std::string_view rest = text.substr(at);
  if (rest.starts_with(".")) {
    rest.remove_prefix(1);
    while (!rest.empty() && is_digit(rest.front())) rest.remove_prefix(1);
  }
  drop_prefix(rest, "%");
  if (!rest.empty() && (rest.front() == ')' || rest.front() == ']')) rest.remove_prefix(1);
  return groups > 0 && rest.empty() ? Grouping::kWhole : Grouping::kNone;
}

// May `second` follow `first` within one figure? A blank in it means words or a second figure.
bool goes_on(std::string_view first, std::string_view second) {
  if (second.empty() || grouping(first) != Grouping::kBroken || second.find(' ') != std::string_view::npos) return false;
  if (!is_digit(second.front()) && second.front() != ',') return false;
  const std::string whole = std::string(first) + std::string(second);
  return grouping(whole) != Grouping::kNone;
}

}  // namespace

// As many lines as can be one figure are tried together; if no whole figure comes out, each stays a line of its own.
std::string cell_text(const std::vector<RunLine>& lines) {
  std::string text;
  for (std::size_t i = 0; i < lines.size();) {
    std::string line = lines[i].text;
    std::size_t end = i + 1;
    for (; end < lines.size() && goes_on(line, lines[end].text); ++end) line += lines[end].text;
    // What stays broken was no figure after all.
    if (end > i + 1 && grouping(line) != Grouping::kWhole) {
      line = lines[i].text;
      end = i + 1;
    }
    if (!text.empty()) text += '\n';
    text += line;
    i = end;
  }
  return text;
}

}  // namespace jangbu
