#include "records/profile.h"

#include <gtest/gtest.h>

#include "built_in.h"
#include "drawn_table.h"
#include "places.h"
#include "temp_folder.h"

namespace jangbu {
namespace {

constexpr const char* kSmall = R"({
  "record_type": "lease", "korean": "임대", "may_say": ["amount"],
  "fields": [
    {"name": "rent", "korean": "임대료", "measure": "amount", "additive": true, "says": ["rent amount?", "rent yearly"]},
    {"name": "paid", "measure": "amount", "says": ["paid"], "prior_of": ["rent"]},
    {"name": "rate", "measure": "rate", "says": ["paid rate"]}
  ],
  "any_of": [["rent"]],
  "identities": [{"field": "rate", "ratio_of": "paid", "to": ["rent"]}],
  "levels": [{"labels": ".+동", "level": "house"}]
})";

TEST(Profile, IsReadWhole) {
  const auto profile = parse_profile(kSmall, "lease.json");
  ASSERT_TRUE(profile) << describe(profile.error());
  EXPECT_EQ(profile->type, "lease");
  EXPECT_TRUE(profile->money);
  ASSERT_EQ(profile->fields.size(), 3u);
  EXPECT_TRUE(profile->field("rent")->additive);
  EXPECT_FALSE(profile->field("paid")->additive);
  EXPECT_EQ(profile->field("paid")->korean, "paid");
  EXPECT_EQ(profile->field("rate")->measure, Measure::kRate);
  EXPECT_EQ(profile->field("none"), nullptr);
  EXPECT_EQ(profile->identities.at(0).numerator, "paid");
  EXPECT_EQ(profile->item_level, "program");
  ASSERT_EQ(profile->field("rent")->says.size(), 2u);
  EXPECT_EQ(profile->field("rent")->says[0].needs, std::set<std::string>{"rent"});
  EXPECT_EQ(profile->field("rent")->says[0].may, std::set<std::string>{"amount"});
}

// What last year's own report may call the figure is what the profile lists, else what it calls it itself.
TEST(Profile, SaysWhatAFigureWasAYearBefore) {
  const auto profile = parse_profile(kSmall, "lease.json");
  ASSERT_TRUE(profile);
  EXPECT_EQ(profile->field("paid")->year_before, std::vector<std::string>{"rent"});
  EXPECT_TRUE(profile->field("rent")->year_before.empty());
  const ProfileField* budget = field_of(built_in().profiles, "budget", "prior_year_budget");
  ASSERT_NE(budget, nullptr);
  EXPECT_EQ(budget->year_before, (std::vector<std::string>{"budget_amount", "final_budget", "original_budget", "supplementary_budget"}));
}

TEST(Profile, FieldsOfOneRoleAreOneAmount) {
  const auto meant = [](const char* type, const char* field) { return amount_meant(built_in().profiles, type, field); };
  EXPECT_EQ(meant("budget", "current_appropriation"), meant("budget", "budget_amount"));
  EXPECT_EQ(meant("budget", "payment"), meant("budget", "execution"));
  EXPECT_NE(meant("budget", "payment"), meant("budget", "budget_amount"));
  EXPECT_EQ(meant("budget", "commitment"), "commitment");
  EXPECT_EQ(meant("nothing", "commitment"), "commitment");
  EXPECT_EQ(korean_of(built_in().profiles, "budget", "payment"), "지출액");
  EXPECT_EQ(korean_of(built_in().profiles, "budget", "gone"), "gone");
}

// What a profile with `from` replaced by `with` is told.
std::string complaint(std::string_view from, std::string_view with) {
  const std::string text = drawing::replaced(kSmall, from, with);
  EXPECT_NE(std::string_view(kSmall).find(from), std::string_view::npos) << from;
  const auto profile = parse_profile(text, "lease.json");
  if (profile) return "none";
  EXPECT_EQ(profile.error().code, ErrorCode::kProfileInvalid);
  EXPECT_EQ(profile.error().advice, "see schemas/README.md");
  constexpr std::string_view kPrefix = "profile lease.json: ";
  std::string_view message = profile.error().message;
  EXPECT_TRUE(message.starts_with(kPrefix)) << message;
  message.remove_prefix(std::min(kPrefix.size(), message.size()));
  return std::string(message);
}

TEST(Profile, SaysWhatIsWrong) {
  EXPECT_EQ(complaint(R"("record_type": "lease", )", ""), "\"record_type\" is missing");
  EXPECT_EQ(complaint(R"("record_type": "lease")", R"("record_type": 1)"), "\"record_type\" has the wrong type");
  EXPECT_EQ(complaint(R"("fields": [)", R"("felder": [)"), "\"fields\" is missing");
  EXPECT_EQ(complaint(R"("name": "paid", )", ""), "\"name\" is missing");
  EXPECT_EQ(complaint(R"("measure": "rate")", R"("measure": "ratio")"), "measure \"ratio\": use amount, rate, count, number, text or date");
  EXPECT_EQ(complaint(R"("says": ["paid rate"])", R"("says": "paid rate")"), "\"says\" must be a list of strings");
  EXPECT_EQ(complaint(R"("says": ["paid rate"])", R"("says": [1])"), "\"says\" must be a list of strings");
  EXPECT_EQ(complaint(R"("labels": ".+동")", R"("labels": "[")"), "pattern [: missing ]: [");
  EXPECT_EQ(complaint(R"("any_of": [["rent"]])", R"("any_of": [["rant"]])"), "\"rant\" is used but is no field");
  EXPECT_EQ(complaint(R"("ratio_of": "paid")", R"("ratio_of": "payed")"), "\"payed\" is used but is no field");
  EXPECT_EQ(complaint(R"("to": ["rent"])", R"("to": ["ront"])"), "\"ront\" is used but is no field");
  EXPECT_EQ(complaint(R"("to": ["rent"])", R"("to": [])"), "identity of rate: \"to\" is empty");
  EXPECT_EQ(complaint(R"("ratio_of": "paid", "to": ["rent"])", R"("sum_of": [])"), "identity of rate: \"sum_of\" is empty");
  EXPECT_EQ(complaint(R"("ratio_of": "paid", )", ""), "identity of rate: give \"sum_of\", \"ratio_of\" or \"sum_of_years\"");
  EXPECT_EQ(complaint(R"("any_of": [["rent"]])", R"("layouts": [[["rent", "임대료"], ["gone", "없음"]]])"),
            "\"gone\" is used but is no field");
  EXPECT_EQ(complaint(R"("prior_of": ["rent"])", R"("prior_of": ["gone"])"), "\"gone\" is used but is no field");
  EXPECT_EQ(complaint(R"("prior_of": ["rent"])", R"("prior_of": ["rent"], "year_before": ["gone"])"), "\"gone\" is used but is no field");
  EXPECT_EQ(complaint(R"("says": ["paid"])", R"("says": ["paid"], "role": "budget")"),
            "paid: \"role\" is \"base\" or \"spent\", of an amount");
  EXPECT_EQ(complaint(R"("says": ["paid rate"])", R"("says": ["paid rate"], "role": "spent")"),
            "rate: \"role\" is \"base\" or \"spent\", of an amount");
  EXPECT_EQ(complaint(R"("says": ["paid rate"])", R"("says": ["paid rate"], "period": "some")"),
            "period \"some\": use this, last, next, none or any");
  EXPECT_NE(complaint(R"("korean": "임대", )", R"("korean": 3, )"), "none");
  EXPECT_NE(complaint(R"("any_of": [["rent"]])", R"("any_of": "rent")"), "none");
}

// Their patterns are not compiled to be checked in every run: here they are.
TEST(Profile, ThoseBuiltInStandTheCheckOfThoseOfAFolder) {
  for (const ProfileFile& file : built_in_profiles()) {
    EXPECT_EQ(file.origin, ProfileOrigin::kBuiltIn);
    if (file.name == "lexicon.json") {
      EXPECT_TRUE(Lexicon::parse(file.content, file.name));
      continue;
    }
    const auto profile = parse_profile(file.content, file.name, ProfileOrigin::kFolder);
    EXPECT_TRUE(profile) << describe(profile.error());
  }
  EXPECT_EQ(ProfileFile{}.origin, ProfileOrigin::kFolder);
}

TEST(Profile, OtherBytesAreNone) {
  for (const char* text : {"", "[", "[]", "3", "\"x\"", "null", "{}", "\xFF\xFE"}) {
    const auto profile = parse_profile(text, "x.json");
    ASSERT_FALSE(profile) << text;
    EXPECT_EQ(profile.error().code, ErrorCode::kProfileInvalid);
  }
}

TEST(Profile, EveryPrefixIsRefused) {
  const std::string text = kSmall;
  for (std::size_t length = 0; length < text.size(); ++length) EXPECT_FALSE(parse_profile(text.substr(0, length), "cut")) << length;
}

TEST(Profiles, ThatAreBuiltInAreThoseOfTheRepository) {
  const auto built_in = load_profiles({});
  const auto of_folder = load_profiles((checkout() / "schemas/profiles").string());
  ASSERT_TRUE(built_in) << describe(built_in.error());
  ASSERT_TRUE(of_folder) << describe(of_folder.error());
  ASSERT_EQ(built_in->size(), of_folder->size());
  for (std::size_t i = 0; i < built_in->size(); ++i) {
    EXPECT_EQ((*built_in)[i].type, (*of_folder)[i].type);
    EXPECT_EQ((*built_in)[i].fields.size(), (*of_folder)[i].fields.size());
  }
  for (const char* type : {"budget", "revenue", "headcount"}) EXPECT_NO_THROW(built_in_profile(type));
}

TEST(Profiles, OfAFolderThatHoldsNone) {
  const TempFolder folder;
  EXPECT_FALSE(load_profiles(folder.path().string()));
  EXPECT_FALSE(load_profiles((folder / "gone").string()));
  write_file(folder / "bad.json", "{");
  const auto bad = load_profiles(folder.path().string());
  ASSERT_FALSE(bad);
  EXPECT_NE(bad.error().message.find("bad.json"), std::string::npos);
}

TEST(Lexicon, HoldsTheHeadersOfAllProfiles) {
  const Lexicon& lexicon = built_in().lexicon;
  for (const char* key : {"구분", "사업명"}) EXPECT_TRUE(lexicon.is_row_label(key)) << key;
  for (const char* key : {"예산현액", "징수액", "정원", "2021년예산"}) EXPECT_TRUE(lexicon.is_measure(key)) << key;
  for (const char* key : {"집행액", "집행률", "징수현황", "2021년말집행예상액", "직종별현원"})
    EXPECT_TRUE(lexicon.use_of(key).group) << key;
  EXPECT_EQ(lexicon.may_hold(lexicon.use_of("집행액"), lexicon.use_of("지출액")), true);
  EXPECT_EQ(lexicon.may_hold(lexicon.use_of("두레박"), lexicon.use_of("집행액")), std::nullopt);
}

}  // namespace
}  // namespace jangbu
