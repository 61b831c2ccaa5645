#include "records/grid_view.h"

#include <gtest/gtest.h>

#include "drawn_table.h"

namespace jangbu {
namespace {

using drawing::drawn_table;

std::string path_of(const GridView& grid, int column) {
  std::string out;
  for (const HeaderCell& cell : grid.header_path(column)) out += (out.empty() ? "" : " / ") + cell.key;
  return out;
}

std::string labels_of(const GridView& grid, int row) {
  std::string out;
  for (const Cell* cell : grid.labels(row)) out += (out.empty() ? "" : " / ") + cell->best_text();
  return out;
}

TEST(GridView, HeaderPathsRunFromTheTopDown) {
  const Table table = drawn_table(R"(
    | 사업명 | 예산현액 | 집행액   | <      |
    | ^      | ^        | 원인행위 | 지출액 |
    | ------ |
    | 운영   | 1,000    | 800      | 500    |
  )");
  const GridView grid(table, false);
  EXPECT_EQ(grid.label_columns(), 1);
  EXPECT_EQ(grid.header_rows(), 2);
  EXPECT_EQ(path_of(grid, 1), "예산현액");
  EXPECT_EQ(path_of(grid, 2), "집행액 / 원인행위");
  EXPECT_EQ(path_of(grid, 3), "집행액 / 지출액");
  EXPECT_EQ(grid.cell(1, 0)->text, "사업명");
  EXPECT_FALSE(grid.is_anchor(1, 0));
  EXPECT_EQ(labels_of(grid, 2), "운영");
}

TEST(GridView, LabelColumnsEndWhereFiguresBegin) {
  const Table table = drawn_table(R"(
    | 연번 | 부서 | 사업명 | 예산  |
    | ---- |
    | 1    | 가과 | 교육   | 1,000 |
    | 2    | ^    | 상담   | 2,000 |
  )");
  const GridView grid(table, false);
  EXPECT_EQ(grid.label_columns(), 3);
  EXPECT_EQ(labels_of(grid, 1), "가과 / 교육");
  EXPECT_EQ(labels_of(grid, 2), "가과 / 상담");
}

TEST(GridView, ALabelOverTwoColumnsIsOne) {
  const Table table = drawn_table(R"(
    | 부서 | 사업명 | 예산  |
    | ---- |
    | 합계 | <      | 3,000 |
    | 가과 | 교육   | 1,000 |
    | 가과 | 상담   | 2,000 |
  )");
  const GridView grid(table, false);
  EXPECT_EQ(labels_of(grid, 1), "합계");
  EXPECT_EQ(labels_of(grid, 2), "가과 / 교육");
}

TEST(GridView, SidewaysRowsAreColumns) {
  const Table table = drawn_table(R"(
    | 구분 | 합계 | 가과 | 나과 |
    | ---- |
    | 정원 | 46   | 22   | 24   |
    | 현원 | 43   | 22   | 21   |
  )");
  const GridView grid(table, true);
  EXPECT_EQ(grid.rows(), 4);
  EXPECT_EQ(grid.columns(), 3);
  EXPECT_EQ(path_of(grid, 1), "정원");
  EXPECT_EQ(labels_of(grid, 2), "가과");
  EXPECT_EQ(grid.cell(2, 1)->text, "22");
  EXPECT_EQ(grid.cell(3, 2)->text, "21");
}

TEST(GridView, GapsAreNull) {
  Table table = drawn_table(R"(
    | 가 | 1 |
    | 나 | 2 |
  )");
  table.cells.pop_back();
  const GridView grid(table, false);
  EXPECT_EQ(grid.cell(1, 1), nullptr);
  EXPECT_FALSE(grid.is_anchor(1, 1));
}

// 1팀 | 2팀 one after the other below one name are names; where each of the names has as many, they are counted.
TEST(GridView, NamesThatCountThemselves) {
  const auto label_columns = [](const char* first, const char* second, const char* third, const char* below = "") {
    return GridView(drawn_table(std::string("| 구분 | 부서 | 정원 |\n| ---- |\n| 경영본부 | ") + first + " | 20 |\n| " + below + " | " +
                                second + " | 15 |\n| " + below + " | " + third + " | 25 |\n"),
                    false)
        .label_columns();
  };
  EXPECT_EQ(label_columns("1팀", "2팀", "3팀"), 2);
  EXPECT_EQ(label_columns("기획팀", "1팀", "2팀"), 2);
  EXPECT_EQ(label_columns("1사업소", "2사업소", "3사업소"), 2);
  EXPECT_EQ(label_columns("1공구", "3공구", "4공구"), 2);
  EXPECT_EQ(label_columns("3팀", "5팀", "2팀"), 1);
  // One of each name: how many it has.
  EXPECT_EQ(GridView(drawn_table("| 구분 | 부서 | 정원 |\n| ---- |\n| 가본부 | 3팀 | 20 |\n| 나본부 | 4팀 | 15 |\n| 다본부 | 5팀 | 25 |\n"),
                     false)
                .label_columns(),
            1);
}

// What other programs write out without spans: each cell of a merged one says the same.
TEST(GridView, SpansThatAreWrittenOut) {
  const Table table = drawn_table(R"(
    | 구분 | 구분 | 합계 | 연구직 | 연구직 |
    | 구분 | 구분 | 합계 | 계 | 연구관 |
    | ---- |
    | 본원 | 본원 | 30 | 20 | 5 |
    | 본원 | 지원 | 12 | 10 | 4 |
  )");
  const GridView grid(table, false);
  EXPECT_EQ(path_of(grid, 2), "합계");
  EXPECT_EQ(path_of(grid, 3), "연구직 / 계");
  EXPECT_EQ(labels_of(grid, 2), "본원");
  EXPECT_EQ(labels_of(grid, 3), "본원 / 지원");
}

}  // namespace
}  // namespace jangbu
