// The commands of the program: each adds itself to the parser and returns what to run. Data goes to stdout, everything else to
// stderr.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <string>

#include "jangbu/ingest.h"
#include "jangbu/reader_child.h"
#include "jangbu/result.h"
#include "text/messages.h"

namespace jangbu::cli {

// Exit codes, as the contract has them.
inline constexpr int kAllIn = 0, kNothingIn = 1, kUsage = 2, kSomeIn = 3, kFindingsNamed = 4;

struct Common {
  Say say;  // in whose language
  bool quiet = false;
  std::string log_level = "warning", log_format = "text";
};

// The language is said before anything else is parsed, since even the help is in it (main.cpp): here it is only an option like others.
void add_language(CLI::App& command, const Say& say);
void add_ledger(CLI::App& command, LedgerOptions& ledger, const Say& say);  // --ledger and --ledger-patience
// `common.say` is set.
void add_common(CLI::App& command, Common& common);

// Each speaks as `say` does, and returns the work to do once the command line is parsed; the exit code is the result.
std::function<int()> add_ingest(CLI::App& app, const Say& say, std::shared_ptr<ReadyReader> reader);  // `reader`: see IngestOptions
std::function<int()> add_watch(CLI::App& app, const Say& say);
std::function<int()> add_audit(CLI::App& app, const Say& say);
std::function<int()> add_collect(CLI::App& app, const Say& say);
std::function<int()> add_completion(CLI::App& app, const Say& say);
std::function<int()> add_diff(CLI::App& app, const Say& say);
std::function<int()> add_export(CLI::App& app, const Say& say);
std::function<int()> add_fields(CLI::App& app, const Say& say);
std::function<int()> add_forget(CLI::App& app, const Say& say);
std::function<int()> add_inspect(CLI::App& app, const Say& say, std::shared_ptr<ReadyReader> reader);
std::function<int()> add_review(CLI::App& app, const Say& say, std::shared_ptr<ReadyReader> reader);
std::function<int()> add_submit(CLI::App& app, const Say& say);
std::function<int()> add_worker(CLI::App& app, const Say& say, std::shared_ptr<ReadyReader> reader);

// "jangbu: E401 output_not_writable: …" on stderr.
void complain(const Say& say, const Error& error);

}  // namespace jangbu::cli
