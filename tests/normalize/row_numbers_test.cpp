// Numbers in front of the labels of rows.
#include <gtest/gtest.h>

#include "drawn_table.h"
#include "normalize/normalize.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

// Names of the rows after repair; a table of these labels with a figure each.
std::vector<std::string> names(const std::vector<std::string>& labels) {
  std::string drawing = "| 구분 | 예산액 |\n| ---- |\n";
  for (const std::string& label : labels) drawing += "| " + label + " | 1,200 |\n";
  Document document = drawing::drawn_document(drawing);
  document.tables.at(0).header_rows = 1;
  strip_row_numbers(document);
  std::vector<std::string> out;
  for (const Cell& cell : document.tables[0].cells) {
    if (cell.column == 0 && cell.row > 0) out.push_back(trim(cell.best_text()));
  }
  EXPECT_EQ(document.repairs.empty(), out == labels);
  for (const Repair& repair : document.repairs) EXPECT_EQ(repair.rule, "row_number");
  return out;
}
using Names = std::vector<std::string>;

TEST(RowNumbers, CountTheRowsAndAreNoPartOfTheirNames) {
  EXPECT_EQ(names({"1. 교육", "1-1. 교육과정", "1-2. 장학금", "2. 연구", "2-1. 연구비", "2-2. 실습관"}),
            (std::vector<std::string>{"교육", "교육과정", "장학금", "연구", "연구비", "실습관"}));
  EXPECT_EQ(names({"합계", "1. 지방세수입", "주민세", "재산세", "2. 세외수입", "사용료"}),
            (Names{"합계", "지방세수입", "주민세", "재산세", "세외수입", "사용료"}));
  EXPECT_EQ(names({"가. 인건비", "나. 물건비", "다. 이전경비"}), (Names{"인건비", "물건비", "이전경비"}));
  EXPECT_EQ(names({"1) 국비", "2) 도비"}), (Names{"국비", "도비"}));
  EXPECT_EQ(names({"(1) 국비", "(2) 도비"}), (Names{"국비", "도비"}));
  EXPECT_EQ(names({"① 국비", "② 도비"}), (Names{"국비", "도비"}));
  EXPECT_EQ(names({"Ⅰ. 수입", "Ⅱ. 지출"}), (Names{"수입", "지출"}));
}

TEST(RowNumbers, BeginAgainBelowEachPart) {
  EXPECT_EQ(names({"1. 수입", "가. 보험료", "나. 이자", "2. 지출", "가. 급여", "나. 운영비"}),
            (Names{"수입", "보험료", "이자", "지출", "급여", "운영비"}));
}

TEST(RowNumbers, WhatDoesNotCountStays) {
  for (const Names& labels :
       {Names{"1. 기타", "국비"}, Names{"119. 구급", "120. 상담"}, Names{"1급", "2급", "3급"}, Names{"1분기", "2분기"},
        Names{"2. 국비", "4. 도비"}, Names{"1.5톤 트럭", "2.5톤 트럭"}, Names{"가나과", "나라과"}, Names{"3. 국비", "4. 도비"}})
    EXPECT_EQ(names(labels), labels);
}

TEST(RowNumbers, DoingItTwiceChangesNothing) {
  Document document = drawing::drawn_document("| 구분 | 예산액 |\n| ---- |\n| 1. 국비 | 10 |\n| 2. 도비 | 20 |\n");
  document.tables.at(0).header_rows = 1;
  strip_row_numbers(document);
  const std::size_t repairs = document.repairs.size();
  EXPECT_EQ(repairs, 2U);
  strip_row_numbers(document);
  EXPECT_EQ(document.repairs.size(), repairs);
}

// Codes of accounts stand before names of every level and rise; two of them, or such as do not, may be names.
TEST(RowNumbers, CodesOfAccounts) {
  const auto labels = [](const std::vector<const char*>& names) {
    std::string drawing = "□ 세입예산 (단위: 천원)\n    | 과목 | 예산액 |\n    | ---- |\n";
    for (const char* name : names) drawing += std::string("    | ") + name + " | 100 |\n";
    Document document = drawing::drawn_document(drawing);
    strip_row_numbers(document);
    std::string out;
    for (const Cell& cell : document.tables[0].cells) {
      if (cell.column == 0 && cell.row > 0) out += cell.best_text() + "|";
    }
    return out;
  };
  EXPECT_EQ(labels({"합계", "200 세외수입", "210 경상적세외수입", "212 사용료수입", "500 보조금"}),
            "합계|세외수입|경상적세외수입|사용료수입|보조금|");
  EXPECT_EQ(labels({"210-01 일반수용비", "210-07 임차료", "220-01 국내여비"}), "일반수용비|임차료|국내여비|");
  EXPECT_EQ(labels({"112 상황실", "119 안전센터", "가나과"}), "112 상황실|119 안전센터|가나과|");
  EXPECT_EQ(labels({"500 보조금", "200 세외수입", "212 사용료수입"}), "500 보조금|200 세외수입|212 사용료수입|");
}

}  // namespace
}  // namespace jangbu
