// A document's edition and paths are exchanged in its file just as if the whole of it were read and written.
#include "loader/standing.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "built_in.h"
#include "loader/filed_document.h"

namespace jangbu {
namespace {

std::string file_of(const std::string& title = "주요업무보고") {
  const Processed report = processed(
      title +
      "\n2021. 8.\n가나국\nⅠ. 예산집행 현황\n(단위: 천원)\n\n구분\t예산현액\t지출액\n합계\t1,000\t600\n교육\t700\t420\n상담\t300\t180\n");
  return document_json(report.document, report.records, report.findings, {});
}

std::string by_reading(const std::string& json, const Edition& edition, const std::vector<std::string>& paths) {
  auto filed = FiledDocument::parse(json, "it");
  EXPECT_TRUE(filed);
  filed->set_standing(edition, paths);
  return filed->json();
}

TEST(Standing, IsWhatReadingTheWholeFileGives) {
  const std::vector<Edition> editions{{1, ""}, {2, "가나국-2021-08"}, {12, "a \"quoted\"\n name"}};
  const std::vector<std::vector<std::string>> names{{}, {"a.txt", "나/b.txt"}, {"\n }", "\n \"edition\": {"}};
  for (std::string json : {file_of(), file_of("\"edition\": { } source")}) {
    for (const Edition& edition : editions) {
      for (const auto& paths : names) {
        const auto now = with_standing(json, edition, paths, "it");
        ASSERT_TRUE(now);
        EXPECT_EQ(*now, by_reading(json, edition, paths));
        json = *now;  // the next replaces what this one brought
      }
    }
    EXPECT_EQ(*with_standing(json, {1, ""}, {}, "it"), by_reading(json, {1, ""}, {}));
  }
}

TEST(Standing, FilesThatAreLaidOutOtherwiseAreReadAsAWhole) {
  const std::string json = file_of();
  for (const int indent : {-1, 0, 2}) {
    const std::string other = nlohmann::ordered_json::parse(json).dump(indent);
    EXPECT_EQ(*with_standing(other, {3, "x"}, {"a", "b"}, "it"), by_reading(json, {3, "x"}, {"a", "b"})) << indent;
  }
}

TEST(Standing, WhatIsNoDocumentIsSaidToBeDamaged) {
  const std::string json = file_of();
  for (const std::string& damaged :
       {std::string(), std::string("{"), json.substr(0, json.size() / 2), json.substr(0, json.find("\n \"edition\""))}) {
    EXPECT_EQ(with_standing(damaged, {2, ""}, {}, "it").error().code, ErrorCode::kOutputDamaged);
  }
}

}  // namespace
}  // namespace jangbu
