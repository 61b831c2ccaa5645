#include "extractors/hangul/story.h"

#include <gtest/gtest.h>

#include "extractors/hangul/fixture_files.h"

namespace jangbu::hangul {
namespace {

using hangul_test::described;

void paragraph(Story& story, const char* text) {
  story.begin_paragraph({});
  story.text(text);
  story.end_paragraph();
}

TEST(Story, parts_a_paragraph_at_a_table) {
  Document document;
  Story story(document, {});
  story.begin_paragraph({12, true, 1, "1."});
  story.text("앞");
  story.begin_table();
  story.table_size(1, 1);
  story.begin_cell();
  paragraph(story, "칸");
  story.end_cell({});
  story.end_table();
  story.text("뒤");
  story.end_paragraph();
  EXPECT_EQ(described(document), "body 12 bold outline 1: 1. 앞\ntable 0\nbody 12 bold outline 1: 뒤\nbody 1x1 <>\n  (0,0 1x1) 칸\n");
}

TEST(Story, puts_notes_behind_their_paragraph) {
  Document document;
  Story story(document, {});
  story.begin_paragraph({});
  story.text("한 ");
  story.begin_part(Where::kNote);
  paragraph(story, "각주");
  story.end_part();
  story.text("문장");
  story.end_paragraph();
  EXPECT_EQ(described(document), "body 0 outline 0: 한 문장\nnote 0 outline 0: 각주\n");
}

TEST(Story, keeps_what_hangs_in_a_cell_apart_from_its_text) {
  Document document;
  Story story(document, {});
  story.begin_table();
  story.table_size(1, 1);
  story.begin_cell();
  story.begin_paragraph({});
  story.text("5,0");
  story.begin_part(Where::kNote);
  paragraph(story, "주1");
  paragraph(story, "주2");
  story.end_part();
  story.begin_part(Where::kTextBox);
  paragraph(story, "상자");
  story.end_part();
  story.begin_part(Where::kNote);
  paragraph(story, " ");
  story.end_part();
  story.text("00");
  story.end_paragraph();
  paragraph(story, "다음");
  story.end_cell({});
  story.end_table();
  const Cell& cell = document.tables.at(0).cells.at(0);
  EXPECT_EQ(cell.text, "5,000\n다음");
  ASSERT_EQ(cell.parts.size(), 2U);
  EXPECT_EQ(cell.parts[0].where, Where::kNote);
  EXPECT_EQ(cell.parts[0].text, "주1\n주2");
  EXPECT_EQ(cell.parts[1].where, Where::kTextBox);
  EXPECT_EQ(cell.parts[1].text, "상자");
}

TEST(Story, keeps_struck_text_apart_from_what_replaces_it) {
  Document document;
  Story story(document, {});
  story.begin_table();
  story.table_size(1, 1);
  story.begin_cell();
  story.begin_paragraph({});
  story.struck("5,0");
  story.struck("00");
  story.text("6,000");
  story.end_paragraph();
  story.end_cell({});
  story.end_table();
  const Cell& cell = document.tables.at(0).cells.at(0);
  EXPECT_EQ(cell.text, "6,000");
  ASSERT_EQ(cell.parts.size(), 1U);
  EXPECT_TRUE(cell.parts[0].struck);
  EXPECT_EQ(cell.parts[0].text, "5,000");
}

TEST(Story, keeps_notes_of_a_caption) {
  Document document;
  Story story(document, {});
  story.begin_table();
  story.table_size(1, 1);
  story.begin_caption();
  story.begin_paragraph({});
  story.text("표 1");
  story.begin_part(Where::kNote);
  paragraph(story, "주");
  story.end_part();
  story.end_paragraph();
  story.end_caption();
  story.end_table();
  EXPECT_EQ(document.tables.at(0).caption, "표 1");
  ASSERT_EQ(document.blocks.size(), 2U);
  EXPECT_EQ(document.blocks[1].paragraph.text, "주");
  EXPECT_EQ(document.blocks[1].paragraph.where, Where::kNote);
}

TEST(Story, lists_tables_of_boxes_in_the_cell_around) {
  Document document;
  Story story(document, {});
  story.begin_table();
  story.table_size(1, 1);
  story.begin_cell();
  story.begin_paragraph({});
  story.begin_part(Where::kTextBox);
  story.begin_paragraph({});
  story.begin_table();
  story.table_size(1, 1);
  story.begin_cell();
  paragraph(story, "안");
  story.end_cell({});
  story.end_table();
  story.end_paragraph();
  story.end_part();
  story.end_paragraph();
  story.end_cell({});
  story.end_table();
  EXPECT_EQ(described(document), "table 0\nbody 1x1 <>\n  (0,0 1x1)  [1]\ntext_box 1x1 <>\n  (0,0 1x1) 안\n");
}

TEST(Story, tolerates_calls_that_do_not_fit) {
  Document document;
  Story story(document, {});
  story.end_paragraph();
  story.end_cell({});
  story.end_table();
  story.end_part();
  story.begin_cell();
  story.text("떠도는 글");
  story.begin_table();
  story.begin_cell();
  story.text("칸");
  story.end_table();  // the cell was never closed
  story.end_paragraph();
  EXPECT_FALSE(story.failed());
  ASSERT_EQ(document.tables.size(), 1U);
  ASSERT_EQ(document.tables[0].cells.size(), 1U);
  EXPECT_EQ(document.tables[0].cells[0].text, "칸");
}

TEST(Story, stops_at_limits) {
  Limits limits;
  limits.nesting = 3;
  limits.cells = 10;
  limits.text_code_points = 5;
  Document document;
  Story deep(document, limits);
  for (int i = 0; i < 4; ++i) deep.begin_part(Where::kTextBox);
  EXPECT_EQ(deep.status().error().code, ErrorCode::kLimitNesting);
  Story wide(document, limits);
  wide.begin_table();
  wide.table_size(65'535, 65'535);
  EXPECT_EQ(wide.status().error().code, ErrorCode::kLimitCells);
  Story wordy(document, limits);
  paragraph(wordy, "다섯 글자를 넘는 글");
  EXPECT_EQ(wordy.status().error().code, ErrorCode::kLimitText);
}

TEST(Story, composes_text) {
  Document document;
  Story story(document, {});
  paragraph(story, "\u1112\u1161\u11AB");  // 한 as three jamo
  ASSERT_EQ(document.blocks.size(), 1U);
  EXPECT_EQ(document.blocks[0].paragraph.text, "한");
}

}  // namespace
}  // namespace jangbu::hangul
