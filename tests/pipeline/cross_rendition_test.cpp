// Two forms of one report: what differs is told on the one that speaks, once, and goes when the difference does.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "built_in.h"
#include "loader/json_writer.h"
#include "pipeline/renditions.h"

namespace jangbu {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kReport =
    "주요업무보고\n2021. 8.\n가나국\nⅠ. 예산집행 현황\n(단위: 천원, ’21.8.13. 기준)\n\n"
    "구분\t예산현액\t원인행위액\t지출액\n합계\t1,000\t700\t600\n교육\t700\t500\t420\n상담\t300\t200\t180\n";

std::string file_of(std::string_view what = "", std::string_view with = "") {
  std::string text = kReport;
  if (!what.empty()) text.replace(text.find(what), what.size(), with);
  const Processed report = processed(text);
  return document_json(report.document, report.records, report.findings, {});
}

// Files of documents as text: the lead's with its findings made anew.
Result<std::string> with_rendition_findings(const std::string& lead, const std::vector<std::string>& others,
                                            const std::vector<Profile>& profiles) {
  auto filed = FiledDocument::parse(lead, "lead");
  if (!filed) return filed.forward();
  std::vector<FiledDocument> theirs;
  for (const std::string& other : others) theirs.push_back(std::move(*FiledDocument::parse(other, "other")));
  if (Status status = find_rendition_differences(*filed, theirs, profiles); !status) return status.forward();
  return filed->json();
}

Json compared(const std::string& lead, const std::vector<std::string>& others) {
  const auto out = with_rendition_findings(lead, others, built_in().profiles);
  EXPECT_TRUE(out) << describe(out.error());
  return Json::parse(*out);
}

std::vector<Json> told(const Json& document) {
  std::vector<Json> out;
  for (const Json& finding : document["findings"]) {
    if (finding["kind"] == "cross_rendition") out.push_back(finding);
  }
  return out;
}

std::string status_of(const Json& document, std::string_view name) {
  for (const Json& record : document["records"]) {
    if (record["name"] == name) return record["status"];
  }
  return "no such record";
}

TEST(CrossRendition, EqualFormsLeaveTheFileAsItIs) {
  const std::string lead = file_of();
  EXPECT_EQ(*with_rendition_findings(lead, {lead}, built_in().profiles), lead);
  EXPECT_EQ(*with_rendition_findings(lead, {}, built_in().profiles), lead);
}

TEST(CrossRendition, AFigureThatDiffersIsToldWithBothPlaces) {
  const Json document = compared(file_of(), {file_of("\t420", "\t402")});
  const auto findings = told(document);
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0]["field"], "payment");
  EXPECT_EQ(findings[0]["printed"], 420000);
  EXPECT_EQ(findings[0]["computed"], 402000);
  EXPECT_EQ(findings[0]["severity"], "error");
  EXPECT_EQ(findings[0]["row"], 2);
  const std::string ko = findings[0]["message"]["ko"];
  for (const char* part : {"「교육」", "지출액", "「420」", "「402」", "t001"}) EXPECT_NE(ko.find(part), std::string::npos) << ko;
  EXPECT_EQ(status_of(document, "교육"), "flagged");
  EXPECT_EQ(status_of(document, "상담"), "ok");
}

TEST(CrossRendition, WhatOneFormDoesNotHaveIsNoDifference) {
  EXPECT_TRUE(told(compared(file_of(), {file_of("\t420", "\t-")})).empty());
  EXPECT_TRUE(told(compared(file_of("\t420", "\t-"), {file_of()})).empty());
}

TEST(CrossRendition, RowsThatAreMissingAreToldOnce) {
  const auto findings = told(compared(
      file_of(), {file_of("교육\t700\t500\t420\n상담\t300\t200\t180\n", "복지\t700\t500\t420\n체육\t300\t200\t180\n시설\t1\t1\t1\n")}));
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0]["severity"], "info");
  EXPECT_EQ(findings[0]["message"]["en"], "2 rows of the text are not in the text, and 3 of the text not in the text.");
}

TEST(CrossRendition, ComparingAgainChangesNothingAndADifferenceThatIsGoneIsTakenBack) {
  const std::string lead = file_of(), other = file_of("\t420", "\t402");
  const std::string once = *with_rendition_findings(lead, {other}, built_in().profiles);
  EXPECT_NE(once, lead);
  EXPECT_EQ(*with_rendition_findings(once, {other}, built_in().profiles), once);
  EXPECT_EQ(*with_rendition_findings(once, {lead}, built_in().profiles), lead);
  EXPECT_EQ(*with_rendition_findings(once, {}, built_in().profiles), lead);
}

TEST(CrossRendition, AFlagOfTheReportsOwnStays) {
  // The total payment fails by itself.
  const std::string lead = file_of("\t600", "\t900"), other = file_of();
  const std::string once = *with_rendition_findings(lead, {other}, built_in().profiles);
  EXPECT_EQ(status_of(Json::parse(once), "합계"), "flagged");
  EXPECT_EQ(status_of(Json::parse(*with_rendition_findings(once, {}, built_in().profiles)), "합계"), "flagged");
}

TEST(CrossRendition, AFileThatIsNotWhatJangbuWrote) {
  for (const char* damaged : {"", "{", "[]", "{}", "{\"findings\": [], \"records\": [{}]}"}) {
    EXPECT_EQ(with_rendition_findings(damaged, {}, built_in().profiles).error().code, ErrorCode::kOutputDamaged) << damaged;
  }
}

}  // namespace
}  // namespace jangbu
