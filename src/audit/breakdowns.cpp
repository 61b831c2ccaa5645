// The members of a breakdown add up to its measure: 정원 = 4급 + 5급 + …
//
// Which members part the whole is told by the table itself. A dimension does by itself (남 | 여), or all members together (1급 | 2급 |
// 공무직), or one dimension while the other parts one of its members (정무직 | 일반직, and 4급 | 5급 within 일반직). A way of adding up
// that holds in some rows and measures of the table is one; where it fails in others, they are findings. Where no way holds anywhere, the
// columns may not be all of the parts, or are misread: one doubt says so; but of one row and one way it is a finding. A row with a figure
// that no list knows may have a part there: it tells nothing.
//
//   정원 20 | 4급 3 | 5급 7 | 6급 10      holds by the dimension of grades; a row where it does not is a finding
#include <algorithm>
#include <map>

#include "arithmetic/printed_figure.h"
#include "audit/audit.h"
#include "audit/message.h"

namespace jangbu {
namespace {

const std::string kTogether;  // the name of the way that adds all members up

// A measure with the sum of some of its parts, which misses it.
struct Sum {
  const Record* record = nullptr;
  const Figure* value = nullptr;
  const ProfileField* field = nullptr;
  Verdict verdict;
};

// One way of adding members up, over all rows and measures of a table: how often it holds, and where it fails.
struct Way {
  int held = 0;
  std::vector<Sum> failed;
};

// A column that no field took may be one of the parts: the sum then fails for want of it.
bool has_unread_figure(const Record& record) {
  return std::any_of(record.others.begin(), record.others.end(),
                     [](const OtherValue& other) { return other.value && !other.value->is_zero(); });
}

// 총계 900 | 정무직 1 | 일반직 890 | 4급 8 … 7급이하 600 | 별정직 2: one of the parts is parted itself by those right behind it, which do
// not count again.
bool holds_nested(const Printed& total, const std::vector<SignedTerm>& terms) {
  constexpr std::size_t kMostParts = 24;  // of a row; the work is their cube
  if (terms.size() > kMostParts) return false;
  for (std::size_t whole = 0; whole + 2 < terms.size(); ++whole) {
    for (std::size_t end = whole + 3; end <= terms.size(); ++end) {
      const std::vector<SignedTerm> inner(terms.begin() + static_cast<std::ptrdiff_t>(whole) + 1,
                                          terms.begin() + static_cast<std::ptrdiff_t>(end));
      if (!check_sum(terms[whole].figure, inner).explained) continue;
      std::vector<SignedTerm> outer(terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(whole) + 1);
      outer.insert(outer.end(), terms.begin() + static_cast<std::ptrdiff_t>(end), terms.end());
      if (check_sum(total, outer).explained) return true;
    }
  }
  return false;
}

// For each measure of the record and each way: does it hold? `kTogether` collects the members of all dimensions.
// Where a row prints members of one dimension only, these are all there are: 직급별 and all together are one sum in it.
void add_sums(const Record& record, const Profile& profile, std::map<std::string, Way>& ways) {
  std::map<std::string, std::map<std::string, std::vector<SignedTerm>>> by_measure;
  for (const Figure& part : record.breakdown) {
    auto& by_dimension = by_measure[part.field];
    auto& own = by_dimension[part.dimension];
    if (!part.value) continue;
    const SignedTerm term{1, as_printed(part)};
    own.push_back(term);
    by_dimension[kTogether].push_back(term);
  }
  for (auto& [measure, sums] : by_measure) {
    const Figure* value = record.find(measure);
    const ProfileField* field = profile.field(measure);
    if (!value || !value->value || !field) continue;
    for (const auto& [dimension, terms] : sums) {
      if (terms.empty()) continue;
      Way& way = ways[dimension];
      if (terms.size() < 2 && sums.size() > 2) continue;  // 공무직 beside grades: one part among others parts no whole
      // Heads are counted, not rounded: their step is 0 and any difference is one.
      const Verdict verdict = check_sum(as_printed(*value), terms);
      if (verdict.explained || holds_nested(as_printed(*value), terms)) {
        ++way.held;
      } else if (!has_unread_figure(record)) {
        way.failed.push_back({&record, value, field, verdict});
      }
    }
  }
}

// A warning: the table itself tells which members are parts, and that may be wrong.
Finding finding_of(const Document& document, const Sum& sum, const std::string& dimension) {
  const Table& table = document.tables[sum.record->table_index];
  const Figure& value = *sum.value;
  const long double printed = as_printed(value).value;
  Finding finding = make_finding(FindingKind::kSum, document, {sum.record}, value, printed, sum.verdict.computed, sum.verdict.tolerance);
  finding.severity = Severity::kWarning;
  const Shown p = shown_printed(value, *sum.record, table), c = shown_value(sum.verdict.computed, value, *sum.record, table);
  tell(finding, told("finding.breakdown", {{"place", shown_place(*sum.record, table)},
                                           {"field", sum.field->korean, value.field},
                                           {"printed", p},
                                           {"parts", dimension.empty() ? told("finding.parts") : Told{dimension, dimension}},
                                           {"computed", c}}));
  return finding;
}

// No way of adding up holds in any row: one doubt for the table, at the first row that fails.
Finding doubt_of(const Document& document, const Sum& first, std::size_t rows) {
  const Table& table = document.tables[first.record->table_index];
  Finding finding = make_finding(FindingKind::kDoubt, document, {first.record}, *first.value, 0, 0, 0);
  finding.printed = finding.computed = finding.tolerance = std::nullopt;
  finding.severity = Severity::kInfo;
  tell(finding,
       told("finding.breakdown_doubt", {{"table", table.id}, {"field", first.field->korean, first.value->field}, {"count", rows}}));
  return finding;
}

}  // namespace

// Records of one table and type share their ways of adding up: what holds in one row tells about the others.
void check_breakdowns(const Document& document, const std::vector<Record>& records, const std::vector<Profile>& profiles,
                      std::vector<Finding>& findings) {
  for (std::size_t begin = 0; begin < records.size();) {
    std::size_t end = begin;
    std::map<std::string, Way> ways;
    for (; end < records.size() && records[end].table_index == records[begin].table_index && records[end].type == records[begin].type;
         ++end) {
      const Profile* profile = records[end].breakdown.empty() ? nullptr : profile_for(profiles, records[end].type);
      if (profile) add_sums(records[end], *profile, ways);
    }
    begin = end;
    if (ways.size() == 2) ways.erase(kTogether);  // one dimension is all there is
    // A way that holds nowhere is no way of this table, unless it is the only one and a single row speaks.
    const bool alone = ways.size() == 1;
    const bool never = std::none_of(ways.begin(), ways.end(), [](const auto& entry) { return entry.second.held > 0; });
    if (never && !ways.empty() && !(alone && ways.begin()->second.failed.size() == 1)) {
      const auto most = std::max_element(ways.begin(), ways.end(),
                                         [](const auto& a, const auto& b) { return a.second.failed.size() < b.second.failed.size(); });
      if (!most->second.failed.empty()) findings.push_back(doubt_of(document, most->second.failed.front(), most->second.failed.size()));
      continue;
    }
    for (const auto& [dimension, tried] : ways) {
      const Way& way = tried;
      if (way.held == 0 && (!alone || way.failed.size() > 1)) continue;
      // Another way holds more often, and fails only where this one does: that is how the table adds up, and this one held by chance.
      const auto fails_here = [&way](const Sum& sum) {
        return std::any_of(way.failed.begin(), way.failed.end(),
                           [&sum](const Sum& own) { return own.record == sum.record && own.field == sum.field; });
      };
      const bool other = std::any_of(ways.begin(), ways.end(), [held = way.held, &fails_here](const auto& entry) {
        return entry.second.held > held && std::all_of(entry.second.failed.begin(), entry.second.failed.end(), fails_here);
      });
      if (other) continue;
      for (const Sum& sum : way.failed) findings.push_back(finding_of(document, sum, dimension));
    }
  }
}

}  // namespace jangbu
