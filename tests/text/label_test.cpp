#include "text/label.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "text/unicode.h"

namespace jangbu {
namespace {

struct Case {
  const char* before;
  const char* after;
};

TEST(LetterSpacing, GoesWhereItStretchesAWord) {
  constexpr Case kCases[] = {
      {"시 민 참 여 과", "시민참여과"},
      {"합 계", "합계"},
      {"구 분", "구분"},
      {"집 행 액", "집행액"},
      {"사 회 혁 신 담 당 관", "사회혁신담당관"},
      {"그 외 수 입", "그외수입"},
      {"변 상 금", "변상금"},
      {"Ⅰ 일 반 현 황", "Ⅰ 일반현황"},
      {"예 산 : 19,618", "예 산 : 19,618"},  // two syllables beside other words: may be two words
      // a wider gap inside parts words
      {"주 요  업 무", "주요 업무"},
      {"주 요   업 무   보 고", "주요 업무 보고"},
      // words of several syllables stay
      {"시민 제안 및 실행", "시민 제안 및 실행"},
      {"그 외", "그외"},
      {"민관협치 활성화 지원", "민관협치 활성화 지원"},
      {"시민토론회 100인 100색", "시민토론회 100인 100색"},
      {"서울시 NPO지원센터 운영", "서울시 NPO지원센터 운영"},
      {"A B C", "A B C"},
      {"1 2 3", "1 2 3"},
      {"합계", "합계"},
      {"과", "과"},
      {"", ""},
      {"   ", ""},
  };
  for (const Case& c : kCases) EXPECT_EQ(without_letter_spacing(c.before), c.after) << c.before;
}

RC_GTEST_PROP(LetterSpacing, TakenAwayTwiceIsTakenAwayOnceAndOnlyBlanksGo, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("시", "민", "참여", "과", " ", "  ", "및", "100", "NPO", "(", "\n", "계", "　"));
  std::string label;
  for (const std::string& piece : pieces) label += piece;
  const std::string once = without_letter_spacing(label);
  RC_ASSERT(without_blanks(once) == without_blanks(label));
  // Of two wider gaps the narrower is taken for the stretch only once.
  RC_ASSERT(code_point_count(once) <= code_point_count(label));
}

TEST(Markup, OfConvertersGoes) {
  constexpr Case kCases[] = {
      {"생 <mark>률</mark>", "생 률"},
      {"**소요예산**", "소요예산"},
      {"○ **위** 치 : 은평구", "○ 위 치 : 은평구"},
      {"m<sup>2</sup>", "m2"},
      {"__합계__", "합계"},
      {"<br/>합계", "합계"},
      {"3 < 5 > 2", "3 < 5 > 2"},
      {"<주요사업>", "<주요사업>"},
      {"2 * 3", "2 * 3"},
      {"a_b", "a_b"},
      {"", ""},
  };
  for (const Case& c : kCases) EXPECT_EQ(without_markup(c.before), c.after) << c.before;
}

TEST(LabelKey, IsTheSameForTheSameThing) {
  constexpr Case kSame[] = {
      {"시 민 참 여 과", "시민참여과"},
      {"커뮤니티 공간 운영지원", "커뮤니티공간\n운영지원"},
      {"서울시 NPO지원센터", "서울시 npo 지원센터"},
      {"공유도시, 서울", "공유도시 서울"},
      {"전환ㆍ공유", "전환·공유"},
      {"１００인", "100인"},
      {"**합계**", "합계"},
      {"㈜장부", "(주)장부"},
  };
  for (const Case& c : kSame) EXPECT_EQ(label_key(c.before), label_key(c.after)) << c.before;
  EXPECT_NE(label_key("서울혁신파크 운영"), label_key("서울혁신파크 조성"));
  EXPECT_NE(label_key("제1청사"), label_key("제2청사"));
  EXPECT_EQ(label_key("※ - ( ) %"), "");
}

TEST(HeaderKey, KnowsSpellingsOfOneHeader) {
  constexpr Case kCases[] = {
      {"집행률(%)", "집행률"},
      {"집 행 률", "집행률"},
      {"집행률\n(%)", "집행률"},
      {"증감(B-A)", "증감"},
      {"증 감\n(B－A)", "증감"},
      {"증감(㉡-㉠)", "증감"},
      {"증감(②-①)", "증감"},
      {"’21년 예산", "2021년예산"},
      {"'21년 예산", "2021년예산"},
      {"‘21년 예산", "2021년예산"},
      {"`21년 예산", "2021년예산"},
      {"’21년\n예산현액", "2021년예산현액"},
      {"’21년도 예산", "2021년예산"},
      {"2021년도 예산", "2021년예산"},
      {"2021년(A)", "2021년"},
      {"2026년예산(B)", "2026년예산"},
      {"’21년말 집행예상액", "2021년말집행예상액"},
      {"예산현액(단위:천원)", "예산현액"},
      {"예산액(백만원)", "예산액"},
      {"예산액(천원)", "예산액"},
      {"집행액*", "집행액"},
      {"집행액¹", "집행액"},
      {"세입ㆍ세출", "세입세출"},
      {"집행액1)", "집행액"},
      {"집행액주1)", "집행액"},
      {"생 <mark>률</mark>", "생률"},
      {"세입·세출", "세입세출"},
      {"“구분”", "구분"},
      {"집행률 ", "집행률"},
      {"정원(명)", "정원"},
      {"", ""},
      // brackets that name something stay
      {"계획액(수정)", "계획액(수정)"},
  };
  for (const Case& c : kCases) EXPECT_EQ(header_key(c.before), c.after) << c.before;
}

RC_GTEST_PROP(HeaderKey, OfAnyBytesIsText, (const std::string& bytes)) {
  RC_ASSERT(is_valid_utf8(header_key(bytes)));
  RC_ASSERT(is_valid_utf8(label_key(bytes)));
}

TEST(Words, ArePartedByEveryKindOfBlank) {
  using Words = std::vector<std::string_view>;
  EXPECT_EQ(words_of("합 계 78,850"), (Words{"합", "계", "78,850"}));
  EXPECT_EQ(words_of("　임시적세외수입　 4,051\t106.3%\u00A0-"), (Words{"임시적세외수입", "4,051", "106.3%", "-"}));
  EXPECT_EQ(words_of(" \t\u3000"), Words{});
  EXPECT_EQ(words_of(""), Words{});
}

RC_GTEST_PROP(Words, AreAllThatIsNotBlank, (const std::string& bytes)) {
  std::size_t size = 0;
  for (std::string_view word : words_of(bytes)) {
    RC_ASSERT(!word.empty());
    RC_ASSERT(word.data() >= bytes.data() && word.data() + word.size() <= bytes.data() + bytes.size());
    size += word.size();
  }
  RC_ASSERT(size <= bytes.size());
}

}  // namespace
}  // namespace jangbu
