// Ledgers that stay open see what is written meanwhile, and the file that takes the place of the one they opened.
#include "store/open_ledgers.h"

#include <gtest/gtest.h>

#include "ledger_dump.h"
#include "store/ledger.h"
#include "temp_folder.h"

namespace jangbu {
namespace {

namespace fs = std::filesystem;

struct Folder {
  TempFolder root;
  fs::path out = root / "out";

  Folder() { fs::create_directory(out); }
  void put(const std::string& id) {
    auto opened = Ledger::open(out / kLedgerFile, {});
    ASSERT_TRUE(opened) << describe(opened.error());
    LedgerDocument document;
    document.id = id;
    ASSERT_TRUE(opened->ledger.keep(document));
  }
};

std::int64_t documents(LedgerAsking& ledger) {
  std::int64_t out = -1;
  EXPECT_TRUE(ledger.ask("SELECT count(*) FROM _document", {}, [&](const auto&, const auto& cells) {
    out = std::get<std::int64_t>(cells[0]);
    return false;
  }));
  return out;
}

std::int64_t documents(OpenLedgers& ledgers) {
  auto ledger = ledgers.take();
  EXPECT_TRUE(ledger) << describe(ledger.error());
  return ledger ? documents(**ledger) : -1;
}

TEST(OpenLedgers, SeeWhatIsWrittenMeanwhile) {
  Folder folder;
  folder.put("a");
  OpenLedgers ledgers(folder.out);
  EXPECT_EQ(documents(ledgers), 1);
  folder.put("b");
  EXPECT_EQ(documents(ledgers), 2);
  auto one = ledgers.take(), other = ledgers.take();
  ASSERT_TRUE(one && other);
  auto opened = Ledger::open(folder.out / kLedgerFile, {});
  ASSERT_TRUE(opened);
  LedgerDocument document;
  document.id = "c";
  ASSERT_TRUE(opened->ledger.keep(document));
  EXPECT_EQ(documents(**one) + documents(**other), 6) << "each for itself, while a run goes on";
}

TEST(OpenLedgers, AreThoseOfTheFileThatStandsThereNow) {
  Folder folder;
  folder.put("a");
  folder.put("b");
  OpenLedgers ledgers(folder.out);
  EXPECT_EQ(documents(ledgers), 2);
  remove_ledger(folder.out);
  EXPECT_FALSE(ledgers.take());
  folder.put("c");
  EXPECT_EQ(documents(ledgers), 1);
}

TEST(OpenLedgers, LeaveTheWholeLedgerInItsFileAfterARun) {
  Folder folder;
  folder.put("a");
  OpenLedgers ledgers(folder.out);
  EXPECT_EQ(documents(ledgers), 1);
  folder.put("b");
  fs::create_directory(folder.root / "taken");
  fs::copy_file(folder.out / kLedgerFile, folder.root / "taken" / kLedgerFile);
  EXPECT_EQ(ledger_select((folder.root / "taken" / kLedgerFile).string(), "SELECT count(*) FROM document"),
            (std::vector<std::string>{"2"}));
}

TEST(OpenLedgers, OfAnotherVersionAreRefused) {
  Folder folder;
  folder.put("a");
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open((folder.out / kLedgerFile).c_str(), &database), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(database, "UPDATE meta SET value = 'other' WHERE key = 'tables'", nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(database);
  OpenLedgers ledgers(folder.out);
  const auto refused = ledgers.take();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kOutputDamaged);
  EXPECT_FALSE(refused.error().advice.empty());
}

}  // namespace
}  // namespace jangbu
