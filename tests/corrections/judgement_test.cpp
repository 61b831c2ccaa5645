#include "corrections/judgement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corrections/correction_file.h"

namespace jangbu {
namespace {

std::vector<Correction> accepting(const std::string& finding, const std::string& date, const std::string& reason) {
  const std::string json = R"([{"target": {"finding_id": ")" + finding + R"("}, "accept": true, "reason": ")" + reason +
                           R"(", "author": "홍길동", "date": ")" + date + R"("}])";
  CorrectionFile file = read_corrections("a.json", json);
  EXPECT_TRUE(file.problems.empty());
  return file.corrections;
}

TEST(Judgement, SeveritiesOfAFileAreStrictlyRead) {
  const auto read = read_severities(R"({"$schema": "x", "severities": {"ratio": "info", "structure": "error"}})");
  ASSERT_TRUE(read);
  EXPECT_THAT(*read, testing::ElementsAre(testing::Pair(FindingKind::kRatio, Severity::kInfo),
                                          testing::Pair(FindingKind::kStructure, Severity::kError)));
  EXPECT_TRUE(read_severities("{}"));
  for (const char* bad : {"", "[]", "null", "{", R"({"severity": {}})", R"({"severities": []})", R"({"severities": {"ratios": "info"}})",
                          R"({"severities": {"ratio": "low"}})", R"({"severities": {"ratio": null}})"}) {
    const auto refused = read_severities(bad);
    ASSERT_FALSE(refused) << bad;
    EXPECT_EQ(refused.error().code, ErrorCode::kCorrectionInvalid) << bad;
  }
  EXPECT_FALSE(read_severities(std::string(1'000'000, '[')));
}

TEST(Judgement, AFindingForgetsWhatAnEarlierJudgementSaid) {
  Finding finding;
  finding.id = "f1";
  finding.kind = FindingKind::kRatio;
  finding.severity = Severity::kWarning;
  const Judgement raised(accepting("f1", "2024-03-31", "확인"), {{FindingKind::kRatio, Severity::kError}});
  raised.judge(finding);
  EXPECT_EQ(finding.severity, Severity::kError);
  EXPECT_EQ(finding.assessed, Severity::kWarning);
  ASSERT_TRUE(finding.accepted);
  EXPECT_EQ(finding.accepted->author, "홍길동");
  Judgement({}, {{FindingKind::kRatio, Severity::kInfo}}).judge(finding);
  EXPECT_EQ(finding.severity, Severity::kInfo);
  EXPECT_EQ(finding.assessed, Severity::kWarning);
  EXPECT_FALSE(finding.accepted);
  Judgement({}, {{FindingKind::kRatio, Severity::kWarning}}).judge(finding);  // as it is by itself: nothing to tell
  EXPECT_EQ(finding.severity, Severity::kWarning);
  EXPECT_FALSE(finding.assessed);
  raised.judge(finding);
  Judgement().judge(finding);
  EXPECT_EQ(finding.severity, Severity::kWarning);
  EXPECT_FALSE(finding.assessed);
  EXPECT_FALSE(finding.accepted);
}

TEST(Judgement, TheFirstAcceptanceCountsAndTheDigestTellsJudgementsApart) {
  std::vector<Correction> two = accepting("f1", "2024-03-31", "먼저");
  const std::vector<Correction> later = accepting("f1", "2024-04-01", "나중");
  two.insert(two.end(), later.begin(), later.end());
  Finding finding;
  finding.id = "f1";
  Judgement(two, {}).judge(finding);
  ASSERT_TRUE(finding.accepted);
  EXPECT_EQ(finding.accepted->reason, "먼저");
  EXPECT_EQ(Judgement().digest(), "");
  EXPECT_NE(Judgement(two, {}).digest(), Judgement(later, {}).digest());
  EXPECT_NE(Judgement({}, {{FindingKind::kRatio, Severity::kInfo}}).digest(),
            Judgement({}, {{FindingKind::kRatio, Severity::kError}}).digest());
  EXPECT_NE(Judgement(accepting("f1", "2024-03-31", "먼저"), {}).digest(),
            Judgement(accepting("f1", "2024-03-31", "고쳐 씀"), {}).digest());
}

}  // namespace
}  // namespace jangbu
