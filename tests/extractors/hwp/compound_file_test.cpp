#include "extractors/hwp/compound_file.h"

#include <gtest/gtest.h>

#include "extractors/hangul/fixture_files.h"

namespace jangbu::hwp {
namespace {

using hangul_test::bytes_of;
using hangul_test::fixtures;

TEST(CompoundFile, reads_small_and_large_streams) {
  const auto bytes = bytes_of(fixtures() / "uncompressed_long.hwp");
  auto file = CompoundFile::open(bytes);
  ASSERT_TRUE(file) << file.error().message;
  const auto header = file->read("FileHeader");
  ASSERT_TRUE(header);
  EXPECT_EQ(header->size(), 256U);
  const auto section = file->read("BodyText/Section0");
  ASSERT_TRUE(section);
  EXPECT_GT(section->size(), 4096U);
  EXPECT_FALSE(file->has("Section0"));
  EXPECT_EQ(file->read("BodyText/Section1").error().code, ErrorCode::kFileDamaged);
}

TEST(CompoundFile, refuses_impossible_heads) {
  const auto whole = bytes_of(fixtures() / "table.hwp");
  struct Change {
    std::size_t at;
    int value;
  };
  for (const Change change : {Change{0, 0}, Change{30, 0}, Change{30, 31}, Change{32, 40}, Change{48, 0xFF}, Change{76, 0x77}}) {
    auto bytes = whole;
    bytes[change.at] = static_cast<std::byte>(change.value);
    EXPECT_FALSE(CompoundFile::open(bytes)) << change.at;
  }
  EXPECT_EQ(CompoundFile::open(std::span(whole).first(100)).error().code, ErrorCode::kFileTruncated);
}

}  // namespace
}  // namespace jangbu::hwp
