#include "tables/text_line.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jangbu {
namespace {

TEST(SourceLine, CountsTheFiguresAtItsEnd) {
  const SourceLine line = look_at("시민토론회 100인 100색 165,000 121,100 28,000 73.4% -");
  EXPECT_EQ(line.words.size(), 8u);
  EXPECT_EQ(line.tail, 5u);
  EXPECT_EQ(label_of(line), "시민토론회 100인 100색");
  EXPECT_EQ(label_of(look_at("1,000 2,000")), "");
  EXPECT_EQ(look_at("합계").tail, 0u);
}

TEST(SourceLine, KnowsBlankTabbedAndPiped) {
  EXPECT_TRUE(look_at(" \t　").blank);
  EXPECT_TRUE(look_at("가\t나").tabbed);
  EXPECT_TRUE(look_at("가\t\t").tabbed);
  EXPECT_FALSE(look_at("가\t").tabbed);
  EXPECT_EQ(look_at("| 가 | 나 |").pipes, 3);
}

TEST(SourceLine, KnowsWhatOpensAnOutline) {
  for (const char* text :
       {"□ 사업개요", "○ 위치", "- 담장 철거", "※ 예산", "Ⅳ. 현황", "I. 일반현황", "① 정비", "## 제목", "\U000F02B1 사업개요"}) {
    EXPECT_TRUE(look_at(text).opens_outline) << text;
  }
  for (const char* text : {"-5 3", "- - 3", "합계 1", "1. 사업", "가나 - 다라"}) EXPECT_FALSE(look_at(text).opens_outline) << text;
}

TEST(SourceLine, CutsAtTabsAndPipes) {
  using Cells = std::vector<std::string>;
  EXPECT_EQ(cells_at_tabs(" 가 \t\t나"), (Cells{"가", "", "나"}));
  EXPECT_EQ(cells_at_pipes("| 가 | | 나 |"), (Cells{"가", "", "나"}));
  EXPECT_EQ(cells_at_pipes("가 | 나"), (Cells{"가", "나"}));
}

RC_GTEST_PROP(SourceLine, AnyBytesAreALine, (const std::string& bytes)) {
  const SourceLine line = look_at(bytes);
  RC_ASSERT(line.tail <= line.words.size());
  RC_ASSERT(label_of(line).size() <= bytes.size());
}

}  // namespace
}  // namespace jangbu
