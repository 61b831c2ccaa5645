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

TEST(Settling, LookingAtWhatChangedSaysWhatLookingAtAllWouldSay) {
  Inbox inbox;
  inbox.put("a", "1");
  inbox.put("b", "1");
  inbox.look_after(milliseconds(0));
  const auto look_at = [&](std::set<std::string> names, milliseconds pause) {
    inbox.now += pause;
    std::set<std::string> locations;
    for (const std::string& name : names) locations.insert(inbox.location(name));
    inbox.settling.look_at(locations, inbox.writing, inbox.now);
  };
  look_at({}, milliseconds(999));
  EXPECT_EQ(inbox.settling.arriving(), 2u);
  look_at({}, milliseconds(1));  // those that have not settled are looked at unasked
  EXPECT_EQ(inbox.settling.arriving(), 0u);
  EXPECT_TRUE(inbox.settled("a") && inbox.settled("b"));
  inbox.settling.taken();
  inbox.put("c", "new");
  inbox.put("a", "longer than before");
  look_at({"c"}, milliseconds(10));
  EXPECT_EQ(inbox.settling.arriving(), 1u);
  EXPECT_TRUE(inbox.settled("a"));  // nobody said that it changed
  look_at({"a", "c", "never there"}, milliseconds(10));
  EXPECT_EQ(inbox.settling.arriving(), 2u);
  EXPECT_FALSE(inbox.settled("never there"));
  look_at({}, seconds(1));
  EXPECT_TRUE(inbox.settling.has_news());
  EXPECT_EQ(inbox.settling.arriving(), 0u);
  inbox.settling.taken();
  std::filesystem::remove(inbox.folder / "b");
  look_at({"b"}, milliseconds(10));
  EXPECT_TRUE(inbox.settling.has_news());
  EXPECT_FALSE(inbox.settled("b"));
  inbox.settling.taken();
  inbox.look_after(milliseconds(10));
  EXPECT_FALSE(inbox.settling.has_news());  // nothing that the other had not seen
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

TEST(Settling, NewsAreNamedButForWhatWent) {
  Inbox inbox;
  inbox.put("a", "1");
  inbox.put("b", "1");
  inbox.look_after(milliseconds(0));
  inbox.look_after(seconds(2));
  EXPECT_EQ(inbox.settling.news(), (std::set<std::string>{inbox.location("a"), inbox.location("b")}));
  inbox.settling.taken();
  EXPECT_EQ(inbox.settling.news(), std::set<std::string>{});
  inbox.put("b", "22");
  inbox.put("c", "1");
  inbox.look_after(milliseconds(1));
  EXPECT_EQ(inbox.settling.news(), std::set<std::string>{}) << "they have not settled";
  inbox.look_after(seconds(2));
  EXPECT_EQ(inbox.settling.news(), (std::set<std::string>{inbox.location("b"), inbox.location("c")}));
  std::filesystem::remove(inbox.folder / "a");
  inbox.look_after(milliseconds(1));
  EXPECT_EQ(inbox.settling.news(), std::nullopt);
}

}  // namespace
}  // namespace jangbu
