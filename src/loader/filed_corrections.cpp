// Lines of corrections.ndjson, and lists of outcomes → types.
#include "loader/filed_corrections.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "loader/atomic_file.h"
#include "loader/filed_parts.h"
#include "text/json_text.h"

namespace jangbu {
namespace {

// record_id and field, or document, table, row and column: each kind of target has members of its own.
std::string target_in(const Json& line) {
  const auto target = line.find("target");
  if (target == line.end() || !target->is_object()) return {};
  std::string out;
  for (const auto& [key, value] : target->items())
    out += (out.empty() ? "" : " ") + (value.is_string() ? value.get<std::string>() : json_text(value));
  return out;
}

FiledCorrection correction_line_in(const Json& line) {
  FiledCorrection out;
  out.state = line.at("state").get<std::string>();
  out.place = line.at("file").get<std::string>();
  if (line.at("line").is_number_integer() && whole_from<int>(line["line"]) > 0)
    out.place += ":" + std::to_string(whole_from<int>(line["line"]));
  out.target = target_in(line);
  if (const Json& message = line.at("message"); message.is_object()) {
    out.message_ko = message.at("ko").get<std::string>();
    out.message_en = message.at("en").get<std::string>();
  }
  for (const Json& outcome : line.at("outcomes"))
    out.outcomes.push_back({outcome_in(outcome), outcome.contains("of") ? outcome["of"].get<std::string>() : std::string()});
  return out;
}

}  // namespace

Result<std::vector<FiledCorrection>> read_corrections(const std::filesystem::path& output) {
  const auto content = read_file(output / "corrections.ndjson", kLargestOwnFile);
  std::vector<FiledCorrection> out;
  if (!content) {
    if (content.error().code == ErrorCode::kPathMissing) return out;
    return content.forward();
  }
  try {
    for (std::size_t from = 0; from < content->size();) {
      const std::size_t end = std::min(content->find('\n', from), content->size());
      out.push_back(correction_line_in(json_from<Json>(std::string_view(*content).substr(from, end - from))));
      from = end + 1;
    }
  } catch (const Json::exception& error) {
    return fail(ErrorCode::kOutputDamaged, (output / "corrections.ndjson").string() + " is not what jangbu wrote: " + error.what(),
                "run ingest again");
  }
  return out;
}

// The list comes from files that another hand may have changed.
std::vector<CorrectionOutcome> read_outcomes(std::string_view json) {
  std::vector<CorrectionOutcome> out;
  const Json list = json_if_any<Json>(json);
  if (!list.is_array()) return out;
  const auto is_text = [](const Json& outcome, const char* key) { return outcome.contains(key) && outcome[key].is_string(); };
  for (const Json& outcome : list) {
    if (!outcome.is_object() || !is_text(outcome, "correction_id") || !is_text(outcome, "state")) continue;
    try {
      out.push_back(outcome_in(outcome));
    } catch (const Json::exception&) {
    }
  }
  return out;
}

}  // namespace jangbu
