#include "records/header_meaning.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

const Profile& grant() {
  static const Profile profile = [] {
    auto read = parse_profile(R"({
      "record_type": "grant", "row_labels": ["구분"],
      "fields": [
        {"name": "decided", "measure": "amount", "headers": ["{year}년결정액"], "weak_headers": ["{year}년", "결정"]},
        {"name": "paid", "measure": "amount", "headers": ["지급", "집행액"], "under": ["현황"], "not_under": [".*예정"]},
        {"name": "rate", "measure": "rate", "headers": ["지급"], "under": ["비율"]}
      ],
      "groups": [{"headers": ["현황"], "children": ["지급"]}],
      "any_of": [["paid"]]
    })", "grant.json");
    if (!read) throw std::runtime_error(describe(read.error()));
    return std::move(*read);
  }();
  return profile;
}

std::string shown(const HeaderMeaning& meaning) {
  std::string out;
  for (const auto& [field, parts] : meaning.fields) {
    out += (out.empty() ? "" : " ") + grant().fields[field].name;
    for (const auto& [part, letter] : {std::pair{HeaderMeaning::kHeader, 'h'}, std::pair{HeaderMeaning::kWeak, 'w'}, std::pair{HeaderMeaning::kUnder, 'u'},
                                       std::pair{HeaderMeaning::kNotUnder, 'n'}}) {
      if ((parts & part) != 0) out += std::string("/") + letter;
    }
  }
  return out + (meaning.group ? " +group" : "");
}

TEST(HeaderMeaning, OfEachHeaderToEachField) {
  HeaderMeanings meanings(grant(), 2021);
  for (int again = 0; again < 2; ++again) {
    EXPECT_EQ(shown(meanings.of("지급")), "paid/h rate/h");
    EXPECT_EQ(shown(meanings.of("현황")), "paid/u +group");
    EXPECT_EQ(shown(meanings.of("지급예정")), "paid/n");
    EXPECT_EQ(shown(meanings.of("2021년결정액")), "decided/h");
    EXPECT_EQ(shown(meanings.of("2020년")), "");
    EXPECT_EQ(shown(meanings.of("")), "");
  }
}

TEST(HeaderMeaning, TheYearIsThatOfTheTable) {
  HeaderMeaningsByProfile meanings;
  EXPECT_EQ(shown(meanings.of(grant(), 2021).of("2021년")), "decided/w");
  EXPECT_EQ(shown(meanings.of(grant(), 2020).of("2021년")), "");
  EXPECT_EQ(shown(meanings.of(grant(), std::nullopt).of("2021년")), "decided/w");
  EXPECT_EQ(shown(meanings.of(grant(), 2021).of("2021년")), "decided/w");
}

TEST(HeaderMeaning, NamesTheFirstField) {
  HeaderMeanings meanings(grant(), 2021);
  EXPECT_EQ(meanings.of("지급").named(HeaderMeaning::kHeader), 1u);
  EXPECT_EQ(meanings.of("지급").named(HeaderMeaning::kHeader, 1), 2u);
  EXPECT_EQ(meanings.of("집행액").named(HeaderMeaning::kHeader, 1), std::nullopt);
  EXPECT_EQ(meanings.of("결정").named(HeaderMeaning::kHeader), std::nullopt);
  EXPECT_EQ(meanings.of("결정").named(HeaderMeaning::kHeader | HeaderMeaning::kWeak), 0u);
}

// However many headers there are, the answers stay.
TEST(HeaderMeaning, OfMoreHeadersThanItRemembers) {
  HeaderMeanings meanings(grant(), 2021);
  for (int i = 0; i < 1'200; ++i) EXPECT_TRUE(meanings.of("항목" + std::to_string(i)).fields.empty());
  EXPECT_EQ(shown(meanings.of("지급")), "paid/h rate/h");
}

}  // namespace
}  // namespace jangbu
