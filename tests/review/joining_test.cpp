// Two names of one programme over the reports of several years: joined, refused, parted again.
#include "review/desk.h"

#include <gtest/gtest.h>

#include <memory>

#include "built_in.h"
#include "places.h"
#include "review/asked_desk.h"
#include "review/correction_files.h"
#include "temp_folder.h"

namespace jangbu {
namespace {

// Reports of one office in three years; the one programme got another name in the last.
class DeskOverThreeYears : public testing::Test {
 protected:
  DeskOverThreeYears() {
    std::filesystem::create_directories(folder_ / "corrections");
    std::filesystem::create_directories(folder_ / "in");
    put(2022, "가람과", "도시전환랩 운영", "시민 제안");
    put(2023, "가람과", "도시전환랩 운영", "시민 제안");
    put(2024, "가람과", "전환 실험실", "시민 제안 발굴");
    put(2024, "나래과", "전환 실험실", "도서 나눔");
    IngestOptions options = base();
    options.inputs = {folder_ / "in"};
    Observer silent;
    const auto summary = ingest(options, silent);
    EXPECT_TRUE(summary);
    desk_ = std::make_unique<Desk>(base(), noon, *parse_profiles(built_in_profiles()), nullptr);
  }
  IngestOptions base() const {
    IngestOptions options;
    options.output = folder_ / "out";
    options.corrections = folder_ / "corrections";
    options.jobs = 1;
    options.now = noon();
    return options;
  }
  void put(int year, const std::string& office, const std::string& one, const std::string& other) {
    const std::string when = std::to_string(year);
    write_file(folder_ / ("in/" + office + when + ".txt"), "주요업무보고\n" + when + ". 12.\n" + office +
                                                               "\nⅠ. 예산집행 현황\n(단위: 천원, ’" + when.substr(2) +
                                                               ".12.1. 기준)\n\n구분\t예산현액\t원인행위액\t지출액\n합계\t300\t200\t100\n" +
                                                               one + "\t100\t90\t60\n" + other + "\t200\t110\t40\n");
  }
  Json get(const std::string& path, std::map<std::string, std::string> query = {}, int status = 200) {
    return asked_of(*desk_, "GET", path, std::move(query), {}, status);
  }
  Json post(const std::string& path, const Json& body, int status = 200) {
    return asked_of(*desk_, "POST", path, {}, json_text(body), status);
  }
  // Its number, and of how many years it is.
  std::pair<std::int64_t, std::int64_t> series(const std::string& name, const std::string& office = "가람과") {
    const Json found = get("/api/series", {{"q", office}});
    for (const Json& row : found["rows"]) {
      if (row["name"] == name && row["organization"] == office) return {row["series_id"], row["years"]};
    }
    return {0, 0};
  }
  Json why_not(std::int64_t from, std::int64_t into) {
    return get("/api/joining", {{"from", std::to_string(from)}, {"into", std::to_string(into)}})["why_not"];
  }

  TempFolder folder_;
  std::unique_ptr<Desk> desk_;
};

TEST_F(DeskOverThreeYears, TwoNamesOfOneProgrammeAreJoinedInAllReportsAndPartedAgain) {
  const auto [before, years] = series("도시전환랩 운영");
  const auto [after, one_year] = series("전환 실험실");
  ASSERT_EQ(years, 2);
  ASSERT_EQ(one_year, 1);
  const auto files_before = files_below(folder_ / "out/documents");
  const Json plan = get("/api/joining", {{"from", std::to_string(before)}, {"into", std::to_string(after)}});
  EXPECT_EQ(plan["documents"], 2);
  EXPECT_TRUE(plan["others"].empty()) << plan;

  const Json result = post("/api/join", {{"from", before}, {"into", after}, {"reason", "2024년에 이름이 바뀜"}, {"author", "홍길동"}});
  EXPECT_EQ(result["state"], "applied") << result;
  EXPECT_TRUE(result["joined"].get<bool>()) << result;
  EXPECT_TRUE(result["waiting"].is_null()) << result["waiting"];
  EXPECT_EQ(series("전환 실험실"), (std::pair<std::int64_t, std::int64_t>(after, 3)));
  EXPECT_EQ(series("도시전환랩 운영").first, 0);
  EXPECT_EQ(series("전환 실험실", "나래과").second, 1) << "another office's programme of the name stays by itself";
  const auto written = corrections_in(folder_ / "corrections", 10);
  ASSERT_TRUE(written);
  ASSERT_EQ(written->size(), 1u);
  EXPECT_EQ((*written)[0]["correction"], Json({{"target", {{"term", "도시전환랩 운영"}}},
                                               {"expect", "도시전환랩 운영"},
                                               {"value", "전환 실험실"},
                                               {"reason", "2024년에 이름이 바뀜"},
                                               {"author", "홍길동"},
                                               {"date", "2026-03-04"}}));
  EXPECT_EQ(why_not(before, after), "no_series") << "joined already";

  post("/api/undo", {{"document", result["document"]},
                     {"file", result["file"]},
                     {"index", result["index"]},
                     {"correction", result["correction"]},
                     {"author", "홍길동"}});
  EXPECT_EQ(series("도시전환랩 운영"), (std::pair<std::int64_t, std::int64_t>(before, 2)));
  EXPECT_EQ(series("전환 실험실").second, 1);
  EXPECT_EQ(files_below(folder_ / "out/documents"), files_before) << "as if nothing had been";
}

TEST_F(DeskOverThreeYears, WhatAWordCannotJoinIsRefusedBeforeAnythingIsWritten) {
  const auto lab = series("도시전환랩 운영").first, proposals = series("시민 제안").first, longer = series("시민 제안 발굴").first;
  ASSERT_TRUE(lab && proposals && longer);
  EXPECT_EQ(why_not(lab, lab), "one_series");
  EXPECT_EQ(why_not(lab, 5), "no_series");
  EXPECT_EQ(why_not(lab, proposals), "one_report");
  EXPECT_EQ(why_not(lab, series("전환 실험실", "나래과").first), "other_office");
  EXPECT_EQ(why_not(proposals, longer), "name_within") << "시민 제안 would be replaced in its own replacement";
  EXPECT_TRUE(why_not(longer, proposals).is_null());
  const Json body = {{"from", proposals}, {"into", longer}, {"reason", "r"}, {"author", "a"}};
  EXPECT_EQ(post("/api/join", body, 409)["why_not"], "name_within");
  for (Json nonsense : {Json(), Json::array(), Json{{"from", "1"}, {"into", 2u}}, Json{{"from", 1u}}, Json{{"from", -1}, {"into", 1u}}})
    post("/api/join", nonsense, 400);
  post("/api/join", {{"from", longer}, {"into", proposals}, {"reason", " "}, {"author", "a"}}, 400);
  EXPECT_TRUE(corrections_in(folder_ / "corrections", 10)->empty());
}

TEST_F(DeskOverThreeYears, NamesThatHoldTheWordAreToldBeforehand) {
  put(2022, "다솜과", "도시전환랩 운영 지원", "도서 나눔");
  IngestOptions options = base();
  options.inputs = {folder_ / "in"};
  Observer silent;
  ASSERT_TRUE(ingest(options, silent));
  const Json plan = get("/api/joining",
                        {{"from", std::to_string(series("도시전환랩 운영").first)}, {"into", std::to_string(series("전환 실험실").first)}});
  EXPECT_EQ(plan["others"], Json::array({"도시전환랩 운영 지원"}));
}

// A word stands in more reports than are read again while a person waits: the rest is told, and the next run corrects it.
TEST_F(DeskOverThreeYears, AWordInMoreReportsThanOneCanWaitForIsCarriedOnByTheNextRun) {
  constexpr int kReports = 103;
  for (int i = 0; i < kReports; ++i) put(2022, "마루" + std::to_string(i) + "과", "누리터 살림", "도서 나눔");
  IngestOptions options = base();
  options.inputs = {folder_ / "in"};
  Observer silent;
  ASSERT_TRUE(ingest(options, silent));
  const std::string id = get("/api/search", {{"q", "누리터 살림"}})["records"][0]["document_id"];
  const auto count = [&](const std::string& name) {
    const Json found = get("/api/search", {{"q", name}, {"list", "records"}, {"limit", "200"}});
    return found["records"].size();
  };
  ASSERT_EQ(count("누리터 살림"), static_cast<std::size_t>(kReports));
  const Json result = post("/api/correct", {{"document", id},
                                            {"target", {{"term", "누리터 살림"}}},
                                            {"expect", "누리터 살림"},
                                            {"value", "누리터 운영"},
                                            {"reason", "r"},
                                            {"author", "a"}});
  EXPECT_TRUE(result["waiting"].is_null()) << result["waiting"];
  EXPECT_EQ(result["later"], kReports - 100);
  EXPECT_EQ(count("누리터 운영"), 100u);
  ASSERT_TRUE(ingest(options, silent));
  EXPECT_EQ(count("누리터 운영"), static_cast<std::size_t>(kReports));
  EXPECT_EQ(count("누리터 살림"), 0u);
}

}  // namespace
}  // namespace jangbu
