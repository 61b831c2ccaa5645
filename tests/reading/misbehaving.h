// A reader that does what the document says: it crashes, hangs, eats memory, lies. Any other document comes back with its bytes as title
// and the reader's process id as producer.
#pragma once

#include <arpa/inet.h>
#include <dirent.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <thread>

#include "reading/document_bytes.h"
#include "reading/frames.h"
#include "reading/serve_parent.h"

namespace jangbu {

[[noreturn]] inline void hang() {
  for (;;) std::this_thread::sleep_for(std::chrono::seconds(60));
}

// A piece of memory that is really used; nullptr where there is none.
inline char* take_memory() {
  constexpr std::size_t kPiece = 8 << 20;
  auto* piece = static_cast<char*>(std::malloc(kPiece));
  if (piece != nullptr) std::memset(piece, 1, kPiece);
  return piece;
}

inline std::string open_descriptors() {
  std::string out;
  DIR* folder = ::opendir("/proc/self/fd");
  while (const dirent* entry = folder != nullptr ? ::readdir(folder) : nullptr) {
    const int descriptor = std::atoi(entry->d_name);
    if (entry->d_name[0] == '.' || descriptor == ::dirfd(folder)) continue;
    char target[256] = {};
    if (::readlink(("/proc/self/fd/" + std::to_string(descriptor)).c_str(), target, sizeof target - 1) < 0) continue;
    const std::string name(target);
    out += std::to_string(descriptor) + "=" + name.substr(0, name.find(':')) + "\n";
  }
  if (folder != nullptr) ::closedir(folder);
  return out;
}

inline std::string ways_to_dump_core() {
  rlimit limit{};
  ::getrlimit(RLIMIT_CORE, &limit);
  return std::to_string(limit.rlim_cur) + "," + std::to_string(::prctl(PR_GET_DUMPABLE));
}

// Tries something that a reader has no business to do: "done", or "denied".
inline std::string escape(const std::string& order) {
  const std::string what(order.substr(0, order.find(' '))), rest(order.substr(std::min(order.size(), what.size() + 1)));
  const auto told = [](bool done) { return std::string(done ? "done" : "denied"); };
  const auto opened = [&](int flags) {
    const OwnedDescriptor file(::open(rest.c_str(), flags | O_CLOEXEC, 0600));
    return told(static_cast<bool>(file));
  };
  if (what == "open") return opened(O_RDONLY);
  if (what == "write") return opened(O_WRONLY);
  if (what == "create") return opened(O_RDONLY | O_CREAT);
  if (what == "truncate") return told(::truncate(rest.c_str(), 0) == 0);
  if (what == "unlink") return told(::unlink(rest.c_str()) == 0);
  if (what == "rename") return told(::rename(rest.c_str(), (rest + ".moved").c_str()) == 0);
  if (what == "chmod") return told(::chmod(rest.c_str(), 0777) == 0);
  if (what == "link") return told(::symlink("/etc/passwd", (rest + ".link").c_str()) == 0);
  if (what == "mkdir") return told(::mkdir(rest.c_str(), 0700) == 0);
  if (what == "connect") {
    const OwnedDescriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in there{};
    there.sin_family = AF_INET;
    there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    there.sin_port = htons(static_cast<std::uint16_t>(std::atoi(rest.c_str())));
    return told(socket && ::connect(socket.get(), reinterpret_cast<sockaddr*>(&there), sizeof there) == 0);
  }
  if (what == "local") return told(static_cast<bool>(OwnedDescriptor(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0))));
  if (what == "fork" || what == "exec") {
    // A fork that works is told by the pipe that its child holds; without one, exec would end this process: it is tried all the same.
    const pid_t child = ::fork();
    if (child == 0) {
      if (what == "exec") ::execl(rest.c_str(), rest.c_str(), nullptr);
      ::_exit(what == "exec" ? 1 : 0);
    }
    if (child < 0) {
      if (what == "exec") ::execl(rest.c_str(), rest.c_str(), nullptr);
      return told(false);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return told(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  }
  if (what == "thread") {
    try {
      std::thread([] {}).join();
      return told(true);
    } catch (const std::exception&) {
      return told(false);
    }
  }
  if (what == "signal") return told(::kill(::getppid(), 0) == 0);
  if (what == "own_signals")
    return told(::fcntl(kParentSocket, F_SETOWN, ::getppid()) == 0 || ::fcntl(kParentSocket, F_SETSIG, SIGKILL) == 0);
  if (what == "trace") return told(::ptrace(PTRACE_ATTACH, ::getppid(), nullptr, nullptr) == 0);
  if (what == "peek") {
    char place = 0, taken = 0;
    const iovec here{&taken, 1}, there{&place, 1};
    return told(::process_vm_readv(::getpid(), &here, 1, &there, 1, 0) == 1);
  }
  if (what == "limit") {
    const rlimit all{RLIM_INFINITY, RLIM_INFINITY};
    return told(::setrlimit(RLIMIT_FSIZE, &all) == 0);
  }
  return "unknown";
}

class Misbehaving : public DocumentReader {
 public:
  explicit Misbehaving(ReadingOptions options) : options_(std::move(options)) {}

  Result<Processed> read(std::string_view bytes, const DocumentName&) override {
    ++question_;
    const std::string order(bytes.substr(0, bytes.find(' ')));
    const std::string rest(bytes.substr(std::min(bytes.size(), order.size() + 1)));
    if (order == "crash") std::raise(SIGSEGV);
    if (order == "abort") std::abort();
    if (order == "exit") ::_exit(3);
    if (order == "killed") std::raise(SIGKILL);
    if (order == "hang") {
      // A sign of life that holds no bytes: a reader may not write files.
      if (!rest.empty()) std::ofstream(rest + "/" + std::to_string(::getpid()));
      hang();
    }
    if (order == "spin") {
      for (std::atomic<std::uint64_t> turns{0};;) ++turns;
    }
    if (order == "throw_for_memory") {
      while (take_memory() != nullptr) {
      }
      throw std::bad_alloc();
    }
    if (order == "abort_for_memory") {
      while (take_memory() != nullptr) {
      }
      std::abort();
    }
    if (order == "chatter") {
      const std::string line(1000, '!');
      for (int i = 0; i < 10'000; ++i) static_cast<void>(::write(STDERR_FILENO, line.data(), line.size()) + 1);
    }
    if (order == "warn") static_cast<void>(::write(STDERR_FILENO, "a\x1B[31mb\n", 8) + 1);
    if (order == "garbage") static_cast<void>(::write(kParentSocket, std::string(4096, 'G').data(), 4096) + 1);
    if (order == "half") {
      FrameHead head;
      head.kind = FrameKind::kAnswer;
      head.length = 1000;
      static_cast<void>(::write(kParentSocket, &head, sizeof head) + ::write(kParentSocket, "half", 4));
      ::_exit(0);
    }
    if (order == "announce") {
      FrameHead head;
      head.kind = FrameKind::kAnswer;
      head.length = std::strtoull(rest.c_str(), nullptr, 10);
      static_cast<void>(::write(kParentSocket, &head, sizeof head) + 1);
      hang();
    }
    if (order == "nonsense") send_frame(kParentSocket, FrameKind::kAnswer, std::string(1000, '\xEE'), question_);
    if (order == "hello") send_frame(kParentSocket, FrameKind::kHello, "", question_);
    if (order == "twice") send_frame(kParentSocket, FrameKind::kAnswer, processed_bytes(Processed{named(), {}, {}}), question_);
    if (order == "ahead") send_frame(kParentSocket, FrameKind::kAnswer, processed_bytes(Processed{named(), {}, {}}), question_ + 1);
    if (order == "hang_up") {
      ::close(kParentSocket);
      hang();
    }
    if (order == "refuse") return fail(ErrorCode::kEncrypted, "needs a password", "give it");
    Document document = named();
    document.title = std::string(bytes);
    document.source.producer = std::to_string(::getpid());
    if (order == "large") document.title = std::string(std::strtoull(rest.c_str(), nullptr, 10), 'x');
    if (order == "keep") {
      for (int i = 0; i < 20; ++i) take_memory();
    }
    if (order == "descriptors") document.title = open_descriptors();
    if (order == "escape") document.title = escape(rest);
    if (order == "core") document.title = ways_to_dump_core();
    if (order == "password") document.title = options_.password;
    if (order == "environment") document.title = std::getenv(rest.c_str()) != nullptr ? std::getenv(rest.c_str()) : "unset";
    // What stands at an address of this process, up to the first zero.
    if (order == "memory") document.title = reinterpret_cast<const char*>(std::strtoull(rest.c_str(), nullptr, 10));
    if (order == "signals") document.title = std::signal(SIGUSR1, SIG_DFL) == SIG_DFL && ::getpgrp() == ::getpid() ? "as new" : "inherited";
    if (order == "impossible") document.blocks.resize(1), document.blocks[0].kind = Block::Kind::kTable;
    if (order == "name") document.id = rest;
    Processed processed{std::move(document), {}, {}};
    if (order == "type") {
      processed.records.resize(1);
      processed.records[0].type = rest;
      processed.records[0].document_id = processed.document.id;
      processed.records[0].table_index = Record::kNoTable;
    }
    return processed;
  }

  Result<std::string> show(std::string_view bytes, const Showing& showing) override {
    ++question_;
    if (bytes == "crash") std::raise(SIGSEGV);
    return std::string(bytes) + " p. " + std::to_string(showing.page);
  }

 private:
  static Document named() {
    Document document;
    document.id = "misbehaving";
    return document;
  }

  const ReadingOptions options_;
  std::uint64_t question_ = 0;
};

inline std::unique_ptr<DocumentReader> misbehaving_reader(ReadingOptions options) {
  return std::make_unique<Misbehaving>(std::move(options));
}

}  // namespace jangbu
