// Two filed documents of one report → findings of the kind cross_rendition for the leading one.
// Records meet by id, which does not depend on the format. Values are compared exactly: both forms print the same text.
// At most kMostTold findings for each other form; what is beyond is one finding with a number.
//
//   HWP  가사업 예산액 1,200      PDF  가사업 예산액 1,290      finding of the HWP, with both places
//   HWP  가사업 예산액 1,200      PDF  no such row              counted, told once for all such rows
#include "pipeline/renditions.h"

#include <algorithm>
#include <map>

#include "audit/message.h"
#include "text/finding_id.h"
#include "text/json_text.h"
#include "text/told.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr std::size_t kMostTold = 50;  // of one rendition; more says that one of them was misread, not fifty misprints

// A record with the document that it is of.
struct Side {
  const Document& document;
  const Record& record;
};

// HWP, PDF as people write them; plain text has a word.
Told format_of(const Document& document) {
  std::string name(format_name(document.source.format));
  if (name == "text") return told("rendition.text");
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return {name, name};
}

const Table* table_of(const Side& side) { return side.record.in_table() ? &side.document.tables[side.record.table_index] : nullptr; }

// Where the record stands: the page of its first figure, else of its line or table.
std::optional<int> page_of(const Side& side) {
  for (const Figure& value : side.record.values) {
    if (value.place.page) return value.place.page;
  }
  if (side.record.line && side.record.line->page) return side.record.line->page;
  const Table* table = table_of(side);
  return table && !table->pages.empty() ? std::optional(table->pages.front()) : std::nullopt;
}

// HWP(표 t003, 12쪽) / HWP (table t003, page 12): what a reader needs to look it up.
Told place_of(const Side& side) {
  Told out = format_of(side.document);

  Told where;
  if (const Table* table = table_of(side)) where = told("place.table", {{"table", table->id}});
  if (const auto page = page_of(side)) {
    const Told said = told("place.page", {{"page", *page}});
    const char* const separator = where.ko.empty() ? "" : ", ";
    where.ko += separator + said.ko;
    where.en += separator + said.en;
  }
  if (where.ko.empty()) return out;
  return {out.ko + "(" + where.ko + ")", out.en + " (" + where.en + ")"};
}

std::string printed(const Figure& value) { return "「" + collapse_blanks(value.place.best_text()) + "」"; }

// The id comes from the documents and the figures: a finding whose figures change is another one, and an acceptance of it ends.
Finding finding_of(const Document& lead, const Document& other, const std::string& key, Severity severity,
                   std::vector<std::string> record_ids, const Told& message) {
  Finding out;
  out.id = finding_id(lead.id + "|" + std::string(finding_kind_name(FindingKind::kCrossRendition)) + "|" + other.id + "|" + key);
  out.document_id = lead.id;
  out.kind = FindingKind::kCrossRendition;
  out.severity = severity;
  out.record_ids = std::move(record_ids);
  tell(out, message);
  return out;
}

// Two forms print one text: there is no rounding that a difference could be due to.
Finding different_figure(const Side& lead, const Figure& mine, const Side& other, const Figure& theirs,
                         const std::vector<Profile>& profiles) {
  const ProfileField* field = field_of(profiles, lead.record.type, mine.field);
  const Severity severity =
      severity_of(field ? field->measure : Measure::kAmount, mine.value->to_double(), theirs.value->to_double(), /*tolerance=*/0);
  const Told here = place_of(lead), there = place_of(other);

  Finding out = finding_of(lead.document, other.document,
                           lead.record.id + "|" + mine.field + "|" + mine.value->to_string() + "|" + theirs.value->to_string(), severity,
                           {lead.record.id},
                           told("rendition.figure", {{"name", lead.record.name},
                                                     {"field", korean_of(profiles, lead.record.type, mine.field), mine.field},
                                                     {"here", here},
                                                     {"printed", printed(mine)},
                                                     {"there", there},
                                                     {"figure", printed(theirs)}}));
  out.field = mine.field;
  out.printed = mine.value;
  out.computed = theirs.value;
  out.tolerance = Decimal{};
  if (const Table* table = table_of(lead)) out.table = table->id;
  out.page = mine.place.page ? mine.place.page : page_of(lead);
  out.row = mine.place.row;
  return out;
}

// Lines of an outline print no figures in columns; where a form begins and ends them is its own.
bool has_figures(const Record& record) {
  return std::any_of(record.values.begin(), record.values.end(), [](const Figure& value) { return value.value.has_value(); });
}

bool same(const Decimal& a, const Decimal& b) { return a.to_string() == b.to_string(); }

// Figures that differ one by one, up to a bound; rows that only one form has as one finding.
void compare(const FiledDocument& lead, const FiledDocument& other, const std::vector<Profile>& profiles, std::vector<Finding>& findings) {
  std::map<std::string_view, const Record*> theirs;
  for (const Record& record : other.records()) {
    if (has_figures(record)) theirs.emplace(record.id, &record);
  }
  // Rows that only the lead has, rows of both, figures that differ.
  std::size_t missing = 0, met = 0, differing = 0;
  for (const Record& record : lead.records()) {
    if (!has_figures(record)) continue;
    const auto found = theirs.find(record.id);
    if (found == theirs.end()) {
      ++missing;
      continue;
    }
    ++met;
    for (const Figure& value : record.values) {
      const Figure* there = found->second->find(value.field);
      if (!value.value || !there || !there->value || same(*value.value, *there->value)) continue;
      if (++differing <= kMostTold)
        findings.push_back(different_figure({lead.document(), record}, value, {other.document(), *found->second}, *there, profiles));
    }
  }
  const Told mine = format_of(lead.document()), form = format_of(other.document());
  if (differing > kMostTold) {
    findings.push_back(finding_of(lead.document(), other.document(), "more", Severity::kWarning, {},
                                  told("rendition.more", {{"form", form}, {"more", differing - kMostTold}})));
  }
  const std::size_t surplus = theirs.size() - met;
  if (missing + surplus > 0) {
    findings.push_back(finding_of(lead.document(), other.document(), "rows", Severity::kInfo, {},
                                  told("rendition.rows", {{"mine", mine}, {"missing", missing}, {"form", form}, {"surplus", surplus}})));
  }
}

}  // namespace

// All others against the leading one; those among themselves are not compared.
Status find_rendition_differences(FiledDocument& lead, const std::vector<FiledDocument>& others, const std::vector<Profile>& profiles,
                                  const Judgement& judgement) {
  std::vector<Finding> findings;
  for (const FiledDocument& other : others) compare(lead, other, profiles, findings);
  for (Finding& finding : findings) judgement.judge(finding);
  return lead.replace_findings(FindingKind::kCrossRendition, findings);
}

}  // namespace jangbu
