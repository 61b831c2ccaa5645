// Commas that OCR took for points, in running text:
//   before: 총 130억원 규모의 민간자원 연계 … 본청(62건, 6.519백만원), 공사(164건, 6.481백만원)
//   after:  … 본청(62건, 6,519백만원), 공사(164건, 6,481백만원)
// Three digits behind the point of an amount in 천원 or 백만원 are no decimals, but that alone proves nothing. All such amounts of
// a paragraph are read with commas only where their sum is then an amount that the paragraph or one just above prints, and was
// not so before.
#include <algorithm>
#include <cmath>

#include "arithmetic/interval.h"
#include "normalize/normalize.h"
#include "text/quantity.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr std::size_t kParagraphsAbove = 4;
constexpr long double kFinest = 1e3L;  // 천원: amounts in won have no decimals at all

bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

struct Doubtful {
  Quantity as_printed;
  std::size_t point;  // code point of the `.`
  Printed with_comma;
};

// `6.519백만원`: 1 to 3 digits, a point, exactly 3 digits.
std::vector<Doubtful> doubtful_in(const std::u32string& text, const std::vector<Quantity>& quantities) {
  std::vector<Doubtful> out;
  for (const Quantity& quantity : quantities) {
    if (quantity.counter != "원" || quantity.scale < kFinest || quantity.scale > 1e6L) continue;
    std::size_t digits = quantity.begin;
    while (digits < quantity.end && (is_ascii_digit(text[digits]) || text[digits] == U',')) ++digits;
    if (digits >= quantity.end || text[digits] != U'.' || digits - quantity.begin > 3) continue;
    std::size_t behind = digits + 1;
    while (behind < quantity.end && is_ascii_digit(text[behind])) ++behind;
    if (behind - digits - 1 != 3) continue;
    out.push_back({quantity, digits, {quantity.figure.value * 1000, quantity.scale}});
  }
  return out;
}

// Whether the parts make the total, read with points or with commas.
bool adds_up(const Printed& total, const std::vector<Doubtful>& parts, bool with_comma) {
  std::vector<SignedTerm> terms;
  for (const Doubtful& part : parts) terms.push_back({1, with_comma ? part.with_comma : part.as_printed.figure});
  return check_sum(total, terms).explained;
}

}  // namespace

// Paragraph by paragraph; the original text stays, the repaired one stands beside it.
void repair_prose_figures(Document& document) {
  std::vector<Block>& blocks = document.blocks;
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    if (blocks[b].kind != Block::Kind::kParagraph) continue;
    Paragraph& paragraph = blocks[b].paragraph;
    if (paragraph.best_text().find('.') == std::string::npos) continue;
    std::u32string text = to_code_points(paragraph.best_text());
    const auto quantities = quantities_in(text);
    const auto doubtful = doubtful_in(text, quantities);
    // A single amount proves nothing: a sum needs two parts.
    if (doubtful.size() < 2) continue;
    bool proved = false;
    const auto ask = [&](const std::vector<Quantity>& totals) {
      for (const Quantity& total : totals) {
        if (total.counter != "원" || std::any_of(doubtful.begin(), doubtful.end(), [&](const Doubtful& d) {
              return &totals == &quantities && d.as_printed.begin == total.begin;
            }))
          continue;
        proved = proved || (adds_up(total.figure, doubtful, true) && !adds_up(total.figure, doubtful, false));
      }
    };
    ask(quantities);
    // The total may stand in a heading sentence above the list of parts.
    for (std::size_t above = 1, seen = 0; !proved && seen < kParagraphsAbove && above <= b; ++above) {
      if (blocks[b - above].kind != Block::Kind::kParagraph) break;
      ++seen;
      ask(quantities_in(to_code_points(blocks[b - above].paragraph.best_text())));
    }
    if (!proved) continue;
    for (const Doubtful& one : doubtful) {
      const auto words = [&] {
        return to_utf8(std::u32string_view(text).substr(one.as_printed.begin, one.as_printed.end - one.as_printed.begin));
      };
      const std::string before = words();
      text[one.point] = U',';
      document.repairs.push_back({"prose_figure", "", before, words(), "", -1, -1, 1.0});
    }
    paragraph.repaired = to_utf8(text);
  }
}

}  // namespace jangbu
