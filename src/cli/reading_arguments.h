// The options that all commands share which read reports into an output folder.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "jangbu/ingest.h"

namespace jangbu::cli {

// No process of the same user may look into this one or trace it, and a crash leaves no core: for a program whose children may be taken
// over.
void hide_this_process();

// How documents are read: by whom, and what he may do.
struct ChildArguments {
  bool in_process = false;
  std::string sandbox = "auto";

  void add_to(CLI::App& command, const Say& say);
  template <typename Options>  // IngestOptions, InspectOptions
  void put_into(Options& options) const {
    if (!in_process) options.reader = "/proc/self/exe";  // also where the file has been replaced since this process began
    if (!in_process && sandbox != "off") hide_this_process();
    options.sandbox = sandbox == "off" ? Sandbox::kOff : sandbox == "require" ? Sandbox::kRequire : Sandbox::kAuto;
  }
};

struct ReadingArguments {
  std::vector<std::string> paths;
  std::string output, profiles, corrections, password;
  unsigned jobs = 0;
  bool follow_links = false, allow_empty = false, no_corrections = false;
  std::vector<std::string> limits;  // "pages=2000"
  ChildArguments child;

  void add_to(CLI::App& command, const Say& say);  // all but the paths
  IngestOptions options() const;
};

// The time as it is written: ISO 8601, UTC. SOURCE_DATE_EPOCH makes it reproducible (reproducible-builds.org).
std::string time_now();

}  // namespace jangbu::cli
