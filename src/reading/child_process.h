// One child process that reads documents: met, asked, watched, ended.
//
// The child is not trusted: it may have been taken over by what it read. It gets a socket, /dev/null and a pipe for stderr, and
// nothing else that this process has open; whatever it does or leaves undone, a question ends within the limits. Linux.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "jangbu/limits.h"
#include "jangbu/result.h"
#include "reading/document_bytes.h"
#include "reading/frames.h"
#include "reading/reader_ends.h"

namespace jangbu {

class ChildProcess {
 public:
  // Takes a reader over as it was started (spawn_reader.h, ready_reader.h), and waits for its hello. `interrupted` is asked some twenty
  // times a second, whenever this process waits for the child.
  // Errors: reader_unavailable, interrupted.
  static Result<std::unique_ptr<ChildProcess>> meet(StartedReader reader, const Limits& limits, std::function<bool()> interrupted);

  ~ChildProcess();  // ends it, if it has not ended
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  // Tells it its options, and waits until it stands by them. Errors: reader_unavailable, sandbox_unavailable, interrupted.
  Result<Readiness> instruct(std::string_view options);

  // Asks a question (document_bytes.h), passes the file of the document along and waits for the answer. After any error the child has
  // ended. Errors: reader_crashed, reader_garbled, limit_seconds, limit_cpu, limit_memory, limit_output, interrupted.
  Result<ArrivedFrame> ask(std::string_view question, int file);
  // Was that the answer to the last question, or one that was still on its way from an earlier one?
  bool answers_last(const ArrivedFrame& answer) const { return answer.question == questions_; }

  // It waits for a question: alive, and nothing unasked for in the socket.
  bool idle() const;
  // It holds so much memory that the next document might be refused for the last one's sake.
  bool bloated() const;
  // What it wrote to stderr since the last time: the beginning, in one line.
  std::string last_words();

 private:
  using Clock = std::chrono::steady_clock;

  ChildProcess(StartedReader reader, Limits limits, std::function<bool()> interrupted)
      : limits_(limits), interrupted_(std::move(interrupted)), reader_(std::move(reader)) {}
  Result<ArrivedFrame> exchange(std::string_view out, int file, bool answer);
  Status keep_to_limits();  // called every so often while waiting
  Error why_it_ended();     // waits for the end
  void end();
  std::chrono::nanoseconds cpu_time() const;

  const Limits limits_;
  const std::function<bool()> interrupted_;
  StartedReader reader_;
  std::uint64_t questions_ = 0;
  Clock::time_point deadline_, next_look_;
  std::chrono::nanoseconds cpu_deadline_{};
};

}  // namespace jangbu
