// The reader process: limits itself, says hello, takes its options, locks itself in, then answers question after question.
// Memory: addresses are limited (RLIMIT_AS), and what aborts or crashes for want of memory ends with a status of its own.
// Hard case: a reader that hangs while its parent dies. The kernel sends SIGIO when the socket closes, and the process ends
// (EndsWithParent).
//
//   main ─ limit_this_process() ─ hello ─ options ─ RLIMIT_AS ─ sandbox ─ self test ─ ready ─┬─ read ─ answer or error ─┐
//                                                                                           └──────────────────────────┘
#include "reading/serve_parent.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <span>
#include <variant>

#include "extractors/detect.h"
#include "jangbu/reader_child.h"
#include "jangbu/version.h"
#include "model/sanitized.h"
#include "reading/document_bytes.h"
#include "reading/frames.h"
#include "reading/sandbox.h"
#include "reading/self_test.h"

namespace jangbu {
namespace {

void set_limit(__rlimit_resource_t what, std::uint64_t most) {
  const rlimit limit{most, most};
  ::setrlimit(what, &limit);  // what the system forbids to raise is low enough already
}

// C libraries that get no memory abort, or write to where it would have been. What the last failing call failed of tells this from
// other ends.
extern "C" void end_for_want_of_memory(int signal) {
  if (errno == ENOMEM) ::_exit(kOutOfMemoryStatus);
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

// Before anything is received: what comes later cannot raise these again.
void limit_this_process() {
  // The terminal and the system ask the parent to stop; it ends its children itself.
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGPIPE}) std::signal(signal, SIG_IGN);
  ::prctl(PR_SET_DUMPABLE, 0);  // no core dumps, also not through a pipe
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  set_limit(RLIMIT_CORE, 0);
  set_limit(RLIMIT_FSIZE, 0);    // a reader writes no files
  set_limit(RLIMIT_NOFILE, 64);  // character maps and fonts' tables, one after the other
  // What libraries write to stderr is kept as far as the pipe holds it; the rest is dropped, and nobody waits.
  ::fcntl(STDERR_FILENO, F_SETFL, ::fcntl(STDERR_FILENO, F_GETFL) | O_NONBLOCK);
  // Sanitizers reserve terabytes of addresses and have handlers of their own.
  if (kSanitized) return;
  for (const int signal : {SIGABRT, SIGSEGV, SIGBUS}) std::signal(signal, end_for_want_of_memory);
}

// SIGIO says that something happened on the socket, and that may be the arrival of the question itself, told late: a sender wakes the other
// end after the bytes are there already. Only the end of the parent ends this process.
void end_without_parent(int) {
  const int before = errno;
  pollfd gone{kParentSocket, 0, 0};
  if (::poll(&gone, 1, 0) > 0 && (gone.revents & POLLHUP) != 0) ::_exit(0);
  errno = before;
}

// While a document is read nobody listens to the socket, and a reader that hangs would outlive its parent: the kernel then
// sends SIGIO as soon as the other end closes. (PR_SET_PDEATHSIG would do so at the end of the parent's *thread* that started the child.)
class EndsWithParent {
 public:
  // For as long as a document is read; while the reader waits for a question, receiving tells it that the parent is gone.
  explicit EndsWithParent(int socket) : socket_(socket), flags_(::fcntl(socket, F_GETFL)) {
    struct sigaction action {};
    action.sa_handler = end_without_parent;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGIO, &action, nullptr);
    ::fcntl(socket_, F_SETOWN, ::getpid());
    ::fcntl(socket_, F_SETFL, flags_ | O_ASYNC);
    end_without_parent(SIGIO);  // it may have gone before this was set up
  }
  ~EndsWithParent() { ::fcntl(socket_, F_SETFL, flags_); }
  EndsWithParent(const EndsWithParent&) = delete;
  EndsWithParent& operator=(const EndsWithParent&) = delete;

 private:
  int socket_, flags_;
};

// Proves once that a reader that is locked in can still read, before the first document that needs what the proof is about. It takes as
// long as to read a page or two; texts and packages bring no fonts.
class Proof {
 public:
  Proof(bool wanted, const Limits& limits) : wanted_(wanted), limits_(limits) {}

  Status before(std::string_view bytes) {
    if (!wanted_) return Done{};
    const auto format = detect_format(std::as_bytes(std::span(bytes)));
    if (!format || *format != Format::kPdf) return Done{};
    if (Status proof = prove_reading(limits_); !proof) return proof;
    wanted_ = false;
    return Done{};
  }

 private:
  bool wanted_;
  const Limits& limits_;
};

// What was understood, or what is to be shown, and how many bytes it is on its way.
struct Reply {
  std::variant<Processed, std::string> what;
  std::uint64_t size = 0;
};

Result<Reply> read_or_show(const Question& question, DocumentReader& reader, const SealedFile& file, Proof& proof) {
  auto mapped = MappedFile::of(file);
  if (!mapped) return mapped.forward();
  if (const Status proved = proof.before(mapped->bytes()); !proved) return proved.forward();
  if (question.kind == Question::Kind::kShow) {
    auto shown = reader.show(mapped->bytes(), {question.form, question.page, question.dpi, question.marked});
    if (!shown) return shown.forward();
    const std::uint64_t size = shown->size();
    return Reply{*std::move(shown), size};
  }
  mapped->forget();  // the reader looks at it itself, and for no longer than it must
  auto processed = reader.read_sealed(file, {question.path, question.sha256});
  if (!processed) return processed.forward();
  const std::uint64_t size = processed_size(*processed);
  return Reply{*std::move(processed), size};
}

// The size is checked here as well as by the parent: an error that says so is better than a reader that is cut off.
Result<Reply> reply_to(const Question& question, DocumentReader& reader, const SealedFile& file, const Limits& limits, Proof& proof) {
  try {
    auto reply = read_or_show(question, reader, file, proof);
    if (!reply || reply->size <= limits.answer_bytes) return reply;
    return fail(ErrorCode::kLimitOutput, "the document read takes " + std::to_string(reply->size) + " bytes, more than allowed");
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::kLimitMemory, "not enough memory for this document", "run it alone, or with fewer --jobs");
  }
}

// Piece by piece as it is packed: beside the document there is no room for its bytes. False: the parent is gone.
bool send_reply(const Reply& reply, std::uint64_t question) {
  bool sent = send_head(kParentSocket, FrameKind::kAnswer, reply.size, question);
  const auto send = [&](std::string_view piece) { sent = sent && send_piece(kParentSocket, piece); };
  if (const auto* processed = std::get_if<Processed>(&reply.what)) {
    processed_bytes(*processed, send);
  } else {
    send(std::get<std::string>(reply.what));
  }
  return sent;
}

// Before the first byte of a document is here.
Readiness locked_in(Sandbox sandbox) {
  Readiness readiness;
  if (sandbox == Sandbox::kOff) return readiness;
  const SandboxState state = enter_sandbox();
  readiness.locked = sandbox == Sandbox::kAuto || state.whole();
  readiness.missing = state.missing;
  return readiness;
}

}  // namespace

// The exit statuses: 0 done, 1 the parent speaks otherwise, kUnsentStatus and kOutOfMemoryStatus (serve_parent.h).
int serve_parent(const ReaderMaker& make_reader) {
  limit_this_process();
  if (!send_frame(kParentSocket, FrameKind::kHello, version())) return 1;
  Frame frame;
  if (!receive_frame(kParentSocket, frame) || frame.kind != FrameKind::kOptions) return 1;
  auto options = options_from(frame.bytes);
  if (!options) return 1;
  const Limits limits = options->limits;
  if (!kSanitized) set_limit(RLIMIT_AS, limits.reader_bytes);
  const Readiness readiness = locked_in(options->sandbox);
  Proof proof(options->sandbox != Sandbox::kOff, limits);
  const auto reader = make_reader(std::move(*options));
  if (!send_frame(kParentSocket, FrameKind::kReady, readiness_bytes(readiness))) return 1;
  for (;;) {
    frame = {};
    if (!receive_frame(kParentSocket, frame)) return 0;  // the parent is done, or gone
    if (frame.kind != FrameKind::kRead || !frame.file) return 1;
    const SealedFile file(std::move(frame.file));
    const auto question = question_from(frame.bytes);
    if (!question) return 1;
    errno = 0;
    const auto reply = [&] {
      const EndsWithParent watched(kParentSocket);
      return reply_to(*question, *reader, file, limits, proof);
    }();
    const bool sent = reply ? send_reply(*reply, frame.question)
                            : send_frame(kParentSocket, FrameKind::kError, error_bytes(reply.error()), frame.question);
    if (!sent) return kUnsentStatus;
  }
}

int serve_parent() { return serve_parent(reader_in_process); }

}  // namespace jangbu
