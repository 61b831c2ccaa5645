// Damaged and hostile files: a result or an error code, never a crash, never a table that does not tile, never text that is not UTF-8.
#include <gtest/gtest.h>

#include <chrono>
#include <random>

#include "extractors/hangul/fixture_files.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

using hangul_test::bytes_of;
using hangul_test::fixtures;

void expect_sound(const Result<Document>& document, const std::string& what) {
  if (!document) {
    EXPECT_FALSE(document.error().message.empty()) << what;
    EXPECT_NE(document.error().code, ErrorCode::kInternal) << what;
    return;
  }
  for (const Table& table : document->tables) {
    EXPECT_TRUE(hangul_test::tiles(table)) << what;
    for (const Cell& cell : table.cells) EXPECT_TRUE(is_valid_utf8(cell.text)) << what;
  }
  for (const Block& block : document->blocks) EXPECT_TRUE(is_valid_utf8(block.paragraph.text)) << what;
}

TEST(Damage, every_prefix_gives_a_result_or_an_error) {
  for (const char* name :
       {"nested.hwp", "distribution.hwp", "spans.hwpx", "three_uncompressed.hwp3", "three.hwp3", "markup.hml", "markup_utf16.hml"}) {
    const auto whole = bytes_of(fixtures() / name);
    ASSERT_FALSE(whole.empty()) << name;
    const ExtractFunction reader = hangul_test::reader_of(whole);
    ASSERT_NE(reader, nullptr) << name;
    const std::size_t step = whole.size() > 4096 ? 7 : 1;
    for (std::size_t size = 0; size < whole.size(); size += step) {
      const auto document = reader(std::span(whole).first(size), {});
      expect_sound(document, std::string(name) + " cut at " + std::to_string(size));
      if (size < 64) {
        EXPECT_FALSE(document) << name << " cut at " << size;
      }
    }
  }
}

TEST(Damage, changed_bytes_give_a_result_or_an_error) {
  std::mt19937 dice(20231114);
  for (const char* name :
       {"uncompressed.hwp", "uncompressed_long.hwp", "nested.hwp", "caption.hwpx", "three_uncompressed.hwp3", "markup.hml"}) {
    const auto whole = bytes_of(fixtures() / name);
    const ExtractFunction reader = hangul_test::reader_of(whole);
    ASSERT_NE(reader, nullptr) << name;
    for (int round = 0; round < 400; ++round) {
      auto changed = whole;
      for (int i = 0; i <= round % 4; ++i)
        changed[dice() % changed.size()] = static_cast<std::byte>(dice() % 3 == 0 ? 0xFF : dice() & 0xFF);
      expect_sound(reader(changed, {}), std::string(name) + " round " + std::to_string(round));
    }
  }
}

TEST(Damage, hostile_files_cost_little) {
  const auto folder = fixtures() / "broken";
  ASSERT_TRUE(std::filesystem::is_directory(folder));
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const auto bytes = bytes_of(entry.path());
    const auto start = std::chrono::steady_clock::now();
    expect_sound(hangul_test::read(bytes), entry.path().filename().string());
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20)) << entry.path();
    ++files;
  }
  EXPECT_GT(files, 50);
}

}  // namespace
}  // namespace jangbu
