#include "jangbu/inspect.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "loader/atomic_file.h"
#include "places.h"

namespace jangbu {
namespace {

std::string fixture(const std::string& path) { return read_file(fixture_folder() / path, 1 << 24).value(); }

std::string report() { return fixture("inbox/2021-08 시민협력국 주요업무보고.pdf"); }

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST(Inspect, TextShowsPagesAndTheirTables) {
  const auto all = inspect(report(), {});
  ASSERT_TRUE(all) << describe(all.error());
  EXPECT_TRUE(all->starts_with("p. 1  ")) << *all;
  EXPECT_NE(all->find("budget"), std::string::npos);
  EXPECT_NE(all->find("65,419,160"), std::string::npos);
  const auto one = inspect(report(), {.page = 2});
  ASSERT_TRUE(one);
  EXPECT_EQ(count(*one, "\np. ") + 1, 1u);
  EXPECT_TRUE(one->starts_with("p. 2  "));
  EXPECT_LT(one->size(), all->size());
}

TEST(Inspect, FormatsWithoutPagesShowTheirTables) {
  for (const char* file :
       {"hangul/spans.hwp", "hangul/spans.hwpx", "hangul/three.hwp3", "hangul/markup.hml", "inbox/2021-08 시민협력국 주요업무보고.txt"}) {
    const auto text = inspect(fixture(file), {});
    ASSERT_TRUE(text) << file;
    EXPECT_NE(text->find("t001  "), std::string::npos) << file << "\n" << *text;
    EXPECT_EQ(count(*text, "p. 1 "), 0u) << file;
  }
  // The same document in both Hangul formats looks the same.
  EXPECT_EQ(*inspect(fixture("hangul/spans.hwp"), {}), *inspect(fixture("hangul/spans.hwpx"), {}));
}

TEST(Inspect, DrawsGridsAndHeaderRowsOverThePage) {
  std::size_t headers = 0, tables = 0;
  const auto pages = *inspect(report(), {});
  for (int page = 1; page <= static_cast<int>(count("\n" + pages, "\np. ")); ++page) {
    const auto svg = inspect(report(), {.form = InspectForm::kSvg, .page = page});
    ASSERT_TRUE(svg) << describe(svg.error());
    headers += count(*svg, "<g class=\"header\">");
    tables += count(*svg, "<g class=\"table\">");
  }
  EXPECT_GT(headers, 0u);
  EXPECT_GE(tables, headers);
}

TEST(Inspect, PaintsAPngOfTheAskedSize) {
  const auto small = inspect(report(), {.form = InspectForm::kPng, .dpi = 72}),
             large = inspect(report(), {.form = InspectForm::kPng, .dpi = 144});
  ASSERT_TRUE(small && large);
  const auto width = [](const std::string& png) { return static_cast<unsigned char>(png[18]) * 256 + static_cast<unsigned char>(png[19]); };
  EXPECT_NEAR(width(*large), 2 * width(*small), 2);
  EXPECT_EQ(*small, *inspect(report(), {.form = InspectForm::kPng, .page = 1, .dpi = 72})) << "the first page, the same bytes every time";
}

TEST(Inspect, SaysWhatCannotBeDrawn) {
  EXPECT_EQ(inspect(report(), {.form = InspectForm::kSvg, .page = 4000}).error().code, ErrorCode::kPageMissing);
  EXPECT_EQ(inspect(report(), {.page = 4000}).error().code, ErrorCode::kPageMissing);
  EXPECT_EQ(inspect(fixture("hangul/table.hwp"), {.form = InspectForm::kPng}).error().code, ErrorCode::kFormatUnsupported);
  EXPECT_EQ(inspect(report(), {.form = InspectForm::kPng, .dpi = 100'000}).error().code, ErrorCode::kLimitMemory);
  EXPECT_EQ(inspect("", {}).error().code, ErrorCode::kFileEmpty);
}

}  // namespace
}  // namespace jangbu
