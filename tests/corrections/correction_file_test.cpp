// Files that people write: what is taken, what is refused, and that the one never takes the other with it.
#include "corrections/correction_file.h"

#include <gtest/gtest.h>

#include "corrections/written.h"

namespace jangbu {
namespace {

const std::string kGood = correction(of_term("와일정"), "와일정", "의사결정");

// The only problem's text; its line goes to `line`.
std::string problem(const std::string& content, int* line = nullptr) {
  const CorrectionFile file = read_corrections("잘못.json", content);
  if (file.problems.size() != 1) return std::to_string(file.problems.size()) + " problems";
  if (line) *line = file.problems.front().line;
  return file.problems.front().error.message;
}

TEST(CorrectionFile, AllFourTargets) {
  const CorrectionFile file = read_corrections(
      "a.json",
      in_list({correction(of_record("r1", "payment"), "1", "2"), correction(of_cell("문서", "t027", 5, 3), "1", "2"),
               correction(of_term("와일정"), "와일정", "의사결정"), correction(of_metadata("문서", "fiscal_year"), "2020", "2021")}));
  EXPECT_TRUE(file.problems.empty());
  ASSERT_EQ(file.corrections.size(), 4u);
  EXPECT_EQ(file.corrections[0].record_id, "r1");
  EXPECT_EQ(file.corrections[0].field, "payment");
  EXPECT_EQ(file.corrections[1].table, "t027");
  EXPECT_EQ(file.corrections[1].row, 5);
  EXPECT_EQ(file.corrections[1].column, 3);
  EXPECT_EQ(file.corrections[2].term, "와일정");
  EXPECT_EQ(file.corrections[3].metadata, "fiscal_year");
  EXPECT_EQ(file.corrections[3].expect, "2020");
  EXPECT_EQ(file.corrections[3].index, 3u);
  EXPECT_EQ(file.corrections[3].line, 5);
}

TEST(CorrectionFile, AListOrAnObjectWithOne) {
  EXPECT_EQ(read_corrections("a", in_list({kGood})).corrections.size(), 1u);
  EXPECT_EQ(
      read_corrections("a", R"({"$schema": "urn:jangbu:v1:corrections", "corrections": )" + in_list({kGood}) + "}").corrections.size(), 1u);
  EXPECT_EQ(read_corrections("a", "\xEF\xBB\xBF" + in_list({kGood})).corrections.size(), 1u);
  EXPECT_TRUE(read_corrections("a", "[]").corrections.empty());
  EXPECT_TRUE(read_corrections("a", "[]").problems.empty());
}

TEST(CorrectionFile, TextThatIsNoJsonIsRefusedWithItsLine) {
  int line = 0;
  EXPECT_NE(problem("[\n" + kGood + ",\n", &line).find("is no JSON"), std::string::npos);
  EXPECT_EQ(line, 3);
  for (const char* broken : {"", " ", "null", "3", "\"text\"", "{}", "[", "{\"corrections\": 3}", "{\"corrections\": {}}", "{\"x\": []}",
                             "[] []", "{\"corrections\": [], \"corrections\": []}"}) {
    const CorrectionFile file = read_corrections("a", broken);
    EXPECT_TRUE(file.corrections.empty()) << broken;
    ASSERT_EQ(file.problems.size(), 1u) << broken;
    EXPECT_EQ(file.problems.front().error.code, ErrorCode::kCorrectionInvalid) << broken;
    EXPECT_FALSE(file.problems.front().index);
  }
}

TEST(CorrectionFile, EveryBeginningOfAFileIsRefusedWhole) {
  const std::string whole = in_list({kGood, correction(of_record("r1", "payment"), "1", "2")});
  for (std::size_t size = 0; size + 2 < whole.size(); ++size) {
    const CorrectionFile file = read_corrections("a", whole.substr(0, size));
    EXPECT_TRUE(file.corrections.empty()) << size;  // it may be half copied
    EXPECT_EQ(file.problems.size(), 1u) << size;
  }
}

TEST(CorrectionFile, OneThatCannotBeUsedTakesNoOtherWithIt) {
  const CorrectionFile file = read_corrections("a.json", in_list({kGood, R"({"target": {"term": "x"}})", kGood, "7", "[]", kGood}));
  EXPECT_EQ(file.corrections.size(), 3u);
  ASSERT_EQ(file.problems.size(), 3u);
  EXPECT_EQ(file.problems[0].index, 1u);
  EXPECT_EQ(file.problems[0].line, 3);
  EXPECT_EQ(file.problems[1].index, 3u);
  EXPECT_EQ(file.problems[2].index, 4u);
  EXPECT_EQ(file.corrections[2].index, 5u);
}

TEST(CorrectionFile, SlipsOfThePenAreNamed) {
  const auto swapped = [](std::string_view what, std::string_view with) {
    std::string text = correction(of_cell("문서", "t027", 5, 3), "1", "2");
    const std::size_t at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return problem("[" + text.replace(at, what.size(), with) + "]");
  };
  EXPECT_NE(swapped("\"value\": \"2\"", "\"value\": 2").find("as it would be printed"), std::string::npos);
  EXPECT_NE(swapped("\"value\"", "\"valeu\"").find("unknown key \"valeu\""), std::string::npos);
  EXPECT_NE(swapped("\"value\": \"2\"", "\"expect\": \"2\"").find("\"expect\" stands there twice"), std::string::npos);
  EXPECT_NE(swapped("\"row\": 5", "\"row\": -1").find("\"row\" must be a whole number"), std::string::npos);
  EXPECT_NE(swapped("\"row\": 5", "\"row\": 99999999999999999999").find("\"row\" must be a whole number"), std::string::npos);
  EXPECT_NE(swapped("\"row\": 5", "\"row\": 5, \"row\": 6").find("\"row\" stands there twice"), std::string::npos);
  EXPECT_NE(swapped(", \"column\": 3", "").find("\"target\" must have the keys"), std::string::npos);
  EXPECT_NE(swapped("2024-03-02", "2024-13-02").find("\"date\" must be a day"), std::string::npos);
  EXPECT_NE(swapped("홍길동", " ").find("\"author\" must be a text"), std::string::npos);
  EXPECT_NE(problem("[" + correction(of_metadata("문서", "fiscal_year"), "2020", "올해") + "]").find("a year like"), std::string::npos);
  EXPECT_NE(problem("[" + correction(of_metadata("문서", "report_date"), "2020", "3월") + "]").find("a date like"), std::string::npos);
  EXPECT_NE(problem("[" + correction(of_metadata("문서", "author"), "2020", "3월") + "]").find("must be title, organization"),
            std::string::npos);
}

TEST(CorrectionFile, HostileFilesEndInAnError) {
  const CorrectionFile deep = read_corrections("a", std::string(1'000'000, '['));
  ASSERT_EQ(deep.problems.size(), 1u);
  EXPECT_EQ(deep.problems.front().error.code, ErrorCode::kLimitNesting);
  std::string many = "[";
  for (int i = 0; i < 200'000; ++i) many += "{},\n";
  EXPECT_LE(read_corrections("a", many + "{}]").problems.size(), 101u);
  EXPECT_NE(problem("[{\"target\": {\"term\": \"\xFF\xFE\"}}]").find("UTF-8"), std::string::npos);
  EXPECT_NE(problem("[{\"target\": {\"term\": \"\\ud800\"}}]"), "0 problems");
}

TEST(CorrectionFile, TheIdStaysWithTheMeaning) {
  const auto id = [](const std::string& text) { return read_corrections("x", "[" + text + "]").corrections.at(0).id; };
  EXPECT_EQ(id(kGood), read_corrections("other.json", in_list({correction(of_term("가"), "가", "나"), kGood})).corrections.at(1).id);
  EXPECT_EQ(id(kGood).size(), 16u);
  EXPECT_NE(id(kGood), id(correction(of_term("와일정"), "와일정", "결정")));
  EXPECT_NE(id(kGood), id(correction(of_term("와일정"), "", "의사결정")));
  EXPECT_NE(id(kGood), id(correction(of_term("와일정"), "와일정", "의사결정", "2024-03-03")));
  // Hangul in pieces, as some systems write it, is the same word.
  EXPECT_EQ(id(correction(of_term("\xE1\x84\x80\xE1\x85\xA1"), "가", "나")), id(correction(of_term("가"), "가", "나")));
}

}  // namespace
}  // namespace jangbu
