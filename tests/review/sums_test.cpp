// The arithmetic of one figure as the page shows it: its parts, whether rounding explains what they miss it by, its identities.
#include "review/sums.h"

#include <gtest/gtest.h>

#include <string>

#include "built_in.h"
#include "text/json_text.h"

namespace jangbu {
namespace {

// A row of a table of budgets in 백만원; an empty path: the total.
std::string record(const std::string& id, const std::string& path, const std::string& values, const std::string& type = "budget",
                   const std::string& unit = "1000000") {
  return R"({"record_id":")" + id + R"(","record_type":")" + type + R"(","name":")" + id + R"(","level":"program","path":[)" + path +
         R"(],"unit_factor":)" + unit + R"(,"source":{"table":"t001"},"values":{)" + values + R"(},"cells":{}})";
}

Json asked(const std::string& records, const std::string& field, const std::string& findings = "") {
  const auto tree = FiledTree::parse(R"({"records":[)" + records + R"(],"findings":[)" + findings + "]}");
  if (!tree) throw std::runtime_error("no JSON");
  const auto out = arithmetic_of(tree->root(), built_in().profiles, "total", field);
  if (!out) throw std::runtime_error(describe(out.error()));
  return *out;
}

std::string sum_of(const std::string& total, const std::string& a, const std::string& b, const std::string& type = "budget",
                   const std::string& field = "budget_amount", const std::string& unit = "1000000") {
  const auto value = [&](const std::string& figure) { return "\"" + field + "\":" + figure; };
  return record("total", "", value(total), type, unit) + "," + record("a", "\"a\"", value(a), type, unit) + "," +
         record("b", "\"b\"", value(b), type, unit);
}

TEST(Sums, PartsThatAddUp) {
  const Json parts = asked(sum_of("900000000", "500000000", "400000000"), "budget_amount")["parts"];
  EXPECT_EQ(parts["sum"], 900'000'000);
  EXPECT_EQ(parts["difference"], 0);
  EXPECT_EQ(parts["total"], 2);
  EXPECT_TRUE(parts["rounded"]);
  EXPECT_FALSE(parts["fails"]);
}

// Three figures in 백만원 may miss each other by one of them; not by two.
TEST(Sums, WhatRoundingExplains) {
  EXPECT_TRUE(asked(sum_of("901000000", "500000000", "400000000"), "budget_amount")["parts"]["rounded"]);
  EXPECT_FALSE(asked(sum_of("903000000", "500000000", "400000000"), "budget_amount")["parts"]["rounded"]);
}

TEST(Sums, HeadsAreNotRounded) {
  const auto heads = [](const std::string& total) {
    return asked(sum_of(total, "5", "4", "headcount", "authorized_headcount", "1"), "authorized_headcount")["parts"]["rounded"];
  };
  EXPECT_TRUE(heads("9"));
  EXPECT_FALSE(heads("10"));
}

TEST(Sums, WhatFailsIsWhatAFindingSays) {
  const Json parts = asked(sum_of("990000000", "500000000", "400000000"), "budget_amount",
                           R"({"finding_id":"f","kind":"sum","field":"budget_amount","record_ids":["total","a","b"]})")["parts"];
  EXPECT_TRUE(parts["fails"]);
  EXPECT_EQ(parts["difference"], 90'000'000);
}

TEST(Sums, IdentitiesOfTheRow) {
  const Json out = asked(record("total", "", R"("budget_amount":1000,"execution":800,"execution_rate":0.8)"), "execution_rate");
  ASSERT_EQ(out["identities"].size(), 1U);
  EXPECT_EQ(out["identities"][0]["result"], "execution_rate");
  EXPECT_EQ(out["identities"][0]["computed"], 0.8);
  EXPECT_TRUE(out["parts"].is_null());  // shares do not add up
}

TEST(Sums, ARecordThatIsNotThereIsAnError) {
  const auto tree = FiledTree::parse(R"({"records":[],"findings":[]})");
  ASSERT_TRUE(tree);
  EXPECT_FALSE(arithmetic_of(tree->root(), built_in().profiles, "total", "budget_amount"));
}

}  // namespace
}  // namespace jangbu
