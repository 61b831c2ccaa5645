// jangbu: from reports to ledgers. Parses the command line and hands over to the commands.
//
//   jangbu ingst …        did you mean 'ingest'?            jangbu ingest -out out        did you mean --out?
#include <malloc.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
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

using jangbu::Language;
using jangbu::Say;

// Nearly every ingest needs a reader, and this is the only moment at which one can be forked (jangbu/reader_child.h): before it is known
// for sure. One that turns out not to be needed ends with this process.
bool reads_in_children(int argc, char** argv) {
  constexpr std::string_view kReading[] = {"ingest", "inspect", "review", "worker"};
  return argc > 1 && std::find(std::begin(kReading), std::end(kReading), argv[1]) != std::end(kReading) &&
         std::none_of(argv + 2, argv + argc,
                      [](std::string_view argument) { return argument == "--in-process" || argument == "--help" || argument == "-h"; });
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

// The language that is asked for, before anything is parsed: also what is wrong with the command line is said in it. Of several the last
// counts, as of options.
Language language_asked_for(const std::vector<std::string>& words) {
  Language language = jangbu::language_of(std::getenv("LC_ALL"), std::getenv("LC_MESSAGES"), std::getenv("LANG"));
  constexpr std::string_view kOption = "--lang";
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    std::string_view given;
    if (words[i] == kOption && i + 1 < words.size()) given = words[i + 1];
    if (words[i].starts_with("--lang=")) given = std::string_view(words[i]).substr(kOption.size() + 1);
    if (given == "ko") language = Language::kKorean;
    if (given == "en") language = Language::kEnglish;
  }
  return language;
}

// The words that the parser itself puts into the help; commands made later have them too.
void speak(CLI::App& app, const Say& say) {
  const auto labels = app.get_formatter();
  labels->label("Usage", say("help.label_usage"));
  labels->label("OPTIONS", say("help.label_option"));
  labels->label("SUBCOMMAND", say("help.label_subcommand"));
  labels->label("SUBCOMMANDS", say("help.label_subcommand"));
  labels->label("Positionals", say("help.label_positionals"));
  labels->label("REQUIRED", say("help.label_required"));
  labels->label("Env", say("help.label_env"));
  labels->label("Needs", say("help.label_needs"));
  labels->label("Excludes", say("help.label_excludes"));
  app.option_defaults()->group(say("help.label_options"));
  app.set_help_flag("-h,--help", say("help.help"));
}

// What the parser complains of, which it does in English: said in both languages what kind of mistake it is.
std::string complaint(const Say& say, const CLI::ParseError& error) {
  const std::string kind = error.get_name();
  const bool value = kind == "ValidationError" || kind == "ConversionError" || kind == "InvalidError" || kind == "ArgumentMismatch";
  const std::string because = kind == "RequiredError" ? say("usage.because_required")
                              : kind == "ExtrasError" ? say("usage.because_extra")
                              : value                 ? say("usage.because_value")
                                                      : say("usage.because_other");
  return say("usage.wrong", {{"because", because}, {"what", error.what()}});
}

// What is wrong with the words before they are parsed: a command that there is none of, and -out, which a parser takes for -o ut.
std::string mistake_in(const Say& say, const CLI::App& app, const std::vector<std::string>& words) {
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
    return (nearest.empty() ? say("usage.no_command", {{"word", words[0]}})
                            : say("usage.no_command_near", {{"word", words[0]}, {"nearest", nearest}})) +
           "\n" + say("usage.see_commands");
  for (const std::string& word : words) {
    if (word == "--") break;
    if (word.size() < 3 || word[0] != '-' || word[1] == '-') continue;
    const std::string name = "-" + word.substr(0, word.find('='));
    if (command->get_option_no_throw(name)) return say("usage.did_you_mean", {{"word", word}, {"name", name}});
  }
  return {};
}

// Large pieces of memory are pages of their own and go back to the system once they are freed, as the C library has it at first. By itself
// it keeps ever larger ones for the next time, and a program that holds a document now as pages, now as text, would hold room for both.
void give_back_what_is_large() {
  constexpr int kLarge = 1 << 20;  // bytes; of 128 kB the system takes back so many that reading costs 4 % more
  ::mallopt(M_MMAP_THRESHOLD, kLarge);
}

}  // namespace

int main(int argc, char** argv) {
  give_back_what_is_large();
  // The program as a reader of itself (reading/spawn_reader.cpp): nothing else of it runs then.
  if (argc == 2 && std::string_view(argv[1]) == jangbu::kReaderArgument) return jangbu::serve_parent();
  const std::shared_ptr<jangbu::ReadyReader> reader = reads_in_children(argc, argv) ? jangbu::fork_reader(argc, argv) : nullptr;
  using namespace jangbu::cli;
  // CLI11 parses words that may be changed first, not argv.
  std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
  const jangbu::Say say{language_asked_for(words)};
  CLI::App app{say("help.program"), "jangbu"};
  speak(app, say);
  app.set_version_flag(
      "--version",
      "jangbu " + std::string(jangbu::version()) +
          "\nLicence GPL-3.0-or-later.\n본 제품은 한글과컴퓨터의 한글 문서 파일(.hwp) 공개 문서를 참고하여 개발하였습니다.",
      say("help.version"));
  app.require_subcommand(1);
  add_language(app, say);
  app.footer(say("help.footer"));
  const std::vector<std::pair<CLI::App*, std::function<int()>>> commands = [&] {
    std::vector<std::pair<CLI::App*, std::function<int()>>> list;
    // The subcommand that was just made, with what runs it.
    const auto add = [&](std::function<int()> run) {
      list.emplace_back(app.get_subcommands({}).back()->group(say("help.label_subcommands")), std::move(run));
    };
    add(add_ingest(app, say, reader));
    for (auto command : {add_watch, add_audit, add_collect, add_completion, add_diff, add_export, add_fields, add_forget, add_submit})
      add(command(app, say));
    add(add_inspect(app, say, reader));
    add(add_review(app, say, reader));
    add(add_worker(app, say, reader));
    return list;
  }();
  if (!words.empty() && words[0] == "help") {  // help, help COMMAND
    words.erase(words.begin());
    words.resize(std::min<std::size_t>(words.size(), 1));
    words.emplace_back("--help");
  }
  // Before CLI11, whose message for an unknown command names all of its options.
  if (const std::string mistake = mistake_in(say, app, words); !mistake.empty()) {
    tell("jangbu: " + mistake + "\n");
    return kUsage;
  }
  const std::string first = words.empty() ? "" : words.front();
  try {
    std::reverse(words.begin(), words.end());  // as CLI11 takes them
    app.parse(words);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out, complaints;
    // Help and versions come this way, too, and are no errors.
    const int status = app.exit(error, out, complaints);
    print(out.str());
    if (status == 0) return kAllIn;
    const bool of_command =
        std::any_of(commands.begin(), commands.end(), [&](const auto& command) { return command.first->get_name() == first; });
    tell("jangbu: " + complaint(say, error) + "\n" + say("usage.see_help", {{"command", of_command ? "jangbu " + first : "jangbu"}}) +
         "\n");
    return kUsage;
  }
  for (const auto& [command, run] : commands) {
    if (command->parsed()) return run();
  }
  return kUsage;
}
