#include "tables/gap_fields.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

std::string shown(std::string_view line, CharacterWidth width) {
  std::string out;
  for (const GapField& field : gap_fields(line, width)) {
    out += (out.empty() ? "" : " ") + field.text + "@" + std::to_string(field.begin) + "-" + std::to_string(field.end);
  }
  return out;
}

// Figures parted by one blank stand where they are seen, wide characters before or in them.
TEST(GapFields, FiguresStandWhereTheyAreSeen) {
  EXPECT_EQ(shown("합계  12 34", CharacterWidth::kOne), "합계@0-2 12@4-6 34@7-9");
  EXPECT_EQ(shown("합계  12 34", CharacterWidth::kDisplayed), "합계@0-4 12@6-8 34@9-11");
  EXPECT_EQ(shown("합계  １２ 34", CharacterWidth::kDisplayed), "합계@0-4 １２@6-10 34@11-13");
  EXPECT_EQ(shown("１２ ３４  7", CharacterWidth::kDisplayed), "１２@0-4 ３４@5-9 7@11-12");
  EXPECT_EQ(shown("１２ ３４  7", CharacterWidth::kOne), "１２@0-2 ３４@3-5 7@7-8");
}

}  // namespace
}  // namespace jangbu
