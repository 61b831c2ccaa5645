// A message in both languages, each with its own arguments and particles.
#include "text/told.h"

#include <gtest/gtest.h>

#include "jangbu/record.h"

namespace jangbu {
namespace {

TEST(Told, EachLanguageHasItsOwnArguments) {
  const Told place = told("finding.row", {{"name", "합계"}, {"table", "t031"}, {"page", Told{", 28쪽", ", page 28"}}});
  EXPECT_EQ(place.ko, "「합계」(표 t031, 28쪽)");
  EXPECT_EQ(place.en, "\"합계\" (table t031, page 28)");
  const Told sum = told("finding.sum", {{"place", place},
                                        {"field", "지출액", "payment"},
                                        {"printed", "1,200천원", "1,200 thousand won"},
                                        {"count", 2},
                                        {"computed", "900천원", "900 thousand won"},
                                        {"difference", "300천원", "300 thousand won"}});
  EXPECT_EQ(sum.ko, "「합계」(표 t031, 28쪽)의 지출액은 1,200천원으로 적혀 있으나, 아래 2개 항목의 합은 900천원입니다 (차이 300천원).");
  EXPECT_EQ(sum.en,
            "\"합계\" (table t031, page 28) prints payment 1,200 thousand won, but its 2 parts add up to 900 thousand won (difference 300 "
            "thousand won).");
}

TEST(Told, WhatStandsForAnArgumentIsNeverLookedAtAgain) {
  EXPECT_EQ(told("corrections.no_table", {{"table", "{table}"}}).en, "The document has no table {table}.");
}

TEST(Told, IsCarriedByFindings) {
  Finding finding;
  tell(finding, {"하나", "one"});
  tell_more(finding, {"둘", "two"});
  EXPECT_EQ(finding.message_ko + "|" + finding.message_en, "하나 둘|one two");
  EXPECT_EQ(in_both({"하나", "one"}), "하나 / one");
}

}  // namespace
}  // namespace jangbu
