// findings.ndjson of an output folder → a report for people, JSON, a list of corrections to fill in, or a count.
// Worst first: findings that nobody has accepted, by severity, then by how far printed and computed figures lie apart.
// The file is jangbu's own but another hand may have changed it: whatever is not as expected is one error, output_damaged.
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

#include "jangbu/fields.h"
#include "loader/atomic_file.h"
#include "model/field_name.h"
#include "text/json_text.h"
#include "text/messages.h"
#include "text/spoken.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

using Json = nlohmann::ordered_json;

int rank_of(const std::string& severity) { return severity == "error" ? 0 : severity == "warning" ? 1 : 2; }

bool is_accepted(const Json& finding) { return finding.contains("accepted"); }

// What the corrections folder says of a finding, below its message.
std::string judgement_of(const Say& say, const Json& finding, const std::string& margin) {
  std::string out;
  if (const auto own = finding.find("assessed"); own != finding.end()) {
    out += margin + say("audit.assessed", {{"severity", say.of("severity", own->get<std::string>())}}) + "\n";
  }
  if (is_accepted(finding)) {
    const Json& by = finding["accepted"];
    out += margin +
           say("audit.accepted", {{"reason", by.at("reason").get<std::string>()},
                                  {"author", by.at("author").get<std::string>()},
                                  {"date", spoken_date(say.language, by.at("date").get<std::string>())}}) +
           "\n";
  }
  return out;
}

// The difference as a share of the larger figure; differences below one won are not blown up.
double share(const Json& finding) {
  if (!finding.at("printed").is_number() || !finding.at("computed").is_number()) return 0;
  const double printed = finding["printed"], computed = finding["computed"];
  const double most = std::max({1.0, std::abs(printed), std::abs(computed)});
  return std::abs(printed - computed) / most;
}

Unexpected damaged(const std::filesystem::path& output, const Json::exception& error) {
  return fail(ErrorCode::kOutputDamaged, (output / "findings.ndjson").string() + " is not what jangbu wrote: " + error.what(),
              "run ingest again");
}

// A figure for people: thousands parted, a share as per cent.
std::string shown(const Json& figure, bool rate) {
  if (figure.is_string()) return figure.get<std::string>();
  if (!figure.is_number()) return "-";
  std::string text;
  if (rate || figure.is_number_float()) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, rate ? "%.2f%%" : "%.1f", figure.get<double>() * (rate ? 100 : 1));
    text = buffer;
  } else {
    text = std::to_string(figure.get<std::int64_t>());
  }
  std::size_t end = std::min(text.find_first_of(".%"), text.size());
  const std::size_t begin = text.starts_with('-') ? 1 : 0;
  // From the right, before the point and the per cent sign, and not between a minus and the first digit.
  while (end > begin + 3) text.insert(end -= 3, ",");
  return text;
}

// All findings, sorted. A folder without the file has seen no run.
Result<std::vector<Json>> worst_first(const std::filesystem::path& output) {
  const auto content = read_file(output / "findings.ndjson", kLargestOwnFile);
  if (!content) {
    if (content.error().code != ErrorCode::kPathMissing) return content.forward();
    return fail(ErrorCode::kPathMissing, output.string() + " holds no findings.ndjson",
                "run 'jangbu ingest PATH --out " + output.string() + "' first");
  }
  std::vector<Json> findings;
  try {
    for (std::size_t from = 0; from < content->size();) {
      const std::size_t end = std::min(content->find('\n', from), content->size());
      if (end > from) findings.push_back(json_from<Json>(std::string_view(*content).substr(from, end - from)));
      from = end + 1;
    }
    std::stable_sort(findings.begin(), findings.end(), [](const Json& a, const Json& b) {
      const bool settled = is_accepted(a);
      if (settled != is_accepted(b)) return !settled;
      const int x = rank_of(a.at("severity")), y = rank_of(b.at("severity"));
      return x != y ? x < y : share(a) > share(b);
    });
  } catch (const Json::exception& error) {
    return damaged(output, error);
  }
  return findings;
}

// What a correction needs to name the figure that a finding is about.
struct Named {
  std::string record, field, text;
  bool won;  // its value is an amount
};

// Amounts as people say them, in Korean; in English the figures above are read as they stand.
std::string as_spoken(const Say& say, const Json& finding, const std::string& margin) {
  const Json &printed = finding.at("printed"), &computed = finding.at("computed");
  if (say.language != Language::kKorean || !printed.is_number() || !computed.is_number()) return {};
  const double a = printed, b = computed;
  const auto won = [](double value) { return spoken_won(static_cast<std::int64_t>(std::llround(value))); };
  if (std::fabs(a) > kMostSpoken || std::fabs(b) > kMostSpoken) return {};
  return margin + say("audit.money", {{"printed", won(a)}, {"computed", won(b)}, {"difference", won(a - b)}}) + "\n";
}

// record id and field → the text as printed, from the files of records of the documents that have findings.
class Printed {
 public:
  explicit Printed(const std::filesystem::path& output) : output_(output) {
    const auto fields = field_dictionary({});
    if (!fields) return;
    for (const FieldEntry& field : *fields) {
      if (field.measure == "amount") amounts_.emplace(field.record_type, field.name);
    }
  }

  // A finding without a field or without records (of prose, of a table's structure) names no figure.
  std::optional<Named> of(const Json& finding) {
    const Json &ids = finding.at("record_ids"), &field = finding.at("field");
    if (!ids.is_array() || ids.empty() || !ids[0].is_string() || !field.is_string()) return std::nullopt;
    const std::string document = finding.at("document_id").get<std::string>();
    if (read_.insert(document).second) read(document);
    const auto found = texts_.find({ids[0].get<std::string>(), field.get<std::string>()});
    if (found == texts_.end()) return std::nullopt;
    return Named{found->first.first, found->first.second, found->second.text, found->second.won};
  }

 private:
  // A record may be in any file of its document's types; each document is read once.
  void read(const std::string& document) {
    std::error_code error;
    for (const auto& type : std::filesystem::directory_iterator(output_ / "records", error)) {
      const auto content = read_file(type.path() / (document + ".ndjson"), kLargestOwnFile);
      if (!content) continue;
      for (std::size_t from = 0; from < content->size();) {
        const std::size_t end = std::min(content->find('\n', from), content->size());
        const Json record = json_if_any<Json>(std::string_view(*content).substr(from, end - from));
        from = end + 1;
        if (!record.is_object() || !record.contains("record_id") || !record.contains("cells") || !record["cells"].is_object()) continue;
        const bool won = record.contains("currency") && record["currency"] == "KRW";
        for (const auto& [field, cell] : record["cells"].items()) {
          if (cell.is_object() && cell.contains("text") && cell["text"].is_string())
            texts_[{record["record_id"].get<std::string>(), field}] = {cell["text"].get<std::string>(),
                                                                       won && amounts_.contains({type.path().filename().string(), field})};
        }
      }
    }
  }

  std::filesystem::path output_;
  std::set<std::string> read_;
  struct Text {
    std::string text;
    bool won = false;
  };
  std::map<std::pair<std::string, std::string>, Text> texts_;
  std::set<std::pair<std::string, std::string>> amounts_;  // fields that are amounts, by record type: of the profiles that are built in
};

}  // namespace

// A draft: for each figure that a finding is about, once, a correction whose value is what is printed. People change `value`, and say why.
Result<std::string> audit_corrections(const std::filesystem::path& output, const std::string& date) {
  const auto findings = worst_first(output);
  if (!findings) return findings.forward();
  Json list = Json::array();
  try {
    Printed printed(output);
    // A figure may have several findings, and gets one correction.
    std::set<std::pair<std::string, std::string>> named;
    for (const Json& finding : *findings) {
      const auto figure = printed.of(finding);
      if (!figure || !named.emplace(figure->record, figure->field).second) continue;
      list.push_back({{"target", {{"record_id", figure->record}, {"field", figure->field}}},
                      {"expect", figure->text},
                      {"value", figure->text},
                      {"reason", ""},
                      {"author", ""},
                      {"date", date},
                      {"note", finding.at("message").at("ko")}});
    }
  } catch (const Json::exception& error) {
    return damaged(output, error);
  }
  return json_text(list, 2) + "\n";
}

// The lines of the file as one array, worst first.
Result<std::string> audit_json(const std::filesystem::path& output) {
  const auto findings = worst_first(output);
  if (!findings) return findings.forward();
  return json_text(Json(*findings), 2) + "\n";
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
  std::string text;
  try {
    for (const Json& finding : *findings) {
      const bool rate = finding.at("field").is_string() && names_a_rate(finding.at("field").get_ref<const std::string&>());
      const std::string severity = finding.at("severity");
      rows.push_back({say.of("severity", severity), say.of("kind", finding.at("kind").get<std::string>()),
                      finding.value("table", Json()).is_string() ? finding.at("table").get<std::string>() : "-",
                      finding.value("page", Json()).is_number_integer() ? std::to_string(finding.at("page").get<int>()) : "-",
                      shown(finding.at("printed"), rate), shown(finding.at("computed"), rate), finding.at("document_id")});
      ++counts[is_accepted(finding) ? "accepted" : severity];
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
    text = line(titles);
    const std::string margin(static_cast<std::size_t>(widths[0]) + 2, ' ');
    Printed printed(output);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Json& finding = (*findings)[i];
      text += line(rows[i]) + margin + finding.at("message").at(language == Language::kKorean ? "ko" : "en").get<std::string>() + "\n" +
              judgement_of(say, finding, margin);
      const auto figure = printed.of(finding);
      if (figure && figure->won) text += as_spoken(say, finding, margin);
      if (figure)
        text += margin + say("audit.figure", {{"record", figure->record}, {"field", figure->field}, {"text", figure->text}}) + "\n";
      text += "\n";
    }
  } catch (const Json::exception& error) {
    return damaged(output, error);
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
  const bool severity = what == "error" || what == "warning" || what == "info";
  std::size_t count = 0;
  try {
    for (const Json& finding : *findings) {
      if (is_accepted(finding)) continue;
      count += severity ? rank_of(finding.at("severity")) <= rank_of(std::string(what)) : finding.at("kind").get<std::string>() == what;
    }
  } catch (const Json::exception& error) {
    return damaged(output, error);
  }
  return count;
}

}  // namespace jangbu
