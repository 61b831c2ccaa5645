// The options of the commands that speak with a broker.
#pragma once

#include "cli/command.h"
#include "jangbu/fleet.h"

namespace jangbu::cli {

// The URL may come from the environment, where other users do not see its password.
void add_broker(CLI::App& command, BrokerOptions& broker, const Say& say);
void add_metrics(CLI::App& command, BrokerOptions& broker, const Say& say);  // for those that go on

}  // namespace jangbu::cli
