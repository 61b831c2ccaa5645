#include "jangbu/audit_report.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

#include "loader/atomic_file.h"

namespace jangbu {
namespace {

using Json = nlohmann::ordered_json;

int rank_of(const std::string& severity) { return severity == "error" ? 0 : severity == "warning" ? 1 : 2; }

double share(const Json& finding) {
  if (!finding["printed"].is_number() || !finding["computed"].is_number()) return 0;
  const double printed = finding["printed"], computed = finding["computed"];
  const double most = std::max({1.0, std::abs(printed), std::abs(computed)});
  return std::abs(printed - computed) / most;
}

Result<std::vector<Json>> worst_first(const std::filesystem::path& output) {
  const auto content = read_file(output / "findings.ndjson", kLargestOwnFile);
  if (!content) {
    if (content.error().code != ErrorCode::kPathMissing) return content.forward();
    return fail(ErrorCode::kPathMissing, output.string() + " holds no findings.ndjson", "run 'jangbu ingest PATH --out " + output.string() + "' first");
  }
  std::vector<Json> findings;
  try {
    for (std::size_t from = 0; from < content->size();) {
      const std::size_t end = std::min(content->find('\n', from), content->size());
      if (end > from) findings.push_back(Json::parse(content->begin() + static_cast<std::ptrdiff_t>(from), content->begin() + static_cast<std::ptrdiff_t>(end)));
      from = end + 1;
    }
    std::stable_sort(findings.begin(), findings.end(), [](const Json& a, const Json& b) {
      const int x = rank_of(a.at("severity")), y = rank_of(b.at("severity"));
      return x != y ? x < y : share(a) > share(b);
    });
  } catch (const Json::exception& error) {
    return fail(ErrorCode::kOutputDamaged, (output / "findings.ndjson").string() + " is not what jangbu wrote: " + error.what(), "run ingest again");
  }
  return findings;
}

}  // namespace

Result<std::string> audit_json(const std::filesystem::path& output) {
  const auto findings = worst_first(output);
  if (!findings) return findings.forward();
  return Json(*findings).dump(2) + "\n";
}

Result<std::string> audit_text(const std::filesystem::path& output) {
  const auto findings = worst_first(output);
  if (!findings) return findings.forward();
  std::string text;
  std::map<std::string, int> counts;
  try {
    for (const Json& finding : *findings) {
      const std::string severity = finding.at("severity"), kind = finding.at("kind"), document = finding.at("document_id");
      ++counts[severity];
      text += severity + std::string(severity.size() < 9 ? 9 - severity.size() : 1, ' ') + kind + std::string(kind.size() < 13 ? 13 - kind.size() : 1, ' ');
      text += document;
      if (finding.at("table").is_string()) text += "  " + finding.at("table").get<std::string>();
      if (finding.at("page").is_number()) text += "  p." + std::to_string(finding.at("page").get<int>());
      text += "\n         " + finding.at("message").at("ko").get<std::string>() + "\n         " + finding.at("message").at("en").get<std::string>() + "\n\n";
    }
  } catch (const Json::exception& error) {
    return fail(ErrorCode::kOutputDamaged, (output / "findings.ndjson").string() + " is not what jangbu wrote: " + error.what(), "run ingest again");
  }
  if (findings->empty()) return std::string("No findings: every sum, difference and rate that could be checked agrees with what is printed.\n");
  text += std::to_string(findings->size()) + " findings";
  const char* separator = ": ";
  for (const char* severity : {"error", "warning", "info"}) {
    if (counts[severity] == 0) continue;
    text += separator + std::to_string(counts[severity]) + " " + severity;
    separator = ", ";
  }
  return text + "\n";
}

}  // namespace jangbu
