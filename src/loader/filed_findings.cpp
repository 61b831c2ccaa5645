// Lines of findings.ndjson → findings. The file is jangbu's own but another hand may have changed it: whatever is not as expected is one
// error, output_damaged.
#include "loader/filed_findings.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "loader/atomic_file.h"
#include "loader/filed_parts.h"
#include "text/json_text.h"

namespace jangbu {

Result<std::vector<Finding>> read_findings(const std::filesystem::path& output) {
  const std::filesystem::path path = output / "findings.ndjson";
  const auto damaged = [&](const std::string& why) {
    return fail(ErrorCode::kOutputDamaged, path.string() + " is not what jangbu wrote: " + why, "run ingest again");
  };
  const auto content = read_file(path, kLargestOwnFile);
  if (!content) {
    if (content.error().code != ErrorCode::kPathMissing) return content.forward();
    return fail(ErrorCode::kPathMissing, output.string() + " holds no findings.ndjson",
                "run 'jangbu ingest PATH --out " + output.string() + "' first");
  }
  std::vector<Finding> out;
  try {
    for (std::size_t from = 0; from < content->size();) {
      const std::size_t end = std::min(content->find('\n', from), content->size());
      if (end > from) {
        auto finding = finding_in(json_from<Json>(std::string_view(*content).substr(from, end - from)));
        if (!finding) return damaged("a finding is of no kind that this version knows");
        out.push_back(std::move(*finding));
      }
      from = end + 1;
    }
  } catch (const Json::exception& error) {
    return damaged(error.what());
  }
  return out;
}

}  // namespace jangbu
