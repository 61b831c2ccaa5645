// Whoever asks what a line begins with knows all signs.
#include "text/bullets.h"

#include <gtest/gtest.h>

#include "normalize/heading.h"
#include "normalize/repair_rule.h"
#include "records/label_marks.h"
#include "text/outline_sign.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

std::vector<std::string> letters_of(std::string_view kind) {
  std::vector<std::string> letters;
  for (const char32_t letter : to_code_points(kind)) letters.push_back(to_utf8(std::u32string(1, letter)));
  return letters;
}

TEST(Bullets, AreSignsOfAnOutline) {
  const auto all_are = [](std::string_view kind, std::string_view name) {
    for (const std::string& sign : letters_of(kind)) EXPECT_EQ(outline_sign(sign + " 가나 사업").kind, name) << sign;
  };
  all_are(kBoxes, "□");
  all_are(kDiamonds, "◆");
  all_are(kCircles, "○");
  all_are(kArrowheads, "▶");
  all_are(kDots, "·");
}

TEST(Bullets, AreNoPartOfALabel) {
  for (const std::string& sign : letters_of(bullets())) EXPECT_EQ(repair_bullet(sign + " 가나 사업"), "가나 사업") << sign;
}

TEST(Bullets, OfAKindStandAtOneDepth) {
  for (const std::string_view kind : {kCircles, kDots}) {
    for (const std::string& sign : letters_of(kind)) {
      const std::vector<int> depths = label_depths({"□ 가", sign + " 나", "□ 다"});
      ASSERT_EQ(depths.size(), 3U) << sign;
      EXPECT_LT(depths[0], depths[1]) << sign;
      EXPECT_EQ(depths[0], depths[2]) << sign;
    }
  }
}

TEST(Bullets, BoxesHeadWhatStandsBelow) {
  for (const std::string& sign : letters_of(kBoxes)) {
    const auto heading = heading_of(sign + " 추진 배경");
    ASSERT_TRUE(heading) << sign;
    EXPECT_EQ(heading->number, "□") << sign;
  }
}

}  // namespace
}  // namespace jangbu
