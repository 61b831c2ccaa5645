// One form filled in several times on a page, without a gap.
#include <gtest/gtest.h>

#include "tables/read_page.h"

namespace jangbu {
namespace {

using test::cells_of;
using test::Lines;
using test::read_page;
using test::size_of;

TEST(StackedForms, LabelsAndWhatIsFilledIn) {
  const Document document = read_page(R"(
+---------+---------+
| 성명    | 가온    |
+---------+---------+
| 소속    | 총무    |
+---------+---------+
| 금액    | 1,000   |
+---------+---------+
| 성명    | 나래    |
+---------+---------+
| 소속    | 기획    |
+---------+---------+
| 금액    | 2,000   |
+---------+---------+
)");
  ASSERT_EQ(size_of(document), "3x2, 3x2");
  EXPECT_EQ(cells_of(document.tables[0]), (Lines{"0,0 성명", "0,1 가온", "1,0 소속", "1,1 총무", "2,0 금액", "2,1 1,000"}));
  EXPECT_EQ(cells_of(document.tables[1]), (Lines{"0,0 성명", "0,1 나래", "1,0 소속", "1,1 기획", "2,0 금액", "2,1 2,000"}));
}

TEST(StackedForms, ThreeOfThemWithATitleAndPairs) {
  const auto form = [](const std::string& name, const std::string& sum) {
    return "| Grant                     |\n+------+------+------+------+\n| Name | " + name + "  | Kind | road |\n" +
           "+------+------+------+------+\n| Sum  | " + sum + "  | Year | 2025 |\n+------+------+------+------+\n";
  };
  const Document document = read_page("\n+---------------------------+\n" + form("Kim", "100") + form("Lee", "250") + form("Ahn", "300"));
  ASSERT_EQ(size_of(document), "3x4, 3x4, 3x4");
  EXPECT_EQ(cells_of(document.tables[2]).front(), "0,0 1x4 Grant");
  EXPECT_EQ(cells_of(document.tables[2]).at(2), "1,1 Ahn");
}

TEST(StackedForms, TablesWithOneHeader) {
  EXPECT_EQ(size_of(read_page(R"(
---------+---------+---------
 구분    |  2024   |  2025
---------+---------+---------
 도로    |  1,200  |  1,450
---------+---------+---------
 교량    |    310  |    380
---------+---------+---------
 구분    |  2024   |  2025
---------+---------+---------
 도로    |    700  |    720
---------+---------+---------
 교량    |     10  |      -
---------+---------+---------
)")),
            "3x3, 3x3");
}

TEST(StackedForms, OneTable) {
  // Labels that repeat below the names of groups; two rows; the same twice; another label in the second.
  EXPECT_EQ(size_of(read_page(R"(
+-------+-------+-------+
| 도로  | 계    | 1,200 |
|       +-------+-------+
|       | 국비  |   800 |
|       +-------+-------+
|       | 시비  |   400 |
+-------+-------+-------+
| 교량  | 계    |   700 |
|       +-------+-------+
|       | 국비  |   300 |
|       +-------+-------+
|       | 시비  |   400 |
+-------+-------+-------+
)")),
            "6x3");
  EXPECT_EQ(size_of(read_page(R"(
+---------+---------+
| 정원    | 10      |
+---------+---------+
| 현원    | 9       |
+---------+---------+
| 정원    | 20      |
+---------+---------+
| 현원    | 18      |
+---------+---------+
)")),
            "4x2");
  for (const std::string second : {"가온", "나래"}) {
    EXPECT_EQ(size_of(read_page(R"(
+---------+---------+
| 성명    | 가온    |
+---------+---------+
| 소속    | 총무    |
+---------+---------+
| 직위    | 과장    |
+---------+---------+
| 성명    | )" + second + R"(    |
+---------+---------+
| 소속    | 총무    |
+---------+---------+
| )" + (second == "가온" ? "직위" : "전화") +
                                R"(    | 과장    |
+---------+---------+
)")),
              "6x2")
        << second;
  }
}

}  // namespace
}  // namespace jangbu
