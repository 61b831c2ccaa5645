// A pool of readers: a document takes an idle one or starts one, and puts it back if it behaved.
// Documents are handed over as sealed memory files, so that neither side can change them afterwards.
// Hard case: a child that an earlier document took over may send an answer before it is asked. Answers carry the number of their question;
// one that does not fit costs the child, and the document is asked again of a new one.
//
//   answer of the child        outcome of the document      the child
//   a document that checks     in                           back into the pool, unless it holds much memory
//   an error                   that error                   back into the pool
//   anything else, or none     reader_garbled, a limit …    ended
#include "reading/reader_pool.h"

#include <atomic>
#include <mutex>
#include <vector>

#include "reading/child_process.h"
#include "reading/document_bytes.h"
#include "reading/read_document.h"
#include "reading/ready_reader.h"
#include "reading/spawn_reader.h"

namespace jangbu {
namespace {

// Called from several threads; each holds its child alone, and only the list of idle ones is locked.
class Pool : public DocumentReader {
 public:
  Pool(ReadingOptions options, PoolOptions pool) : limits_(options.limits), options_(options_bytes(options)), pool_(std::move(pool)) {}

  // A child goes back into the pool only after its answer has passed every check.
  Result<Processed> read(std::string_view bytes, const DocumentName& name) override {
    const auto file = SealedFile::of(bytes);
    return file ? read_sealed(*file, name) : file.forward();
  }

  Result<Processed> read_sealed(const SealedFile& file, const DocumentName& name) override {
    Question question;
    question.path = name.path;
    question.sha256 = name.sha256;
    Served served;
    auto answer = answer_to(question, file, name.path, served);
    if (!answer) return answer.forward();
    // The answer goes as the document comes to be, so that both never stand in memory whole.
    auto processed =
        processed_from(answer->bytes.view(), name.sha256, limits_, [&](std::size_t left) { answer->bytes.forget_all_but(left); });
    // A child that makes up documents is not asked again.
    if (!processed) return processed;
    put_back(std::move(served));
    // Whatever it says of these, they are the caller's.
    processed->document.source.path = name.path;
    processed->document.source.sha256 = name.sha256;
    processed->document.source.bytes = file.size();
    return processed;
  }

  // Pictures and texts are not checked: they are shown and not computed with.
  Result<std::string> show(std::string_view bytes, const Showing& showing) override {
    Question question;
    question.kind = Question::Kind::kShow;
    question.form = showing.form;
    question.page = showing.page;
    question.dpi = showing.dpi;
    question.marked = showing.marked;
    const auto file = SealedFile::of(bytes);
    if (!file) return file.forward();
    Served served;
    auto answer = answer_to(question, *file, "the document", served);
    if (!answer) return answer.forward();
    put_back(std::move(served));
    return std::string(answer->bytes.view());
  }

 private:
  using Served = std::unique_ptr<ChildProcess>;

  // The child that answered is handed over in `served`, unless it answered with an error and goes on.
  Result<ArrivedFrame> answer_to(const Question& question, const SealedFile& file, const std::string& name, Served& served) {
    if (file.size() == 0) return read_document({}, limits_, {}, {}).forward();  // nothing to fear
    auto child = idle_child();
    if (!child) return child.forward();
    const std::string asked = question_bytes(question);
    auto answer = ask(**child, asked, file, name);
    if (answer && !(*child)->answers_last(*answer)) {
      // What another document made of this child is not this one's fault.
      if (child = new_child(); !child) return child.forward();
      answer = ask(**child, asked, file, name);
      if (answer && !(*child)->answers_last(*answer))
        answer = fail(ErrorCode::kReaderGarbled, "the reader answered a question that nobody asked");
    }
    if (!answer) return answer.forward();
    if (answer->kind == FrameKind::kError) {
      put_back(std::move(*child));
      return Unexpected{error_from(answer->bytes.view())};
    }
    served = std::move(*child);
    return answer;
  }

  // What the child wrote to stderr goes to the log, with the document's name.
  Result<ArrivedFrame> ask(ChildProcess& child, const std::string& question, const SealedFile& file, const std::string& name) {
    auto answer = child.ask(question, file.descriptor());
    if (const std::string words = child.last_words(); !words.empty() && pool_.log) pool_.log(name + ": the reader says: " + words);
    return answer;
  }

  // Ones that died, or speak unasked, are dropped on the way.
  Result<std::unique_ptr<ChildProcess>> idle_child() {
    for (;;) {
      std::unique_ptr<ChildProcess> child;
      {
        const std::lock_guard lock(moving_);
        if (idle_.empty()) break;
        child = std::move(idle_.back());
        idle_.pop_back();
      }
      if (child->idle()) return child;
    }
    return new_child();
  }

  // The reader that was forked at the beginning, if nobody has it yet; else the program is started.
  Result<std::unique_ptr<ChildProcess>> new_child() {
    if (auto ready = pool_.ready ? pool_.ready->take() : std::nullopt) {
      auto child = instructed(std::move(*ready));
      // It may have been ended while it waited, which says nothing of others.
      if (child || child.error().code != ErrorCode::kReaderUnavailable) return child;
    }
    auto spawned = spawn_reader(pool_.program);
    if (!spawned) return spawned.forward();
    return instructed(std::move(*spawned));
  }

  // The warning about a sandbox that is not whole is given once, not for every child.
  Result<std::unique_ptr<ChildProcess>> instructed(StartedReader reader) {
    auto child = ChildProcess::meet(std::move(reader), limits_, pool_.interrupted);
    if (!child) return child;
    const auto ready = (*child)->instruct(options_);
    if (!ready) return ready.forward();
    if (!ready->missing.empty() && pool_.warn && !warned_.exchange(true)) pool_.warn(ready->missing);
    return child;
  }

  void put_back(std::unique_ptr<ChildProcess> child) {
    if (child->bloated()) return;
    const std::lock_guard lock(moving_);
    idle_.push_back(std::move(child));
  }

  const Limits limits_;
  const std::string options_;
  const PoolOptions pool_;
  std::atomic<bool> warned_{false};
  std::mutex moving_;
  std::vector<std::unique_ptr<ChildProcess>> idle_;
};

}  // namespace

std::unique_ptr<DocumentReader> reader_in_children(ReadingOptions options, PoolOptions pool) {
  return std::make_unique<Pool>(std::move(options), std::move(pool));
}

}  // namespace jangbu
