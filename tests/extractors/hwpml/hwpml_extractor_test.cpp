#include "extractors/hwpml/hwpml_extractor.h"

#include <gtest/gtest.h>

#include "extractors/hangul/fixture_files.h"

namespace jangbu {
namespace {

using hangul_test::described;
using hangul_test::read;

TEST(Hwpml, reads_headings_tables_and_notes) {
  const auto document = read("markup.hml");
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_EQ(document->metadata.title, "마크업");
  EXPECT_EQ(document->blocks.at(0).paragraph.text, "Ⅰ. 마크업 문서");
  EXPECT_EQ(document->blocks.at(0).paragraph.font_size, 16);
  ASSERT_EQ(document->tables.size(), 5U);
  EXPECT_EQ(described(document->tables[0]), described(read("spans.hwp")->tables.at(0)));
  EXPECT_EQ(document->tables[4].caption, "표 설명");
  EXPECT_EQ(document->blocks.at(4).paragraph.where, Where::kNote);
}

TEST(Hwpml, reads_utf_16) {
  const auto one = read("markup.hml"), other = read("markup_utf16.hml");
  ASSERT_TRUE(one && other);
  EXPECT_EQ(described(*one), described(*other));
}

TEST(Hwpml, tells_itself_from_other_xml) {
  const std::string text = "<?xml version='1.0'?><svg><HWP/></svg>";
  EXPECT_FALSE(looks_like_hwpml(std::as_bytes(std::span(text))));
}

}  // namespace
}  // namespace jangbu
