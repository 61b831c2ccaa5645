// Letters over columns (예산액(A) | 집행액(B) | 집행률(B/A)) → identities of that table by field names, to be checked and used for repair.
// A group 소계 | 기투자 | 2025 | 2026 below one heading prints a sum without letters: the column called the whole is the sum of the others.
// Only where every column of figures in the group has a field: a sum with an unknown part would fail in every row.
//
//   2025년(A) | 2026년(B) | 증감액(B-A) | 증감률((B-A)/A)      change_amount = B − A, change_rate = (B − A) / A, of this table
#include "records/printed_identities.h"

#include <algorithm>
#include <map>
#include <optional>

#include "arithmetic/interval.h"
#include "records/column_evidence.h"

namespace jangbu {
namespace {

using Terms = std::vector<std::pair<int, std::string>>;

// Fields of letters; empty where one names no column, or two.
Terms terms_of(const std::vector<LetterTerm>& letters, const std::map<char, std::string>& named) {
  Terms out;
  for (const LetterTerm& term : letters) {
    const auto found = named.find(term.letter);
    if (found == named.end() || found->second.empty()) return {};
    out.emplace_back(term.sign, found->second);
  }
  return out;
}

// The field that each letter names; empty: one letter over two columns, of which none is the whole. 수입(B) over 계 | 출연금 | 이자: B is
// 계.
std::map<char, std::string> named_by_letters(const std::vector<TypedColumn>& columns) {
  std::map<char, std::string> named;
  std::map<char, std::size_t> whole;  // of a letter: its column that is called the whole
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const TypedColumn& column = columns[c];
    if (!column.facets.letters.name || !column.numeric) continue;
    const char letter = *column.facets.letters.name;
    const std::string key = column.typed() && !column.member ? column.key() : std::string();
    const auto [at, fresh] = named.emplace(letter, key);
    if (!fresh && at->second != key && !whole.contains(letter)) at->second.clear();
    if (!column.facets.has("total") || key.empty()) continue;
    const bool first = whole.emplace(letter, c).second;
    at->second = first ? key : std::string();
  }
  return named;
}

// 총사업비 | ’24~’25년 | ’26년 | ’27년 | ’28년: the years that are printed are all of the project's, where they add up to its cost in two
// rows and in most. Tables from `…까지` to `… 이후` say so by themselves (row_identities.h). Terms; empty: they are not all, or nobody
// knows.
Terms years_of_the_whole(const PartReading& reading, const Identity& identity) {
  const std::vector<TypedColumn>& columns = reading.typing.columns;
  std::optional<std::size_t> whole;
  std::vector<std::size_t> parts;
  bool before = false, after = false;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const TypedColumn& column = columns[c];
    if (!column.numeric) continue;
    if (!column.typed()) {
      if (column.facets.period) return {};  // a year that nobody understood
      continue;
    }
    if (column.member || column.field->measure != Measure::kAmount) continue;
    if (!column.yearly()) {
      if (column.field->name == identity.result) whole = c;
      before = before || column.field->name == identity.before;
      after = after || column.field->name == identity.after;
      if (column.field->name == identity.before || column.field->name == identity.after) parts.push_back(c);
      continue;
    }
    if (column.phase == "execution" || column.phase == "settlement") continue;
    before = before || column.period.starts_with("../");
    after = after || column.period.ends_with("/..");
    parts.push_back(c);
  }
  if (!whole || parts.size() < 2 || (before && after)) return {};
  const ColumnEvidence wholes = evidence_of(reading.view, columns[*whole].index, false);
  std::vector<ColumnEvidence> figures;
  for (const std::size_t part : parts) figures.push_back(evidence_of(reading.view, columns[part].index, false));
  int held = 0, failed = 0;
  for (std::size_t r = 0; r < wholes.figures.size(); ++r) {
    std::vector<SignedTerm> sum;
    for (const ColumnEvidence& part : figures) {
      if (part.figures[r]) sum.push_back({1, *part.figures[r]});
    }
    if (wholes.figures[r] && sum.size() > 1) ++(check_sum(*wholes.figures[r], sum).explained ? held : failed);
  }
  if (held < 2 || held <= failed) return {};
  Terms terms;
  for (const std::size_t part : parts) terms.emplace_back(1, columns[part].key());
  return terms;
}

}  // namespace

// Three kinds: what letters say, years that are all there are, and wholes above their parts.
void add_printed_identities(const PartReading& reading, std::size_t table, std::vector<PrintedIdentity>& out) {
  const std::vector<TypedColumn>& columns = reading.typing.columns;
  const std::map<char, std::string> named = named_by_letters(columns);
  const auto add = [&](const std::string& result, Terms terms, Terms base) {
    const bool known = std::any_of(out.begin(), out.end(), [&](const PrintedIdentity& identity) {
      return identity.table == table && identity.record_type == reading.typing.profile->type && identity.result == result &&
             identity.terms == terms && identity.base == base;
    });
    if (!known) out.push_back({table, reading.typing.profile->type, result, std::move(terms), std::move(base)});
  };
  for (const TypedColumn& column : columns) {
    const Lettering& letters = column.facets.letters;
    if (!column.typed() || column.member || letters.sum.empty()) continue;
    Terms sum = terms_of(letters.sum, named), base = terms_of(letters.base, named);
    if (sum.empty() || base.empty() != letters.base.empty()) {
      // 순세계잉여금(C-D-E), and nobody knows what E is: the source adds up more than is understood, and nothing can be said of it.
      const auto is_unread = [&](const LetterTerm& term) { return named.contains(term.letter) && named.at(term.letter).empty(); };
      if (std::any_of(letters.sum.begin(), letters.sum.end(), is_unread)) add(column.key(), {}, {});
      continue;
    }
    // 증감(B-A) over 금액 | %: a difference is no rate, nor a share an amount.
    if ((column.field->measure == Measure::kRate) != !base.empty()) continue;
    add(column.key(), std::move(sum), std::move(base));
  }
  for (const Identity& identity : reading.typing.profile->identities) {
    if (!identity.over_years) continue;
    if (Terms years = years_of_the_whole(reading, identity); !years.empty()) add(identity.result, std::move(years), {});
  }
  // 소계 | 기투자 | 2025 | 2026 below one heading.
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const TypedColumn& whole = columns[c];
    if (!whole.typed() || whole.member || !whole.facets.has("total") || whole.path.size() < 2 || !whole.facets.letters.sum.empty())
      continue;
    const std::string& group = whole.path[whole.path.size() - 2].text;
    Terms parts;
    bool complete = true;
    for (std::size_t k = 0; k < columns.size(); ++k) {
      const TypedColumn& part = columns[k];
      if (k == c || part.path.size() != whole.path.size() || part.path[part.path.size() - 2].text != group) continue;
      complete = complete && (part.typed() || !part.numeric) && !part.member && part.facets.has("total") == false;
      if (part.typed()) parts.emplace_back(1, part.key());
    }
    if (complete && parts.size() >= 2 && whole.field->measure == Measure::kAmount) add(whole.key(), std::move(parts), {});
  }
}

}  // namespace jangbu
