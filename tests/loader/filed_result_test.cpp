// Lines of workers, and tasks of those that never answered, read back.
#include "loader/filed_result.h"

#include <gtest/gtest.h>

#include "loader/json_writer.h"

namespace jangbu {
namespace {

constexpr const char* kFailed =
    R"({"task_id":"5 /a/보고.hwp","attempt":1,"name":"보고.hwp","sha256":null,"ok":false,"error":{"code":102,"error":"path_unreadable","message":"gone","advice":"look","passing":true}})";

TEST(FiledResult, AFailureTellsWhoseItIsAndWhy) {
  const auto result = parse_result(kFailed);
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_EQ(result->task.location, "/a/보고.hwp");
  EXPECT_EQ(result->task.submitted, 5);
  EXPECT_EQ(result->name, "보고.hwp");
  EXPECT_EQ(result->sha256, "");
  EXPECT_FALSE(result->document);
  EXPECT_EQ(*result->error, (Error{ErrorCode::kPathUnreadable, "gone", "look"}));
  EXPECT_TRUE(result->passing);
}

// Byte for byte as it stands under documents/, though it travelled on one line.
TEST(FiledResult, ADocumentIsThatOfAFolder) {
  Document document;
  document.id = "d1";
  document.source.path = "보고.hwp";
  document.source.sha256 = std::string(64, 'a');
  document.title = "주요업무보고";
  const std::string json = document_json(document, {}, {}, {});
  std::string flat;
  for (const char c : json) {
    if (c != '\n') flat += c;
  }
  const auto result = parse_result(R"({"task_id":7,"attempt":1,"sha256":"a","ok":true,"document_id":"d1","document":)" + flat + "}");
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_EQ(result->task.location, "task 7");
  ASSERT_TRUE(result->document);
  EXPECT_EQ(result->document->json(), json);
}

TEST(FiledResult, WhatNoWorkerWroteIsRefused) {
  for (const char* line : {"", "{}", "[]", "보고.hwp", R"({"task_id":1})", R"({"task_id":1,"ok":"yes"})", R"({"task_id":1,"ok":true})",
                           R"({"task_id":1,"ok":true,"document":{}})", R"({"task_id":1,"ok":false,"error":{}})",
                           R"({"task_id":1,"ok":false,"error":{"code":1e22,"message":"","advice":"","passing":false}})"}) {
    const auto result = parse_result(line);
    ASSERT_FALSE(result) << line;
    EXPECT_EQ(result.error().code, ErrorCode::kOutputDamaged) << line;
  }
}

TEST(FiledResult, ALostTaskIsCalledAsItsTaskSays) {
  const Error error{ErrorCode::kWorkerLost, "gone", ""};
  const FiledResult submitted =
      result_of_lost(R"({"task_id":"5 /a/b.hwp","sha256":"abc","config":{"name":"나/b.hwp"},"path":"/a/b.hwp"})", error);
  EXPECT_EQ(submitted.task.location, "/a/b.hwp");
  EXPECT_EQ(submitted.name, "나/b.hwp");
  EXPECT_EQ(submitted.sha256, "abc");
  EXPECT_EQ(*submitted.error, error);
  EXPECT_EQ(result_of_lost(R"({"task_id":3,"path":"/a/b.hwp"})", error).name, "/a/b.hwp");
  const FiledResult unreadable = result_of_lost("no JSON", error), other = result_of_lost("no JSON either", error);
  EXPECT_TRUE(unreadable.name.starts_with("task ")) << unreadable.name;
  EXPECT_NE(unreadable.task.location, other.task.location);
}

}  // namespace
}  // namespace jangbu
