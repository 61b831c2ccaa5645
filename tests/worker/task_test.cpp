// Tasks as they are written: what of them a worker takes, by who hands them in.
#include "worker/task.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

TEST(Task, NamesItsReportInOneOfThreeWays) {
  for (const char* line : {R"({"task_id": 1, "path": "보고.hwp"})", R"({"task_id": 1, "bytes_base64": "Zm9v"})", "보고.hwp"}) {
    for (const TasksFrom from : {TasksFrom::kHere, TasksFrom::kElsewhere}) {
      Task task;
      EXPECT_TRUE(read_task(line, task, from)) << line;
    }
  }
}

// Descriptors of a worker that has its tasks from a broker are its connection and its files.
TEST(Task, OfOthersNamesNoDescriptor) {
  const char* line = R"({"task_id": "a", "fd": 3, "attempt": 2})";
  Task here, elsewhere;
  EXPECT_TRUE(read_task(line, here, TasksFrom::kHere));
  const Status status = read_task(line, elsewhere, TasksFrom::kElsewhere);
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, ErrorCode::kFormatUnknown);
  EXPECT_EQ(elsewhere.id_json, "\"a\"") << "it is answered under its own id";
  EXPECT_EQ(elsewhere.attempt, 2u);
}

}  // namespace
}  // namespace jangbu
