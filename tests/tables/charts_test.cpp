// Drawings of figures: no tables, whatever lines they are drawn with.
#include <gtest/gtest.h>

#include "tables/read_page.h"

namespace jangbu {
namespace {

using test::read_page;
using test::size_of;

TEST(Charts, AxesInFrames) {
  for (const std::string chart : {R"(
+----------------------+----------------------+
|  Spread of the year  |  Spread of all years |
| 400                  | 400                  |
| 300     ....         | 300         ..       |
| 200  .                | 200  . .             |
| 100                  | 100                  |
|   0                  |   0                  |
| -100  2021   2022    | -100  2021   2022    |
+----------------------+----------------------+
)",
                                  R"(
+----------------------------+
|  100%                      |
|   80%                      |
|   60%     . .  .           |
|   40%                      |
|   20%                      |
|    0%   1월   2월    3월   |
+----------------------------+
)",
                                  R"(
+------------------+------------------+
| 1.5              | 20,000           |
| 1.2              | 15,000           |
| 0.9   . .        | 10,000   . .     |
| 0.6              |  5,000           |
| 0.3              |      0           |
| 0.0              |  2021   2022     |
+------------------+------------------+
)"}) {
    EXPECT_EQ(size_of(read_page(chart)), "") << chart;
  }
}

TEST(Charts, AxesBesideEachOtherAreNoColumns) {
  const Document document = read_page(R"(
  400                      400
  350                      350
  300                      300
  250                      250
  200                      200
  150                      150
  100                      100
   50                       50
    0                        0
)");
  EXPECT_EQ(size_of(document), "");
}

TEST(Charts, FiguresOnBarsAmidEmptyRows) {
  for (const std::string chart : {R"(
+--+-----+---+-----+--+
|  |     |   |     |  |
+--+-----+---+-----+--+
|  | 30.5    | 49.0|  |
+--+-----+---+-----+--+
|  |     |   |     |  |
+--+-----+---+-----+--+
|  | 29.7|   | 48.6|  |
+--+-----+---+-----+--+
|  |     |   |     |  |
+--+-----+---+-----+--+
)",
                                  R"(
+----+----+----+----+
|    |    |    |    |
+----+----+----+----+
|    |    |    |    |
+----+----+----+----+
|    | 75 |    | 12 |
+----+----+----+----+
|    |    |    |    |
+----+----+----+----+
|    |    |    |    |
+----+----+----+----+
)"}) {
    EXPECT_EQ(size_of(read_page(chart)), "") << chart;
  }
}

// Forms are empty, too, but say what is to be written; years and numbers step by one; figures of a table step unevenly or end above nought.
TEST(Charts, TablesThatLookAlike) {
  EXPECT_EQ(size_of(read_page(R"(
+----+------+------+------+
|    | 성명 | 직위 | 소속 |
+----+------+------+------+
|    |      |      |      |
+----+------+------+------+
|    |      |      |      |
+----+------+------+------+
|    |      |      |      |
+----+------+------+------+
|    |      |      |      |
+----+------+------+------+
)")),
            "5x4");
  EXPECT_EQ(size_of(read_page(R"(
+--------+--------+
| Year   | Heads  |
+--------+--------+
| 4      | 120    |
| 3      | 111    |
| 2      | 97     |
| 1      | 90     |
| 0      | 84     |
+--------+--------+
)")),
            "6x2");
  EXPECT_EQ(size_of(read_page(R"(
+--------+--------+
| Step   | Left   |
+--------+--------+
| Sand   | 400    |
| Gravel | 300    |
| Stone  | 200    |
| Earth  | 100    |
| Lime   | 0      |
+--------+--------+
)")),
            "6x2")
      << "labels stand beside the figures";
}

}  // namespace
}  // namespace jangbu
