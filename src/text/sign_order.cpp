// Counts for each pair of signs in how many lists the one comes first, how often it leads to the other, and in how many it comes again
// behind. Hard cases: a sign that stands once in front of each list (a summary's) is above nothing, since no list comes back to it; a list
// with a single second level under its last line does not come back either, but where signs count ((1), (2), ①) that they went on is as
// good.
//
//   ▶ 가        ▶ stands before □, leads to it three times and comes back behind it: above □ in this report
//     □ 나
//   ▶ 다        where each list begins with one ▶ and never comes back to it, that tells nothing
//     □ 라
//   ▶ 마
//     □ 바
#include "text/sign_order.h"

#include <algorithm>
#include <set>
#include <utility>

#include "text/pattern.h"

namespace jangbu {
namespace {

constexpr std::string_view kBullet = "•", kHollow = "▷";
constexpr int kDeepestLifted = 50;  // ▶: a dash that begins a list is its summary more often than its title
constexpr int kDashRank = 60;

struct Order {
  int first = 0, leads = 0;  // lists in which a stands before b; lines of a right before one of b
  int again = 0;             // lists in which a comes again behind b
  int several = 0;           // lists in which a comes at least twice
};

// Signs of which a second one says that the list went on.
bool counts(std::string_view kind) {
  return kind == "1." || kind == "가." || kind == "1)" || kind == "가)" || kind == "(1)" || kind == "(가)";
}

// □ may stand below whatever a title has; the signs of plain lists change places among each other, and • with the dash.
bool may_stand_above(std::string_view above, int own, int other) {
  if (above == kBullet) return other >= kDashRank && other <= own;
  if (own <= other || own > kDeepestLifted) return false;
  return other == kBoxSignRank || (other >= kCircleSignRank && own > kCircleSignRank);
}

}  // namespace

std::string_view sign_class(const OutlineSign& sign) {
  static const Pattern bullet(R"(^[•‣⦁]$)"), hollow(R"(^[▷▹▻]$)");
  if (sign.kind == "·" && bullet.matches(sign.sign)) return kBullet;
  return sign.kind == "▶" && hollow.matches(sign.sign) ? kHollow : sign.kind;
}

std::map<std::string_view, int> lifted_signs(const std::vector<SeenSign>& lines) {
  using Pair = std::pair<std::string_view, std::string_view>;
  std::map<std::string_view, int> count, rank_of, here;  // lines in all; ranks; lines of this list
  std::set<Pair> returned;                               // in this list
  std::map<Pair, Order> order;
  std::vector<std::string_view> list;  // classes, in the order in which they came
  std::string_view before;
  const auto end_list = [&] {
    for (std::size_t a = 0; a < list.size(); ++a) {
      if (here[list[a]] < 2) continue;
      for (std::size_t b = a + 1; b < list.size(); ++b) ++order[{list[a], list[b]}].several;
    }
    list.clear();
    here.clear();
    returned.clear();
    before = {};
  };
  for (const SeenSign& line : lines) {
    if (line.kind.empty()) {
      end_list();
      continue;
    }
    if (line.rank >= kNoteRank || line.kind == "▲" || line.kind == "→") continue;
    rank_of[line.kind] = line.rank;
    ++here[line.kind];
    const auto own = std::find(list.begin(), list.end(), line.kind);
    if (own == list.end()) {
      for (const std::string_view other : list) ++order[{other, line.kind}].first;
      list.push_back(line.kind);
    } else if (before != line.kind) {
      for (auto other = own + 1; other != list.end(); ++other) {
        if (returned.insert({line.kind, *other}).second) ++order[{line.kind, *other}].again;
      }
    }
    ++count[line.kind];
    if (!before.empty() && before != line.kind) ++order[{before, line.kind}].leads;
    before = line.kind;
  }
  end_list();
  // A pair counts where it leads at least twice, one way round four times as often as the other, and comes back in half of its lists.
  std::map<std::string_view, int> lifted;
  for (const auto& [pair, told] : order) {
    const auto& [above, below] = pair;
    const auto back = order.find({below, above});
    const Order other = back == order.end() ? Order{} : back->second;
    const int own = rank_of[above], other_rank = rank_of[below];
    if (!may_stand_above(above, own, other_rank)) continue;
    if (told.leads < 2 || told.first < 4 * other.first) continue;
    const int came_back = counts(above) ? std::max(told.again, told.several) : told.again;
    if (2 * came_back < told.first) continue;
    // Above □ stand titles: most lines of that sign lead to one.
    if (other_rank == kBoxSignRank && 2 * told.leads < count[above]) continue;
    // One list tells little: then nearly every line must lead.
    if (told.first < 2 && (told.first < 1 || told.leads < 3 || 4 * told.leads < 3 * count[above])) continue;
    const auto [at, fresh] = lifted.emplace(above, other_rank - 1);
    if (!fresh) at->second = std::min(at->second, other_rank - 1);
  }
  return lifted;
}

}  // namespace jangbu
