// What the ledger keeps count of is what one counts anew, whatever came, changed and went before.
#include <gtest/gtest.h>

#include <random>

#include "counted_anew.h"
#include "effort.h"
#include "store/ledger.h"
#include "temp_folder.h"

namespace jangbu {
namespace {

class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  int below(int sides) { return static_cast<int>(random_() % static_cast<unsigned>(sides)); }
  std::string one_of(std::initializer_list<const char*> names) { return names.begin()[below(static_cast<int>(names.size()))]; }

 private:
  std::mt19937 random_;
};

LedgerDocument drawn_document(Dice& dice, const std::string& id) {
  LedgerDocument out;
  out.id = id;
  out.path = id + ".hwp";
  out.organization = dice.one_of({"", "가나국", "다라과", "마바 사업소"});
  out.report_date = dice.one_of({"", "2021-08", "2021-08-13", "2019-12"});
  if (const int year = dice.below(4); year > 0) out.fiscal_year = 2018 + year;
  out.state = dice.below(3) ? DocumentState::kIngested : DocumentState::kSuperseded;
  for (int i = dice.below(5); i > 0; --i) {
    LedgerRecord record;
    record.id = id + "-" + std::to_string(i);
    record.type = dice.one_of({"budget", "headcount", "item"});
    out.records.push_back(record);
  }
  for (int i = dice.below(4); i > 0; --i) {
    LedgerFinding finding;
    finding.id = id + "+" + std::to_string(i);
    finding.kind = dice.one_of({"sum", "ratio"});
    finding.severity = dice.one_of({"error", "warning", "info"});
    finding.record_ids = "[]";
    finding.line = "{}";
    out.findings.push_back(finding);
  }
  return out;
}

LedgerInput drawn_input(Dice& dice, const std::string& location) {
  LedgerInput out;
  out.location = out.path = location;
  if (dice.below(2)) {
    out.code = 100 + dice.below(3);
    out.error = dice.one_of({"encrypted", "file_empty", "file_damaged"});
  }
  return out;
}

TEST(LedgerTotals, AreWhatOneCountsAnewWhateverCameAndWent) {
  for (int seed = 1; seed <= draws(40, 4); ++seed) {
    const TempFolder folder;
    const std::string file = (folder / "ledger.sqlite").string();
    auto opened = Ledger::open(file, {});
    ASSERT_TRUE(opened) << describe(opened.error());
    Ledger& ledger = opened->ledger;
    Dice dice(static_cast<unsigned>(seed));
    for (int step = 0; step < 60; ++step) {
      const std::string id = "d" + std::to_string(dice.below(6)), input = "in" + std::to_string(dice.below(4));
      Status done = Done{};
      std::string what;
      switch (dice.below(8)) {
        case 0:
        case 1:
        case 2: what = "keep " + id, done = ledger.keep(drawn_document(dice, id)); break;
        case 3:
          what = "stand " + id;
          done = ledger.put_standing(id, dice.below(2) ? DocumentState::kIngested : DocumentState::kRendition, "", 1, "", "");
          break;
        case 4: what = "forget " + id, done = ledger.forget(id); break;
        case 5:
        case 6: what = "input " + input, done = ledger.put_input(drawn_input(dice, input)); break;
        default: what = "forget " + input, done = ledger.forget_input(input);
      }
      ASSERT_TRUE(done) << describe(done.error());
      ASSERT_EQ(kept_counts(file), counted_anew(file)) << "seed " << seed << ", step " << step << ": " << what;
    }
    for (int i = 0; i < 6; ++i) ASSERT_TRUE(ledger.forget("d" + std::to_string(i)));
    for (int i = 0; i < 4; ++i) ASSERT_TRUE(ledger.forget_input("in" + std::to_string(i)));
    EXPECT_TRUE(kept_counts(file).empty()) << "nothing is counted of an empty ledger";
    EXPECT_TRUE(ledger_select(file, "SELECT * FROM _tally").empty());
  }
}

}  // namespace
}  // namespace jangbu
