#include "tables/header_tree.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "built_in.h"
#include "text/label.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

// "사업명: 예산현액 · 집행액[원인행위 지출액] · 집행률[원인행위 지출액]"
std::string shown(const HeaderTree& tree) {
  std::string out = collapse_blanks(tree.row_label.text) + ":";
  for (std::size_t c = 0; c < tree.columns.size(); ++c) {
    const HeaderColumn& column = tree.columns[c];
    const bool first = !column.group || c == 0 || tree.columns[c - 1].group != column.group;
    const bool last = !column.group || c + 1 == tree.columns.size() || tree.columns[c + 1].group != column.group;
    if (first) out += c == 0 ? " " : " · ";
    if (column.group && first) out += collapse_blanks(tree.groups[*column.group].text) + "[";
    if (!first) out += " ";
    out += collapse_blanks(column.leaf.text);
    if (column.group && last) out += "]";
  }
  return out;
}

// The reading of these header lines over columns that print amounts (a) or per cents (p).
std::string read(const std::vector<std::string_view>& lines, std::string_view kinds) {
  std::vector<bool> percent;
  for (char kind : kinds) percent.push_back(kind == 'p');
  std::optional<HeaderTree> best;
  for (const auto& units : cuts_of_header(lines, built_in().lexicon)) {
    auto tree = resolve_header(units, kinds.size(), percent, built_in().lexicon);
    if (tree && (!best || tree->score > best->score)) best = std::move(tree);
  }
  return best ? shown(*best) : "none";
}

TEST(HeaderTree, HeadersOfReports) {
  EXPECT_EQ(read({"구 분 예산현액", "집행액 집행률", "원인행위액 지출액 원인행위 지출액"}, "aaapp"),
            "구 분: 예산현액 · 집행액[원인행위액 지출액] · 집행률[원인행위 지출액]");
  EXPECT_EQ(read({"사업명 예산현액", "집행액 집행률 ’21년말 집행예상액", "원인행위 지출액 원인행위 지출액 예상액 집행률"}, "aaappap"),
            "사업명: 예산현액 · 집행액[원인행위 지출액] · 집행률[원인행위 지출액] · ’21년말 집행예상액[예상액 집행률]");
  EXPECT_EQ(read({"구 분 ’20년 예산 ’21년 예산", "증 감 징수현황", "증감액 증감률 징수액 징수율"}, "aaapap"),
            "구 분: ’20년 예산 · ’21년 예산 · 증 감[증감액 증감률] · 징수현황[징수액 징수율]");
  EXPECT_EQ(read({"구 분 예산현액 원인행위액 지출액"}, "aaa"), "구 분: 예산현액 · 원인행위액 · 지출액");
}

TEST(HeaderTree, OneHeaderOrTwoIsToldByTheNumberOfColumns) {
  EXPECT_EQ(read({"사업명 예산현액 지출 원인행위"}, "aa"), "사업명: 예산현액 · 지출 원인행위");
  EXPECT_EQ(read({"사업명 예산현액 지출 원인행위"}, "aaa"), "사업명: 예산현액 · 지출 · 원인행위");
}

TEST(HeaderTree, WordsThatNobodyKnowsAreColumnsOfTheirOwn) {
  EXPECT_EQ(read({"구분 예산현액 가나 다라"}, "aaa"), "구분: 예산현액 · 가나 · 다라");
}

TEST(HeaderTree, NoReadingWhereTheColumnsAreMore) { EXPECT_EQ(read({"구분 예산현액"}, "aaaa"), "none"); }

TEST(HeaderTree, NoReadingWhereEveryWordWouldBeAGroup) {
  EXPECT_EQ(read({"구분 가 나 다 라 마 바 사 아 자 차 카 타 파 하 거 너"}, "aa"), "none");
}

TEST(CutHeader, LongKnownHeadersWinOverTheWordsInThem) {
  std::vector<std::string> texts;
  for (const HeaderUnit& unit : cut_header({"구 분 ’20년 예산 ’21년 예산 증 감 비고란"}, built_in().lexicon)) texts.push_back(unit.text);
  EXPECT_EQ(texts, (std::vector<std::string>{"구 분", "’20년 예산", "’21년 예산", "증 감", "비고란"}));
  EXPECT_TRUE(cut_header({}, built_in().lexicon).empty());
  EXPECT_TRUE(cut_header({"", "  "}, built_in().lexicon).empty());
}

TEST(CutHeader, SaysWhereLinesBegin) {
  const auto units = cut_header({"구 분 예산현액", "집행액"}, built_in().lexicon);
  ASSERT_EQ(units.size(), 3u);
  EXPECT_TRUE(units[0].starts_line);
  EXPECT_FALSE(units[1].starts_line);
  EXPECT_TRUE(units[2].starts_line);
}

RC_GTEST_PROP(HeaderTree, EveryWordOfTheHeaderIsKeptOnceInAnyReading, ()) {
  const auto words = *rc::gen::resize(
      14, rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
              "구 분", "예산현액", "집행액", "집행률", "원인행위", "지출액", "예상액", "증 감", "증감률", "’21년", "모름")));
  const auto columns = *rc::gen::inRange<std::size_t>(1, 12);
  std::string line;
  for (const std::string& word : words) line += word + " ";
  for (const auto& units : cuts_of_header({line}, built_in().lexicon)) {
    std::string cut;
    for (const HeaderUnit& unit : units) cut += without_blanks(unit.text);
    RC_ASSERT(cut == without_blanks(line));
    if (const auto tree = resolve_header(units, columns, {}, built_in().lexicon)) {
      RC_ASSERT(tree->columns.size() == columns);
      RC_ASSERT(units.size() == columns + tree->groups.size() + (tree->row_label.text.empty() ? 0 : 1));
    }
  }
}

}  // namespace
}  // namespace jangbu
