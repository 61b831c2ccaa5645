#include "reading/spawn_reader.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>
#include <vector>

#include "jangbu/reader_child.h"
#include "reading/frames.h"

namespace jangbu {
namespace {

std::string error_text(int error) { return std::generic_category().message(error); }

// Out of the way of 0 … 3, which the child's ends are copied to.
bool move_up(OwnedDescriptor& descriptor) {
  OwnedDescriptor moved(::fcntl(descriptor.get(), F_DUPFD_CLOEXEC, kParentSocket + 1));
  descriptor = std::move(moved);
  return static_cast<bool>(descriptor);
}

std::vector<char*> environment_for_children() {
  std::vector<char*> kept;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    if (std::strncmp(*entry, "JANGBU_", 7) != 0) kept.push_back(*entry);  // a password may stand there
  }
  kept.push_back(nullptr);
  return kept;
}

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

Unexpected reader_unavailable(const std::string& why) {
  return fail(ErrorCode::kReaderUnavailable, "no process can be started to read documents in: " + why, "try again, or read in this process (--in-process)");
}

Result<SpawnedReader> spawn_reader(const std::filesystem::path& program) {
  SpawnedReader reader;
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return reader_unavailable(error_text(errno));
  reader.socket = OwnedDescriptor(ends[0]);
  OwnedDescriptor their_socket(ends[1]);
  if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return reader_unavailable(error_text(errno));
  reader.words = OwnedDescriptor(ends[0]);
  OwnedDescriptor their_words(ends[1]);
  if (!move_up(their_socket) || !move_up(their_words)) return reader_unavailable(error_text(errno));
  if (const int error = spawn_with(program, their_socket.get(), their_words.get(), reader.process); error != 0) {
    return reader_unavailable(program.string() + ": " + error_text(error));
  }
  return reader;
}

}  // namespace jangbu
