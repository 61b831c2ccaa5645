// A paragraph → totals that print their parts. The text is read as code points with all quantities found once (text/quantity.h); then each
// bracket, and each quantity that says 총 or 계, is looked at for a list beside it. Three layouts: `total(parts)`, `parts, total` and
// `total: parts`. A list counts only if every item is one quantity with a label of words. Hard case: what is no list of parts (중, 등,
// 이상, shares, dates). Words that leave a list open, or a figure that counts other things, end it; a wrong total in a finding would be
// worse than one that is missed. `sure` says that nothing can be left out.
#include "audit/listed_totals.h"

#include <algorithm>
#include <optional>

#include "text/pattern.h"
#include "text/unicode.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

constexpr std::size_t kWidestGap = 10;     // code points between a total and its bracket: `18명 별도(`
constexpr std::size_t kLongestList = 300;  // code points inside of a bracket
constexpr std::size_t kLongestLabel = 30;

// Made once: patterns cost more to compile than to use.
struct Words {
  // What makes a list open, or its items no parts.
  Pattern open{any_of("list_openers")};
  Pattern all{"(?:" + any_of("totals_of_lists") + R"()\s*[:：]?\s*$)"};
  Pattern sum_label{any_of("sum_labels")};
  // Names of parts that leave nothing out: who pays, men and women.
  Pattern source{any_of("sources_of_money")};
  Pattern gender{any_of("genders")};
  Pattern says_none{R"(\s*(?:)" + any_of("of_some") + R"()\s*)"};  // `100명 중(남 20, 여 30)`
  Pattern letter{R"(\p{L})"};
};

const Words& words() {
  static const Words instance;
  return instance;
}

// One part of a list: what it is called, and how much.
struct Item {
  std::string label;
  Quantity quantity;
};

bool opens(char32_t c) { return c == U'(' || c == U'[' || c == U'〔'; }
bool closes(char32_t c) { return c == U')' || c == U']' || c == U'〕'; }
// Signs between items. `finely`: also those that stand inside of names (시·도), tried second.
bool parts_items(char32_t c, bool finely) {
  if (c == U',' || c == U';' || c == U'+' || c == U'、' || c == U'，') return true;
  return finely && (c == U'/' || c == U'·' || c == U'ㆍ' || c == U'․' || c == U'‧' || c == U'・' || c == U'･' || c == U'∙' || c == U'•');
}

// One paragraph. Positions are code points of `text_`.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(plain_width(to_code_points(text))), quantities_(quantities_in(text_)) {}

  // Brackets first, then quantities that claim to be a total.
  std::vector<ListedTotal> run() {
    std::vector<ListedTotal> out;
    for (std::size_t open = 0; open < text_.size(); ++open) {
      if (opens(text_[open])) {
        if (auto found = before_bracket(open)) out.push_back(std::move(*found));
      }
    }
    for (std::size_t q = 0; q < quantities_.size(); ++q) {
      if (!says_all(quantities_[q])) continue;
      if (auto found = after_list(quantities_[q])) out.push_back(std::move(*found));
      if (auto found = before_colon(quantities_[q])) out.push_back(std::move(*found));
    }
    return out;
  }

 private:
  std::string slice(std::size_t from, std::size_t to) const { return to_utf8(std::u32string_view(text_).substr(from, to - from)); }

  // 총 656억원: the word stands within eight code points before the figure.
  bool says_all(const Quantity& quantity) const {
    const std::size_t from = quantity.begin > 8 ? quantity.begin - 8 : 0;
    const auto groups = words().all.groups(slice(from, quantity.begin));
    return !groups.empty();
  }

  // The bracket that closes the one at `open`, if it comes within kLongestList.
  std::optional<std::size_t> closing(std::size_t open) const {
    int depth = 0;
    for (std::size_t i = open; i < text_.size() && i - open <= kLongestList; ++i) {
      if (opens(text_[i])) ++depth;
      if (closes(text_[i]) && --depth == 0) return i;
    }
    return std::nullopt;
  }

  // Quantities are in the order of the text.
  const Quantity* last_before(std::size_t at) const {
    const Quantity* found = nullptr;
    for (const Quantity& quantity : quantities_) {
      if (quantity.end > at) break;
      found = &quantity;
    }
    return found;
  }

  // `label figure`, `figure label` or a figure alone, what stands in brackets inside left out; nothing where it is anything else.
  std::optional<Item> item(std::size_t from, std::size_t to) const {
    Item out;
    std::u32string label;
    int figures = 0, depth = 0;
    for (std::size_t i = from; i < to;) {
      if (opens(text_[i])) ++depth;
      if (depth > 0) {
        if (closes(text_[i])) --depth;
        ++i;
        continue;
      }
      const auto here = std::find_if(quantities_.begin(), quantities_.end(), [&](const Quantity& q) { return q.begin == i; });
      if (here != quantities_.end() && here->end <= to) {
        out.quantity = *here;
        ++figures;
        label.push_back(U' ');
        i = here->end;
        continue;
      }
      if (text_[i] >= U'0' && text_[i] <= U'9') return std::nullopt;  // a number that counts nothing
      label.push_back(text_[i++]);
    }
    out.label = collapse_blanks(to_utf8(label));
    if (figures != 1 || code_point_count(out.label) > kLongestLabel) return std::nullopt;
    if (out.label.empty()) return out;  // `400,000천원`: no part, but it may say something else about the whole
    if (!words().letter.found_in(out.label) || words().open.found_in(out.label)) return std::nullopt;
    return out;
  }

  // Cut at commas first; only if that makes no list, at slashes and dots as well.
  std::vector<Item> items(std::size_t from, std::size_t to) const {
    for (const bool finely : {false, true}) {
      std::vector<Item> out;
      bool good = true;
      int depth = 0;
      for (std::size_t begin = from, i = from; i <= to && good; ++i) {
        if (i < to && opens(text_[i])) ++depth;
        if (i < to && closes(text_[i])) --depth;
        if (i < to && (depth > 0 || !parts_items(text_[i], finely) || inside_figure(i))) continue;
        if (auto one = item(begin, i)) {
          out.push_back(std::move(*one));
        } else {
          good = false;
        }
        begin = i + 1;
      }
      if (good && out.size() >= 2) return out;
    }
    return {};
  }

  // The comma of 1,234 parts nothing.
  bool inside_figure(std::size_t i) const {
    return std::any_of(quantities_.begin(), quantities_.end(), [&](const Quantity& q) { return q.begin <= i && i < q.end; });
  }

  // The items that count what the total counts. Nothing where some cannot be told, or fewer than two are left.
  static std::vector<Quantity> parts_of(const Quantity& total, const std::vector<Item>& items) {
    std::vector<Quantity> out;
    for (const Item& item : items) {
      Quantity part = item.quantity;
      if (part.plain) {  // `656억원(국비 26, 시비 630)`
        part.figure = {part.figure.value * total.scale,
                       total.figure.step == 0 ? 0 : (part.figure.step == 0 ? 1 : part.figure.step) * total.scale};
        part.counter = total.counter;
      } else if (part.counter.empty() && part.scale > 1 && (total.counter == "원" || total.counter.empty())) {
        part.counter = total.counter;
      }
      // 개 and 개소 count the same things, won only won.
      const bool same = part.counter == total.counter || part.counter.starts_with(total.counter) || total.counter.starts_with(part.counter);
      const bool money = part.counter == "원" || total.counter == "원";
      if (!same || (money && part.counter != total.counter)) {
        // `12개 사업(지정 5개, 자율 7개, 400,000천원)`: something else about the whole, behind its parts.
        if (out.size() < 2) return {};
        continue;
      }
      if (item.label.empty()) return {};
      out.push_back(std::move(part));
    }
    if (out.size() < 2) return {};
    return out;
  }

  // 국비 and 시비, or men and women: no third one is missing.
  static bool leave_nothing_out(const std::vector<Item>& items) {
    const auto every = [&](const Pattern& pattern) {
      return std::all_of(items.begin(), items.end(), [&](const Item& item) { return pattern.matches(item.label); });
    };
    return every(words().source) || every(words().gender);
  }

  // The gap between total and bracket may be a word (18명 별도), but none that makes the list a selection.
  std::optional<ListedTotal> before_bracket(std::size_t open) const {
    const auto close = closing(open);
    const Quantity* total = last_before(open);
    if (!close || !total || open - total->end > kWidestGap || total->plain) return std::nullopt;
    const std::string gap = slice(total->end, open);
    // Most gaps are told without the class of all letters, which is a large one to compile.
    static const Pattern signs(R"([!-@\[-`{-~])"), usual(R"([가-힣A-Za-z\s]*)"), words_only(R"([\p{L}\s]*)");
    if (signs.found_in(gap) || !(usual.matches(gap) || words_only.matches(gap)) || words().says_none.matches(gap) ||
        words().open.found_in(trim(gap) == "별도" ? "" : gap))
      return std::nullopt;
    const std::vector<Item> list = items(open + 1, *close);
    if (std::any_of(list.begin(), list.end(), [](const Item& item) { return words().sum_label.matches(item.label); })) return std::nullopt;
    std::vector<Quantity> parts = parts_of(*total, list);
    if (parts.empty()) return std::nullopt;
    const bool sure = (says_all(*total) || leave_nothing_out(list)) && parts.size() == list.size();
    return ListedTotal{slice(total->begin, *close + 1), *total, std::move(parts), sure};
  }

  // `서면(22회)·화상(53회)·대면회의(39회), 총 114회`
  std::optional<ListedTotal> after_list(const Quantity& total) const {
    // Without a counter (회, 명) a figure is a total of nothing that can be told.
    if (total.counter.empty()) return std::nullopt;
    std::size_t end = total.begin;
    while (end > 0 && !(text_[end - 1] == U',' || closes(text_[end - 1]) || text_[end - 1] == U'=')) {
      if (total.begin - end > 6) return std::nullopt;
      --end;
    }
    // The whole line in front, from its last colon, arrow or `(협의회)` on.
    std::vector<Quantity> parts;
    std::size_t begin = end;
    std::size_t at = end;
    while (at > 0) {
      // One item: its figure in brackets, its label, a mark in front.
      std::size_t i = at;
      while (i > 0 && (is_blank(text_[i - 1]) || text_[i - 1] == U',' || text_[i - 1] == U'=' || parts_items(text_[i - 1], true))) --i;
      if (i == 0 || !closes(text_[i - 1])) break;
      const auto quantity = std::find_if(quantities_.begin(), quantities_.end(), [&](const Quantity& q) { return q.end == i - 1; });
      if (quantity == quantities_.end() || quantity->begin == 0 || !opens(text_[quantity->begin - 1]) || quantity->counter != total.counter)
        break;
      std::size_t label = quantity->begin - 1;
      while (label > 0 && is_letter_or_digit(text_[label - 1])) --label;
      if (label == quantity->begin - 1) break;
      parts.insert(parts.begin(), *quantity);
      begin = at = label;
    }
    if (parts.size() < 2) return std::nullopt;
    return ListedTotal{slice(begin, total.end), total, std::move(parts), true};
  }

  // `총 114회: 서면 22회, 화상 53회, 대면 39회`
  std::optional<ListedTotal> before_colon(const Quantity& total) const {
    if (total.counter.empty()) return std::nullopt;
    std::size_t colon = total.end;
    while (colon < text_.size() && colon - total.end <= kWidestGap && (is_letter_or_digit(text_[colon]) || is_blank(text_[colon]))) ++colon;
    if (colon >= text_.size() || (text_[colon] != U':' && text_[colon] != U'：') || text_.size() - colon > kLongestList)
      return std::nullopt;
    const std::vector<Item> list = items(colon + 1, text_.size());
    if (list.empty()) return std::nullopt;
    for (const Item& item : list) {
      if (item.quantity.counter != total.counter) return std::nullopt;
    }
    std::vector<Quantity> parts = parts_of(total, list);
    if (parts.empty()) return std::nullopt;
    return ListedTotal{slice(total.begin, text_.size()), total, std::move(parts), true};
  }

  std::u32string text_;
  std::vector<Quantity> quantities_;
};

}  // namespace

// No digit, no total; a paragraph of more than 4,000 bytes is left alone.
std::vector<ListedTotal> listed_totals(std::string_view text) {
  // Most paragraphs print no list of figures at all.
  if (text.size() > 4000 || text.find_first_of("0123456789") == std::string_view::npos) {
    if (text.find("\xEF\xBC") == std::string_view::npos || text.size() > 4000) return {};  // full-width digits
  }
  return Reader(text).run();
}

}  // namespace jangbu
