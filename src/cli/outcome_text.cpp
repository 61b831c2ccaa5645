#include "cli/outcome_text.h"

namespace jangbu::cli {

std::string counted(std::size_t count, const std::string& thing) { return std::to_string(count) + " " + thing + (count == 1 ? "" : "s"); }

std::string outcome_line(const Outcome& outcome) {
  if (outcome.state == "stopped") return {};
  if (outcome.error) return "  ✗ " + outcome.path + "  " + describe(*outcome.error) + "\n";
  if (outcome.why == "unchanged") return {};
  std::string line = "  ✓ " + outcome.path + "  " + counted(outcome.records, "record") + ", " + counted(outcome.findings, "finding");
  if (outcome.state == "duplicate") line += " (same bytes as " + outcome.of + ")";
  if (outcome.state == "rendition") line += " (the same report as " + outcome.of + ", whose records are used)";
  if (outcome.state == "superseded") line += " (superseded by " + outcome.of + ")";
  return line + "\n";
}

std::string removed_line(const Removed& removed) { return "  − " + removed.path + "  removed: it is no longer there\n"; }

}  // namespace jangbu::cli
