#include "records/label_marks.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

TEST(LabelMarks, BulletsHaveAnOrderOfTheirOwn) {
  EXPECT_EQ(label_depths({"합 계", " □ 국어 진흥", "  ○ 연구", "   - 기초 연구", "   ⋅ 조사", " □ 청사"}),
            (std::vector<int>{0, 1, 2, 3, 4, 1}));
}

TEST(LabelMarks, BlanksTellWhereNoBulletDoes) {
  EXPECT_EQ(label_depths({"합계", "가과", "  교육", "  상담", "나과"}), (std::vector<int>{0, 0, 2, 2, 0}));
}

TEST(LabelMarks, WhatIsTheSameEverywhereTellsNothing) {
  EXPECT_TRUE(label_depths({"- 교육", "- 상담"}).empty());
  EXPECT_TRUE(label_depths({"교육", "상담"}).empty());
  EXPECT_TRUE(label_depths({}).empty());
}

TEST(LabelMarks, ALetterIsABulletOnlyBeforeABlank) { EXPECT_EQ(label_depths({"가", "ㅇ 나", "ㅇㅇ동"}), (std::vector<int>{0, 2, 0})); }

}  // namespace
}  // namespace jangbu
