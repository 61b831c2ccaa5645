// Findings of the kind cross_document: last year's figures that this year's report prints, against what last year's report printed itself.
// Rows come from the ledger, so no document's file is read to compare. What is due is kept by the state as names of an office and a year.
// A document's file is written again only where its findings really change.
// Hard case: a chain of years. A report asks about the year before and is asked about by the year after, so one change makes both due.
//
//   report of 2026   합계   전년도 예산 5,000      report of 2025   합계   예산액 5,100      a finding of the report of 2026
#include "pipeline/year_comparison.h"

#include <algorithm>
#include <map>
#include <set>

#include "loader/json_writer.h"
#include "meaning/number_behind.h"
#include "pipeline/settle.h"
#include "text/caption.h"
#include "text/label.h"

namespace jangbu {
namespace {

constexpr FindingKind kKind = FindingKind::kCrossDocument;

// The unit that gives the number its value: printed beside it, named by its own column, or, told by an empty name, the record's.
std::string unit_of(const NumberBehind& number, const LedgerYearValue& from, const LedgerYearRow& row) {
  if (!number.unit.empty()) return number.unit;
  const auto named = unit_named(from.unit);
  if (!named || !named->money || named->factor == row.unit_factor) return {};
  const auto value = number.printed.times(named->factor);
  return value && value->whole() == from.value ? named->name : std::string();
}

// The ledger keeps the value and the printed text; the step (the size of the last printed place) follows from both.
// A rate of another year has no base here to be checked against.
std::optional<Figure> value_of(const LedgerYearValue& from, const LedgerYearRow& row, const std::vector<Profile>& profiles) {
  const ProfileField* field = field_of(profiles, row.type, from.field);
  if (!field || field->measure == Measure::kRate) return std::nullopt;
  Figure value;
  value.field = from.field;
  value.measure = field->measure;
  value.value = Decimal{from.value, 0};
  value.place.text = from.text;
  value.place.row = from.row;
  value.place.column = from.column;
  value.place.page = from.page;
  if (value.measure == Measure::kCount) value.unit = field->counts.front();
  if (value.measure == Measure::kAmount) {
    const auto number = number_behind(from.text, *value.value, row.unit_factor);
    if (!number) return std::nullopt;
    value.unit = unit_of(*number, from, row);
    const auto own = unit_named(value.unit);
    const auto step = Decimal{1, number->printed.scale}.times(own ? own->factor : row.unit_factor);
    if (!step) return std::nullopt;
    value.step = *step;
  }
  return value;
}

// Only a document that prints a figure of last year can have findings: others need no comparison.
bool asks(const YearRow& row, const std::vector<Profile>& profiles) {
  return std::any_of(row.values.begin(), row.values.end(), [&](const Figure& value) {
    const ProfileField* field = field_of(profiles, row.record_type, value.field);
    return field && !field->year_before.empty();
  });
}

// Rows of offices and years, each asked for once while it is needed.
class Years {
 public:
  Years(Ledger& ledger, const std::vector<Profile>& profiles) : ledger_(ledger), profiles_(profiles) {}

  Result<const std::vector<YearRow>*> rows(const Ledger::OfficeYear& of) {
    constexpr std::size_t kMost = 8;  // neighbouring years of one office come one after the other
    if (const auto found = known_.find(of); found != known_.end()) return &found->second;
    if (known_.size() >= kMost) known_.clear();
    const auto rows = ledger_.year_rows(of);
    if (!rows) return rows.forward();
    std::vector<YearRow> comparable = comparable_rows(*rows, profiles_);
    // The ledger finds offices by a key; a row whose own name has another key is of another office.
    std::erase_if(comparable, [&](const YearRow& row) { return label_key(row.organization) != of.first; });
    return &known_.emplace(of, std::move(comparable)).first->second;
  }

 private:
  Ledger& ledger_;
  const std::vector<Profile>& profiles_;
  std::map<Ledger::OfficeYear, std::vector<YearRow>> known_;
};

// For each office and year of the document: its rows with those of the year before, of all reports, and only its own findings.
Result<std::vector<Finding>> findings_of(const std::string& document, Ledger& ledger, Years& years, const std::vector<Profile>& profiles,
                                         const Judgement& judgement) {
  const auto pairs = ledger.office_years(document);
  if (!pairs) return pairs.forward();
  std::vector<Finding> out;
  for (const auto& [office, year] : *pairs) {
    const auto own = years.rows({office, year});
    if (!own) return own.forward();
    if (std::none_of((*own)->begin(), (*own)->end(),
                     [&](const YearRow& row) { return row.document_id == document && asks(row, profiles); }))
      continue;
    // Rows of both years go in, since check_cross_documents() pairs them by path and name.
    std::vector<YearRow> rows = **own;
    const auto before = years.rows({office, year - 1});
    if (!before) return before.forward();
    rows.insert(rows.end(), (*before)->begin(), (*before)->end());
    for (Finding& finding : check_cross_documents(rows, profiles)) {
      if (finding.document_id != document) continue;
      judgement.judge(finding);
      out.push_back(std::move(finding));
    }
  }
  return out;
}

// Gives the document its findings anew, where they are others than it has.
Status compare(Shelf& shelf, const std::string& id, Years& years, const std::vector<Profile>& profiles) {
  const auto findings = findings_of(id, shelf.ledger, years, profiles, shelf.judgement);
  if (!findings) return findings.forward();
  // Findings are compared as lines of JSON: equal lines mean that neither the file nor findings.ndjson has to be touched.
  std::vector<std::string> lines;
  for (const Finding& finding : *findings) lines.push_back(finding_json(finding));
  const auto had = shelf.ledger.finding_lines(id, std::string(finding_kind_name(kKind)));
  if (!had) return had.forward();
  // The usual case costs one query.
  if (*had == lines) return Done{};
  auto known = shelf.state.document(id);
  if (!known) return known.forward();
  if (!*known) return Done{};
  auto own = filed(shelf, id);
  if (!own) return own.forward();
  if (Status status = own->replace_findings(kKind, *findings, FindingKind::kCrossRendition); !status) return status;
  if (Status status = shelf.state.make_due("findings", {"all"}); !status) return status;
  return reshelve(shelf, *own, **known);
}

}  // namespace

std::vector<YearRow> comparable_rows(const std::vector<LedgerYearRow>& rows, const std::vector<Profile>& profiles) {
  std::vector<YearRow> out;
  for (const LedgerYearRow& from : rows) {
    YearRow row;
    for (const LedgerYearValue& value : from.values) {
      if (auto one = value_of(value, from, profiles)) row.values.push_back(std::move(*one));
    }
    if (row.values.empty()) continue;
    row.record_id = from.record_id;
    row.document_id = from.document_id;
    row.organization = from.organization;
    row.record_type = from.type;
    row.name = from.name;
    row.table = from.table;
    row.path = from.path;
    row.fiscal_year = from.fiscal_year;
    row.unit_factor = from.unit_factor;
    out.push_back(std::move(row));
  }
  return out;
}

namespace {

// Years of one office that are due, together: a document that is asked for by two of them is compared once.
Status settle_office(Shelf& shelf, const std::vector<Profile>& profiles, const std::vector<std::string>& due) {
  // Whose findings may change: reports of that year, which ask about the one before, and those of the next, which ask about it.
  std::set<std::string> documents;
  for (const std::string& name : due) {
    const auto [office, year] = office_year_named(name);
    for (const int asking : {year, year + 1}) {
      const auto found = shelf.ledger.documents_of({office, asking});
      if (!found) return found.forward();
      documents.insert(found->begin(), found->end());
    }
  }
  Years years(shelf.ledger, profiles);
  for (const std::string& document : documents) {
    if (Status status = compare(shelf, document, years, profiles); !status) return status;
  }
  // Settled only after all comparisons: a kill in between leaves the years due, and doing them again changes nothing.
  for (const std::string& name : due) {
    if (Status status = shelf.state.settled("years", name); !status) return status;
  }
  return Done{};
}

}  // namespace

// Names are sorted, and so those of one office stand together.
Status settle_years(Shelf& shelf, const std::vector<Profile>& profiles) {
  const auto due = shelf.state.due("years");
  if (!due) return due.forward();
  for (auto first = due->begin(); first != due->end();) {
    const std::string office = office_year_named(*first).first;
    const auto end = std::find_if(first, due->end(), [&](const std::string& name) { return office_year_named(name).first != office; });
    const std::vector<std::string> names(first, end);
    if (Status status = settle_together(shelf, "years", names, [&] { return settle_office(shelf, profiles, names); }); !status)
      return status;
    first = end;
  }
  return Done{};
}

}  // namespace jangbu
