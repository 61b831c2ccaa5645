// jangbu inspect FILE; jangbu inspect --record ID DIR [--png FILE]
#include <unistd.h>

#include <iostream>
#include <iterator>

#include "cli/command.h"
#include "cli/print.h"
#include "cli/reading_arguments.h"
#include "cli/record_text.h"
#include "jangbu/inspect.h"
#include "jangbu/record_view.h"
#include "loader/atomic_file.h"

namespace jangbu::cli {
namespace {

struct InspectArguments {
  std::string file, output;
  std::string record, field, picture;  // of an output folder
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

// Text to standard output, and the cut-out of the page to a file: both are asked for in one go.
int show_record(const InspectArguments& arguments) {
  const Say& say = arguments.common.say;
  const std::string& file = arguments.picture.empty() ? arguments.output : arguments.picture;
  if (arguments.png && file.empty() && isatty(STDOUT_FILENO) == 1) {
    tell("jangbu: " + say("inspect.png_to_terminal") + "\n");
    return kUsage;
  }
  const auto record = view_record(arguments.file, arguments.record, arguments.field);
  if (!record) {
    complain(say, record.error());
    return kNothingIn;
  }
  const bool png_is_output = arguments.png && (file.empty() || file == "-");
  if (!png_is_output && !print(record_text(say, *record, arguments.options.profiles))) return kNothingIn;
  if (!arguments.png) return kAllIn;
  if (!record->page) {
    tell("jangbu: " + say("inspect.no_page", {{"path", record->path}}) + "\n");
    return kNothingIn;
  }
  InspectOptions options = arguments.options;
  arguments.child.put_into(options);
  const auto png = picture_of(*record, options);
  if (!png) {
    complain(say, png.error());
    return kNothingIn;
  }
  if (png_is_output) return print_bytes(*png) ? kAllIn : kNothingIn;
  if (const Status written = write_atomically(file, *png); !written) {
    complain(say, written.error());
    return kNothingIn;
  }
  return kAllIn;
}

// Text passes the filter for terminals; pictures go out as they are, but never onto a screen.
int run(const InspectArguments& arguments) {
  if (!arguments.record.empty()) return show_record(arguments);
  const Say& say = arguments.common.say;
  // A terminal would show rubbish, and may obey it.
  if (arguments.png && arguments.output.empty() && isatty(STDOUT_FILENO) == 1) {
    tell("jangbu: " + say("inspect.png_to_terminal") + "\n");
    return kUsage;
  }
  const auto bytes = bytes_of(arguments.file, arguments.options.limits);
  if (!bytes) {
    complain(say, bytes.error());
    return kNothingIn;
  }
  InspectOptions options = arguments.options;
  arguments.child.put_into(options);
  const auto seen = inspect(*bytes, options);
  if (!seen) {
    complain(say, seen.error());
    return kNothingIn;
  }
  if (arguments.output.empty() || arguments.output == "-") {
    const bool printed = arguments.options.form == InspectForm::kText ? print(*seen) : print_bytes(*seen);
    return printed ? kAllIn : kNothingIn;
  }
  if (const Status written = write_atomically(arguments.output, *seen); !written) {
    complain(say, written.error());
    return kNothingIn;
  }
  return kAllIn;
}

}  // namespace

std::function<int()> add_inspect(CLI::App& app, const Say& say, std::shared_ptr<ReadyReader> reader) {
  auto arguments = std::make_shared<InspectArguments>();
  arguments->common.say = say;
  arguments->options.ready_reader = std::move(reader);
  CLI::App* command = app.add_subcommand("inspect", say("help.inspect"));
  command->add_option("FILE", arguments->file, say("help.inspect.file"))->required();
  command->add_option("PICTURE", arguments->picture, say("help.inspect.picture"));
  CLI::Option* record = command->add_option("--record", arguments->record, say("help.inspect.record"))->type_name("ID");
  command->add_option("--field", arguments->field, say("help.inspect.field"))->type_name("FIELD")->needs(record);
  command->add_option("-p,--page", arguments->options.page, say("help.inspect.page"))->check(CLI::Range(1, 1'000'000));
  CLI::Option* svg = command->add_flag("--svg", arguments->svg, say("help.inspect.svg"));
  command->add_flag("--png", arguments->png, say("help.inspect.png"))->excludes(svg);
  record->excludes(svg);
  command->add_option("--dpi", arguments->options.dpi, say("help.inspect.dpi"))->check(CLI::Range(18.0, 1200.0))->capture_default_str();
  command->add_option("-o,--out", arguments->output, say("help.inspect.out"));
  command->add_option("--profiles", arguments->options.profiles, say("help.profiles"));
  command->add_option("--password", arguments->options.password, say("help.inspect.password"))->envname("JANGBU_PASSWORD");
  arguments->child.add_to(*command, say);
  add_common(*command, arguments->common);
  command->footer(say("help.inspect.footer"));
  return [arguments] {
    if (!arguments->picture.empty() && (arguments->record.empty() || !arguments->png || !arguments->output.empty())) {
      tell("jangbu: " + arguments->common.say("usage.picture_without_record", {{"file", arguments->picture}}) + "\n");
      return kUsage;
    }
    if (arguments->svg) arguments->options.form = InspectForm::kSvg;
    if (arguments->png) arguments->options.form = InspectForm::kPng;
    return run(*arguments);
  };
}

}  // namespace jangbu::cli
