// Counts for each font what its text looks like: glyphs without a letter, syllables that Korean does not use; and
// for each page figures whose digits are syllables. A font with too many of these draws something else than it says,
// and its pages are told as unreadable.
// The hard case is not to doubt good text: names and dialect use rare syllables as well, one in hundreds, so that 15
// % of at least 20 syllables are asked for.
#include "extractors/pdf/font_doubts.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr std::size_t kFewestSyllables = 20;
constexpr double kStrange = 0.15;         // of the syllables; names and dialect have one in hundreds
constexpr double kUntold = 0.02;          // of the letters
constexpr double kPartOfPage = 0.05;      // that a page may have in such letters
constexpr std::size_t kFewDisguised = 5;  // figures of a page that are none
constexpr char32_t kFirst = 0xAC00, kLast = 0xD7A3;

// Is a syllable one of those that Korean uses?
bool in_use(char32_t syllable) {
  static const std::vector<bool> used = [] {
    std::vector<bool> table(kLast - kFirst + 1, false);
    for (const char32_t c : ks_x_1001()) {
      if (c >= kFirst && c <= kLast) table[c - kFirst] = true;
    }
    return table;
  }();
  return used[syllable - kFirst];
}

bool syllable(char32_t c) { return c >= kFirst && c <= kLast; }

// 가,나다라,마바사: what a figure looks like whose digits have become syllables.
bool disguised_figure(std::string_view text) {
  const std::u32string points = to_code_points(text);
  std::size_t at = 0;
  while (at < points.size() && syllable(points[at])) ++at;
  if (at == 0 || at > 3 || at == points.size()) return false;
  std::size_t groups = 0;
  for (; at < points.size(); at += 4, ++groups) {
    if (points[at] != U',' || at + 4 > points.size()) return false;
    if (!syllable(points[at + 1]) || !syllable(points[at + 2]) || !syllable(points[at + 3])) return false;
  }
  return groups > 0;
}

bool plain_figure(std::string_view text) {
  return text.find(',') != std::string_view::npos && text.find_first_not_of("0123456789,.-()%") == std::string_view::npos;
}

}  // namespace

void FontDoubts::add(const CapturedPage& page, const std::vector<Run>& runs) {
  for (const Glyph& glyph : page.glyphs) {
    Counts& counts = fonts_[glyph.font];
    ++counts.glyphs;
    ++counts.pages[page.number];
    counts.untold += glyph.untold ? 1 : 0;
    for (std::uint32_t i = 0; i < glyph.text_length; ++i) {
      const char32_t c = page.text[glyph.text_begin + i];
      if (!syllable(c)) continue;
      ++counts.syllables;
      counts.strange += in_use(c) ? 0 : 1;
    }
  }
  glyphs_[page.number] = page.glyphs.size();
  std::size_t disguised = 0, plain = 0;
  for (const Run& run : runs) {
    if (run.text.find(',') == std::string::npos) continue;
    disguised += disguised_figure(run.text) ? 1 : 0;
    plain += plain_figure(run.text) ? 1 : 0;
  }
  // A page with plain figures beside them may list names between commas.
  if (disguised >= kFewDisguised && disguised > 2 * plain) disguised_.insert(page.number);
}

// Two measures: codes without any letter, which no good font has many of, and syllables that nobody writes.
bool FontDoubts::doubtful(const Counts& counts) const {
  if (static_cast<double>(counts.untold) > kUntold * static_cast<double>(counts.glyphs)) return true;
  return counts.syllables >= kFewestSyllables && static_cast<double>(counts.strange) >= kStrange * static_cast<double>(counts.syllables);
}

// Pages with the fonts that make them doubtful; a page may be named for its figures alone.
void FontDoubts::tell(const std::vector<FontFacts>& fonts, Document& document) const {
  std::map<int, std::set<std::string>> pages;
  for (const auto& [number, counts] : fonts_) {
    if (!doubtful(counts)) continue;
    const std::string name = number > 0 && number <= fonts.size() ? fonts[number - 1U].name : std::string("without a name");
    // A page on which such a font draws a word or two is no worse for it.
    for (const auto& [page, glyphs] : counts.pages) {
      if (static_cast<double>(glyphs) >= kPartOfPage * static_cast<double>(glyphs_.at(page))) pages[page].insert(name);
    }
  }
  for (const int page : disguised_) pages[page];
  for (const auto& [page, names] : pages) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    document.degraded = true;
    document.diagnostics.push_back({"unreadable",
                                    list.empty() ? std::string("figures whose digits come out as syllables")
                                                 : "fonts that do not tell which letters they draw: " + list,
                                    page});
  }
}

}  // namespace jangbu
