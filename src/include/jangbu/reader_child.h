// Reading in child processes: the program that IngestOptions::reader names.
//
// Whatever parses a foreign file may crash, hang or eat memory on a crafted one. With a reader named, files are parsed in
// children of the calling program, each within limits (limits.h) and replaced when it fails, so that this becomes the outcome of one
// document. The program `jangbu` is such a reader; another program can be its own, named as /proc/self/exe, if its main begins with
//
//   if (argc == 2 && std::string_view(argv[1]) == jangbu::kReaderArgument) return jangbu::serve_parent();
#pragma once

namespace jangbu {

// The only argument that a reader is started with.
inline constexpr const char* kReaderArgument = "--read-for-parent";

// Limits this process, reads documents for the parent until it goes away, and returns the exit status. Not for a process that has
// anything else to do: signals, core dumps and resource limits are changed.
int serve_parent();

}  // namespace jangbu
