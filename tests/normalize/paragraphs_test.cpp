// What was wrapped over several lines is one paragraph again.
#include <gtest/gtest.h>

#include "drawn_table.h"
#include "normalize/normalize.h"

namespace jangbu {
namespace {

struct Placed {
  const char* text;
  double size, x0, y, x1;
  int page = 1;
};

std::string joined_lines(Document document) {
  join_paragraphs(document);
  std::string out;
  for (const Block& block : document.blocks) {
    out += block.kind == Block::Kind::kTable ? "(table)" : block.paragraph.text;
    out += "\n";
  }
  return out;
}

std::string joined_lines(const std::vector<Placed>& lines) {
  Document document;
  for (const Placed& line : lines) {
    Block block;
    block.paragraph.text = line.text;
    block.paragraph.font_size = line.size;
    block.paragraph.page = line.page;
    block.paragraph.bbox = Box{line.x0, line.y, line.x1, line.y + line.size};
    document.blocks.push_back(block);
  }
  return joined_lines(std::move(document));
}

TEST(Paragraphs, TextTellsByGrammar) {
  EXPECT_TEXT(joined_lines(drawing::drawn_document(R"(
    ○ 누구나 쉽게 이해하도록 사례,
    효과 등으로 구성
    ○ 협약 체결
    다음 해에 실시
  )")),
              R"(
    ○ 누구나 쉽게 이해하도록 사례, 효과 등으로 구성
    ○ 협약 체결
    다음 해에 실시
  )");
}

TEST(Paragraphs, APageTellsByItsBorder) {
  // The first line is full, and so is the last of the page; what follows begins anew or is larger.
  EXPECT_EQ(joined_lines({{"○ 골목길을 고쳐 누구나 걷기", 14, 60, 100, 530},
                          {"좋은 마을 조성", 14, 75, 120, 200},
                          {"- 의견 120건을 모아 설계에 모두", 14, 70, 140, 530},
                          {"반영하고 공개", 14, 75, 60, 200, 2},
                          {"※ 공개는 누리집에서 모두가 볼 수", 14, 70, 80, 530, 2},
                          {"다음 사업", 16, 60, 100, 200, 2},
                          {"○ 짧은 줄", 14, 60, 120, 150, 2},
                          {"따로 선 글", 14, 60, 140, 150, 2}}),
            "○ 골목길을 고쳐 누구나 걷기 좋은 마을 조성\n- 의견 120건을 모아 설계에 모두 반영하고 공개\n※ 공개는 누리집에서 모두가 볼 "
            "수\n다음 사업\n○ 짧은 줄\n따로 선 글\n");
}

TEST(Paragraphs, ATitleInLargeTypeIsOne) {
  EXPECT_EQ(
      joined_lines({{"○ 글이 여기에 길게 서 있고 또 있고 또 있어 쪽의 거의 모두가 이런 크기임", 14, 60, 40, 300},
                    {"1. 함께하는 미래를", 30, 60, 100, 330},
                    {"위한 도시 조성", 30, 100, 138, 330},
                    {"부제목은 더 작게", 22, 60, 190, 300}}),
      "○ 글이 여기에 길게 서 있고 또 있고 또 있어 쪽의 거의 모두가 이런 크기임\n1. 함께하는 미래를 위한 도시 조성\n부제목은 더 작게\n");
  // Its number in the middle of two lines.
  EXPECT_EQ(joined_lines({{"○ 글이 여기에 길게 서 있음", 14, 60, 40, 300},
                          {"어르신과 함께하는 여행", 16, 96, 75, 490},
                          {"6 공동협력 협약", 16, 73, 86, 226}}),
            "○ 글이 여기에 길게 서 있음\n6 어르신과 함께하는 여행 공동협력 협약\n");
}

TEST(Paragraphs, LinesAboutTablesStandAlone) {
  EXPECT_TEXT(joined_lines(drawing::drawn_document(R"(
    ○ 예산을 다음과 같이 쓰며,
    ※ 집행 현황 (단위 : 천원)
    | 가 | 1 |
    글은,
    | 나 | 2 |
    이어지지 않음
  )")),
              R"(
    ○ 예산을 다음과 같이 쓰며,
    ※ 집행 현황 (단위 : 천원)
    (table)
    글은,
    (table)
    이어지지 않음
  )");
}

}  // namespace
}  // namespace jangbu
