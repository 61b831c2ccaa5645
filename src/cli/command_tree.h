// What the parser knows of the commands and their options, for shells and for man: made from the parser itself, so that nothing of it can
// be stale.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "text/messages.h"

namespace jangbu::cli {

std::string bash_completion(const CLI::App& app);
std::string zsh_completion(const CLI::App& app);
std::string man_page(const Say& say, const CLI::App& app);  // of all commands, for man(7)

}  // namespace jangbu::cli
