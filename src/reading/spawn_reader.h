// Starting a program as a reader: what a child of this process is given, and what it is not. Linux.
#pragma once

#include <filesystem>

#include "jangbu/result.h"
#include "reading/reader_ends.h"

namespace jangbu {

// Starts `program` with kReaderArgument. It has /dev/null as stdin and stdout, its end of a pipe as stderr and its end of the
// socket as kParentSocket, and nothing else that is open here; a process group of its own, so that a terminal's signals pass it by;
// every signal as a new process has it; and the environment without JANGBU_*. Safe in a program with threads.
// Errors: reader_unavailable.
Result<StartedReader> spawn_reader(const std::filesystem::path& program);

}  // namespace jangbu
