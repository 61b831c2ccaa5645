// The options that all commands share which read reports into an output folder.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "jangbu/ingest.h"

namespace jangbu::cli {

struct ReadingArguments {
  std::vector<std::string> paths;
  std::string output, profiles, corrections, password;
  unsigned jobs = 0;
  bool in_process = false;
  std::vector<std::string> limits;  // "pages=2000"

  void add_to(CLI::App& command);  // all but the paths
  IngestOptions options() const;
};

// The time as it is written: ISO 8601, UTC. SOURCE_DATE_EPOCH makes it reproducible (reproducible-builds.org).
std::string time_now();

}  // namespace jangbu::cli
