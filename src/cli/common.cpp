// Options that all commands have, and how errors are told.
#include "cli/command.h"
#include "cli/print.h"
#include "jangbu/version.h"

namespace jangbu::cli {

void add_common(CLI::App& command, Common& common) {
  command.add_flag("-q,--quiet", common.quiet, "No progress and no summary; only errors");
  command.add_option("--log-level", common.log_level, "What to log on stderr")
      ->check(CLI::IsMember({"debug", "info", "warning", "error"}))
      ->capture_default_str();
  command.set_version_flag("--version", "jangbu " + std::string(version()));
}

void complain(const Error& error) { tell("jangbu: " + describe(error) + "\n"); }

}  // namespace jangbu::cli
