// A document's file looked at where it lies says what a whole reading of it says; what is missing or of another type is empty.
#include "review/filed_value.h"

#include <gtest/gtest.h>

#include "text/json_text.h"

namespace jangbu {
namespace {

std::string nested(int depth) {
  return std::string(static_cast<std::size_t>(depth), '[') + std::string(static_cast<std::size_t>(depth), ']');
}

TEST(FiledValue, ACopyIsWhatAWholeReadingGives) {
  for (const std::string text :
       {R"({})", R"([])", R"({"values":{"payment":65419160000,"payment_rate":0.83,"balance":-12,"carried":null},"counted":true})",
        R"([0,-1,9223372036854775807,18446744073709551615,-9223372036854775808,0.1,1e300,-0.0,1.50])",
        R"({"text":"\uc2dc\ubbfc \"참여\" \\ \n\t","":"empty name","나":["다",["라",{}]]})", R"({"path":[],"note":""})"}) {
    const auto tree = FiledTree::parse(text);
    ASSERT_TRUE(tree) << text;
    EXPECT_EQ(json_text(tree->root().json()), json_text(json_from<Json>(text)));
  }
  EXPECT_TRUE(FiledTree::parse(nested(kDeepestJson - 1)));
}

TEST(FiledValue, WhatIsNoJsonIsRefused) {
  for (const std::string& text : {std::string(), std::string("{"), std::string("{\"a\":1"), std::string("[1,]"), std::string("{\"a\" 1}"),
                                  std::string("\"\xff\""), std::string("[1e999]"), std::string("[01]"), std::string("{}{}"),
                                  std::string("[\"\\ud800\"]"), nested(kDeepestJson + 50), std::string(100'000, '[')})
    EXPECT_FALSE(FiledTree::parse(text)) << text.substr(0, 40);
}

TEST(FiledValue, WhatIsMissingOrOfAnotherTypeIsEmpty) {
  const auto tree = FiledTree::parse(R"({"page":17,"title":"보고","rows":[{"n":1},{"n":2}],"rate":0.5,"large":18446744073709551615})");
  ASSERT_TRUE(tree);
  const FiledValue root = tree->root();
  EXPECT_EQ(root["page"].number(-1), 17);
  EXPECT_EQ(root["title"].text(), "보고");
  ASSERT_EQ(root["rows"].size(), 2u);
  EXPECT_EQ(root["rows"].items()[1]["n"].number(-1), 2);
  ASSERT_EQ(root.members().size(), 5u);
  EXPECT_EQ(root.members()[1].first, "title");
  for (const FiledValue& nothing : {root["nobody"], root["page"]["deeper"], root["rows"]["n"], FiledValue()}) {
    EXPECT_FALSE(nothing);
    EXPECT_EQ(nothing.text(), "");
    EXPECT_EQ(nothing.number(-7), -7);
    EXPECT_TRUE(nothing.items().empty());
    EXPECT_TRUE(nothing.members().empty());
    EXPECT_TRUE(nothing.json().is_null());
  }
  for (const char* no_whole_number : {"title", "rows", "rate", "large"}) EXPECT_EQ(root[no_whole_number].number(-7), -7) << no_whole_number;
  EXPECT_EQ(root["page"].text(), "");
  EXPECT_EQ(root["page"].size(), 0u);
}

}  // namespace
}  // namespace jangbu
