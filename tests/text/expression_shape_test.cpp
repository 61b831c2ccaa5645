#include "text/expression_shape.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "effort.h"
#include "records/profile.h"
#include "text/pattern.h"

namespace jangbu {
namespace {

std::string words(std::string_view expression) {
  if (!shape_of_expression(expression).lists_words) return "no list";
  std::string out;
  for (const std::string& word : words_of_expression(expression)) out += (out.empty() ? "" : " ") + (word.empty() ? "-" : word);
  return out;
}

TEST(ExpressionShape, ListsTheWordsOfPlainExpressions) {
  EXPECT_EQ(words("예산액?"), "예산 예산액");
  EXPECT_EQ(words("집행[률율]|%"), "% 집행률 집행율");
  EXPECT_EQ(words("(가|나)?(?:다|라)"), "가다 가라 나다 나라 다 라");
  EXPECT_EQ(words("[가나다]\\.?"), "가 가. 나 나. 다 다.");
  EXPECT_EQ(words("\\d"), "0 1 2 3 4 5 6 7 8 9");
  EXPECT_EQ(words("\\x{1F}\\x{ac00}[\\]^-]"), "\x1F가- \x1F가] \x1F가^");
  EXPECT_EQ(words("(?i)no\\.?번"), "NO.번 NO번 No.번 No번 nO.번 nO번 no.번 no번");
  EXPECT_EQ(words("(?i)k"), "K k \u212A");
  EXPECT_EQ(words(""), "-");
  EXPECT_EQ(words("가||나"), "- 가 나");
}

TEST(ExpressionShape, ListsNoneWhereThereIsNoEndOfThem) {
  for (const char* expression :
       {"가+", "가*", "가{2}", ".", "[^가]", "\\p{L}", "\\d\\d\\d", "^가", "가$", "[가-힣]", "(가|나|다|라){0,4}"}) {
    EXPECT_EQ(words(expression), "no list") << expression;
  }
}

TEST(ExpressionShape, KnowsHowMatchesBegin) {
  const ExpressionShape shape = shape_of_expression(R"(^\s?(?:까지|이전|이내))");
  EXPECT_TRUE(shape.at_start);
  EXPECT_FALSE(shape.may_be_empty);
  ASSERT_TRUE(shape.first);
  for (const char* text : {"까지", "이", " 가"}) EXPECT_TRUE(shape.first->may_begin(text)) << text;
  EXPECT_FALSE(shape.first->may_begin("부터"));
  EXPECT_TRUE(shape_of_expression("^가|^나").at_start);
  EXPECT_FALSE(shape_of_expression("^가|나").at_start);
  EXPECT_FALSE(shape_of_expression("(^|가)나").at_start);
  EXPECT_FALSE(shape_of_expression("(?:^가)?나").at_start);
  EXPECT_TRUE(shape_of_expression("(?:^가)+").at_start);
}

TEST(ExpressionShape, KnowsHowMatchesEnd) {
  const ExpressionShape shape = shape_of_expression(R"((?:현황|내역)\s*$)");
  EXPECT_TRUE(shape.at_end);
  EXPECT_FALSE(shape.at_start);
  ASSERT_TRUE(shape.last);
  for (const char* text : {"예산 현황", "내역", "내역 "}) EXPECT_TRUE(shape.last->may_end(text)) << text;
  EXPECT_FALSE(shape.last->may_end("현황이다"));
  EXPECT_TRUE(shape_of_expression("가$|나$").at_end);
  EXPECT_FALSE(shape_of_expression("가$|나").at_end);
  EXPECT_FALSE(shape_of_expression("가(?:$|나)").at_end);
  EXPECT_FALSE(shape_of_expression("가(?:나$)?").at_end);
}

TEST(ExpressionShape, KnowsWhenAMatchIsOneCharacter) {
  for (const char* expression : {"[①-⑳]", "가", "[가나]", R"(\d)"}) EXPECT_TRUE(shape_of_expression(expression).one_of_first) << expression;
  for (const char* expression : {"가나", "[가]?", ".", R"(\p{L})", "[^가]", "^가", "가|나"})
    EXPECT_FALSE(shape_of_expression(expression).one_of_first) << expression;
}

TEST(ExpressionShape, KnowsWhatEveryMatchHolds) {
  const auto holds = [](const char* expression, const char* text) {
    const auto needed = needed_by_expression(expression);
    return std::all_of(needed.begin(), needed.end(), [&](const CharacterSet& set) { return set.may_stand_in(text); });
  };
  EXPECT_FALSE(holds(R"((?i)\s*<br\s*/?>\s*)", "가 나"));
  EXPECT_TRUE(holds(R"((?i)\s*<br\s*/?>\s*)", "가<BR/>나"));
  EXPECT_FALSE(holds(".*[률율]|.*비율|%", "예산액"));
  EXPECT_TRUE(holds(".*[률율]|.*비율|%", "집행률"));
  EXPECT_FALSE(holds(R"(^\s*[가나다]\s*[.．]\s+(.+)$)", "가 나"));
  EXPECT_TRUE(holds(R"(^\s*[가나다]\s*[.．]\s+(.+)$)", "가. 라"));
  EXPECT_FALSE(holds("주요업무|업무보고", "주무"));
  EXPECT_TRUE(holds("주요업무|업무보고", "업무보고"));
  EXPECT_FALSE(holds(R"([\p{L}\d])", "- ( )"));
  EXPECT_TRUE(holds(R"([\p{L}\d])", "- ( é"));
  EXPECT_FALSE(holds("[^abc]", "abba"));
  EXPECT_TRUE(holds("가*", "나"));
  EXPECT_TRUE(holds("가|나?", "다"));
  EXPECT_TRUE(holds(".", "다"));
}

TEST(ExpressionShape, SaysNothingOfWhatItDoesNotKnow) {
  for (const char* expression : {R"(\bexact)", "(?s).", "(?P<name>가)", "[[:alpha:]]", R"(\Q.\E)", R"(\C)", "가**", "a{,3}", R"(\x41)",
                                 "(가", "가)", "[가", "가\\", "[나-가]", "*", "\xFF", R"(\x{D800})", R"(\x{110000})", "a{2}{3}"}) {
    const ExpressionShape shape = shape_of_expression(expression);
    EXPECT_TRUE(shape.may_be_empty && !shape.at_start && !shape.at_end && !shape.first && !shape.last &&
                needed_by_expression(expression).empty() && !shape.lists_words)
        << expression;
  }
  EXPECT_FALSE(shape_of_expression(std::string(1000, '(') + "가" + std::string(1000, ')')).first);
}

// ---- against RE2 -------------------------------------------------------------------------------------------------------------------

// The same expression, written so that its shape says nothing: RE2 answers alone.
Pattern by_re2(const std::string& expression) { return Pattern("(?-s:" + expression + ")"); }

void expect_same(const Pattern& pattern, const Pattern& reference, const std::string& text) {
  EXPECT_EQ(pattern.matches(text), reference.matches(text)) << pattern.expression() << " whole " << testing::PrintToString(text);
  EXPECT_EQ(pattern.found_in(text), reference.found_in(text)) << pattern.expression() << " in " << testing::PrintToString(text);
  EXPECT_EQ(pattern.groups(text), reference.groups(text)) << pattern.expression() << " groups " << testing::PrintToString(text);
  EXPECT_EQ(pattern.all(text), reference.all(text)) << pattern.expression() << " all " << testing::PrintToString(text);
  EXPECT_EQ(pattern.replaced(text, "<\\0>"), reference.replaced(text, "<\\0>"))
      << pattern.expression() << " replaced " << testing::PrintToString(text);
}

class Random {
 public:
  std::string expression(int depth) {
    std::string out;
    const int choices = at_most(3) == 0 ? 2 : 1;
    for (int i = 0; i < choices; ++i) {
      if (i > 0) out += "|";
      if (at_most(9) == 0) out += "^";
      const int items = at_most(3);
      for (int k = 0; k < items; ++k) out += item(depth);
      if (at_most(9) == 0) out += "$";
    }
    return out;
  }

  std::string text() {
    std::string out;
    const int length = at_most(6);
    for (int i = 0; i < length; ++i)
      out += one_of({"가", "나", "각", "힣",     "a", "B", "k", "\u212A", "1",        "7",    " ",    "\n",           "·",
                     "①",  "②",  "󰊱",  "\uE000", "<", "-", "]", "\xE2",   "\xEA\xB0", "\x80", "\xFF", "\xE0\x80\x80", "\xED\xA0\x80"});
    return out;
  }

 private:
  int at_most(int n) { return std::uniform_int_distribution<int>(0, n)(engine_); }
  std::string one_of(const std::vector<std::string>& of) { return of[static_cast<std::size_t>(at_most(static_cast<int>(of.size()) - 1))]; }
  std::string item(int depth) {
    std::string out;
    switch (at_most(depth > 0 ? 5 : 3)) {
      case 0:
      case 1: out = one_of({"가", "나", "a", "b", "K", "1", " ", "·", "󰊱", R"(\.)", R"(\])", R"(\x{E000})"}); break;
      case 2: out = one_of({".", R"(\d)", R"(\s)", R"(\S)", R"(\D)", R"(\w)", R"(\p{L})", R"(\p{Hangul})", R"(\PN)"}); break;
      case 3:
        out = one_of({"[가나]", "[^가]", "[①-⑳]", "[가-힣]", R"([\s·-])", R"([\x{E000}-\x{F8FF}1])", "[]a]", "[^]a]", R"([\]\-a-c])",
                      R"([\p{L}\d])"});
        break;
      case 4: out = "(" + expression(depth - 1) + ")"; break;
      default: out = one_of({"(?:", "(?i:", "(?:(?i)"}) + expression(depth - 1) + ")"; break;
    }
    return at_most(2) == 0 ? out + one_of({"?", "*", "+", "{2}", "{0,2}", "{1,3}", "+?", "*?", "{0}", "{2,}"}) : out;
  }

  std::mt19937 engine_{20221122};
};

TEST(ExpressionShape, NeverChangesWhatRe2Answers) {
  Random random;
  std::size_t listed = 0, needing = 0;
  const int expressions = draws(4000, 4000);
  for (int i = 0; i < expressions; ++i) {
    const std::string expression = random.expression(2);
    ASSERT_EQ(Pattern::complaint(expression), "") << expression;
    const ExpressionShape shape = shape_of_expression(expression);
    listed += shape.lists_words;
    needing += !needed_by_expression(expression).empty();
    const Pattern pattern(expression), reference = by_re2(expression);
    for (int k = 0; k < 12; ++k) expect_same(pattern, reference, random.text());
    if (!shape.lists_words) continue;
    for (const std::string& word : words_of_expression(expression)) EXPECT_TRUE(reference.matches(word)) << expression << " " << word;
  }
  EXPECT_GT(listed, expressions * 3u / 40);  // or this tests nothing
  EXPECT_GT(needing, expressions / 4u);
}

TEST(ExpressionShape, NeverChangesWhatTheProfilesMean) {
  const auto profiles = load_profiles({});
  ASSERT_TRUE(profiles);
  std::vector<Pattern> patterns;
  for (const Profile& profile : *profiles) {
    for (const LevelRule& level : profile.levels) patterns.push_back(level.label);
  }
  std::vector<std::string> texts{"", "2021년", "2020년예산액", "x", "일반회계", "문화과"};
  for (std::size_t i = 0; i < patterns.size(); i += 3) {
    if (!shape_of_expression(patterns[i].expression()).lists_words) continue;
    const std::string word = words_of_expression(patterns[i].expression()).back();
    for (const std::string& text : {word, word + "액", "총" + word, word.substr(0, word.size() - 1)}) texts.push_back(text);
  }
  for (const Pattern& pattern : patterns) {
    const Pattern reference = by_re2(pattern.expression());
    for (const std::string& text : texts) ASSERT_EQ(pattern.matches(text), reference.matches(text)) << pattern.expression() << " " << text;
  }
}

}  // namespace
}  // namespace jangbu
