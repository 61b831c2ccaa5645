// A reader forked at the start of the program, before there are threads: it saves a run of one file the start of another program.
// The child leaves its parent as far as a process can: signals, arguments, environment and open files are those
// of a program that was started afresh.
#include "reading/ready_reader.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "reading/frames.h"

namespace jangbu {
namespace {

// explicit_bzero is not optimized away.
void wipe(char* text) { ::explicit_bzero(text, ::strlen(text)); }

// Where a program finds its arguments and its environment is also where the system looks when it is asked for them: what is wiped there is
// gone. A password may stand in both.
void forget_what_was_given(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) wipe(argv[i]);
  char** kept = environ;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    if (std::string_view(*entry).starts_with("JANGBU_")) {
      wipe(*entry);
    } else {
      *kept++ = *entry;
    }
  }
  if (kept != nullptr) *kept = nullptr;
}

bool copy_to(int descriptor, int place) { return ::dup2(descriptor, place) == place; }

// What spawn_reader does for a program that it starts.
bool leave_parent(int argc, char** argv, const ReaderSide& side) {
  // A process group of its own: Ctrl+C is for the parent.
  ::setpgid(0, 0);
  for (int signal = 1; signal < NSIG; ++signal) ::signal(signal, SIG_DFL);  // those that cannot be set are so already
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  forget_what_was_given(argc, argv);
  const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  return nothing >= 0 && copy_to(nothing, STDIN_FILENO) && copy_to(nothing, STDOUT_FILENO) && copy_to(side.words.get(), STDERR_FILENO) &&
         copy_to(side.socket.get(), kParentSocket) && ::close_range(kParentSocket + 1, ~0U, 0) == 0;
}

// Nothing of the parent's runs here: neither what waits for the end of its main, nor what catches its exceptions.
[[noreturn]] void read_for_parent(int argc, char** argv, const ReaderSide& side, const ReaderMaker& make_reader) noexcept {
  ::_exit(leave_parent(argc, argv, side) ? serve_parent(make_reader) : EXIT_FAILURE);
}

}  // namespace

// Nobody asked for it: it ends with the program.
ReadyReader::~ReadyReader() {
  if (!reader_) return;
  ::kill(reader_->process, SIGKILL);
  while (::waitpid(reader_->process, nullptr, 0) < 0 && errno == EINTR) {
  }
}

std::optional<StartedReader> ReadyReader::take() {
  const std::lock_guard lock(taking_);
  return std::exchange(reader_, std::nullopt);
}

// Nothing is told where it fails: the first document starts a reader in the usual way.
std::shared_ptr<ReadyReader> fork_reader(int argc, char** argv, const ReaderMaker& make_reader) {
  StartedReader reader;
  ReaderSide theirs;
  if (!make_ends(reader, theirs)) return nullptr;
  reader.name = "this program";
  reader.process = ::fork();
  if (reader.process < 0) return nullptr;
  if (reader.process == 0) read_for_parent(argc, argv, theirs, make_reader);
  return std::make_shared<ReadyReader>(std::move(reader));
}

std::shared_ptr<ReadyReader> fork_reader(int argc, char** argv) { return fork_reader(argc, argv, reader_in_process); }

}  // namespace jangbu
