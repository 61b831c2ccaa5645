#include "text/sign_order.h"

#include <gtest/gtest.h>

#include <string>

namespace jangbu {
namespace {

// Lines of lists, of which a blank one ends each: what is lifted, and to which rank.
std::string lifted(const std::vector<std::string>& lines) {
  std::vector<SeenSign> seen;
  for (const std::string& line : lines) {
    const OutlineSign sign = outline_sign(line);
    seen.push_back({sign_class(sign), line.empty() ? 0 : sign.rank});
  }
  std::string out;
  for (const auto& [kind, rank] : lifted_signs(seen)) out += std::string(kind) + " " + std::to_string(rank) + "\n";
  return out;
}

TEST(SignOrder, ATitlesSignMayStandAboveABox) {
  EXPECT_EQ(lifted({"◈ 공원 조성", "■ 나무 심기", "■ 길 내기", "◈ 하천 정비", "■ 둑 쌓기", "· 3월", "◈ 시장", "■ 지붕"}), "◆ 19\n");
  EXPECT_EQ(lifted({"◆ 공원", "□ 사업개요", "○ 나무", "□ 향후계획", "◆ 하천", "□ 사업개요", "", "◆ 시장", "□ 사업개요"}), "◆ 19\n");
  EXPECT_EQ(lifted({"❶ 공원", "□ 나무 심기", "❷ 하천", "□ 둑 쌓기", "❸ 시장", "□ 지붕"}), "❶ 19\n");
  EXPECT_EQ(lifted({"▶ 공원", "□ 나무 심기", "▶ 하천", "□ 둑 쌓기", "", "▶ 시장", "□ 지붕", "▶ 집", "□ 터"}), "▶ 19\n");
}

TEST(SignOrder, WhatStandsOnceInFrontOfAListIsAboveNothing) {
  EXPECT_EQ(lifted({"◆ 한마디로", "□ 사업개요", "○ 나무", "□ 향후계획", "", "◆ 다음도", "□ 사업개요", "○ 둑", "□ 향후계획"}), "");
  EXPECT_EQ(lifted({"□ 사업개요", "◆ 나무", "◆ 길", "□ 향후계획", "◆ 둑"}), "");
  EXPECT_EQ(lifted({"- 한마디로", "○ 나무", "- 3월", "○ 길", "", "- 다음도", "○ 둑", "- 4월"}), "");
}

TEST(SignOrder, TheBulletAndTheDash) {
  EXPECT_EQ(lifted({"• 나무", "- 3월", "• 길", "- 4월", "• 둑", "- 5월"}), "• 59\n");
  EXPECT_EQ(lifted({"- 나무", "• 3월", "- 길", "• 4월"}), "");
  EXPECT_EQ(lifted({"- 나무", "· 3월", "- 길", "· 4월"}), "");
  // both of them: the dash between two that are of one kind
  EXPECT_EQ(lifted({"• 나무", "- 3월", "· 4월", "• 길", "- 5월", "· 6월", "• 둑", "- 7월"}), "• 59\n");
}

TEST(SignOrder, NumbersThatGoOn) {
  EXPECT_EQ(lifted({"(1) 나무", "① 3월", "(2) 길", "", "(1) 둑", "(2) 다리", "① 4월", "② 5월", "", "(1) 집", "(2) 터", "① 6월"}),
            "(1) 44\n");
  EXPECT_EQ(lifted({"▶ 나무", "▶ 길", "○ 3월", "", "▶ 둑", "▶ 다리", "○ 4월"}), "");
}

TEST(SignOrder, OneListTellsLittle) {
  EXPECT_EQ(lifted({"◈ 공원 조성", "■ 나무 심기", "■ 길 내기"}), "");
  EXPECT_EQ(lifted({}), "");
}

// ▷ in a list of another chapter is another sign: ▶ stands above ○ all the same.
TEST(SignOrder, HollowArrowheadsAreOthers) {
  EXPECT_EQ(lifted({"▶ 공원", "○ 나무", "○ 길", "- 3월", "▶ 하천", "○ 둑", "▶ 시장", "○ 지붕", "", "○ 집", "▷ 터", "○ 담"}), "▶ 39\n");
}

}  // namespace
}  // namespace jangbu
