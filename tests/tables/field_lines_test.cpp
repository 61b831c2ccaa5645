// Forms that nobody ruled: heads and feet of letters, memos, press releases.
#include "tables/field_lines.h"

#include <gtest/gtest.h>

#include "tables/read_page.h"

namespace jangbu {
namespace {

using test::Lines;

// Blank cells aside.
Lines filled_cells(const Document& document) {
  if (document.tables.size() != 1) return {std::to_string(document.tables.size()) + " tables"};
  Lines out;
  for (const Cell& cell : document.tables[0].cells) {
    std::string text = cell.text;
    for (char& c : text) c = c == '\n' ? '/' : c;
    if (!text.empty()) out.push_back(std::to_string(cell.row) + " " + text);
  }
  return out;
}

Document read(Page page) { return test::read_pages({std::move(page)}); }
Document read(const std::string& drawing) { return read(test::drawn_page(drawing)); }

TEST(FieldLines, HeadOfALetter) {
  const Document document = read(R"(
수신    수신자 참조
(경유)
제  목  2024년 훈련 계획 알림

1. 관련 근거를 아래와 같이 알립니다.
)");
  EXPECT_EQ(filled_cells(document), (Lines{"0 수신", "0 수신자 참조", "1 (경유)", "2 제 목", "2 2024년 훈련 계획 알림"}));
  EXPECT_TRUE(document.tables[0].guessed_grid);
  EXPECT_EQ(document.blocks.size(), 2u);
}

TEST(FieldLines, HeadOfAMemo) {
  EXPECT_EQ(filled_cells(read(R"(
 문서번호   총무 12-34
 시행일자   2024. 6. 24.
 수    신   내부 결재
 참    조   각 과장
 제    목   여름 근무 안내
)")),
            (Lines{"0 문서번호", "0 총무 12-34", "1 시행일자", "1 2024. 6. 24.", "2 수 신", "2 내부 결재", "3 참 조", "3 각 과장",
                   "4 제 목", "4 여름 근무 안내"}));
}

TEST(FieldLines, HeadOfAPressRelease) {
  EXPECT_EQ(filled_cells(read(R"(
   보도시점 2024. 6. 21.(금) 11:00    배포 2024. 6. 21.(금) 09:00

 올해 첫 분기의 투자는 지난해보다 줄었다.
)")),
            (Lines{"0 보도시점", "0 2024. 6. 21.(금) 11:00", "0 배포", "0 2024. 6. 21.(금) 09:00"}));
  // A value of two lines, in the middle of which its name stands.
  Page page = test::drawn_page(R"(
                 8. 7.(목) 11:00
   보도일시                        배포일시  8. 7.(목) 09:00
                 8. 8.(금) 조간
)");
  for (jangbu::Run& run : page.runs) {
    const double shift = run.box.y0 < 90 ? 3 : run.box.y0 > 100 ? -3 : 0;
    run.box.y0 += shift;
    run.box.y1 += shift;
  }
  EXPECT_EQ(filled_cells(read(page)), (Lines{"0 보도일시", "0 8. 7.(목) 11:00/8. 8.(금) 조간", "0 배포일시", "0 8. 7.(목) 09:00"}));
}

TEST(FieldLines, FootNamesWhoApprovedAndWhereItCameFrom) {
  Page page = test::drawn_page(R"(
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
  EXPECT_EQ(filled_cells(read(std::move(page))), (Lines{"0 주무관",
                                                        "0 홍길동",
                                                        "0 팀장",
                                                        "0 김철수",
                                                        "0 과장",
                                                        "0 전결",
                                                        "1 이영희",
                                                        "2 협조자",
                                                        "3 시행",
                                                        "3 총무과-123",
                                                        "3 (",
                                                        "3 2024. 6. 24.",
                                                        "3 )",
                                                        "3 접수",
                                                        "3 (",
                                                        "3 )",
                                                        "4 우",
                                                        "4 04524",
                                                        "4 한빛시 새길 12",
                                                        "4 /",
                                                        "4 http://hanbit.example",
                                                        "5 전화",
                                                        "5 02-123-4567",
                                                        "5 /전송",
                                                        "5 02-123-4568",
                                                        "5 /",
                                                        "5 a@hanbit.example",
                                                        "5 /",
                                                        "5 공개"}));
}

// The address stands above and below the line of its name: it is no part of the row above.
TEST(FieldLines, AValueOfTwoLinesBelongsToTheNearerName) {
  Page page = test::drawn_page(R"(
시행  총무과-123    (  2024. 6. 24. )  접수       (       )

                   한빛시 새길 12
우  04524                                    /  http://hanbit.example
                   본관 3층
전화  02-123-4567  /전송  02-123-4568  /  공개
)",
                               1, 600);
  for (jangbu::Run& run : page.runs) {
    const double shift = run.text == "한빛시" || run.text == "새길" || run.text == "12" ? 4
                         : run.text == "본관" || run.text == "3층"                      ? -5
                                                                                        : 0;
    run.box.y0 += shift;
    run.box.y1 += shift;
  }
  const Lines cells = filled_cells(read(std::move(page)));
  EXPECT_NE(std::find(cells.begin(), cells.end(), "1 한빛시 새길 12/본관 3층"), cells.end()) << testing::PrintToString(cells);
  EXPECT_NE(std::find(cells.begin(), cells.end(), "0 총무과-123"), cells.end());
}

TEST(FieldLines, NoCellReachesBeyondThePaper) {
  Page page = test::drawn_page(R"(
수신    수신자 참조
(경유)
제  목  2024년 훈련 계획 알림
)");
  page.runs.back().box.x1 = 900;  // what a wide text box lets print
  const Document document = read(std::move(page));
  ASSERT_EQ(document.tables.size(), 1u);
  ASSERT_TRUE(document.tables[0].bbox.has_value());
  EXPECT_LE(document.tables[0].bbox->x1, 595);
}

TEST(FieldLines, TheWordsAloneAreNoForm) {
  for (const std::string prose :
       {"시행 계획을 접수 후 알립니다\n\n(경유) 표시는 없습니다\n전화 02-123-4567\n", "수신 자료를 모아\n제목 아래에 적고\n",
        "   제목 없이 보낸 글은\n           수신 목록에서 빼고\n 참조 자료와 함께 둔다\n",
        "배포 자료 12건을 전화 또는 우편으로 보냈다\n"}) {
    EXPECT_TRUE(read(prose).tables.empty()) << prose;
  }
}

}  // namespace
}  // namespace jangbu
