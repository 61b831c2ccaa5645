// findings.ndjson comes back as the findings that were written; what is none of ours is an error.
#include "loader/filed_findings.h"

#include <gtest/gtest.h>

#include "loader/json_writer.h"
#include "temp_folder.h"

namespace jangbu {
namespace {

Finding a_sum() {
  Finding out;
  out.id = "f1";
  out.document_id = "d";
  out.kind = FindingKind::kSum;
  out.severity = Severity::kError;
  out.record_ids = {"r1", "r2"};
  out.field = "payment_rate";
  out.printed = Decimal{703, 3};
  out.computed = Decimal{71, 2};
  out.message_ko = "맞지 않습니다.";
  out.message_en = "disagrees.";
  out.table = "t001";
  out.row = 3;
  out.page = 12;
  out.accepted = Acceptance{"c1", "확인함", "김", "2026-01-02"};
  return out;
}

TEST(FiledFindings, ComeBackAsTheyWereWritten) {
  const TempFolder out;
  Finding doubt;
  doubt.id = "f2";
  doubt.kind = FindingKind::kDoubt;
  write_file(out / "findings.ndjson", finding_json(a_sum()) + "\n" + finding_json(doubt) + "\n");
  const auto findings = read_findings(out.path());
  ASSERT_TRUE(findings) << describe(findings.error());
  ASSERT_EQ(findings->size(), 2u);
  EXPECT_EQ(finding_json(findings->front()), finding_json(a_sum()));
  EXPECT_EQ(finding_json(findings->back()), finding_json(doubt));
  EXPECT_EQ(findings->front().printed->to_string(), "0.703");
}

TEST(FiledFindings, WhatIsNoneOfOursIsAnError) {
  const TempFolder out;
  EXPECT_EQ(read_findings(out.path()).error().code, ErrorCode::kPathMissing);
  std::string other_kind = finding_json(a_sum());
  other_kind.replace(other_kind.find("\"sum\""), 5, "\"of a later version\"");
  for (const std::string& damaged : {std::string("{"), std::string("[]"), std::string("{\"kind\": \"sum\"}"), other_kind}) {
    write_file(out / "findings.ndjson", finding_json(a_sum()) + "\n" + damaged + "\n");
    EXPECT_EQ(read_findings(out.path()).error().code, ErrorCode::kOutputDamaged) << damaged;
  }
}

}  // namespace
}  // namespace jangbu
