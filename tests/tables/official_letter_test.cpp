#include <gtest/gtest.h>

#include "tables/read_page.h"

namespace jangbu {
namespace {

using Lines = std::vector<std::string>;

// Blank cells aside.
Lines filled_cells(const Table& table) {
  Lines out;
  for (const Cell& cell : table.cells) {
    if (!cell.text.empty()) out.push_back(std::to_string(cell.row) + " " + cell.text);
  }
  return out;
}

Document read(Page page, const std::string& in_large_letters) {
  for (Run& run : page.runs) {
    if (in_large_letters.find(run.text) != std::string::npos) run.font_size = 18;
  }
  return test::read_pages({std::move(page)});
}

TEST(OfficialLetter, HeadNamesTheBodyAndTheSubject) {
  const Document document = read(test::drawn_page(R"(
              함께 크는 우리 시
                  한 빛 시

수신    수신자 참조
(경유)
제  목  2024년 훈련 계획 알림

1. 관련 근거를 아래와 같이 알립니다.
)"),
                                 "한빛시");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(filled_cells(document.tables[0]),
            (Lines{"0 함께 크는 우리 시", "1 한 빛 시", "2 수신", "2 수신자 참조", "3 (경유)", "4 제 목", "4 2024년 훈련 계획 알림"}));
  EXPECT_TRUE(document.tables[0].guessed_grid);
}

TEST(OfficialLetter, NoCellReachesBeyondThePaper) {
  Page page = test::drawn_page(R"(
                  한 빛 시

수신    수신자 참조
(경유)
제  목  2024년 훈련 계획 알림
)");
  page.runs.back().box.x1 = 900;  // what a wide text box lets print
  const Document document = read(std::move(page), "한빛시");
  ASSERT_EQ(document.tables.size(), 1u);
  ASSERT_TRUE(document.tables[0].bbox.has_value());
  EXPECT_LE(document.tables[0].bbox->x1, 595);
}

TEST(OfficialLetter, FootNamesWhoApprovedAndWhereItCameFrom) {
  Page page = test::drawn_page(R"(
              한 빛 시 장

수신자  가람과장, 나래과장
주무관    홍길동    팀장    김철수    과장    전결
협조자
시행  총무과-123    (  2024. 6. 24. )  접수       (       )
우  04524    한빛시 새길 12      /  http://hanbit.example
전화  02-123-4567  /전송  02-123-4568  /  a@hanbit.example  /  공개
)",
                               1, 600);
  jangbu::Run name = page.runs.front();
  name.text = "이영희";
  for (const jangbu::Run& run : page.runs) {
    if (run.text == "전결") name.box = {run.box.x0, run.box.y0 + 6, run.box.x1, run.box.y1 + 6};
  }
  for (jangbu::Run& run : page.runs) {
    if (run.text == "전결") run.box.y0 -= 5, run.box.y1 -= 5;
  }
  page.runs.push_back(name);
  const Document document = read(std::move(page), "한빛시장");
  ASSERT_EQ(document.tables.size(), 1u);
  const Lines cells = filled_cells(document.tables[0]);
  EXPECT_EQ(cells, (Lines{"0 한 빛 시 장",
                          "1 수신자",
                          "1 가람과장, 나래과장",
                          "2 주무관",
                          "2 홍길동",
                          "2 팀장",
                          "2 김철수",
                          "2 과장",
                          "2 전결",
                          "3 이영희",
                          "4 협조자",
                          "5 시행",
                          "5 총무과-123",
                          "5 (",
                          "5 2024. 6. 24.",
                          "5 )",
                          "5 접수",
                          "5 (",
                          "5 )",
                          "6 우",
                          "6 04524",
                          "6 한빛시 새길 12",
                          "6 /",
                          "6 http://hanbit.example",
                          "7 전화",
                          "7 02-123-4567",
                          "7 /전송",
                          "7 02-123-4568",
                          "7 /",
                          "7 a@hanbit.example",
                          "7 /",
                          "7 공개"}));
}

TEST(OfficialLetter, TheWordsAloneAreNoLetter) {
  const Document document = read(test::drawn_page("시행 계획을 접수 후 알립니다\n\n(경유) 표시는 없습니다\n전화 02-123-4567\n"), "-");
  EXPECT_TRUE(document.tables.empty());
}

}  // namespace
}  // namespace jangbu
