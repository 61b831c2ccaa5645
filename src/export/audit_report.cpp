// findings.ndjson of an output folder → a report for people, JSON, a list of corrections to fill in, or a count.
// Worst first: findings that nobody has accepted, by severity, then by how far printed and computed figures lie apart.
// Hard case: columns with Hangul, which is two columns wide on a terminal (display_width).
//
//   SEVERITY  KIND  TABLE  PAGE  PRINTED  COMPUTED  DOCUMENT
//   error     sum   t003   12      1,200     1,100  2026-02-…
//             「합계」(표 t003, 12쪽)의 예산액은 … , then the same in English, then what names the figure
#include "jangbu/audit_report.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <vector>

#include "arithmetic/interval.h"
#include "jangbu/fields.h"
#include "loader/filed_findings.h"
#include "loader/filed_records.h"
#include "loader/json_writer.h"
#include "store/ledger_reader.h"
#include "text/json_text.h"
#include "text/messages.h"
#include "text/spoken.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

using Json = nlohmann::ordered_json;

// Errors come first.
int rank_of(Severity severity) { return severity == Severity::kError ? 0 : severity == Severity::kWarning ? 1 : 2; }

// What the corrections folder says of a finding, below its message.
std::string judgement_of(const Say& say, const Finding& finding, const std::string& margin) {
  std::string out;
  if (finding.assessed)
    out += margin + say("audit.assessed", {{"severity", say.of("severity", std::string(severity_name(*finding.assessed)))}}) + "\n";
  if (const auto& by = finding.accepted) {
    out += margin + say("audit.accepted", {{"reason", by->reason}, {"author", by->author}, {"date", spoken_date(say.language, by->date)}}) +
           "\n";
  }
  return out;
}

// How much of the figure is in doubt.
long double share(const Finding& finding) {
  return finding.printed && finding.computed ? apart(finding.printed->to_double(), finding.computed->to_double()) : 0;
}

// A figure for people: thousands parted, a share as per cent.
std::string shown(const std::optional<Decimal>& figure, bool rate) {
  if (!figure) return "-";
  std::string text;
  if (const auto whole = figure->whole(); rate || !whole) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, rate ? "%.2f%%" : "%.1f", figure->to_double() * (rate ? 100 : 1));
    text = buffer;
  } else {
    text = std::to_string(*whole);
  }
  std::size_t end = std::min(text.find_first_of(".%"), text.size());
  const std::size_t begin = text.starts_with('-') ? 1 : 0;
  // From the right, before the point and the per cent sign, and not between a minus and the first digit.
  while (end > begin + 3) text.insert(end -= 3, ",");
  return text;
}

// All findings, sorted. A folder without the file has seen no run.
Result<std::vector<Finding>> worst_first(const std::filesystem::path& output) {
  auto findings = read_findings(output);
  if (!findings) return findings;
  std::stable_sort(findings->begin(), findings->end(), [](const Finding& a, const Finding& b) {
    if (a.accepted.has_value() != b.accepted.has_value()) return b.accepted.has_value();
    const int x = rank_of(a.severity), y = rank_of(b.severity);
    return x != y ? x < y : share(a) > share(b);
  });
  return findings;
}

// What the fields of records measure: as the folder's ledger tells, which knows the profiles that the folder was made with; without a
// ledger, as the built-in profiles tell.
class Measures {
 public:
  explicit Measures(const std::filesystem::path& output) {
    if (const auto ledger = LedgerReader::open(output)) {
      for (const LedgerType& type : ledger->types()) {
        for (const LedgerField& field : type.fields) add(type.name, field.name, field.measure);
      }
    } else if (const auto fields = field_dictionary({})) {
      for (const FieldEntry& field : *fields) add(field.record_type, field.name, field.measure);
    }
  }

  // `type` empty: as the first type that has such a field says.
  bool says(Measure measure, const std::string& type, const std::string& field) const {
    const auto found = by_field_.find({type, field});
    return found != by_field_.end() && found->second == measure_name(measure);
  }

 private:
  void add(const std::string& type, const std::string& field, const std::string& measure) {
    by_field_.insert({{type, field}, measure});
    by_field_.insert({{"", field}, measure});
  }

  std::map<std::pair<std::string, std::string>, std::string> by_field_;
};

// What a correction needs to name the figure that a finding is about, and what the figure is.
struct Named {
  std::string record, field, text;
  bool won = false, rate = false;
};

// Amounts as people say them, in Korean; in English the figures above are read as they stand.
std::string as_spoken(const Say& say, const Finding& finding, const std::string& margin) {
  if (say.language != Language::kKorean || !finding.printed || !finding.computed) return {};
  const double a = finding.printed->to_double(), b = finding.computed->to_double();
  const auto won = [](double value) { return spoken_won(static_cast<std::int64_t>(std::llround(value))); };
  if (std::fabs(a) > kMostSpoken || std::fabs(b) > kMostSpoken) return {};
  return margin + say("audit.money", {{"printed", won(a)}, {"computed", won(b)}, {"difference", won(a - b)}}) + "\n";
}

// record id and field → the figure as printed, from the files of records of the documents that have findings.
class PrintedFigures {
 public:
  explicit PrintedFigures(const std::filesystem::path& output) : output_(output), measures_(output) {}

  // Of a finding whose record is not found, the field alone tells.
  bool is_rate(const Finding& finding, const std::optional<Named>& figure) const {
    return figure ? figure->rate : measures_.says(Measure::kRate, "", finding.field);
  }

  // A finding without a field or without records (of prose, of a table's structure) names no figure.
  std::optional<Named> of(const Finding& finding) {
    if (finding.record_ids.empty() || finding.field.empty()) return std::nullopt;
    if (read_.insert(finding.document_id).second) read(finding.document_id);
    const auto found = figures_.find({finding.record_ids.front(), finding.field});
    return found == figures_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  // A record may be in any file of its document's types; each document is read once. Where one of them is damaged, its figures have no
  // names here, and the findings are told all the same.
  void read(const std::string& document) {
    std::error_code error;
    for (const auto& type : std::filesystem::directory_iterator(output_ / "records", error)) {
      (void)each_filed_record(type.path() / (document + ".ndjson"), [&](FiledRecord&& filed) {
        const Record& record = filed.record;
        for (const Figure& value : record.values) {
          figures_[{record.id, value.field}] = {record.id, value.field, value.place.text,
                                                record.money && measures_.says(Measure::kAmount, record.type, value.field),
                                                measures_.says(Measure::kRate, record.type, value.field)};
        }
        return true;
      });
    }
  }

  std::filesystem::path output_;
  Measures measures_;
  std::set<std::string> read_;  // documents
  std::map<std::pair<std::string, std::string>, Named> figures_;
};

}  // namespace

// A draft: for each figure that a finding is about, once, a correction whose value is what is printed. People change `value`, and say why.
Result<std::string> audit_corrections(const std::filesystem::path& output, const std::string& date) {
  const auto findings = worst_first(output);
  if (!findings) return findings.forward();
  Json list = Json::array();
  PrintedFigures printed(output);
  // A figure may have several findings, and gets one correction.
  std::set<std::pair<std::string, std::string>> named;
  for (const Finding& finding : *findings) {
    const auto figure = printed.of(finding);
    if (!figure || !named.emplace(figure->record, figure->field).second) continue;
    list.push_back({{"target", {{"record_id", figure->record}, {"field", figure->field}}},
                    {"expect", figure->text},
                    {"value", figure->text},
                    {"reason", ""},
                    {"author", ""},
                    {"date", date},
                    {"note", finding.message_ko}});
  }
  return json_text(list, 2) + "\n";
}

// The lines of the file as one array, worst first.
Result<std::string> audit_json(const std::filesystem::path& output) {
  const auto findings = worst_first(output);
  if (!findings) return findings.forward();
  return findings_json(*findings) + "\n";
}

// A row for each finding, with its message and what names the figure below it; the counts come last, where a terminal ends up.
Result<std::string> audit_text(const std::filesystem::path& output, Language language) {
  const Say say{language};
  const auto findings = worst_first(output);
  if (!findings) return findings.forward();
  if (findings->empty()) return say("audit.none") + "\n";
  const std::array<std::string, 7> titles{say("audit.title_severity"), say("audit.title_kind"),    say("audit.title_table"),
                                          say("audit.title_page"),     say("audit.title_printed"), say("audit.title_computed"),
                                          say("audit.title_document")};
  std::vector<std::array<std::string, 7>> rows;
  std::array<int, 7> widths{};
  for (std::size_t c = 0; c < titles.size(); ++c) widths[c] = display_width(titles[c]);
  std::map<std::string, int> counts;
  PrintedFigures printed(output);
  std::vector<std::optional<Named>> figures;
  for (const Finding& finding : *findings) {
    figures.push_back(printed.of(finding));
    const bool rate = printed.is_rate(finding, figures.back());
    const std::string severity(severity_name(finding.severity));
    rows.push_back({say.of("severity", severity), say.of("kind", std::string(finding_kind_name(finding.kind))),
                    finding.table.empty() ? "-" : finding.table, finding.page ? std::to_string(*finding.page) : "-",
                    shown(finding.printed, rate), shown(finding.computed, rate), finding.document_id});
    ++counts[finding.accepted ? "accepted" : severity];
    for (std::size_t c = 0; c < widths.size(); ++c) widths[c] = std::max(widths[c], display_width(rows.back()[c]));
  }
  // Figures stand at the right of their columns; the last column is not padded.
  const auto line = [&](const auto& row) {
    std::string out;
    for (std::size_t c = 0; c < row.size(); ++c) {
      const std::string blanks(static_cast<std::size_t>(widths[c] - display_width(row[c])), ' ');
      const bool figure = c == 4 || c == 5;
      out += (c ? "  " : "") + (figure                ? blanks + std::string(row[c])
                                : c + 1 == row.size() ? std::string(row[c])
                                                      : std::string(row[c]) + blanks);
    }
    return out + "\n";
  };
  std::string text = line(titles);
  const std::string margin(static_cast<std::size_t>(widths[0]) + 2, ' ');
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Finding& finding = (*findings)[i];
    text += line(rows[i]) + margin + (language == Language::kKorean ? finding.message_ko : finding.message_en) + "\n" +
            judgement_of(say, finding, margin);
    const auto& figure = figures[i];
    if (figure && figure->won) text += as_spoken(say, finding, margin);
    if (figure) text += margin + say("audit.figure", {{"record", figure->record}, {"field", figure->field}, {"text", figure->text}}) + "\n";
    text += "\n";
  }
  text += say("count.findings", {{"count", rows.size()}});
  const char* separator = ": ";
  for (const char* severity : {"error", "warning", "info", "accepted"}) {
    if (counts[severity] == 0) continue;
    text += separator + say("count.of", {{"count", counts[severity]}, {"what", say.of("severity", severity)}});
    separator = ", ";
  }
  return text + "\n";
}

// Of a severity and worse ones, or of a kind. Accepted findings do not count: a build that fails on errors must be able to pass.
Result<std::size_t> audit_count(const std::filesystem::path& output, std::string_view what) {
  const auto findings = worst_first(output);
  if (!findings) return findings.forward();
  constexpr std::array kWorstFirst{Severity::kError, Severity::kWarning, Severity::kInfo};
  const auto least = std::find_if(kWorstFirst.begin(), kWorstFirst.end(), [&](Severity one) { return severity_name(one) == what; });
  const auto counts = [&](const Finding& finding) {
    if (finding.accepted) return false;
    return least == kWorstFirst.end() ? finding_kind_name(finding.kind) == what : rank_of(finding.severity) <= rank_of(*least);
  };
  return static_cast<std::size_t>(std::count_if(findings->begin(), findings->end(), counts));
}

}  // namespace jangbu
