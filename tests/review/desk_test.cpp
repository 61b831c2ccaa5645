// The desk over the fixtures: lists, documents, arithmetic, mending and its undoing; and what it answers to nonsense.
#include "review/desk.h"

#include <gtest/gtest.h>

#include <set>

#include "built_in.h"
#include "places.h"
#include "review/asked_desk.h"
#include "review/correction_files.h"
#include "temp_folder.h"
#include "text/json_text.h"

namespace jangbu {
namespace {

class DeskOverTheInbox : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new TempFolder;
    std::filesystem::create_directories(*folder_ / "corrections");
    std::filesystem::create_directories(*folder_ / "in/2021");
    for (const auto& entry : std::filesystem::directory_iterator(fixture_folder() / "inbox")) {
      if (entry.path().extension() == ".pdf") std::filesystem::copy_file(entry.path(), *folder_ / "in/2021" / entry.path().filename());
    }
    write_file(*folder_ / "in/broken.pdf", "%PDF-1.4 and no more");
    IngestOptions options = base();
    options.inputs = {*folder_ / "in"};
    options.now = noon();
    Observer silent;
    ASSERT_TRUE(ingest(options, silent));
  }
  static void TearDownTestSuite() {
    delete folder_;
    folder_ = nullptr;
  }
  static IngestOptions base() {
    IngestOptions options;
    options.output = *folder_ / "out";
    options.corrections = *folder_ / "corrections";
    options.jobs = 1;
    return options;
  }

  DeskOverTheInbox() : desk_(base(), noon, *parse_profiles(built_in_profiles()), reader_in_process({})) {}

  Json get(const std::string& path, std::map<std::string, std::string> query = {}, int status = 200) {
    return asked_of(desk_, "GET", path, std::move(query), {}, status);
  }
  Json post(const std::string& path, const Json& body, int status = 200) {
    return asked_of(desk_, "POST", path, {}, json_text(body), status);
  }
  // The total whose payment does not add up, in the report of 2021.
  Json failing_sum() {
    const Json all = get("/api/findings", {{"kind", "sum"}, {"year", "2021"}});
    for (const Json& finding : all["rows"]) {
      if (finding["field"] == "payment") return finding;
    }
    ADD_FAILURE() << "no sum of payments fails";
    return {};
  }

  static TempFolder* folder_;
  Desk desk_;
};
TempFolder* DeskOverTheInbox::folder_ = nullptr;

TEST_F(DeskOverTheInbox, CountsAndFilters) {
  const Json now = get("/api/overview");
  EXPECT_EQ(now["documents"], 2);
  EXPECT_EQ(now["failed"], 1);
  EXPECT_TRUE(now["can_mend"].get<bool>());
  EXPECT_FALSE(now["kinds"].empty());
  EXPECT_EQ(now["fields"]["budget"]["fields"]["payment"]["korean"], "지출액");
  EXPECT_EQ(get("/api/documents", {{"year", "2021"}})["total"], 1);
  EXPECT_EQ(get("/api/documents", {{"type", "headcount"}})["total"], 2);
  EXPECT_EQ(get("/api/failures")["rows"][0]["path"], "broken.pdf");
}

TEST_F(DeskOverTheInbox, FindingsComeWorstFirstPageByPage) {
  const Json all = get("/api/findings", {{"limit", "200"}});
  ASSERT_EQ(static_cast<std::size_t>(all["total"]), all["rows"].size());
  const std::map<std::string, int> rank{{"error", 0}, {"warning", 1}, {"info", 2}};
  for (std::size_t i = 1; i < all["rows"].size(); ++i)
    EXPECT_LE(rank.at(all["rows"][i - 1]["severity"]), rank.at(all["rows"][i]["severity"]));
  Json joined = Json::array();
  while (joined.size() < all["rows"].size()) {
    const Json page = get("/api/findings", {{"limit", "5"}, {"offset", std::to_string(joined.size())}});
    ASSERT_FALSE(page["rows"].empty());
    for (const Json& row : page["rows"]) joined.push_back(row);
  }
  EXPECT_EQ(joined, all["rows"]) << "pages are parts of one list";
}

TEST_F(DeskOverTheInbox, SearchLooksPastBlanks) {
  const Json found = get("/api/search", {{"q", "시 민 협력국"}});
  EXPECT_FALSE(found["documents"].empty());
  const Json programmes = get("/api/search", {{"q", "도시전환랩"}});
  ASSERT_FALSE(programmes["records"].empty());
  EXPECT_TRUE(get("/api/search", {{"q", "%"}})["records"].empty()) << "signs alone find nothing";
  for (const char* nonsense : {"' OR 1=1 --", "\" OR text : *", "NEAR(가 나)", "^도시 AND", "도시*\""})
    get("/api/search", {{"q", nonsense}});
  EXPECT_TRUE(get("/api/search", {{"q", "' OR 1=1 --"}})["records"].empty());
}

TEST_F(DeskOverTheInbox, SearchFindsFromOneLetterOn) {
  const auto names = [&](const std::string& q, const char* list) {
    std::set<std::string> out;
    const Json found = get("/api/search", {{"q", q}, {"limit", "200"}});
    for (const Json& row : found[list]) out.insert(row["name"]);
    return out;
  };
  const auto whole = names("도시전환랩", "records");
  ASSERT_FALSE(whole.empty());
  for (const char* part : {"랩", "전환", "시전환", "도시 전환 랩", "환랩"}) {
    const auto found = names(part, "records");
    for (const std::string& name : whole) EXPECT_TRUE(found.contains(name)) << part << " in " << name;
  }
  EXPECT_TRUE(names("랩환", "records").empty()) << "letters in their order only";
  EXPECT_FALSE(names("시민", "prose").empty());
  EXPECT_FALSE(get("/api/search", {{"q", "주요업무보고.PDF"}})["documents"].empty()) << "by path, whatever the case";
}

TEST_F(DeskOverTheInbox, APartHoldsItsPageAlone) {
  const Json finding = failing_sum();
  const std::string id = finding["document_id"], page = std::to_string(finding["page"].get<int>());
  const Json head = get("/api/document", {{"id", id}});
  EXPECT_TRUE(head["by_page"].get<bool>());
  EXPECT_FALSE(head.contains("blocks"));
  const Json part = get("/api/part", {{"id", id}, {"part", page}});
  bool has_record = false;
  for (const Json& record : part["records"]) has_record |= record["record_id"] == finding["record_id"];
  EXPECT_TRUE(has_record);
  for (const Json& table : part["tables"]) {
    for (const Json& cell : table["cells"]) {
      EXPECT_TRUE(cell["row"].get<int>() < table["header_rows"].get<int>() || cell["page"] == finding["page"]) << cell;
    }
  }
  get("/api/part", {{"id", id}, {"part", "99999"}}, 404);
}

TEST_F(DeskOverTheInbox, ATotalOpensIntoPartsThatTellWhereItFails) {
  const Json finding = failing_sum();
  const Json sums = get("/api/arithmetic", {{"id", finding["document_id"]}, {"record", finding["record_id"]}, {"field", "payment"}});
  ASSERT_TRUE(sums["parts"].is_object());
  EXPECT_TRUE(sums["parts"]["fails"].get<bool>());
  EXPECT_EQ(sums["parts"]["sum"], finding["computed"]);
  EXPECT_EQ(sums["value"], finding["printed"]);
  EXPECT_EQ(sums["parts"]["difference"].get<std::int64_t>(),
            finding["printed"].get<std::int64_t>() - finding["computed"].get<std::int64_t>());
  std::int64_t sum = 0;
  bool opens = false;
  for (const Json& part : sums["parts"]["rows"]) {
    sum += part["value"].get<std::int64_t>();
    opens |= part["opens"].get<bool>();
  }
  EXPECT_EQ(sums["parts"]["sum"], sum);
  EXPECT_TRUE(opens) << "a department has programmes below it";
  // The rates of the same row, written out.
  const Json rate = get("/api/arithmetic", {{"id", finding["document_id"]}, {"record", finding["record_id"]}, {"field", "payment_rate"}});
  ASSERT_FALSE(rate["identities"].empty());
  EXPECT_EQ(rate["identities"][0]["result"], "payment_rate");
  EXPECT_EQ(rate["identities"][0]["base"][0]["field"], "current_appropriation");
  EXPECT_TRUE(rate["parts"].is_null()) << "rates do not add up";
  get("/api/arithmetic", {{"id", finding["document_id"]}, {"record", "nobody"}, {"field", "payment"}}, 404);
}

TEST_F(DeskOverTheInbox, APageIsAPicture) {
  Asked asked;
  asked.method = "GET";
  asked.path = "/api/page.png";
  asked.query = {{"id", failing_sum()["document_id"]}, {"page", "17"}};
  const Answered answer = desk_.answer(asked);
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(answer.body.substr(1, 3), "PNG");
  EXPECT_EQ(desk_.answer(asked).body, answer.body) << "kept, and the same";
  asked.query["page"] = "4000";
  EXPECT_EQ(desk_.answer(asked).status, 404);
}

TEST_F(DeskOverTheInbox, ACorrectionMakesItsFindingGoAndUndoBringsItBack) {
  const Json finding = failing_sum();
  const std::string id = finding["document_id"];
  const auto files_before = files_below(*folder_ / "out/documents");
  const Json body = {{"document", id},
                     {"target", {{"record_id", finding["record_id"]}, {"field", "payment"}}},
                     {"expect", "65,419,160"},
                     {"value", "65,410,160"},
                     {"reason", "다섯 부서의 합"},
                     {"author", "홍길동"}};
  const Json result = post("/api/correct", body);
  EXPECT_EQ(result["state"], "applied") << result;
  EXPECT_EQ(result["file"], "2026-03-04-홍길동.json");
  EXPECT_TRUE(result["waiting"].is_null()) << result["waiting"];
  bool gone = false;
  for (const Json& one : result["gone"]) gone |= one["finding_id"] == finding["finding_id"];
  EXPECT_TRUE(gone);
  EXPECT_TRUE(result["new"].empty());
  EXPECT_TRUE(std::filesystem::exists(*folder_ / "corrections/2026-03-04-홍길동.json"));
  EXPECT_EQ(get("/api/document", {{"id", id}})["source"]["path"], "2021/2021-08 시민협력국 주요업무보고.pdf")
      << "its name stays that which the folder gave it";

  // Somebody who still sees the old figure is told what stands there now, and nothing is written.
  Json late = body;
  late["author"] = "이몽룡";
  late["value"] = "65,410,161";
  const Json refused = post("/api/correct", late, 409);
  EXPECT_EQ(refused["error"], "stale");
  EXPECT_EQ(refused["standing"], "65,410,160");
  EXPECT_FALSE(std::filesystem::exists(*folder_ / "corrections/2026-03-04-이몽룡.json"));

  const Json list = get("/api/corrections");
  ASSERT_EQ(list["rows"].size(), 1u);
  EXPECT_EQ(list["rows"][0]["state"], "applied");

  Json back = {
      {"document", id}, {"file", result["file"]}, {"index", result["index"]}, {"correction", result["correction"]}, {"author", "이몽룡"}};
  post("/api/undo", back, 400);
  back["author"] = "홍길동";
  const Json undone = post("/api/undo", back);
  bool again = false;
  for (const Json& one : undone["new"]) again |= one["finding_id"] == finding["finding_id"];
  EXPECT_TRUE(again);
  EXPECT_FALSE(std::filesystem::exists(*folder_ / "corrections/2026-03-04-홍길동.json"));
  EXPECT_EQ(files_below(*folder_ / "out/documents"), files_before) << "as if nothing had been";
}

TEST_F(DeskOverTheInbox, AnAcceptedFindingIsWrittenAsTheContractHasIt) {
  const Json finding = failing_sum();
  const Json body = {{"document", finding["document_id"]},
                     {"target", {{"finding_id", finding["finding_id"]}}},
                     {"accept", true},
                     {"reason", "원문 그대로"},
                     {"author", "성춘향"}};
  const Json result = post("/api/correct", body);
  const auto written = corrections_in(*folder_ / "corrections", 10);
  ASSERT_TRUE(written);
  ASSERT_EQ(written->size(), 1u);
  EXPECT_EQ((*written)[0]["correction"], Json({{"target", {{"finding_id", finding["finding_id"]}}},
                                               {"accept", true},
                                               {"reason", "원문 그대로"},
                                               {"author", "성춘향"},
                                               {"date", "2026-03-04"}}));
  post("/api/undo", {{"document", finding["document_id"]},
                     {"file", result["file"]},
                     {"index", result["index"]},
                     {"correction", result["correction"]},
                     {"author", "성춘향"}});
  Json unknown = body;
  unknown["target"]["finding_id"] = "0000000000";
  post("/api/correct", unknown, 409);
}

TEST_F(DeskOverTheInbox, NonsenseIsAnsweredAndChangesNothing) {
  for (const char* path : {"/../etc/passwd", "/api/document", "/api/", "", "/api/nothing", "/index.html/..", "//"}) get(path, {}, 404);
  for (const char* id : {"../ledger", "..", "/etc/passwd", "a\\b", ".jangbu"}) get("/api/document", {{"id", id}}, 404);
  for (const Json& body :
       {Json(1), Json::array(), Json::object(), Json{{"target", 1}}, Json{{"target", {{"finding_id", 5}}}, {"accept", "yes"}}})
    post("/api/correct", body, 400);
  const std::string id = failing_sum()["document_id"];
  const Json cell = {{"document", id}, {"target", {{"document", id}, {"table", "t027"}, {"row", 2}, {"column", 3}}},
                     {"expect", "1"},  {"value", "2"},
                     {"reason", "r"},  {"author", "a"}};
  post("/api/correct", cell, 409);
  Json same = cell;
  same["value"] = "1";
  post("/api/correct", same, 400);
  Json nameless = cell;
  nameless["author"] = " \n ";
  post("/api/correct", nameless, 400);
  post("/api/undo", {{"document", id}, {"file", "../out/run.json"}, {"index", 0u}, {"correction", Json::object()}, {"author", "a"}}, 400);
  Asked large;
  large.method = "POST";
  large.path = "/api/correct";
  large.body = std::string(kLargestBody + 1, 'x');
  EXPECT_EQ(desk_.answer(large).status, 413);
  EXPECT_TRUE(corrections_in(*folder_ / "corrections", 10)->empty());
}

TEST_F(DeskOverTheInbox, ExportsAreFiles) {
  Asked asked;
  asked.method = "GET";
  asked.path = "/api/export";
  asked.query = {{"what", "findings"}};
  EXPECT_EQ(desk_.answer(asked).body.substr(0, 3), "\xEF\xBB\xBF");
  asked.query = {{"format", "xlsx"}, {"what", "everything"}, {"id", failing_sum()["document_id"]}};
  const Answered workbook = desk_.answer(asked);
  EXPECT_EQ(workbook.body.substr(0, 2), "PK");
  EXPECT_NE(std::find(workbook.headers.begin(), workbook.headers.end(),
                      std::pair<std::string, std::string>("Content-Disposition", "attachment; filename=\"jangbu-everything.xlsx\"")),
            workbook.headers.end());
}

TEST_F(DeskOverTheInbox, BudgetsAreTablesWithTheirTotalAndWhatStandsBelow) {
  const Json tables = get("/api/budgets", {{"year", "2021"}, {"limit", "50"}})["rows"];
  ASSERT_FALSE(tables.empty());
  bool opens = false;
  for (const Json& table : tables) {
    EXPECT_EQ(table["fiscal_year"], 2021);
    EXPECT_FALSE(table["more"].get<bool>());
    std::int64_t total = 0, departments = 0;
    for (const Json& row : table["records"]) {
      if (row["row_role"] == "total")
        total = row.value("current_appropriation", Json(0)).is_null() ? 0 : row["current_appropriation"].get<std::int64_t>();
      if (row["level"] == "department" && row["current_appropriation"].is_number())
        departments += row["current_appropriation"].get<std::int64_t>();
      opens |= row["level"] == "program";
    }
    if (departments > 0) {
      EXPECT_EQ(departments, total) << table["table_id"];
    }
  }
  EXPECT_TRUE(opens) << "programmes below departments";
  for (const auto& [name, value] :
       std::map<std::string, std::string>{{"organization", "없는 국"}, {"year", "1900"}, {"type", "settlement"}})
    EXPECT_TRUE(get("/api/budgets", {{name, value}})["rows"].empty()) << name;
}

TEST_F(DeskOverTheInbox, BudgetsComePageByPageEachTableOnce) {
  const auto ids = [](const Json& tables) {
    std::vector<std::string> out;
    for (const Json& table : tables) out.push_back(table["document_id"].get<std::string>() + " " + table["table_id"].get<std::string>());
    return out;
  };
  for (const std::string office : {"", "시민협력국"}) {
    const Json all = get("/api/budgets", {{"organization", office}, {"limit", "50"}});
    EXPECT_TRUE(all["next"].is_null());
    ASSERT_GT(all["rows"].size(), 1u);
    std::vector<std::string> joined;
    for (std::string offset = "0"; joined.size() <= all["rows"].size();) {
      const Json page = get("/api/budgets", {{"organization", office}, {"limit", "1"}, {"offset", offset}});
      for (const std::string& id : ids(page["rows"])) joined.push_back(id);
      if (page["next"].is_null()) break;
      offset = std::to_string(page["next"].get<int>());
    }
    EXPECT_EQ(joined, ids(all["rows"]));
    EXPECT_EQ(std::set<std::string>(joined.begin(), joined.end()).size(), joined.size());
  }
}

TEST_F(DeskOverTheInbox, SearchTellsThatThereIsMoreAndGoesOn) {
  for (const std::string list : {"records", "prose"}) {
    const Json all = get("/api/search", {{"q", "시민"}, {"list", list}, {"limit", "200"}});
    ASSERT_GT(all[list].size(), 3u);
    EXPECT_FALSE(all["more"][list].get<bool>());
    EXPECT_TRUE(all["documents"].empty()) << "only the list that is asked for";
    Json joined = Json::array();
    for (bool more = true; more;) {
      const Json page = get("/api/search", {{"q", "시민"}, {"list", list}, {"limit", "3"}, {"offset", std::to_string(joined.size())}});
      for (const Json& row : page[list]) joined.push_back(row);
      more = page["more"][list].get<bool>();
      ASSERT_LE(joined.size(), all[list].size());
    }
    EXPECT_EQ(joined, all[list]);
  }
}

TEST_F(DeskOverTheInbox, WhatAListShowsIsAFileWithItsFilters) {
  const auto file = [&](std::map<std::string, std::string> query, int status = 200) {
    Asked asked;
    asked.method = "GET";
    asked.path = "/api/export";
    asked.query = std::move(query);
    const Answered answer = desk_.answer(asked);
    EXPECT_EQ(answer.status, status) << answer.body;
    return answer.body;
  };
  const auto lines = [](const std::string& csv) { return static_cast<std::size_t>(std::count(csv.begin(), csv.end(), '\n')); };
  const std::string korean = file({{"list", "findings"}, {"format", "csv"}, {"severity", "warning"}});
  EXPECT_EQ(lines(korean), 1 + get("/api/findings", {{"severity", "warning"}})["total"].get<std::size_t>());
  EXPECT_NE(korean.find("심각도"), std::string::npos);
  EXPECT_NE(korean.find("경고"), std::string::npos);
  EXPECT_EQ(korean.find("오류"), std::string::npos) << "filtered";
  const std::string english = file({{"list", "findings"}, {"format", "csv"}, {"severity", "warning"}, {"lang", "en"}});
  EXPECT_NE(english.find("severity"), std::string::npos);
  EXPECT_EQ(lines(english), lines(korean));
  EXPECT_EQ(lines(file({{"list", "failures"}})), 2u);
  EXPECT_EQ(lines(file({{"list", "records"}, {"q", "시민"}})), 1 + get("/api/search", {{"q", "시민"}, {"limit", "200"}})["records"].size());
  std::size_t rows = 0;
  const Json tables = get("/api/budgets", {{"year", "2021"}, {"limit", "50"}});
  for (const Json& table : tables["rows"]) rows += table["records"].size();
  EXPECT_EQ(lines(file({{"list", "budgets"}, {"year", "2021"}})), 1 + rows);
  EXPECT_EQ(file({{"list", "documents"}, {"format", "xlsx"}}).substr(0, 2), "PK");
  file({{"list", "nothing"}}, 404);
}

TEST_F(DeskOverTheInbox, Series) {
  const Json series = get("/api/series", {{"q", "시민"}})["rows"];
  ASSERT_FALSE(series.empty());
  for (const Json& one : series) {
    EXPECT_NE(one["record_type"], "duty") << "prints no figures to compare";
    EXPECT_FALSE(get("/api/series_of", {{"id", std::to_string(one["series_id"].get<std::int64_t>())}})["rows"].empty()) << one;
  }
}

// A document's file with more than one look can bear: a total of 600 parts, and 2,500 findings, the last of them against a part.
TEST_F(DeskOverTheInbox, WhatIsTooMuchIsCutAndTold) {
  constexpr int kParts = 600, kFindings = 2'500;
  Json document = {{"document_id", "large"},  {"source", {{"pages", 2}}}, {"blocks", Json::array()},
                   {"tables", Json::array()}, {"records", Json::array()}, {"findings", Json::array()}};
  const auto record = [&](const std::string& id, const Json& path, std::int64_t value) {
    document["records"].push_back({{"record_id", id},
                                   {"record_type", "budget"},
                                   {"name", id},
                                   {"path", path},
                                   {"values", {{"payment", value}}},
                                   {"cells", {{"payment", {{"text", std::to_string(value)}, {"row", 1}, {"column", 1}, {"page", 2}}}}},
                                   {"source", {{"table", "t001"}, {"page", 2}}}});
  };
  record("all", Json::array(), 600'000);
  for (int i = 0; i < kParts; ++i) record("part" + std::to_string(i), Json::array({"part" + std::to_string(i)}), 1'000);
  document["tables"].push_back({{"table_id", "t001"}, {"page", 2}, {"pages", {2}}, {"header_rows", 1}, {"cells", Json::array()}});
  for (int i = 0; i < kFindings; ++i) {
    document["findings"].push_back({{"finding_id", std::to_string(i)},
                                    {"kind", "doubt"},
                                    {"field", "payment"},
                                    {"record_ids", {i + 1 < kFindings ? "nobody" : "part7"}},
                                    {"message", Json::object()}});
  }
  write_file(*folder_ / "out/documents/large.json", json_text(document));
  const Json head = get("/api/document", {{"id", "large"}});
  EXPECT_EQ(head["cut"]["findings"], kFindings);
  EXPECT_EQ(head["findings"].size(), 2'000u);
  const Json part = get("/api/part", {{"id", "large"}, {"part", "2"}});
  ASSERT_EQ(part["findings"].size(), 1u) << "of this page, though the head leaves it out";
  EXPECT_EQ(part["findings"][0]["finding_id"], std::to_string(kFindings - 1));
  const Json sums = get("/api/arithmetic", {{"id", "large"}, {"record", "all"}, {"field", "payment"}});
  EXPECT_EQ(sums["parts"]["total"], kParts);
  EXPECT_EQ(sums["parts"]["rows"].size(), 500u);
  EXPECT_EQ(sums["parts"]["sum"], 600'000) << "all are added up";
  std::filesystem::remove(*folder_ / "out/documents/large.json");
}

}  // namespace
}  // namespace jangbu
