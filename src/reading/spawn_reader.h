// Starting a reader: what a child of this process is given, and what it is not. Linux.
#pragma once

#include <sys/types.h>

#include <filesystem>

#include "jangbu/result.h"
#include "reading/owned_descriptor.h"

namespace jangbu {

struct SpawnedReader {
  pid_t process = -1;       // the caller's to wait for
  OwnedDescriptor socket;   // to talk to it (frames.h)
  OwnedDescriptor words;    // what it writes to stderr; never waits
};

// Starts `program` with kReaderArgument. It has /dev/null as stdin and stdout, its end of a pipe as stderr and its end of the
// socket as kParentSocket, and nothing else that is open here; a process group of its own, so that a terminal's signals pass it by;
// every signal as a new process has it; and the environment without JANGBU_*. Safe in a program with threads.
// Errors: reader_unavailable.
Result<SpawnedReader> spawn_reader(const std::filesystem::path& program);

// No process, or no such one.
Unexpected reader_unavailable(const std::string& why);

}  // namespace jangbu
