// The same document as HWP 5 and as HWPX is the same Document. Fixtures hold a pair for each thing the formats can say; where a
// folder of real documents is at hand (JANGBU_CORPUS, or the workplace's own), its pairs are compared as well.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>

#include "extractors/hangul/fixture_files.h"
#include "places.h"
#include "reading/process.h"

namespace jangbu {
namespace {

using hangul_test::described;

std::string told(const Document& document) {
  std::string codes;
  for (const Diagnostic& diagnostic : document.diagnostics) codes += diagnostic.code + "\n";
  return codes;
}

// HWP and HWPX of each feature. Documents with passwords have a test of their own.
std::vector<std::pair<std::filesystem::path, std::filesystem::path>> fixture_pairs() {
  std::vector<std::pair<std::filesystem::path, std::filesystem::path>> pairs;
  for (const auto& entry : std::filesystem::directory_iterator(hangul_test::fixtures())) {
    auto twin = entry.path();
    twin += "x";
    if (entry.path().extension() == ".hwp" && std::filesystem::exists(twin) && entry.path().stem() != "password")
      pairs.emplace_back(entry.path(), twin);
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

TEST(Twins, fixtures_agree) {
  int pairs = 0;
  for (const auto& [path, twin] : fixture_pairs()) {
    const auto one = hangul_test::read(hangul_test::bytes_of(path)), other = hangul_test::read(hangul_test::bytes_of(twin));
    ASSERT_TRUE(one) << path << ": " << one.error().message;
    ASSERT_TRUE(other) << twin << ": " << other.error().message;
    EXPECT_EQ(described(*one), described(*other)) << path.stem();
    EXPECT_EQ(one->metadata.title, other->metadata.title);
    EXPECT_EQ(one->metadata.author, other->metadata.author);
    EXPECT_EQ(one->metadata.created, other->metadata.created);
    EXPECT_EQ(told(*one), path.stem() == "tracked_change" ? "tracked_changes\n" : path.stem() == "click_here" ? "guidance_text\n" : "");
    EXPECT_EQ(told(*other), told(*one));
    ++pairs;
  }
  EXPECT_GE(pairs, 20);
}

// What a cell says without regard to order: the formats keep notes at different places of a cell's text.
std::string letters(const Cell& cell) {
  std::string out;
  for (const char c : cell.text)
    if (c != ' ' && c != '\n' && c != '\t') out += c;
  std::sort(out.begin(), out.end());
  return out;
}

// Calls check(name, HWP, HWPX) for each document that the corpus holds as both and that opens. False where there is no corpus here.
template <typename Check>
bool each_real_pair(const Check& check) {
  const char* named = std::getenv("JANGBU_CORPUS");
  const std::filesystem::path corpus = named != nullptr ? std::filesystem::path(named) : checkout() / ".." / "shared" / "corpus";
  if (!std::filesystem::is_directory(corpus / "hwp") || !std::filesystem::is_directory(corpus / "hwpx")) return false;
  int pairs = 0;
  for (const auto& entry : std::filesystem::directory_iterator(corpus / "hwp")) {
    const std::string stem = entry.path().stem().string();
    auto twin = corpus / "hwpx" / (stem + ".hwpx");
    if (const auto mark = stem.rfind("-hwp5"); mark != std::string::npos && mark + 5 == stem.size())
      twin = corpus / "hwpx" / (stem.substr(0, mark) + "-hwpx.hwpx");
    if (!std::filesystem::exists(twin)) continue;
    auto one = hangul_test::read(hangul_test::bytes_of(entry.path())), other = hangul_test::read(hangul_test::bytes_of(twin));
    if (!one || !other) continue;  // both need passwords that are not ours
    ++pairs;
    check(stem, *std::move(one), *std::move(other));
  }
  EXPECT_GT(pairs, 0);
  return true;
}

TEST(Twins, real_documents_agree) {
  const auto check = [](const std::string& stem, const Document& one, const Document& other) {
    EXPECT_EQ(one.blocks.size(), other.blocks.size()) << stem;
    ASSERT_EQ(one.tables.size(), other.tables.size()) << stem;
    for (std::size_t i = 0; i < one.tables.size(); ++i) {
      const Table &a = one.tables[i], &b = other.tables[i];
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
  };
  if (!each_real_pair(check)) GTEST_SKIP() << "no corpus here";
}

// The title's letters alone: a note in a heading's box stands at its anchor in HWPX and at the end in HWP.
void describe(const std::vector<Section>& sections, std::string& out) {
  for (const Section& section : sections) {
    Cell title;
    title.text = section.title;
    out += std::string(static_cast<std::size_t>(section.level) * 2, ' ') + section.number + " | " + letters(title) + "\n";
    describe(section.children, out);
  }
}

// What a document says in the end, without ids, which name the file.
std::string understood(Document document) {
  static const Toolbox tools = [] {
    Toolbox made;
    made.profiles = *load_profiles({});
    made.lexicon = *parse_lexicon({});
    return made;
  }();
  const auto report = understand(std::move(document), tools);
  if (!report) return report.error().message;
  std::string out;
  describe(report->document.sections, out);
  for (const Record& record : report->records) {
    out += record.type + " " + std::to_string(record.table_index) + "." + std::to_string(record.row) + " ";
    for (const std::string& step : record.section) out += step + " / ";
    for (const std::string& step : record.path) out += "> " + step;
    for (const Figure& value : record.values) out += " " + value.field + "=" + (value.value ? value.value->to_string() : "null");
    out += "\n";
  }
  return out;
}

TEST(Twins, fixtures_agree_in_sections_and_records) {
  for (const auto& [one, other] : fixture_pairs())
    EXPECT_EQ(understood(*hangul_test::read(hangul_test::bytes_of(one))), understood(*hangul_test::read(hangul_test::bytes_of(other))))
        << one.stem();
}

TEST(Twins, real_documents_agree_in_sections_and_records) {
  const auto check = [](const std::string& stem, Document one, Document other) {
    EXPECT_EQ(understood(std::move(one)), understood(std::move(other))) << stem;
  };
  if (!each_real_pair(check)) GTEST_SKIP() << "no corpus here";
}

}  // namespace
}  // namespace jangbu
