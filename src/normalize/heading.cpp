#include "normalize/heading.h"

#include <array>

#include "text/figure.h"
#include "text/label.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr std::size_t kLongestHeading = 60;     // code points; longer lines are sentences
constexpr std::size_t kLongestBoxHeading = 30;

struct Form {
  int rank;
  Pattern pattern;  // group 1 the number, group 2 the title
};

const std::array<Form, 6>& forms() {
  static const std::array<Form, 6> instance{{
      {1, Pattern(R"(^\s*([ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ]|[IVX]{1,5})\s*[.．]?\s+(.+)$)")},
      {1, Pattern(R"(^\s*(제\s*\d{1,2}\s*[장편])\s*[.．]?\s+(.+)$)")},
      {2, Pattern(R"(^\s*(\d{1,2})\s*[.．]\s*([^\d\s].*)$)")},
      {3, Pattern(R"(^\s*(\d{1,2})(?:\s*[|│ㅣ\]]\s*|\s+)([^\d\s].*)$)")},
      {4, Pattern(R"(^\s*([가나다라마바사아자차카타파하])\s*[.．]\s+(.+)$)")},
      {5, Pattern(R"(^\s*([□■❏❑│]|__|[\x{E000}-\x{F8FF}]|[\x{F0000}-\x{FFFFD}])\s*(.+)$)")},
  }};
  return instance;
}

// A sentence, a list of figures or a labelled line is no heading.
bool reads_as_title(std::string_view title, int rank) {
  static const Pattern no_title(R"([:：]\s*\S|[.!?。]$|[,;]$|\d[%,]\d|⇒|→|＝|=)");
  const std::size_t length = code_point_count(title);
  if (length < 2 || length > (rank == kBoxRank ? kLongestBoxHeading : kLongestHeading)) return false;
  if (no_title.found_in(title)) return false;
  std::size_t figures = 0;
  for (std::string_view word : words_of(title)) figures += is_plain_figure(word);
  return figures < 2;
}

}  // namespace

std::optional<Heading> heading_of(std::string_view line) {
  static const Pattern hangul(R"(\p{Hangul}{2}|[A-Za-z]{3})");
  for (const Form& form : forms()) {
    const auto groups = form.pattern.groups(line);
    if (groups.empty()) continue;
    Heading heading;
    heading.rank = form.rank;
    heading.number = std::string(groups[1]);
    heading.title = collapse_blanks(without_letter_spacing(without_markup(groups[2])));
    if (form.rank == kBoxRank) heading.number = "□";
    if (!reads_as_title(heading.title, form.rank) || !hangul.found_in(heading.title)) return std::nullopt;
    return heading;
  }
  return std::nullopt;
}

std::string shown(const Heading& heading) {
  if (heading.number.empty()) return heading.title;
  return heading.number + (heading.rank == 1 || heading.rank == 2 || heading.rank == 4 ? ". " : " ") + heading.title;
}

}  // namespace jangbu
