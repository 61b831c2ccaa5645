// Completions and the manual page are walks over the tree of commands that CLI11 holds: what is added to a command is in them at once.
// Hard case: each of the three has signs of its own in texts (zsh [ ] :, groff . ' \ at the beginning of a line); for_zsh() and for_man()
// know them.
#include "cli/command_tree.h"

#include <vector>

#include "jangbu/version.h"

namespace jangbu::cli {
namespace {

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

std::vector<const CLI::Option*> options_of(const CLI::App& command, bool positional) {
  return command.get_options([&](const CLI::Option* option) { return option->get_positional() == positional; });
}

// "--out", "-o": as they are given.
std::vector<std::string> names_of(const CLI::Option& option) {
  std::vector<std::string> out;
  for (const std::string& name : option.get_snames()) out.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) out.push_back("--" + name);
  return out;
}

std::string joined(const std::vector<std::string>& words, const std::string& between) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : between) + word;
  return out;
}

bool has_value(const CLI::Option& option) { return option.get_items_expected_max() > 0; }

// The words that its value may be, where the parser knows them: it prints them as {one,other}.
std::vector<std::string> choices_of(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const std::size_t begin = type.find('{'), end = type.find('}');
  std::vector<std::string> out;
  if (begin == std::string::npos || end == std::string::npos || end < begin) return out;
  std::string word;
  for (const char c : type.substr(begin + 1, end - begin - 1) + ",") {
    if (c != ',') {
      word += c;
      continue;
    }
    // A choice that is kept under a number prints as word->number.
    out.push_back(word.substr(0, word.find("->")));
    word.clear();
  }
  return out;
}

// What its value is called: without the checks that the parser prints with it.
std::string value_of(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  if (const auto choices = choices_of(option); !choices.empty()) return joined(choices, "|");
  return type.substr(0, type.find(':'));
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

// Within '…' of zsh's _arguments and _describe, where [ ] : part the pieces.
std::string for_zsh(const std::string& text) {
  std::string out;
  for (const char c : first_line(text)) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  }
  return out;
}

// groff: no line of a text is a request, and no sign of it an escape.
std::string for_man(const std::string& text) {
  std::string out;
  bool begins = true;
  for (const char c : text) {
    if (begins && (c == '.' || c == '\'')) out += "\\&";
    out += c == '\\' ? std::string("\\e") : c == '-' ? std::string("\\-") : std::string(1, c);
    begins = c == '\n';
  }
  return out;
}

std::string options_for_man(const CLI::App& command) {
  std::string out;
  for (const bool positional : {true, false}) {
    for (const CLI::Option* option : options_of(command, positional)) {
      std::string head = positional ? option->get_name(true) : joined(names_of(*option), ", ");
      if (!positional && has_value(*option)) head += " " + value_of(*option);
      out += ".TP\n.B " + for_man(head) + "\n" + for_man(option->get_description()) + "\n";
    }
  }
  return out;
}

}  // namespace

std::string bash_completion(const CLI::App& app) {
  std::vector<std::string> commands{"help"};
  std::string options, choices;
  const auto add = [&](const CLI::App& command, const std::string& name) {
    std::vector<std::string> words;
    for (const CLI::Option* option : options_of(command, false)) {
      for (const std::string& word : names_of(*option)) {
        words.push_back(word);
        if (const auto known = choices_of(*option); !known.empty())
          choices += "    '" + name + " " + word + "') words='" + joined(known, " ") + "' ;;\n";
      }
    }
    options += "      '" + name + "') words='" + joined(words, " ") + "' ;;\n";
  };
  for (const CLI::App* command : commands_of(app)) {
    commands.push_back(command->get_name());
    add(*command, command->get_name());
  }
  add(app, "");
  return "# bash completion for jangbu, made by 'jangbu completion bash'\n"
         "_jangbu() {\n"
         "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= words= i\n"
         "  for ((i = 1; i < COMP_CWORD; ++i)); do\n"
         "    case ${COMP_WORDS[i]} in -*) ;; ko|en) ;; *) command=${COMP_WORDS[i]}; break ;; esac\n"
         "  done\n"
         "  case \"$command $before\" in\n" +
         choices +
         "    *)\n"
         "    if [[ $word == -* ]]; then\n"
         "      case \"$command\" in\n" +
         options +
         "      esac\n"
         "    elif [[ -z $command || $command == help ]]; then\n"
         "      words='" +
         joined(commands, " ") +
         "'\n"
         "    fi ;;\n"
         "  esac\n"
         "  COMPREPLY=()\n"
         "  if [[ -n $words ]]; then COMPREPLY=($(compgen -W \"$words\" -- \"$word\")); fi\n"
         "}\n"
         "complete -o default -F _jangbu jangbu\n";
}

std::string zsh_completion(const CLI::App& app) {
  std::string out = "#compdef jangbu\n# made by 'jangbu completion zsh'\n\n_jangbu() {\n  local -a commands\n  commands=(\n    'help'\n";
  for (const CLI::App* command : commands_of(app)) out += "    '" + command->get_name() + ":" + for_zsh(command->get_description()) + "'\n";
  out +=
      "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n  shift words\n  (( CURRENT-- ))\n  case "
      "${words[1]} in\n    help) _describe command commands ;;\n";
  for (const CLI::App* command : commands_of(app)) {
    out += "    " + command->get_name() + ")\n      _arguments -s \\\n";
    for (const CLI::Option* option : options_of(*command, false)) {
      std::string value;
      if (has_value(*option)) {
        const auto choices = choices_of(*option);
        value = ":" + for_zsh(value_of(*option)) + ":" + (choices.empty() ? std::string("_files") : "(" + joined(choices, " ") + ")");
      }
      for (const std::string& name : names_of(*option))
        out += "        '*" + name + "[" + for_zsh(option->get_description()) + "]" + value + "' \\\n";
    }
    out += "        '*: :_files' ;;\n";
  }
  return out + "  esac\n}\n\n_jangbu \"$@\"\n";
}

std::string man_page(const Say& say, const CLI::App& app) {
  std::string out = ".TH JANGBU 1 \"\" \"jangbu " + std::string(version()) + "\"\n.SH NAME\njangbu \\- " + for_man(app.get_description()) +
                    "\n.SH " + say("man.synopsis") + "\n.B jangbu\n.I " + say("help.label_subcommand") + "\n[" + say("help.label_option") +
                    "]\n.br\n.B jangbu help\n[" + say("help.label_subcommand") + "]\n.SH " + say("man.options") + "\n" +
                    options_for_man(app);
  out += ".SH " + say("man.commands") + "\n";
  for (const CLI::App* command : commands_of(app)) {
    std::string head = "jangbu " + command->get_name();
    for (const CLI::Option* option : options_of(*command, true)) head += " " + option->get_name(true);
    out += ".SS \"" + for_man(head) + "\"\n" + for_man(command->get_description()) + "\n" + options_for_man(*command) + ".PP\n.nf\n" +
           for_man(command->get_footer()) + "\n.fi\n";
  }
  return out + ".SH " + say("man.examples") + "\n.nf\n" + for_man(app.get_footer()) + "\n.fi\n";
}

}  // namespace jangbu::cli
