// Lists of a folder with every filter and any two of them: what the index gives is what one picks by hand from all.
#include "review/lists.h"

#include <gtest/gtest.h>

#include <set>

#include "review/asked_desk.h"
#include "store/ledger.h"
#include "temp_folder.h"

namespace jangbu {
namespace {

using Query = std::map<std::string, std::string>;

// 1,500 reports of seven offices over five years. All have something to note, every third an error, every fifth a warning besides. One in
// eleven speaks no more.
class ListsOfAFolder : public testing::Test {
 protected:
  static constexpr int kReports = 1'500;

  static void SetUpTestSuite() {
    folder_ = new TempFolder;
    auto opened = Ledger::open(*folder_ / kLedgerFile, {});
    ASSERT_TRUE(opened);
    for (int i = 0; i < kReports; ++i) ASSERT_TRUE(opened->ledger.keep(report(i)));
  }
  static void TearDownTestSuite() {
    delete folder_;
    folder_ = nullptr;
  }

  static LedgerDocument report(int i) {
    LedgerDocument out;
    out.id = "보고-" + std::to_string((i * 7919) % kReports);  // comes in another order than it is listed in
    out.path = out.id + ".txt";
    out.organization = "기관 " + std::to_string(i % 7);
    out.fiscal_year = 2017 + i % 5;
    out.report_date = i % 13 ? std::to_string(2017 + i % 5) + "-0" + std::to_string(1 + i % 9) : "";
    out.state = i % 11 ? DocumentState::kIngested : DocumentState::kSuperseded;
    LedgerRecord record;
    record.id = out.id + "-r";
    record.type = i % 4 ? "budget" : "headcount";
    out.records.push_back(record);
    const auto find = [&](const char* severity, const char* kind) {
      LedgerFinding finding;
      finding.id = out.id + kind;
      finding.kind = kind;
      finding.severity = severity;
      finding.record_ids = "[]";
      finding.line = "{}";
      out.findings.push_back(finding);
    };
    find("info", "structure");
    if (i % 3 == 0) find("error", "sum");
    if (i % 5 == 0) find("warning", "ratio");
    if (i % 15 == 0) find("warning", "sum");
    return out;
  }

  Json asked(Result<Json> (*list)(LedgerAsking&, const Asked&), Query query) {
    auto ledger = LedgerAsking::open(*folder_ / "");
    EXPECT_TRUE(ledger) << describe(ledger.error());
    Asked asked;
    asked.query = std::move(query);
    const auto out = list(*ledger, asked);
    EXPECT_TRUE(out) << describe(out.error());
    return *out;
  }
  // All pages of it.
  std::vector<std::string> pages(Result<Json> (*list)(LedgerAsking&, const Asked&), Query query, const char* member) {
    std::vector<std::string> out;
    query["limit"] = "70";
    for (;;) {
      query["offset"] = std::to_string(out.size());
      const Json page = asked(list, query);
      for (const Json& row : page["rows"]) out.push_back(row[member]);
      const auto total = page["total"].get<std::size_t>();
      if (page["at_least"].get<bool>()) {
        EXPECT_GT(total, out.size()) << "more is promised and does not come";
      } else {
        EXPECT_GE(total, out.size());
      }
      if (out.size() >= total || page["rows"].empty()) {
        EXPECT_EQ(total, out.size());
        return out;
      }
    }
  }

  // Every filter alone and every two of them; what finds nothing too.
  static std::vector<Query> questions(const std::map<std::string, std::vector<std::string>>& filters) {
    std::vector<Query> out{{}};
    for (const auto& [a, values] : filters) {
      for (const std::string& value : values) {
        out.push_back({{a, value}});
        for (const auto& [b, others] : filters) {
          if (a < b)
            for (const std::string& other : others) out.push_back({{a, value}, {b, other}});
        }
      }
    }
    return out;
  }
  static std::string told(const Query& query) {
    std::string out;
    for (const auto& [name, value] : query) out += name + "=" + value + " ";
    return out;
  }

  static TempFolder* folder_;
};
TempFolder* ListsOfAFolder::folder_ = nullptr;

TEST_F(ListsOfAFolder, DocumentsAreThoseThatOnePicksByHandTheNewestFirst) {
  for (const Query& query : questions({{"organization", {"기관 3", "없는 기관"}},
                                       {"year", {"2019", "1999", "two"}},
                                       {"type", {"budget", "headcount"}},
                                       {"severity", {"error", "warning", "info"}}})) {
    std::vector<std::pair<std::string, std::string>> wanted;
    for (int i = 0; i < kReports; ++i) {
      const LedgerDocument d = report(i);
      const auto has = [&](const std::string& name, const std::set<std::string>& values) {
        return !query.contains(name) || values.contains(query.at(name));
      };
      std::set<std::string> severities;
      for (const LedgerFinding& finding : d.findings) severities.insert(finding.severity);
      if (has("organization", {d.organization}) && has("year", {std::to_string(*d.fiscal_year)}) && has("type", {d.records[0].type}) &&
          has("severity", severities))
        wanted.emplace_back(d.report_date, d.id);
    }
    std::sort(wanted.begin(), wanted.end(),
              [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
    std::vector<std::string> ids;
    for (const auto& [date, id] : wanted) ids.push_back(id);
    EXPECT_EQ(pages(documents_list, query, "document_id"), ids) << told(query);
  }
}

TEST_F(ListsOfAFolder, FindingsAreThoseThatOnePicksByHandWorstAndNewestFirst) {
  for (const Query& query : questions({{"organization", {"기관 3", "없는 기관"}},
                                       {"year", {"2019", "1999"}},
                                       {"kind", {"sum", "ratio", "structure", "difference"}},
                                       {"severity", {"error", "warning", "info"}},
                                       {"document", {"보고-0", "보고-15"}}})) {
    std::set<std::string> wanted;
    for (int i = 0; i < kReports; ++i) {
      const LedgerDocument d = report(i);
      if (d.state != DocumentState::kIngested) continue;
      for (const LedgerFinding& finding : d.findings) {
        const auto has = [&](const char* name, const std::string& value) { return !query.contains(name) || query.at(name) == value; };
        if (has("organization", d.organization) && has("year", std::to_string(*d.fiscal_year)) && has("kind", finding.kind) &&
            has("severity", finding.severity) && has("document", d.id))
          wanted.insert(finding.id + " " + finding.severity);
      }
    }
    std::set<std::string> found;
    std::pair<int, int> last{0, 9999};
    const std::map<std::string, int> rank{{"error", 0}, {"warning", 1}, {"info", 2}};
    Query page = query;
    for (std::size_t at = 0;; at += 200) {
      page["limit"] = "200";
      page["offset"] = std::to_string(at);
      const Json answer = asked(findings_list, page);
      for (const Json& row : answer["rows"]) {
        found.insert(row["finding_id"].get<std::string>() + " " + row["severity"].get<std::string>());
        const std::pair<int, int> now{rank.at(row["severity"]), row["fiscal_year"]};
        EXPECT_TRUE(now.first > last.first || (now.first == last.first && now.second <= last.second)) << told(query);
        last = now;
      }
      if (answer["rows"].size() < 200) {
        EXPECT_EQ(answer["total"], at + answer["rows"].size()) << told(query);
        EXPECT_FALSE(answer["at_least"].get<bool>());
        break;
      }
    }
    EXPECT_EQ(found, wanted) << told(query);
  }
}

TEST_F(ListsOfAFolder, CountsOfSeveralFiltersEndAtABoundAndSaySo) {
  const Json one = asked(documents_list, {{"type", "budget"}});
  EXPECT_EQ(one["total"], kReports * 3 / 4) << "one filter: kept count";
  EXPECT_FALSE(one["at_least"].get<bool>());
  EXPECT_EQ(asked(documents_list, {})["total"], kReports);
  const Json two = asked(documents_list, {{"type", "budget"}, {"severity", "info"}});
  EXPECT_EQ(two["total"], 1'000) << "two: as many as anybody leafs through";
  EXPECT_TRUE(two["at_least"].get<bool>());
  const Json found = asked(findings_list, {{"kind", "structure"}});
  EXPECT_EQ(found["total"], 1'000);
  EXPECT_TRUE(found["at_least"].get<bool>());
}

TEST_F(ListsOfAFolder, TheOverviewCountsAndOfficesAreFoundByAPartOfTheirName) {
  const Json found = asked(offices_list, {{"q", "관 3"}});
  ASSERT_EQ(found["rows"].size(), 1u);
  EXPECT_EQ(found["rows"][0]["name"], "기관 3");
  EXPECT_EQ(asked(offices_list, {})["rows"].size(), 7u);
  EXPECT_TRUE(asked(offices_list, {{"q", "%"}})["rows"].empty());
  auto ledger = LedgerAsking::open(*folder_ / "");
  ASSERT_TRUE(ledger);
  const auto now = overview(*ledger);
  ASSERT_TRUE(now);
  EXPECT_EQ((*now)["silent"], (kReports + 10) / 11);
  EXPECT_EQ((*now)["documents"].get<int>() + (*now)["silent"].get<int>(), kReports);
  EXPECT_EQ((*now)["organizations_total"], 7);
  EXPECT_EQ((*now)["organizations"].size(), 7u);
}

}  // namespace
}  // namespace jangbu
