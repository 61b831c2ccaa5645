// A process that locks itself in, for good: what Sandbox of jangbu/reader_child.h promises. Linux.
//
// Three walls, each of use where another is missing. Landlock: of all files only those that fonts, character maps and libraries stand in
// may be opened, for reading; no TCP, no signals to others. seccomp: a list of the system calls that a reader makes, and of those with two
// sides the arguments; all others fail with EPERM, so no program, no process, no socket, no change to any file, no look into another
// process. And no capabilities, for those who run it as root.
#pragma once

#include <string>

namespace jangbu {

struct SandboxState {
  bool system_calls = false, files = false;
  std::string missing;  // what the system says of a wall that does not stand; empty if all do

  bool whole() const { return system_calls && files; }
};

// REQUIRES: no other thread, which would stay outside; all limits set that are to be set.
SandboxState enter_sandbox();

}  // namespace jangbu
