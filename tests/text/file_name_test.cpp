// What a file's name says of its edition.
#include "text/file_name.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

const std::string kPlain = "2021-08 시민협력국 주요업무보고";

TEST(FileName, WordsOfEditionsLeaveThePlainName) {
  for (const char* added :
       {" (수정)", "(수정)",      " 수정본",   "_수정", "-정정", " [정정본]",   "_최종",         "최종본",    "_최종_최종",
        " v2",     "_v1.2",       " ver.3",    " (1)",  "(12)",  " - 복사본",   " - 복사본 (2)", " - Copy",   "_2차수정",
        "_수정2",  "(수정_0813)", " (재수정)", " 보완", "_rev2", " (수정) (1)", "_FINAL",        "(최종수정)"}) {
    EXPECT_EQ(file_name_says(kPlain + added).plain, kPlain) << added;
  }
  for (const char* before : {"(수정) ", "[최종]", "수정_", "복사본 - ", "【정정】 "})
    EXPECT_EQ(file_name_says(before + kPlain).plain, kPlain) << before;
}

TEST(FileName, OtherNamesStayAsTheyAre) {
  for (const char* name :
       {"2021-08 시민협력국 주요업무보고", "2021년 수정예산안", "최종보고회 계획", "정정당당 캠페인 추진계획", "결산서(2021)",
        "(2021) 업무보고", "수정", "(1)", "v2", "최종", "IPTV2", "교정본부 업무보고", "업무보고 20210813", "복사기 관리대장", ""}) {
    const FileNameSays says = file_name_says(name);
    EXPECT_EQ(says.plain, name);
    EXPECT_FALSE(says.copy) << name;
    EXPECT_EQ(says.order(), FileNameSays{}.order()) << name;
  }
}

TEST(FileName, LaterWordsAreGreater) {
  const char* order[] = {"", " (1)", " (2)", " (수정)", " (수정) (1)", "_수정_0813", " 수정2", "_최종", "_최종_수정", "_최최종"};
  for (std::size_t i = 1; i < std::size(order); ++i) {
    EXPECT_LT(file_name_says(kPlain + order[i - 1]).order(), file_name_says(kPlain + order[i]).order()) << order[i];
  }
  EXPECT_EQ(file_name_says(kPlain + "_v1").order(), file_name_says(kPlain).order());
  EXPECT_EQ(file_name_says(kPlain + "_v2").order(), file_name_says(kPlain + "_정정").order());
  EXPECT_EQ(file_name_says(kPlain + "_v3").order(), file_name_says(kPlain + " (2차 수정)").order());
}

TEST(FileName, ACopyIsNoEdition) {
  for (const char* added : {" - 복사본", " - 복사본 (2)", "_사본", " copy"}) EXPECT_TRUE(file_name_says(kPlain + added).copy) << added;
  EXPECT_FALSE(file_name_says(kPlain + " (수정)").copy);
}

TEST(FileName, OfAPath) {
  EXPECT_EQ(stem_of_path("보고/2021.08 업무보고 (수정).hwp"), "2021.08 업무보고 (수정)");
  EXPECT_EQ(stem_of_path(".숨은"), ".숨은");
  EXPECT_EQ(stem_of_path("이름"), "이름");
}

}  // namespace
}  // namespace jangbu
