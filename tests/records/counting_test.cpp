// A figure counts once, wherever else the report prints it.
#include "records/counting.h"

#include <gtest/gtest.h>

#include <map>

#include "built_in.h"
#include "reading/process.h"
#include "text/hash.h"

namespace jangbu {
namespace {

constexpr const char* kCover = "주요업무보고\n2021. 8.\n가나국\n";

struct Counted {
  std::vector<Record> records;

  explicit Counted(const std::string& text) {
    const auto processed = process(text, "a.txt", sha256_hex(text), built_in());
    if (!processed) throw std::runtime_error(describe(processed.error()));
    records = processed->records;
  }
  long long sum(const std::string& type, const std::string& field) const {
    long long out = 0;
    for (std::size_t i = 0; i < records.size(); ++i) {
      const Figure* value = records[i].type == type && records[i].counted ? records[i].find(field) : nullptr;
      if (value && value->value) out += static_cast<long long>(value->value->to_double());
    }
    return out;
  }
  // Name and table of each record that repeats → name and table of the other.
  std::map<std::string, std::string> repeats() const {
    std::map<std::string, std::string> ids, out;
    const auto shown = [](const Record& record) { return std::to_string(record.table_index) + record.name; };
    for (const Record& record : records) ids[record.id] = shown(record);
    for (std::size_t i = 0; i < records.size(); ++i) {
      if (!records[i].repeats.empty()) out[shown(records[i])] = ids.at(records[i].repeats);
    }
    return out;
  }
};

using Map = std::map<std::string, std::string>;

const std::string kOverview =
    "Ⅰ. 예산 총괄\n(단위: 천원, ’21.8.13. "
    "기준)\n\n구분\t예산현액\t원인행위액\t지출액\n합계\t1,000\t700\t600\n교육과\t700\t500\t420\n상담과\t300\t200\t180\n";
const std::string kDetails =
    "Ⅱ. 세부사업별 예산집행 현황\n(단위: 천원, ’21.8.13. "
    "기준)\n\n구분\t예산현액\t원인행위액\t지출액\n합계\t1,000\t700\t600\n교육과\t700\t500\t420\n학교 급식 지원\t400\t300\t220\n평생 학습관 "
    "운영\t300\t200\t200\n상담과\t300\t200\t180\n청소년 상담 센터\t200\t150\t130\n심리 지원 사업\t100\t50\t50\n";

TEST(Counting, ATableAloneCountsItsLeaves) {
  const Counted report(kCover + kDetails);
  EXPECT_EQ(report.repeats(), Map{});
  EXPECT_EQ(report.sum("budget", "payment"), 600000);
}

TEST(Counting, TheDetailsStandForTheOverview) {
  for (const std::string& text : {kOverview + "\n" + kDetails, kDetails + "\n" + kOverview}) {
    const Counted report(kCover + text);
    EXPECT_EQ(report.repeats().size(), 3u) << text;
    EXPECT_EQ(report.sum("budget", "payment"), 600000);
    EXPECT_EQ(report.sum("budget", "current_appropriation"), 1000000);
    long long departments = 0;
    for (std::size_t i = 0; i < report.records.size(); ++i) {
      const Record& record = report.records[i];
      if (record.role != RowRole::kTotal && record.path.size() == 1 && record.repeats.empty())
        departments += static_cast<long long>(record.find("payment")->value->to_double());
    }
    EXPECT_EQ(departments, 600000);
  }
}

TEST(Counting, AnOverviewInACoarserUnitIsTheSame) {
  const Counted report(
      kCover +
      std::string("Ⅰ. 예산 총괄\n(단위: 백만원, ’21.8.13. 기준)\n\n구분\t예산현액\t지출액\n합계\t10\t6\n교육과\t7\t4\n상담과\t3\t2\n\n") +
      "Ⅱ. 세부사업별 예산집행 현황\n(단위: 천원, ’21.8.13. "
      "기준)\n\n구분\t예산현액\t지출액\n합계\t10,000\t6,000\n교육과\t7,001\t4,200\n학교 급식 지원\t4,001\t2,200\n평생 학습관 "
      "운영\t3,000\t2,000\n상담과\t2,999\t1,800\n");
  EXPECT_EQ(report.sum("budget", "payment"), 6000000);
}

TEST(Counting, AProgrammeBelowItsInitiativeCountsInTheListAlone) {
  const Counted report(
      kCover +
      std::string("Ⅰ. 학교 급식\n(단위: 천원, ’21.8.13. 기준)\n\n사업명\t예산현액\t원인행위액\t지출액\n학교 급식 지원\t400\t300\t220\n\nⅡ. "
                  "상담\n(단위: 천원, ’21.8.13. 기준)\n\n사업명\t예산현액\t원인행위액\t지출액\n청소년 "
                  "상담 센터 (일부)\t90\t80\t70\n\n") +
      kDetails);
  EXPECT_EQ(report.sum("budget", "payment"),
            600000);  // the part of a programme has no row that it repeats, and is in the total all the same
}

TEST(Counting, OtherDatesAndOtherNamesAreOtherThings) {
  const Counted report(kCover + kOverview +
                       "\nⅡ. 특별회계 예산집행 현황\n(단위: 천원, ’21.8.13. "
                       "기준)\n\n구분\t예산현액\t원인행위액\t지출액\n합계\t50\t40\t30\n도로과\t30\t25\t20\n하천과\t20\t15\t10\n");
  EXPECT_EQ(report.repeats(), Map{});
  EXPECT_EQ(report.sum("budget", "payment"), 630000);
}

}  // namespace
}  // namespace jangbu
