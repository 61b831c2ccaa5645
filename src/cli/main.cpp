// jangbu: from reports to ledgers. Parses the command line and hands over to the commands.
//
//   jangbu ingst …        did you mean 'ingest'?            jangbu ingest -out out        did you mean --out?
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>
#include <memory>
#include <numeric>
#include <sstream>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/print.h"
#include "jangbu/reader_child.h"
#include "jangbu/version.h"

namespace {

// Nearly every ingest needs a reader, and this is the only moment at which one can be forked (jangbu/reader_child.h): before it is known for
// sure. One that turns out not to be needed ends with this process.
bool reads_in_children(int argc, char** argv) {
  constexpr std::string_view kReading[] = {"ingest", "inspect", "review", "worker"};
  return argc > 1 && std::find(std::begin(kReading), std::end(kReading), argv[1]) != std::end(kReading) && std::none_of(argv + 2, argv + argc, [](std::string_view argument) {
           return argument == "--in-process" || argument == "--help" || argument == "-h";
         });
}

// How many letters apart two words are (Levenshtein); commands are ASCII.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, corner + (a[i - 1] != b[j - 1])});
      corner = above;
    }
  }
  return row[b.size()];
}

// What is wrong with the words before they are parsed: a command that there is none of, and -out, which a parser takes for -o ut.
std::string mistake_in(const CLI::App& app, const std::vector<std::string>& words) {
  if (words.empty() || words[0].starts_with("-")) return {};
  const CLI::App* command = nullptr;
  std::string nearest;
  std::size_t least = 3;  // further away it is another word
  for (const CLI::App* one : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (one->get_name() == words[0]) command = one;
    if (const std::size_t away = distance(one->get_name(), words[0]); away < least) {
      least = away;
      nearest = one->get_name();
    }
  }
  if (!command)
    return "there is no command '" + words[0] + "'" + (nearest.empty() ? "" : ": did you mean '" + nearest + "'?") +
           "\nRun 'jangbu help' for the commands.";
  for (const std::string& word : words) {
    if (word == "--") break;
    if (word.size() < 3 || word[0] != '-' || word[1] == '-') continue;
    const std::string name = "-" + word.substr(0, word.find('='));
    if (command->get_option_no_throw(name)) return word + ": did you mean " + name + "?";
  }
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  // The program as a reader of itself (reading/spawn_reader.cpp): nothing else of it runs then.
  if (argc == 2 && std::string_view(argv[1]) == jangbu::kReaderArgument) return jangbu::serve_parent();
  const std::shared_ptr<jangbu::ReadyReader> reader = reads_in_children(argc, argv) ? jangbu::fork_reader(argc, argv) : nullptr;
  using namespace jangbu::cli;
  CLI::App app{"장부 jangbu: Korean public reports (PDF, HWP, HWPX, text) as audited JSON records", "jangbu"};
  app.set_version_flag("--version", "jangbu " + std::string(jangbu::version()) + "\nLicence GPL-3.0-or-later.\n본 제품은 한글과컴퓨터의 한글 문서 파일(.hwp) 공개 문서를 참고하여 개발하였습니다.");
  app.require_subcommand(1);
  app.footer("Examples:\n  jangbu ingest inbox --out out      read every report in inbox/\n  jangbu watch inbox --out out       the same, as reports arrive\n  jangbu audit out                   where the reports disagree with themselves\n"
             "Run 'jangbu COMMAND --help' for a command's options.");
  const std::vector<std::pair<CLI::App*, std::function<int()>>> commands = [&] {
    std::vector<std::pair<CLI::App*, std::function<int()>>> list;
    // The subcommand that was just made, with what runs it.
    const auto add = [&](std::function<int()> run) { list.emplace_back(app.get_subcommands({}).back(), std::move(run)); };
    add(add_ingest(app, reader));
    for (auto command : {add_watch, add_audit, add_collect, add_diff, add_export, add_fields, add_forget}) add(command(app));
    add(add_inspect(app, reader));
    add(add_review(app, reader));
    add(add_worker(app, reader));
    return list;
  }();
  // CLI11 parses words that may be changed first, not argv.
  std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
  if (!words.empty() && words[0] == "help") {  // help, help COMMAND
    words.erase(words.begin());
    words.resize(std::min<std::size_t>(words.size(), 1));
    words.emplace_back("--help");
  }
  // Before CLI11, whose message for an unknown command names all of its options.
  if (const std::string mistake = mistake_in(app, words); !mistake.empty()) {
    tell("jangbu: " + mistake + "\n");
    return kUsage;
  }
  try {
    std::reverse(words.begin(), words.end());  // as CLI11 takes them
    app.parse(words);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out, complaints;
    // Help and versions come this way, too, and are no errors.
    const int status = app.exit(error, out, complaints);
    print(out.str());
    tell(complaints.str());
    return status == 0 ? kAllIn : kUsage;
  }
  for (const auto& [command, run] : commands) {
    if (command->parsed()) return run();
  }
  return kUsage;
}
