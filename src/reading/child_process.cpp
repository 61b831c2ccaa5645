// The parent's side of one reader: sends a question with the document's file, waits for the answer and watches time,
// processor time and memory meanwhile.
// The child is not trusted. Waiting never blocks longer than kGlance, answers have a largest size, and any breach ends the child by
// SIGKILL. When it ends by itself, its status tells whose fault that was: the document's (crash, memory), the system's (killed), or
// nobody's.
//
//   ended by …                          means                    the document
//   status kOutOfMemoryStatus           limit_memory             fails
//   SIGKILL of the system               reader_unavailable       is tried again by the next run
//   any other signal or status          reader_crashed           fails
#include "reading/child_process.h"

#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>

#include "jangbu/version.h"
#include "reading/serve_parent.h"

namespace jangbu {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr milliseconds kGlance{50};  // how long a child may be out of sight
constexpr seconds kGrace{1};         // a reader that looks at the clock itself ends first, and says where it was
constexpr std::size_t kLargestHello = 64;

// Pages in memory, from /proc; 0 where it cannot be read, so that no limit is broken by that.
std::uint64_t resident_bytes(pid_t process) {
  std::ifstream in("/proc/" + std::to_string(process) + "/statm");
  std::uint64_t size = 0, resident = 0;
  in >> size >> resident;
  return in ? resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)) : 0;
}

Unexpected out_of_memory(const std::string& message) {
  return fail(ErrorCode::kLimitMemory, message, "run it alone, or with fewer --jobs");
}

}  // namespace

// Both ends must be of one build: types go over the socket as they are laid out.
Result<std::unique_ptr<ChildProcess>> ChildProcess::meet(StartedReader reader, const Limits& limits, std::function<bool()> interrupted) {
  std::unique_ptr<ChildProcess> child(new ChildProcess(std::move(reader), limits, std::move(interrupted)));
  const auto hello = child->exchange({}, -1, true);
  if (!hello) {
    if (hello.error().code == ErrorCode::kInterrupted) return hello.forward();
    return reader_unavailable(child->reader_.name + ": " + hello.error().message);
  }
  if (hello->kind != FrameKind::kHello || hello->bytes.view().size() > kLargestHello || hello->bytes.view() != version()) {
    return reader_unavailable(child->reader_.name + " is no reader of this version");
  }
  return child;
}

ChildProcess::~ChildProcess() { end(); }

// Killed and waited for: no zombie stays, and its number is not given to another process while we hold it.
void ChildProcess::end() {
  if (reader_.process < 0) return;
  ::kill(reader_.process, SIGKILL);
  while (::waitpid(reader_.process, nullptr, 0) < 0 && errno == EINTR) {
  }
  reader_.process = -1;
}

// Two things may be wrong: the sandbox is not whole, or a reader in the sandbox cannot read (its character maps are missing).
Result<Readiness> ChildProcess::instruct(std::string_view options) {
  FrameHead head;
  head.kind = FrameKind::kOptions;
  head.length = options.size();
  std::string out(reinterpret_cast<const char*>(&head), sizeof head);
  out += options;
  const auto ready = exchange(out, -1, true);
  if (!ready) {
    if (ready.error().code == ErrorCode::kInterrupted) return ready.forward();
    return reader_unavailable(reader_.name + ": " + ready.error().message);
  }
  auto readiness = ready->kind == FrameKind::kReady
                       ? readiness_from(ready->bytes.view())
                       : Result<Readiness>(fail(ErrorCode::kReaderGarbled, "it answers what no reader answers"));
  if (!readiness) return reader_unavailable(reader_.name + ": " + readiness.error().message);
  if (!readiness->locked) {
    return fail(ErrorCode::kSandboxUnavailable, "readers cannot be locked in: " + readiness->missing,
                "run where the system allows it, or with --sandbox auto");
  }
  return readiness;
}

// Whatever goes wrong, the child is not used again: it may still be at work on this document.
Result<ArrivedFrame> ChildProcess::ask(std::string_view question, int file) {
  FrameHead head;
  head.kind = FrameKind::kRead;
  head.length = question.size();
  head.question = ++questions_;
  std::string out(reinterpret_cast<const char*>(&head), sizeof head);
  out += question;
  auto answer = exchange(out, file, true);
  if (answer && answer->kind != FrameKind::kAnswer && answer->kind != FrameKind::kError) {
    answer = fail(ErrorCode::kReaderGarbled, "the reader answered what no reader answers");
  }
  if (!answer) end();
  return answer;
}

// Sends `out` and, if `answer`, receives a frame, both as far as they go at a time, so that neither side waits for the other.
Result<ArrivedFrame> ChildProcess::exchange(std::string_view out, int file, bool answer) {
  deadline_ = Clock::now() + seconds(limits_.seconds) + kGrace;
  cpu_deadline_ = cpu_time() + seconds(limits_.cpu_seconds) + kGrace;
  Arrival arrival(limits_.answer_bytes);
  while (!out.empty() || (answer && !arrival.complete())) {
    pollfd waiting{reader_.socket.get(), static_cast<short>((answer ? POLLIN : 0) | (out.empty() ? 0 : POLLOUT)), 0};
    const int ready = ::poll(&waiting, 1, static_cast<int>(kGlance.count()));
    if (Status status = keep_to_limits(); !status) return status.forward();
    if (ready <= 0) continue;
    if ((waiting.revents & POLLOUT) != 0) {
      const ssize_t sent = send_some(reader_.socket.get(), out, file);
      if (sent < 0 && errno != EINTR && errno != EAGAIN) return Unexpected{why_it_ended()};
      if (sent > 0) {
        out.remove_prefix(static_cast<std::size_t>(sent));
        // The file goes along with the first byte, once.
        file = -1;
      }
    }
    if ((waiting.revents & (POLLIN | POLLHUP | POLLERR)) != 0) {
      const auto open = answer ? arrival.receive(reader_.socket.get()) : Result<bool>(false);
      if (!open) return open.forward();
      if (!*open) return Unexpected{why_it_ended()};
    }
  }
  return arrival.take();
}

// At most once every kGlance: looking costs system calls.
Status ChildProcess::keep_to_limits() {
  const auto now = Clock::now();
  if (now < next_look_) return Done{};
  next_look_ = now + kGlance;
  if (interrupted_ && interrupted_()) return fail(ErrorCode::kInterrupted, "the run was asked to stop");
  if (now > deadline_) {
    return fail(ErrorCode::kLimitSeconds, "reading took longer than " + std::to_string(limits_.seconds) + " s");
  }
  if (cpu_time() > cpu_deadline_) {
    return fail(ErrorCode::kLimitCpu, "reading took more than " + std::to_string(limits_.cpu_seconds) + " s of processor time");
  }
  // Where addresses are limited (serve_parent.cpp) this never comes true.
  if (resident_bytes(reader_.process) > limits_.reader_bytes)
    return out_of_memory("reading took more than " + std::to_string(limits_.reader_bytes >> 20) + " MB of memory");
  return Done{};
}

// Waits a moment for its end: the socket closes before the process is gone.
Error ChildProcess::why_it_ended() {
  // It may have closed its socket and live on.
  const auto patience = Clock::now() + kGrace;
  int status = 0;
  pid_t ended = 0;
  while ((ended = ::waitpid(reader_.process, &status, WNOHANG)) == 0 && Clock::now() < patience) {
    timespec moment{0, 1'000'000};
    ::nanosleep(&moment, nullptr);
  }
  if (ended <= 0) {
    end();
    return {ErrorCode::kReaderCrashed, "the reader of this document hung up without an answer",
            "please report it, with the document if you may"};
  }
  reader_.process = -1;
  if (WIFEXITED(status) && WEXITSTATUS(status) == kOutOfMemoryStatus) return out_of_memory("not enough memory for this document").error;
  // These say nothing of the document, and the next run tries it again: somebody else ended the reader, or it could not write.
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL)
    return {ErrorCode::kReaderUnavailable, "the system ended the reader of this document, most likely for want of memory",
            "run again, with fewer --jobs"};
  if (WIFEXITED(status) && WEXITSTATUS(status) == kUnsentStatus)
    return {ErrorCode::kReaderUnavailable, "the reader of this document could not hand it on", "run again"};
  std::string how = "status " + std::to_string(WEXITSTATUS(status));
  if (WIFSIGNALED(status)) {
    const char* name = ::sigabbrev_np(WTERMSIG(status));
    how = "signal SIG" + std::string(name != nullptr ? name : std::to_string(WTERMSIG(status)));
  }
  return {ErrorCode::kReaderCrashed, "the reader of this document ended with " + how, "please report it, with the document if you may"};
}

bool ChildProcess::idle() const {
  if (reader_.process < 0) return false;
  pollfd waiting{reader_.socket.get(), POLLIN, 0};
  return ::poll(&waiting, 1, 0) == 0;
}

// A quarter of the limit: the allocator keeps what a large document took, and the next one needs room.
bool ChildProcess::bloated() const { return resident_bytes(reader_.process) > limits_.reader_bytes / 4; }

// Only plain ASCII: what the child writes may be meant for a terminal to obey.
std::string ChildProcess::last_words() {
  constexpr std::size_t kMost = 64 << 10, kKept = 2000;  // a pipe's length, a few lines
  std::string words(kMost, '\0');
  const ssize_t got = ::read(reader_.words.get(), words.data(), words.size());
  words.resize(got > 0 ? std::min(static_cast<std::size_t>(got), kKept) : 0);
  for (char& c : words) {
    if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7F) c = ' ';
  }
  return words;
}

// Of all its threads, by the clock that the kernel keeps for it; nought where it is gone.
std::chrono::nanoseconds ChildProcess::cpu_time() const {
  clockid_t clock{};
  timespec time{};
  if (reader_.process < 0 || ::clock_getcpuclockid(reader_.process, &clock) != 0 || ::clock_gettime(clock, &time) != 0) return {};
  return seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

}  // namespace jangbu
