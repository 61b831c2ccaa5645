// The same document as HWP 5 and as HWPX is the same Document. Fixtures hold a pair for each thing the formats can say; where a
// folder of real documents is at hand (JANGBU_CORPUS, or the workplace's own), its pairs are compared as well.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>

#include "extractors/hangul/fixture_files.h"

namespace jangbu {
namespace {

using hangul_test::described;

std::string told(const Document& document) {
  std::string codes;
  for (const Diagnostic& diagnostic : document.diagnostics) codes += diagnostic.code + "\n";
  return codes;
}

TEST(Twins, fixtures_agree) {
  int pairs = 0;
  for (const auto& entry : std::filesystem::directory_iterator(hangul_test::fixtures())) {
    const auto path = entry.path();
    auto twin = path;
    twin += "x";
    if (path.extension() != ".hwp" || !std::filesystem::exists(twin) || path.stem() == "password") continue;
    const auto one = hangul_test::read(hangul_test::bytes_of(path)), other = hangul_test::read(hangul_test::bytes_of(twin));
    ASSERT_TRUE(one) << path << ": " << one.error().message;
    ASSERT_TRUE(other) << twin << ": " << other.error().message;
    EXPECT_EQ(described(*one), described(*other)) << path.stem();
    EXPECT_EQ(one->metadata.title, other->metadata.title);
    EXPECT_EQ(one->metadata.author, other->metadata.author);
    EXPECT_EQ(one->metadata.created, other->metadata.created);
    EXPECT_EQ(told(*one), path.stem() == "tracked_change" ? "tracked_changes\n" : "");
    EXPECT_EQ(told(*other), told(*one));
    ++pairs;
  }
  EXPECT_GE(pairs, 19);
}

// What a cell says without regard to order: the formats keep notes at different places of a cell's text.
std::string letters(const Cell& cell) {
  std::string out;
  for (const char c : cell.text)
    if (c != ' ' && c != '\n' && c != '\t') out += c;
  std::sort(out.begin(), out.end());
  return out;
}

TEST(Twins, real_documents_agree) {
  const char* named = std::getenv("JANGBU_CORPUS");
  const std::filesystem::path corpus =
      named != nullptr ? std::filesystem::path(named) : std::filesystem::path(JANGBU_SOURCE_DIR) / ".." / "shared" / "corpus";
  if (!std::filesystem::is_directory(corpus / "hwp") || !std::filesystem::is_directory(corpus / "hwpx")) GTEST_SKIP() << "no corpus here";
  int pairs = 0;
  for (const auto& entry : std::filesystem::directory_iterator(corpus / "hwp")) {
    std::string stem = entry.path().stem().string();
    auto twin = corpus / "hwpx" / (stem + ".hwpx");
    if (const auto mark = stem.rfind("-hwp5"); mark != std::string::npos && mark + 5 == stem.size())
      twin = corpus / "hwpx" / (stem.substr(0, mark) + "-hwpx.hwpx");
    if (!std::filesystem::exists(twin)) continue;
    const auto one = hangul_test::read(hangul_test::bytes_of(entry.path())), other = hangul_test::read(hangul_test::bytes_of(twin));
    if (!one || !other) continue;  // both need passwords that are not ours
    ++pairs;
    EXPECT_EQ(one->blocks.size(), other->blocks.size()) << stem;
    ASSERT_EQ(one->tables.size(), other->tables.size()) << stem;
    for (std::size_t i = 0; i < one->tables.size(); ++i) {
      const Table &a = one->tables[i], &b = other->tables[i];
      ASSERT_EQ(std::tuple(a.where, a.rows, a.columns, a.caption, a.cells.size()),
                std::tuple(b.where, b.rows, b.columns, b.caption, b.cells.size()))
          << stem << " table " << i;
      for (std::size_t k = 0; k < a.cells.size(); ++k) {
        const Cell &x = a.cells[k], &y = b.cells[k];
        EXPECT_EQ(std::tuple(x.row, x.column, x.row_span, x.column_span, letters(x), x.tables),
                  std::tuple(y.row, y.column, y.row_span, y.column_span, letters(y), y.tables))
            << stem << " table " << i << " cell " << k;
      }
    }
  }
  EXPECT_GT(pairs, 0);
}

}  // namespace
}  // namespace jangbu
