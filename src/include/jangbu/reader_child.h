// Reading in child processes: the program that IngestOptions::reader names.
//
// Whatever parses a foreign file may crash, hang or eat memory on a crafted one. With a reader named, files are parsed in
// children of the calling program, each within limits (limits.h) and replaced when it fails, so that this becomes the outcome of one
// document. The program `jangbu` is such a reader; another program can be its own, named as /proc/self/exe, if its main begins with
//
//   if (argc == 2 && std::string_view(argv[1]) == jangbu::kReaderArgument) return jangbu::serve_parent();
//
// Such a program may also have its first reader ready before it does anything else (fork_reader), which costs a tenth of starting the
// program a second time. Only the first: a fork is safe at the beginning of main alone, where there are no other threads, no open files
// and no secrets yet. A reader that comes later (a second at the same time, or in the place of one that failed) is a program started anew.
#pragma once

#include <memory>

namespace jangbu {

// The only argument that a reader is started with.
inline constexpr const char* kReaderArgument = "--read-for-parent";

// Limits this process, reads documents for the parent until it goes away, and returns the exit status. Not for a process that has
// anything else to do: signals, core dumps and resource limits are changed.
int serve_parent();

// What a reader may still do once it has begun. Locked in, it reads the files that fonts and character maps stand in, and does nothing else
// to anything outside: no other file, no network, no program, no other process, though its code were taken over by a document. Made of
// seccomp and Landlock, which every Linux of the last years has; a container may forbid them.
enum class Sandbox {
  kAuto,     // as far as the system lets it; what it does not is told
  kRequire,  // all of it, or no document is read
  kOff,
};

// A reader that waits to be asked; whoever drops it unasked ends it.
class ReadyReader;

// For IngestOptions::ready_reader: forks a process that does what serve_parent() does, and ends. It keeps no descriptor of this process but
// standard input, output and error, and those lead elsewhere; the values of its arguments and of JANGBU_* in its environment are wiped from
// its memory. It is laid out in memory as its parent is, so that who takes it over knows the parent's addresses; it can do nothing with
// them. nullptr where no process can be had.
//
// `argc`, `argv`: main's own. REQUIRES: no other thread, and nothing secret in memory but in `argv` and the environment.
std::shared_ptr<ReadyReader> fork_reader(int argc, char** argv);

}  // namespace jangbu
