// jangbu inspect FILE
#include <unistd.h>

#include <iostream>
#include <iterator>

#include "cli/command.h"
#include "cli/print.h"
#include "cli/reading_arguments.h"
#include "jangbu/inspect.h"
#include "loader/atomic_file.h"

namespace jangbu::cli {
namespace {

struct Arguments {
  std::string file, output;
  bool svg = false, png = false;
  InspectOptions options;
  ChildArguments child;
  Common common;
};

// `-` is standard input, read no further than a file would be.
Result<std::string> bytes_of(const std::string& file, const Limits& limits) {
  if (file != "-") return read_file(file, limits.file_bytes);
  std::string bytes;
  char part[1 << 16];
  while (std::cin.read(part, sizeof part), std::cin.gcount() > 0) {
    bytes.append(part, static_cast<std::size_t>(std::cin.gcount()));
    if (bytes.size() > limits.file_bytes) return fail(ErrorCode::kLimitBytes, "standard input has more bytes than a report may have");
  }
  if (bytes.empty()) return fail(ErrorCode::kFileEmpty, "standard input has no bytes");
  return bytes;
}

// Text passes the filter for terminals; pictures go out as they are, but never onto a screen.
int run(const Arguments& arguments) {
  // A terminal would show rubbish, and may obey it.
  if (arguments.png && arguments.output.empty() && isatty(STDOUT_FILENO) == 1) {
    tell("jangbu: a PNG is no text for a terminal: name a file with -o, or pipe it\n");
    return kUsage;
  }
  const auto bytes = bytes_of(arguments.file, arguments.options.limits);
  if (!bytes) {
    complain(bytes.error());
    return kNothingIn;
  }
  InspectOptions options = arguments.options;
  arguments.child.put_into(options);
  const auto seen = inspect(*bytes, options);
  if (!seen) {
    complain(seen.error());
    return kNothingIn;
  }
  if (arguments.output.empty() || arguments.output == "-") {
    const bool printed = arguments.options.form == InspectForm::kText ? print(*seen) : print_bytes(*seen);
    return printed ? kAllIn : kNothingIn;
  }
  if (const Status written = write_atomically(arguments.output, *seen); !written) {
    complain(written.error());
    return kNothingIn;
  }
  return kAllIn;
}

}  // namespace

std::function<int()> add_inspect(CLI::App& app, std::shared_ptr<ReadyReader> reader) {
  auto arguments = std::make_shared<Arguments>();
  arguments->options.ready_reader = std::move(reader);
  CLI::App* command = app.add_subcommand("inspect", "Show what was seen in one report: text runs, lines, table grids");
  command->add_option("FILE", arguments->file, "A report; - for standard input")->required();
  command->add_option("-p,--page", arguments->options.page, "Page, from 1 (PDF); the first page if a drawing is asked for, else all")->check(CLI::Range(1, 1'000'000));
  CLI::Option* svg = command->add_flag("--svg", arguments->svg, "Draw the page as it was understood (PDF)");
  command->add_flag("--png", arguments->png, "Draw what was seen over the page as it looks (PDF)")->excludes(svg);
  command->add_option("--dpi", arguments->options.dpi, "Resolution of a PNG")->check(CLI::Range(18.0, 1200.0))->capture_default_str();
  command->add_option("-o,--out", arguments->output, "File to write; standard output if not given");
  command->add_option("--profiles", arguments->options.profiles, "Folder of table profiles to use instead of the built-in ones");
  command->add_option("--password", arguments->options.password, "Password of an encrypted document; better given in the environment")
      ->envname("JANGBU_PASSWORD");
  arguments->child.add_to(*command);
  add_common(*command, arguments->common);
  command->footer(
      "Examples:\n"
      "  jangbu inspect 보고서.hwp | less                         every table as a grid of text\n"
      "  jangbu inspect 보고서.pdf --page 28 --svg -o p28.svg     runs, lines, grids and header rows of page 28\n"
      "  jangbu inspect 보고서.pdf --page 28 --png -o p28.png     the same over the page as it looks\n"
      "\n"
      "Colours: green frames are tables and their cells, orange cells headers, red lines what is drawn, blue boxes text runs,\n"
      "violet boxes text that does not show, grey areas shading. Exit status: 0 written; 1 the report could not be read, or the\n"
      "file not be written; 2 wrong usage.");
  return [arguments] {
    if (arguments->svg) arguments->options.form = InspectForm::kSvg;
    if (arguments->png) arguments->options.form = InspectForm::kPng;
    return run(*arguments);
  };
}

}  // namespace jangbu::cli
