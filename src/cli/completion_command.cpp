// jangbu completion bash|zsh|man
#include "cli/command.h"
#include "cli/command_tree.h"
#include "cli/print.h"

namespace jangbu::cli {

std::function<int()> add_completion(CLI::App& app, const Say& say) {
  auto kind = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("completion", say("help.completion"));
  command->add_option("KIND", *kind, say("help.completion.kind"))->required()->check(CLI::IsMember({"bash", "zsh", "man"}));
  add_language(*command, say);
  command->footer(say("help.completion.footer"));
  // `app` outlives what is run of it (main.cpp), and has all commands by then.
  return [kind, say, &app] {
    const std::string text = *kind == "bash" ? bash_completion(app) : *kind == "zsh" ? zsh_completion(app) : man_page(say, app);
    return print_bytes(text) ? kAllIn : kNothingIn;
  };
}

}  // namespace jangbu::cli
