// Counts of the ledger after runs of all kinds: what came, changed, failed, was corrected, accepted, superseded, taken back and removed.
#include <gtest/gtest.h>

#include <random>

#include "corrections/written.h"
#include "counted_anew.h"
#include "effort.h"
#include "jangbu/ingest.h"
#include "store/ledger.h"
#include "temp_folder.h"

namespace jangbu {
namespace {

namespace fs = std::filesystem;

std::string report(const std::string& organization, int year, const std::string& payment) {
  return "주요업무보고\n" + std::to_string(year) + ". 8.\n" + organization + "\nⅠ. 예산집행 현황\n(단위: 천원, ’" +
         std::to_string(year % 100) + ".8.13. 기준)\n\n구분\t예산현액\t원인행위액\t지출액\n합계\t1,000\t700\t" + payment +
         "\n교육\t700\t500\t420\n상담\t300\t200\t180\n";
}

class Office {
 public:
  Office() {
    fs::create_directories(inbox_);
    fs::create_directories(corrections_);
  }

  // One thing that happens in an office, and the run after it.
  std::string happens(std::mt19937& random) {
    const auto below = [&](int sides) { return static_cast<int>(random() % static_cast<unsigned>(sides)); };
    const std::string name = std::string(1, static_cast<char>('a' + below(5))) + ".txt";
    std::string what;
    IngestOptions options;
    switch (below(9)) {
      case 0:
      case 1:
      case 2:  // editions of one another, where office and year meet
        what = "a report at " + name;
        write_file(inbox_ / name, report(below(2) ? "가나국" : "다라국", 2020 + below(2), std::to_string(598 + below(4))));
        break;
      case 3: what = "nothing to read at " + name, write_file(inbox_ / name, ""); break;
      case 4: what = "broken at " + name, write_file(inbox_ / name, "%PDF-1.4 and no more"); break;
      case 5: what = name + " is gone", fs::remove(inbox_ / name), options.allow_empty = true; break;
      case 6: what = "a figure is corrected", correct("corrected.json", "expect"); break;
      case 7: what = "a finding is accepted", correct("accepted.json", "accept"); break;
      default:
        what = below(2) ? "corrections are taken back" : "the ledger is lost";
        if (what == "the ledger is lost") {
          remove_ledger(out_);
        } else {
          for (const auto& entry : fs::directory_iterator(corrections_)) fs::remove(entry.path());
        }
    }
    options.inputs = {inbox_};
    options.output = out_;
    options.corrections = corrections_;
    options.jobs = 1;
    options.now = "2021-09-01T00:00:00Z";
    Observer silent;
    if (const auto done = ingest(options, silent); !done && done.error().code != ErrorCode::kPathMissing)
      what += ": " + describe(done.error());
    return what;
  }
  std::string ledger() const { return (out_ / kLedgerFile).string(); }

 private:
  // Of what stands in the ledger now, where there is anything.
  void correct(const std::string& file, const std::string& how) {
    const auto found = how == "accept"
                           ? ledger_select(ledger(), "SELECT finding_id FROM finding ORDER BY 1 LIMIT 1")
                           : ledger_select(ledger(), "SELECT record_id FROM budget WHERE row_role = 'total' ORDER BY 1 LIMIT 1");
    if (found.empty()) return;
    const std::string who = R"(, "reason": "r", "author": "a", "date": "2021-09-01"}])";
    write_file(corrections_ / file, how == "accept" ? R"([{"target": {"finding_id": ")" + found[0] + R"("}, "accept": true)" + who
                                                    : R"([{"target": {"record_id": ")" + found[0] +
                                                          R"(", "field": "payment"}, "expect": "599", "value": "600")" + who);
  }

  TempFolder folder_;
  fs::path inbox_ = folder_ / "in", corrections_ = folder_ / "corrections", out_ = folder_ / "out";
};

TEST(KeptCounts, AreWhatOneCountsAnewWhateverHappens) {
  bool failed = false, silent = false;
  for (unsigned seed = 1; seed <= static_cast<unsigned>(draws(20, 3)); ++seed) {
    Office office;
    std::mt19937 random(seed);
    std::string story;
    for (int step = 0; step < 15; ++step) {
      story += office.happens(random) + "\n";
      const auto kept = kept_counts(office.ledger());
      ASSERT_EQ(kept, counted_anew(office.ledger())) << "seed " << seed << "\n" << story;
      for (const std::string& line : kept) failed |= line.starts_with("failed\t");
      silent |= !ledger_select(office.ledger(), "SELECT 1 FROM document WHERE state <> 'ingested'").empty();
    }
  }
  EXPECT_TRUE(failed && silent) << "all kinds of counts have been met";
}

}  // namespace
}  // namespace jangbu
