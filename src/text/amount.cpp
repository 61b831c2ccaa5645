// Finds money in prose. One expression finds candidates; what stands in front and behind decides whether they are
// money; worth_of adds the terms (`1억 2,500만`), whose units have to come down from term to term. Brackets right
// behind are read as parts where they hold nothing else.
// Hard cases: `3천 원어민` and `20억 어절` are no money; `10~20억원` is a range; `국비 75, 시비 30억원` prints the unit once for
// both; `(’22년) 444억원` has a year of its own. All sums are checked against kMost, so that hostile figures cannot
// overflow.
#include "text/amount.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "jangbu/decimal.h"
#include "text/pattern.h"
#include "text/unicode.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

constexpr std::size_t kMostDigits = 17;
constexpr std::int64_t kMost = 100'000'000'000'000'000;  // won: fifty thousand times the national budget
constexpr std::size_t kLongestBracket = 600;             // bytes between the brackets of an amount
constexpr std::size_t kMostListed = 8;
constexpr std::size_t kLongestName = 80;  // bytes before an amount that may name its source

// Pieces of expressions, glued by the preprocessor: a figure, a unit, a figure with its unit, years. Names of sources
// are data.
#define FIGURE R"((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
#define UNIT R"((?:[십백천]?[만억조]|[십백천]))"
#define TERM FIGURE R"((?:\s?여)?\s?)" UNIT
#define YEAR R"((['’‘`´′]\s?\d\d\s?(?:년도?)?|(?:19|20)\d\d\s?(?:년도?)?|\d\d\s?년도?))"

struct Words {
  // 1 sign; 2 terms and what may follow them without a unit, 3 the 원 behind; or 4 a figure alone, 5 its 원
  Pattern money{R"(([△▲∆]?)(?:((?:)" TERM R"(\s?)+(?:)" FIGURE R"()?)((?:\s?여)?\s?원)?|()" FIGURE R"()((?:\s?여)?\s?원)))"};
  Pattern term{R"(^\s?()" FIGURE R"()(?:\s?여)?\s?([십백천]?)([만억조]?))"};
  Pattern inside_figure{R"(\d[.,]?$)"};
  Pattern range_in_front{R"([\d십백천만억조원]\s?[~∼〜-]\s?$)"};
  Pattern no_money{R"(^[칙어생자])"};  // 3천 원어민, 5천 원생
  Pattern after_won{R"(^(?:$|[^\p{Hangul}]|[씩을은이에의과으도까부대정미초가인짜규상]))"};
  Pattern budget_in_front{"(?:" + any_of("amount_openers") + R"()\s*:?\s*(?:약|총|△|▲)?\s*$)"};
  Pattern size_behind{R"(^(?:\s?여)?\s?규모)"};
  Pattern brackets{R"(^\s{0,2}[(\[]([^()\[\]]*)[)\]])"};
  // 1 name, 2 sign, 3 figure with units, 4 원
  Pattern part{R"(^\s*([^,()/+;:]{0,40}?[^\d\s,.():/△▲])\s*:?\s*([△▲∆]?)((?:)" TERM R"(\s?)+|)" FIGURE
               R"()((?:\s?여)?\s?원)?\s*(?:[,/+;·ㆍ、]|$))"};
  Pattern source{"^(?:" + any_of("sources_of_amounts") + ")$"};
  Pattern source_in_front{R"((?:^|[\s(\[,/·ㆍ+:])((?:)" + any_of("sources_of_amounts") + R"())\s?:?\s?$)"};
  Pattern listed_in_front{"(" FIGURE R"()\s?[,/+·ㆍ]\s?$)"};
  // 1, 2 the years of a range, or 3 one year: with its mark, its 년 or all of its digits
  Pattern years_in_front{"(?:" YEAR R"(\s?[~∼〜～-]\s?)" YEAR "|" YEAR R"()\s?[)\]]?\s{0,2}[:：]?\s{0,2}(?:약|총)?\s?$)"};
  Pattern years_behind{R"(^\s{0,2}[(\[]\s?(?:)" YEAR R"(\s?[~∼〜～-]\s?)" YEAR "|" YEAR R"()\s?[)\]])"};
};

const Words& words() {
  static const Words instance;
  return instance;
}

// 1 for an empty unit.
std::int64_t multiplier(std::string_view unit) {
  if (unit == "십") return 10;
  if (unit == "백") return 100;
  if (unit == "천") return 1'000;
  if (unit == "만") return 10'000;
  if (unit == "억") return 100'000'000;
  if (unit == "조") return 1'000'000'000'000;
  return 1;
}

// What a run of terms is worth.
struct Worth {
  std::int64_t won = 0, step = 1;
  std::int64_t unit = 1;             // of its only term; 1 where there are several
  bool in_hundred_millions = false;  // 억 or 조 is printed: rarely anything but money beside money
  std::size_t length = 0;            // bytes that were read
};

// The digits of a printed figure as a decimal; nothing where it has more than any amount.
std::optional<Decimal> figure_of(std::string_view text) {
  Decimal value;
  std::size_t digits = 0;
  bool fraction = false;
  for (const char c : text) {
    if (c == '.') fraction = true;
    if (c < '0' || c > '9') continue;
    if (++digits > kMostDigits) return std::nullopt;
    value.digits = value.digits * 10 + (c - '0');
    value.scale += fraction;
  }
  return value;
}

// `1억 2,500만`, `2천5백만`, `829,200천`: units must come down from term to term, or the terms are not one amount.
// With `loose_end` a figure without a unit may close it: `1억 5,000`.
std::optional<Worth> worth_of(std::string_view text, bool loose_end) {
  Worth worth;
  // total: terms with 만, 억, 조. block: thousands and hundreds that still wait for one (`2천5백` of `2천5백만`).
  std::int64_t total = 0, block = 0, last_big = kMost, last_small = kMost;
  int terms = 0;
  for (std::string_view rest = text; !rest.empty();) {
    const auto groups = words().term.groups(rest);
    if (groups.empty()) break;
    const bool bare = groups[2].empty() && groups[3].empty();
    if (bare && terms > 0 && !loose_end) break;
    const auto figure = figure_of(groups[1]);
    const std::int64_t small = multiplier(groups[2]), big = multiplier(groups[3]);
    // Only the last term may have decimals: `1.5억 2,000만` is two amounts.
    if (!figure || (terms > 0 && (figure->scale > 0 || worth.step == 0))) return std::nullopt;
    if (small >= last_small || (big > 1 && big >= last_big)) return std::nullopt;
    const auto value = figure->times(small * (groups[3].empty() ? 1 : big));
    const auto step = Decimal{1, figure->scale}.times(small * big);
    if (!value || !step || !value->whole() || *value->whole() > kMost) return std::nullopt;
    if (big > 1) {
      // Thousands and hundreds printed in front belong to this unit: 2천5백만 is 2,500만.
      if (block > kMost / big) return std::nullopt;
      total += block * big + *value->whole();
      block = 0;
      last_big = big;
      last_small = kMost;
    } else {
      block += *value->whole();
      last_small = small;
    }
    if (total > kMost || block > kMost) return std::nullopt;
    worth.step = step->whole().value_or(0);
    worth.unit = terms == 0 ? small * big : 1;
    worth.in_hundred_millions = worth.in_hundred_millions || big >= 100'000'000;
    worth.length += groups[0].size();
    rest.remove_prefix(groups[0].size());
    ++terms;
  }
  if (terms == 0 || total + block > kMost) return std::nullopt;
  worth.won = total + block;
  return worth;
}

// The last bytes of a text; may begin in the middle of a character, which the patterns do not mind.
std::string_view tail(std::string_view text, std::size_t bytes) { return text.substr(text.size() - std::min(text.size(), bytes)); }

std::string trimmed_back(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return std::string(text);
}

// 2022 of `’22년`; 2023/2027 of a range.
std::string edtf_of(std::string_view first, std::string_view last, std::string_view only) {
  const auto year = [](std::string_view printed) {
    std::string digits;
    for (const char c : printed) {
      if (c >= '0' && c <= '9') digits += c;
    }
    if (digits.size() == 4) return digits;
    return (digits >= "70" ? "19" : "20") + digits;
  };
  if (!only.empty()) return year(only);
  return year(first) <= year(last) ? year(first) + "/" + year(last) : std::string();
}

// The year that stands right in front of an amount, or in brackets behind it.
std::string period_beside(std::string_view before, std::string_view behind) {
  auto groups = words().years_in_front.groups(before);
  if (groups.empty()) groups = words().years_behind.groups(behind);
  return groups.empty() ? std::string() : edtf_of(groups[1], groups[2], groups[3]);
}

// `국비 75, 시비 30억원`: figures in front that have the unit of this one.
std::vector<Amount> listed_before(std::string_view before, const Worth& worth) {
  std::vector<Amount> out;
  if (worth.unit <= 1) return out;
  // From right to left: each figure needs a source of money in front.
  while (out.size() < kMostListed) {
    const auto name = words().source_in_front.groups(before);
    if (name.empty()) break;
    const std::string_view upto = before.substr(0, static_cast<std::size_t>(name[1].data() - before.data()));
    const auto figure = words().listed_in_front.groups(upto);
    if (figure.empty()) break;
    before = before.substr(0, static_cast<std::size_t>(figure[1].data() - before.data()));
    if (words().inside_figure.found_in(before) || !words().source_in_front.found_in(before)) break;
    const auto value = figure_of(figure[1]);
    const auto won = value ? value->times(worth.unit) : std::nullopt;
    const auto step = value ? Decimal{1, value->scale}.times(worth.unit) : std::nullopt;
    if (!won || !won->whole() || *won->whole() > kMost) break;
    out.insert(out.begin(), Amount{std::string(figure[1]), *won->whole(), step->whole().value_or(1), {}, {}});
  }
  return out;
}

// What stands in the brackets of an amount, if that is nothing but its parts.
std::vector<AmountPart> parts_of(std::string_view inside, const Worth& whole) {
  std::vector<AmountPart> parts;
  bool all_sources = true, all_units = true;
  while (!trim(inside).empty()) {
    const auto groups = words().part.groups(inside);
    if (groups.empty()) return {};
    AmountPart part{trim(groups[1]), trimmed_back(std::string(groups[2]) + std::string(groups[3]) + std::string(groups[4])), 0, 1};
    const auto worth = worth_of(groups[3], false);
    if (!worth) return {};
    // A bare figure (`국비 75`) takes the unit of the amount outside of the brackets.
    const bool bare = worth->unit == 1 && groups[4].empty() && worth->step <= 1;
    const std::int64_t factor = bare ? whole.unit : 1;
    const auto figure = figure_of(groups[3]);
    if (bare) {
      const auto won = figure ? figure->times(factor) : std::nullopt;
      const auto step = figure ? Decimal{1, figure->scale}.times(factor) : std::nullopt;
      if (!won || !won->whole() || *won->whole() > kMost) return {};
      part.won = *won->whole();
      part.step = step->whole().value_or(1);
    } else {
      part.won = worth->won;
      part.step = std::max<std::int64_t>(worth->step, 1);
    }
    if (!groups[2].empty()) part.won = -part.won;
    if (part.name.empty()) return {};  // blanks alone: whose part it is is not said
    all_sources = all_sources && words().source.found_in(part.name);
    all_units = all_units && !bare && (worth->in_hundred_millions || !groups[4].empty());
    parts.push_back(std::move(part));
    inside.remove_prefix(groups[0].size());
  }
  // Names that are no sources count only where all print their unit, and at least two: `(3개소, 2명)` is no list of
  // parts.
  if (!all_sources && (!all_units || parts.size() < 2)) return {};
  return parts;
}

}  // namespace

// Candidates from left to right; `from` moves behind each, whether it was money or not.
std::vector<Amount> amounts_in(std::string_view printed) {
  std::vector<Amount> out;
  const std::string plain = half_width(printed);
  const std::string_view text = plain;
  for (std::size_t from = 0; from < text.size();) {
    const auto groups = words().money.groups(text.substr(from));
    if (groups.empty()) break;
    const auto begin = static_cast<std::size_t>(groups[0].data() - text.data());
    const bool alone = groups[2].empty();
    const std::string_view figures = alone ? groups[4] : groups[2];
    const bool won_printed = !groups[alone ? 5 : 3].empty();
    from = begin + groups[0].size();
    const std::string_view before = tail(text.substr(0, begin), kLongestName);
    // Inside of a longer figure (1,2345억, 21.8.13억) or the end of a range.
    if (words().inside_figure.found_in(before)) continue;
    if (words().range_in_front.found_in(before)) continue;
    const auto worth = worth_of(figures, won_printed);
    if (!worth) continue;
    const auto figures_begin = static_cast<std::size_t>(figures.data() - text.data());
    std::size_t end = won_printed ? begin + groups[0].size() : figures_begin + worth->length;
    if (won_printed && worth->length < trimmed_back(figures).size()) continue;
    const std::string_view behind = text.substr(end, 40);
    if (won_printed) {
      // The syllable behind may go on a word: `원` of `원칙`, `원생`.
      if (words().no_money.found_in(behind) || (alone && !words().after_won.found_in(behind))) continue;
    } else if (!words().budget_in_front.found_in(before) && !words().size_behind.found_in(behind)) {
      from = end;
      continue;
    } else if (worth->unit < 10'000 && !worth->in_hundred_millions) {
      from = end;
      continue;  // 예산 3천: thousands of what?
    }
    Amount amount{trimmed_back(text.substr(begin, end - begin)),
                  groups[1].empty() ? worth->won : -worth->won,
                  std::max<std::int64_t>(worth->step, 1),
                  {},
                  {}};
    amount.period = period_beside(before, behind);
    for (Amount& listed : listed_before(before, *worth)) out.push_back(std::move(listed));
    from = end;
    const auto brackets = words().brackets.groups(text.substr(end, kLongestBracket));
    if (!brackets.empty()) {
      // What was read as a part is not given as an amount again.
      amount.parts = parts_of(brackets[1], *worth);
      if (!amount.parts.empty()) from = end + brackets[0].size();
    }
    out.push_back(std::move(amount));
  }
  return out;
}

}  // namespace jangbu
