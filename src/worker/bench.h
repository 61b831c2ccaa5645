// Where a worker reads: tasks in, results out as lines, from several threads at a time. What a line is, docs/worker.md tells.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "jangbu/error.h"
#include "jangbu/result.h"
#include "jangbu/worker.h"
#include "reading/document_reader.h"
#include "worker/task.h"

namespace jangbu {

struct Answer {
  std::string line;            // of JSON, with its line end
  std::optional<Error> error;  // why there is no document. sandbox_unavailable: no task can be done here
  int pages = 0;               // of the document
};

class Bench {
 public:
  enum class AtStop { kInterrupt, kFinish };  // what is being read once the observer says to stop: given back as `interrupted`, or finished

  Bench(const WorkerOptions& options, Observer& observer, AtStop at_stop) : options_(options), observer_(observer), at_stop_(at_stop) {}

  // Profiles and corrections are read once, here: a reader in a child may open no files. Errors: profile_invalid, path_missing (the
  // corrections folder).
  Status prepare();

  // `readable`: whether the task could be read; its error is the answer where not.
  Answer answer(const Task& task, const Status& readable);

  bool stopping();
  void say(Observer::Level level, const std::string& words);
  void notice(Observer::Level level, const std::string& code, const std::vector<std::pair<std::string, std::string>>& arguments);

 private:
  const WorkerOptions& options_;
  Observer& observer_;
  const AtStop at_stop_;
  std::unique_ptr<DocumentReader> reader_;
  std::mutex asking_;
};

// The answer to a task in which nothing was read: its id as JSON, and why. One line, with its line end.
std::string refusal(const Task& task, const Error& error);

}  // namespace jangbu
