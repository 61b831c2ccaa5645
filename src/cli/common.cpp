// Options that all commands have, and how errors are told.
#include "cli/command.h"
#include "cli/print.h"
#include "jangbu/version.h"

namespace jangbu::cli {

void add_language(CLI::App& command, const Say& say) {
  command
      .add_option_function<std::string>(
          "--lang", [](const std::string&) {}, say("help.lang"))
      ->check(CLI::IsMember({"ko", "en"}));
  command.set_help_flag("-h,--help", say("help.help"));  // that which it has from its parent stands in a group of another name
}

void add_common(CLI::App& command, Common& common) {
  command.add_flag("-q,--quiet", common.quiet, common.say("help.quiet"));
  command.add_option("--log-level", common.log_level, common.say("help.log_level"))
      ->check(CLI::IsMember({"debug", "info", "warning", "error"}))
      ->capture_default_str();
  command.add_option("--log-format", common.log_format, common.say("help.log_format"))
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  add_language(command, common.say);
  command.set_version_flag("--version", "jangbu " + std::string(version()), common.say("help.version"));
}

// From the environment, too, where other users do not see its password.
void add_ledger(CLI::App& command, LedgerOptions& ledger, const Say& say) {
  CLI::Option* url =
      command.add_option("--ledger", ledger.url, say("help.ledger"))
          ->envname("JANGBU_LEDGER")
          ->type_name("URL")
          ->check([say](const std::string& given) {
            return given.starts_with("postgresql://") || given.starts_with("postgres://") ? std::string() : say("usage.no_ledger_url");
          });
  command.add_option("--ledger-patience", ledger.patience, say("help.ledger.patience"))->capture_default_str()->needs(url);
}

void complain(const Say& say, const Error& error) { tell("jangbu: " + say.error(error) + "\n"); }

}  // namespace jangbu::cli
