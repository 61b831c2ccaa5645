// A document's file may say a term only if it holds the words of it, as JSON writes them.
#include "loader/filed_words.h"

#include <gtest/gtest.h>

#include "loader/json_writer.h"

namespace jangbu {
namespace {

TEST(FiledWords, TellDocumentsThatDoNotSayATerm) {
  Document document;
  document.title = "시민협력국 \"주요\" 업무\\보고";
  const std::string json = document_json(document, {}, {}, {});
  for (const char* said : {"시민협력국", "시민협력국 업무\\보고", "\"주요\"", "보고"}) EXPECT_TRUE(may_say(json, said)) << said;
  for (const char* other : {"시민협력관", "시민협력국 예산", "\"업무\""}) EXPECT_FALSE(may_say(json, other)) << other;
}

}  // namespace
}  // namespace jangbu
