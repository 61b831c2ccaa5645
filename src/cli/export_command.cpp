// jangbu export DIR
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>

#include "cli/command.h"
#include "cli/print.h"
#include "jangbu/export_output.h"

namespace jangbu::cli {
namespace {

namespace fs = std::filesystem;

struct ExportArguments {
  std::string folder, format, what, output, document, type;
  bool bom = false;
  Common common;
};

// The words of the command line; both maps also tell CLI11 what is allowed.
const std::map<std::string, ExportFormat> kFormats{
    {"csv", ExportFormat::kCsv}, {"ndjson", ExportFormat::kNdjson}, {"xlsx", ExportFormat::kXlsx}};
const std::map<std::string, ExportWhat> kWhats{{"tables", ExportWhat::kTables},   {"records", ExportWhat::kRecords},
                                               {"figures", ExportWhat::kFigures}, {"findings", ExportWhat::kFindings},
                                               {"series", ExportWhat::kSeries},   {"documents", ExportWhat::kDocuments},
                                               {"inputs", ExportWhat::kInputs}};

// What is not said is told by the name of the file to write.
std::string format_of(const ExportArguments& arguments) {
  if (!arguments.format.empty()) return arguments.format;
  const std::string ending = fs::path(arguments.output).extension().string();
  if (ending == ".xlsx" || ending == ".csv" || ending == ".ndjson") return ending.substr(1);
  return arguments.output.empty() || arguments.output == "-" ? "csv" : "xlsx";
}

// Bytes written at once.
constexpr std::size_t kPiece = 1 << 16;

Unexpected not_printed() { return fail(ErrorCode::kOutputNotWritable, "cannot write to the standard output"); }

// Rows on their way to the standard output, many at a time.
class Printed {
 public:
  Status operator()(std::string_view rows) {
    held_ += rows;
    return held_.size() < kPiece ? Status(Done{}) : flush();
  }
  Status flush() {
    const bool printed = print_bytes(held_);
    held_.clear();
    return printed ? Status(Done{}) : not_printed();
  }

 private:
  std::string held_;
};

// What is held is written even after an error, so that the rows before it are seen.
Result<ExportSummary> text_to_stdout(const ExportOptions& options) {
  Printed printed;
  auto summary = export_text(options, [&](std::string_view rows) { return printed(rows); });
  if (const Status status = printed.flush(); summary && !status) return status.forward();
  return summary;
}

// A workbook is a ZIP file, whose end says where all its parts are: it is written to a file first.
Result<ExportSummary> workbook_to_stdout(const ExportOptions& options) {
  std::string folder = (fs::temp_directory_path() / "jangbu-export-XXXXXX").string();
  if (!::mkdtemp(folder.data())) return fail(ErrorCode::kOutputNotWritable, "no temporary folder can be made", "set TMPDIR");
  const fs::path file = fs::path(folder) / "export.xlsx";
  auto summary = export_workbook(options, file);
  if (summary) {
    std::ifstream in(file, std::ios::binary);
    std::string piece(kPiece, '\0');
    while (summary && in) {
      in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
      if (!print_bytes(std::string_view(piece).substr(0, static_cast<std::size_t>(in.gcount())))) summary = not_printed();
    }
  }
  std::error_code error;
  fs::remove_all(folder, error);
  return summary;
}

// Where it goes and in which format decides which of the four ways of writing is taken.
int run(const ExportArguments& arguments) {
  const Say& say = arguments.common.say;
  ExportOptions options;
  options.folder = arguments.folder;
  options.format = kFormats.at(format_of(arguments));
  const bool xlsx = options.format == ExportFormat::kXlsx;
  options.what = !arguments.what.empty() ? kWhats.at(arguments.what) : xlsx ? ExportWhat::kEverything : ExportWhat::kRecords;
  options.document = arguments.document;
  options.type = arguments.type;
  options.bom = arguments.bom;
  const bool to_standard = arguments.output.empty() || arguments.output == "-";
  std::error_code error;
  // A name that ends with / is a folder even where it is not there yet.
  const bool to_folder = xlsx && !to_standard && (arguments.output.ends_with('/') || fs::is_directory(arguments.output, error));
  Result<ExportSummary> done = xlsx          ? to_standard ? workbook_to_stdout(options)
                                               : to_folder ? export_workbooks(options, arguments.output)
                                                           : export_workbook(options, arguments.output)
                                        : to_standard ? text_to_stdout(options)
                                             : export_file(options, arguments.output);
  if (!done) {
    complain(say, done.error());
    return kNothingIn;
  }
  if (!to_standard && !arguments.common.quiet)
    tell((xlsx ? say("export.sheets", {{"path", arguments.output}, {"count", done->rows}})
               : say("export.rows", {{"path", arguments.output}, {"count", done->rows}})) +
         "\n");
  return kAllIn;
}

}  // namespace

std::function<int()> add_export(CLI::App& app, const Say& say) {
  auto arguments = std::make_shared<ExportArguments>();
  arguments->common.say = say;
  CLI::App* command = app.add_subcommand("export", say("help.export"));
  command->add_option("DIR", arguments->folder, say("help.dir"))->required();
  command->add_option("--format", arguments->format, say("help.export.format"))->check(CLI::IsMember(kFormats))->type_name("FORMAT");
  command->add_option("--what", arguments->what, say("help.export.what"))->check(CLI::IsMember(kWhats))->type_name("WHAT");
  command->add_option("-o,--output", arguments->output, say("help.export.output"));
  command->add_option("--document", arguments->document, say("help.export.document"))->type_name("ID");
  command->add_option("--type", arguments->type, say("help.export.type"))->type_name("TYPE");
  command->add_flag("--bom", arguments->bom, say("help.export.bom"));
  add_common(*command, arguments->common);
  command->footer(say("help.export.footer"));
  return [arguments] { return run(*arguments); };
}

}  // namespace jangbu::cli
