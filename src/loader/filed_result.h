// A line that a worker wrote (worker/bench.h), and the task of one that never did, read back as types.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "jangbu/error.h"
#include "jangbu/result.h"
#include "loader/filed_document.h"
#include "loader/task_name.h"

namespace jangbu {

struct FiledResult {
  TaskName task;
  std::string name, sha256;               // by which the document is known, and of its bytes; may be empty where it failed
  std::optional<FiledDocument> document;  // else:
  std::optional<Error> error;
  bool passing = false;  // of the error: another try may go well
};

// Errors: output_damaged, where it is no such line.
Result<FiledResult> parse_result(std::string_view line);

// What a task says of itself, whose worker never answered; `error` is why it has no document. A task that cannot be read is called by its
// hash.
FiledResult result_of_lost(std::string_view task, Error error);

}  // namespace jangbu
