// A total is the sum of its parts, in every additive column.
//
//   합계  900        = 500 + 400: holds
//    가과 500        = 300 + 190: a finding of the column, unless rounding (half a step for each figure) explains the 10
//    기금(별도) 70   left out of the second try: its name puts it apart
#include <map>

#include "arithmetic/printed_figure.h"
#include "audit/audit.h"
#include "audit/message.h"
#include "records/hierarchy.h"
#include "text/pattern.h"
#include "text/unicode.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

// Fields that the profile calls additive, and amounts and counts of other years; rates and averages do not add up.
std::vector<const Figure*> additive_figures(const Record& record, const Profile& profile) {
  std::vector<const Figure*> out;
  for (const Figure& value : record.values) {
    const ProfileField* field = profile.field(value.field);
    if (field && field->additive) out.push_back(&value);
  }
  for (const Figure& value : record.yearly) {
    if (value.measure == Measure::kAmount || value.measure == Measure::kCount) out.push_back(&value);
  }
  return out;
}

// 기금(별도), 기간제(정원 외): printed below a total that leaves it out.
bool says_apart(const std::string& name) {
  static const Pattern apart(R"([(\[〔][^)\]〕]*(?:)" + any_of("put_apart") + R"()[^)\]〕]*[)\]〕])");
  // ※ 일자리, (교부금 제외), 이 중 국고: said of a row above, and no row of its own.
  static const Pattern of_a_row_above(R"(^\s*(?:※.*|[(（][^()（）]*[)）]|[이그]\s*중[\s:,(].*)\s*$)");
  return apart.found_in(name) || of_a_row_above.matches(name);
}

// 내부거래 제거, 회계간 전출입(공제): what the total takes out, printed without a sign.
bool says_taken_out(const std::string& name) {
  static const Pattern out("(?:" + any_of("taken_out") + R"()(?:\s*[액분])?\s*[)\]〕]?\s*$)");
  return out.found_in(name);
}

// 총지출 over 예산 | 기금 and again over 복지 | 보건: the rows part the whole in two ways or more, one behind the other, each to the last
// digit.
bool parted_again(const Printed& total, const std::vector<SignedTerm>& terms) {
  std::vector<SignedTerm> run;
  int runs = 0;
  for (const SignedTerm& term : terms) {
    run.push_back(term);
    if (run.size() < 2 || !check_sum(total, run).explained) continue;
    run.clear();
    ++runs;
  }
  return runs >= 2 && run.empty();
}

// 소계 100 beside its own 60 and 40, where a page or a label parted them: a part is the sum of the two rows or more right behind it, and
// the total holds without these.
bool holds_without_parts_of_a_part(const Printed& total, const std::vector<SignedTerm>& terms) {
  constexpr std::size_t kMost = 200;  // of rows: each is tried with each run behind it
  if (terms.size() < 4 || terms.size() > kMost) return false;
  for (std::size_t i = 0; i + 2 < terms.size(); ++i) {
    std::vector<SignedTerm> run;
    for (std::size_t end = i + 1; end < terms.size(); ++end) {
      run.push_back(terms[end]);
      if (run.size() < 2 || !check_sum(terms[i].figure, run).explained) continue;
      std::vector<SignedTerm> others(terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      others.insert(others.end(), terms.begin() + static_cast<std::ptrdiff_t>(end) + 1, terms.end());
      if (check_sum(total, others).explained) return true;
    }
  }
  return false;
}

// A total that fails in all its columns: is it the report that errs, or our reading? Parts that are more than it in each column are most
// often rows counted twice, of which some are parts of others; parts that are less may stand on the next page of a table that pages cut.
bool may_be_misread(const Table& table, const std::vector<Finding>& failed) {
  const bool more = std::all_of(failed.begin(), failed.end(), [](const Finding& finding) {
    return finding.computed && finding.printed && finding.computed->to_double() > finding.printed->to_double();
  });
  return more || !table.pages.empty();
}

// One row against its parts, column by column. A column with an unread part is left out: the miss may stand there.
void check_parent(const Document& document, const Record& parent, const std::vector<const Record*>& parts, const Profile& profile,
                  std::vector<Finding>& findings) {
  const Table& table = document.tables[parent.table_index];
  std::vector<Finding> failed;
  int held = 0;
  for (const Figure* own : additive_figures(parent, profile)) {
    const Figure& value = *own;
    const std::string key = value.key();
    const auto total = printed_figure(value);
    if (!total) continue;
    std::vector<SignedTerm> terms, inner, net;  // inner: without parts that their names put apart; net: less what is taken out
    bool readable = true, less = false;         // every part prints one figure or none; something is taken out
    for (const Record* part : parts) {
      const Figure* figure = part->find_key(key);
      if (!figure) continue;
      if (!figure->value) {
        readable = readable && figure->prints_nothing();  // a dash is none; 43S,O00 and (1,234) are something
        continue;
      }
      const auto printed = printed_figure(*figure);
      readable = readable && printed;
      if (printed) terms.push_back({1, *printed});
      if (printed) net.push_back({says_taken_out(part->name) ? -1 : 1, *printed});
      less = less || says_taken_out(part->name);
      if (printed && !says_apart(part->name)) inner.push_back({1, *printed});
    }
    if (terms.empty() || !readable) continue;
    const Verdict verdict = check_sum(*total, terms);
    // Either all parts, or all but those that their names put apart (별도), or less what is taken out.
    if (verdict.explained || (less && check_sum(*total, net).explained) || parted_again(*total, terms) ||
        holds_without_parts_of_a_part(*total, terms) ||
        (inner.size() < terms.size() && !inner.empty() && check_sum(*total, inner).explained)) {
      ++held;
      continue;
    }
    std::vector<const Record*> involved{&parent};
    involved.insert(involved.end(), parts.begin(), parts.end());
    const ProfileField* field = profile.field(key);
    Finding finding = make_finding(FindingKind::kSum, document, involved, value, total->value, verdict.computed, verdict.tolerance);
    finding.severity = Severity::kWarning;
    const Shown p = shown_printed(value, parent, table), c = shown_value(verdict.computed, value, parent, table),
                d = shown_value(total->value - verdict.computed, value, parent, table);

    tell(finding, told("finding.sum", {{"place", shown_place(parent, table)},
                                       {"field", field ? field->korean : key, key},
                                       {"printed", p},
                                       {"count", parts.size()},
                                       {"computed", c},
                                       {"difference", d}}));
    failed.push_back(std::move(finding));
  }
  if (failed.empty()) return;
  // Rows that agree with their parent in no column are its parts only where its label says so; and then a row is missing, or one too many
  // is there: one cause, told once where more than two columns tell it.
  if (held == 0 && failed.size() > 1) {
    if (!is_total_label(parent.name) && !is_subtotal_label(parent.name)) return;
    const bool doubted = may_be_misread(table, failed);
    if (doubted || failed.size() > 2) {
      Finding& first = failed.front();
      tell_more(first, doubted ? told("finding.row_or_misread", {{"columns", failed.size()}})
                               : told("finding.row_or_two", {{"columns", failed.size()}}));
      failed.resize(1);
    }
    if (doubted) {
      failed.front().kind = FindingKind::kDoubt;
      failed.front().severity = Severity::kInfo;
    }
  }
  for (Finding& finding : failed) findings.push_back(std::move(finding));
}

}  // namespace

// By table, since parents are indices within one; parts by their parent.
void check_sums(const Document& document, const std::vector<Record>& records, const std::vector<Profile>& profiles,
                std::vector<Finding>& findings) {
  for (std::size_t begin = 0; begin < records.size();) {
    std::size_t end = begin;
    while (end < records.size() && records[end].table_index == records[begin].table_index) ++end;
    std::map<int, std::vector<const Record*>> parts;
    for (std::size_t i = begin; i < end; ++i) {
      if (records[i].parent) parts[*records[i].parent].push_back(&records[i]);
    }
    for (const auto& [at, children] : parts) {
      const Record& parent = records[begin + static_cast<std::size_t>(at)];
      if (const Profile* profile = profile_for(profiles, parent.type)) check_parent(document, parent, children, *profile, findings);
    }
    begin = end;
  }
}

}  // namespace jangbu
