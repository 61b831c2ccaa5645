#include "extractors/hwp/hwp_extractor.h"

#include <gtest/gtest.h>

#include "extractors/hangul/fixture_files.h"
#include "extractors/hwp/summary.h"

namespace jangbu {
namespace {

using hangul_test::described;
using hangul_test::read;

std::string text_of(const Result<Document>& document) { return document ? described(*document) : describe(document.error()); }

TEST(Hwp, leaves_out_what_tracked_changes_have_deleted) {
  // All text, marked, in ViewText; or, as some programs write, in BodyText.
  for (const char* name : {"tracked_change.hwp", "tracked_in_body.hwp"}) {
    const auto document = read(name);
    ASSERT_TRUE(document) << name;
    EXPECT_EQ(document->blocks.at(0).paragraph.text, "남는 새 글") << name;
    ASSERT_EQ(document->tables.size(), 1U) << name;
    EXPECT_EQ(document->tables.at(0).cells.at(0).text, "칸 새") << name;
    ASSERT_EQ(document->diagnostics.size(), 1U) << name;
    EXPECT_EQ(document->diagnostics[0].code, "tracked_changes") << name;
  }
}

TEST(Hwp, reads_text_with_its_signs) {
  EXPECT_EQ(text_of(read("text.hwp")),
            "body 10 outline 0: 가로\t세로\n다음 줄\nbody 10 outline 0: 묶음 빈칸과 고정폭 빈칸\nbody 10 outline 0: 하이픈-붙임\n"
            "body 10 outline 0: 기호 ① Ⅳ △ ※ 그리고 & < > 🏛\n");
}

TEST(Hwp, reads_spans) {
  EXPECT_EQ(text_of(read("spans.hwp")),
            "body 10 outline 0: 정원표\ntable 0\nbody 4x4 <>\n  (0,0 2x1) 구분\n  (0,1 1x2) 정원\n  (0,3 4x1) 비고\n  (1,1 1x1) 일반직\n"
            "  (1,2 1x1) 별정직\n  (2,0 2x1) 총무과\n  (2,1 2x1) 12\n(임시 2)\n  (2,2 2x1) 1\n");
}

TEST(Hwp, reads_nested_tables_as_entries_of_their_own) {
  EXPECT_EQ(text_of(read("nested.hwp")),
            "table 0\nbody 2x2 <>\n  (0,0 1x1) 바깥\n  (0,1 1x1) 앞 문단\n뒤 문단 [1]\n  (1,0 1x1) 끝\n  (1,1 1x1) \ncell 1x2 <>\n"
            "  (0,0 1x1) 안쪽\n  (0,1 1x1)  [2]\ncell 2x2 <>\n  (0,0 1x1) 가\n  (0,1 1x1) 나\n  (1,0 1x1) 1\n  (1,1 1x1) 2\n");
}

TEST(Hwp, reads_captions_headings_and_header_cells) {
  const auto caption = read("caption.hwp");
  ASSERT_TRUE(caption);
  EXPECT_EQ(caption->tables.at(0).caption, "<표 3> 예산 집행 (단위: 천원)");
  const auto headings = read("numbering.hwp");
  ASSERT_TRUE(headings);
  EXPECT_EQ(headings->blocks.at(0).paragraph.text, "Ⅰ. 일반 현황");
  EXPECT_EQ(headings->blocks.at(0).paragraph.outline_level, 1);
  EXPECT_EQ(headings->blocks.at(2).paragraph.text, "2. 예산");
  EXPECT_EQ(headings->blocks.at(7).paragraph.text, "○ 글머리");
  const auto marked = read("header_cells.hwp");
  ASSERT_TRUE(marked);
  EXPECT_TRUE(marked->tables.at(0).cells.at(2).header);
  EXPECT_FALSE(marked->tables.at(0).cells.at(3).header);
}

TEST(Hwp, says_where_tables_stand) {
  const auto where = [](const char* name) {
    const auto d = read(name);
    return d ? std::string(where_name(d->tables.at(0).where)) : describe(d.error());
  };
  EXPECT_EQ(where("table.hwp"), "body");
  EXPECT_EQ(where("text_box.hwp"), "text_box");
  EXPECT_EQ(where("header_footer.hwp"), "header");
  EXPECT_EQ(where("notes.hwp"), "note");
  EXPECT_EQ(where("master_page.hwp"), "master_page");
}

TEST(Hwp, keeps_what_is_drawn_beside_the_text_of_cells) {
  const auto document = read("equation.hwp");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->blocks.at(0).paragraph.text, "넓이는 S = a over b 이다");
  EXPECT_EQ(document->tables.at(0).cells.at(1).text, "값 ");
  EXPECT_EQ(document->tables.at(0).cells.at(1).drawn, "x SUP 2");
}

TEST(Hwp, opens_distribution_documents_and_tells_placeholders) {
  EXPECT_EQ(text_of(read("distribution.hwp")), text_of(read("table.hwp")));
  const auto placeholder = read("distribution_placeholder.hwp");
  ASSERT_FALSE(placeholder);
  EXPECT_EQ(placeholder.error().code, ErrorCode::kDistributionOnly);
}

TEST(Hwp, opens_documents_with_passwords) {
  const auto code = [](const std::string& password) {
    ExtractOptions options;
    options.password = password;
    const auto document = read("password.hwp", options);
    return document ? "title " + document->metadata.title + ", " + document->tables.at(0).cells.at(3).text
                    : std::string(error_name(document.error().code));
  };
  EXPECT_EQ(code(""), "encrypted");
  EXPECT_EQ(code("jangbu"), "password_wrong");
  EXPECT_EQ(code("jangbu 1!"), "title 비밀, 홍보물 제작");
}

TEST(Hwp, reads_uncompressed_documents) { EXPECT_EQ(text_of(read("uncompressed.hwp")), text_of(read("table.hwp"))); }

TEST(Hwp, tells_producer_and_dates) {
  const auto document = read("text.hwp");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->source.producer, "HWP 5.1.1.5 (1, 0, 0, 0 FIXTURE)");
  EXPECT_EQ(document->metadata.created, "2023-11-14T22:13:20Z");
  EXPECT_EQ(hwp::iso_time(0), "");
  EXPECT_EQ(hwp::iso_time(~std::uint64_t{0}), "");
}

TEST(Hwp, stops_at_limits) {
  ExtractOptions options;
  options.limits.file_bytes = 100;
  EXPECT_EQ(read("table.hwp", options).error().code, ErrorCode::kLimitBytes);
  options = {};
  options.limits.cells = 8;
  EXPECT_EQ(read("table.hwp", options).error().code, ErrorCode::kLimitCells);
  options = {};
  options.limits.nesting = 2;
  EXPECT_EQ(read("nested.hwp", options).error().code, ErrorCode::kLimitNesting);
  options = {};
  options.limits.inflated_bytes = 1000;
  EXPECT_EQ(read("long.hwp", options).error().code, ErrorCode::kLimitInflated);
}

}  // namespace
}  // namespace jangbu
