// A file counts once it has stayed as it is; told with a clock of the test's own.
#include "watch/settling.h"

#include <gtest/gtest.h>

#include "temp_folder.h"

namespace jangbu {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

struct Inbox {
  TempFolder folder;
  Settling settling{seconds(1)};
  Settling::Clock::time_point now{};
  std::set<std::string> writing;

  std::string location(const std::string& name) const { return (folder / name).string(); }
  void put(const std::string& name, const std::string& content) { write_file(folder / name, content); }
  void look_after(milliseconds pause) {
    now += pause;
    std::vector<Input> files;
    for (const auto& [name, content] : files_below(folder.path())) files.push_back({folder / name, location(name), name});
    settling.look(files, writing, now);
  }
  bool settled(const std::string& name) const { return settling.has_settled(location(name)); }
};

TEST(Settling, AFileSettlesAfterItsRest) {
  Inbox inbox;
  inbox.put("a", "1");
  inbox.look_after(milliseconds(0));
  EXPECT_FALSE(inbox.settled("a"));
  EXPECT_EQ(inbox.settling.arriving(), 1u);
  EXPECT_FALSE(inbox.settling.has_news());
  inbox.look_after(milliseconds(999));
  EXPECT_FALSE(inbox.settled("a"));
  inbox.look_after(milliseconds(1));
  EXPECT_TRUE(inbox.settled("a"));
  EXPECT_EQ(inbox.settling.arriving(), 0u);
  EXPECT_TRUE(inbox.settling.has_news());
  inbox.settling.taken();
  EXPECT_FALSE(inbox.settling.has_news());
  inbox.look_after(seconds(5));
  EXPECT_FALSE(inbox.settling.has_news());
}

TEST(Settling, EveryChangeBeginsItsRestAnew) {
  Inbox inbox;
  inbox.put("a", "1");
  for (int i = 0; i < 5; ++i) {
    inbox.put("a", std::string(static_cast<std::size_t>(i) + 2, 'x'));
    inbox.look_after(milliseconds(900));
    EXPECT_FALSE(inbox.settled("a"));
  }
  inbox.look_after(milliseconds(1000));
  EXPECT_TRUE(inbox.settled("a"));
  inbox.settling.taken();
  inbox.put("a", "another");
  inbox.look_after(milliseconds(10));
  EXPECT_FALSE(inbox.settled("a"));
  inbox.look_after(milliseconds(1000));
  EXPECT_TRUE(inbox.settling.has_news());
}

TEST(Settling, AFileThatIsBeingWrittenWaitsMuchLonger) {
  Inbox inbox;
  inbox.put("a", "1");
  inbox.writing = {inbox.location("a")};
  inbox.look_after(milliseconds(0));
  inbox.look_after(seconds(30));
  EXPECT_FALSE(inbox.settled("a"));
  inbox.writing.clear();
  inbox.look_after(milliseconds(1));
  EXPECT_TRUE(inbox.settled("a"));
  // Its writer was never heard closing it: at last it is read all the same.
  inbox.put("b", "1");
  inbox.writing = {inbox.location("b")};
  inbox.look_after(milliseconds(0));
  inbox.look_after(seconds(61));
  EXPECT_TRUE(inbox.settled("b"));
}

TEST(Settling, WhatIsGoneIsNewsToo) {
  Inbox inbox;
  inbox.put("a", "1");
  inbox.look_after(milliseconds(0));
  inbox.look_after(seconds(2));
  inbox.settling.taken();
  std::filesystem::remove(inbox.folder / "a");
  inbox.look_after(milliseconds(1));
  EXPECT_TRUE(inbox.settling.has_news());
  EXPECT_FALSE(inbox.settled("a"));
  inbox.settling.taken();
  EXPECT_FALSE(inbox.settling.has_news());
}

}  // namespace
}  // namespace jangbu
