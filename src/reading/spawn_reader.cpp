// The program started as a reader by posix_spawn, which is safe beside threads where fork is not.
// It gets four descriptors and no more: a reader that was taken over finds no open file of its parent.
#include "reading/spawn_reader.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

#include <cstring>
#include <string>
#include <system_error>
#include <vector>

#include "jangbu/reader_child.h"
#include "reading/frames.h"

namespace jangbu {
namespace {

std::vector<char*> environment_for_children() {
  std::vector<char*> kept;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    if (std::strncmp(*entry, "JANGBU_", 7) != 0) kept.push_back(*entry);  // a password may stand there
  }
  kept.push_back(nullptr);
  return kept;
}

// `socket` and `words` become kParentSocket and stderr. Signals blocked or ignored here would else be so there.
int spawn_with(const std::filesystem::path& program, int socket, int words, pid_t& process) {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  ::posix_spawn_file_actions_init(&files);
  ::posix_spawnattr_init(&attributes);
  ::posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  ::posix_spawn_file_actions_adddup2(&files, words, STDERR_FILENO);
  ::posix_spawn_file_actions_adddup2(&files, socket, kParentSocket);
  ::posix_spawn_file_actions_addclosefrom_np(&files, kParentSocket + 1);
  sigset_t none, all;
  ::sigemptyset(&none);
  ::sigfillset(&all);
  ::posix_spawnattr_setsigmask(&attributes, &none);
  ::posix_spawnattr_setsigdefault(&attributes, &all);
  ::posix_spawnattr_setpgroup(&attributes, 0);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  std::string name = "jangbu", argument = kReaderArgument;
  char* const arguments[] = {name.data(), argument.data(), nullptr};
  const int error = ::posix_spawn(&process, program.c_str(), &files, &attributes, arguments, environment_for_children().data());
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&files);
  return error;
}

}  // namespace

// The child's ends are closed here when this returns: the child has copies.
Result<StartedReader> spawn_reader(const std::filesystem::path& program) {
  StartedReader reader;
  ReaderSide theirs;
  if (Status status = make_ends(reader, theirs); !status) return status.forward();
  reader.name = program.string();
  if (const int error = spawn_with(program, theirs.socket.get(), theirs.words.get(), reader.process); error != 0) {
    return reader_unavailable(reader.name + ": " + std::generic_category().message(error));
  }
  return reader;
}

}  // namespace jangbu
