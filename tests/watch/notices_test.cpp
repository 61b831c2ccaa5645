// What the kernel tells of a folder.
#include "watch/notices.h"

#include <gtest/gtest.h>

#include "temp_folder.h"

namespace jangbu {
namespace {

using std::chrono::milliseconds;

void take_all(Notices& notices) {
  while (notices.wait(milliseconds(50))) {
  }
}

TEST(Notices, HearsFilesInFoldersOfAnyDepth) {
  const TempFolder folder;
  write_file(folder / "deep/deeper/there", "x");
  Notices notices;
  ASSERT_TRUE(notices.listen({folder.path()})) << notices.why_deaf();
  EXPECT_FALSE(notices.wait(milliseconds(20)));
  write_file(folder / "deep/deeper/new", "x");
  EXPECT_TRUE(notices.wait(milliseconds(2000)));
  take_all(notices);
  EXPECT_FALSE(notices.folders_changed());
}

TEST(Notices, ANewFolderAsksToListenAgain) {
  const TempFolder folder;
  Notices notices;
  ASSERT_TRUE(notices.listen({folder.path()}));
  std::filesystem::create_directory(folder / "new");
  EXPECT_TRUE(notices.wait(milliseconds(2000)));
  EXPECT_TRUE(notices.folders_changed());
  ASSERT_TRUE(notices.listen({folder.path()}));
  EXPECT_FALSE(notices.folders_changed());
  write_file(folder / "new/file", "x");
  EXPECT_TRUE(notices.wait(milliseconds(2000)));
}

TEST(Notices, KnowsWhoIsStillWriting) {
  const TempFolder folder;
  Notices notices;
  ASSERT_TRUE(notices.listen({folder.path()}));
  std::ofstream slow(folder / "slow");
  slow << "half of it" << std::flush;
  take_all(notices);
  EXPECT_EQ(notices.being_written(), (std::set<std::string>{(folder / "slow").string()}));
  slow.close();
  take_all(notices);
  EXPECT_TRUE(notices.being_written().empty());
}

TEST(Notices, NamesTheFilesThatChangedOnceEverythingWasLookedAt) {
  const TempFolder folder;
  write_file(folder / "deep/there", "x");
  Notices notices;
  ASSERT_TRUE(notices.listen({folder.path()}));
  EXPECT_FALSE(notices.take_changed());  // what happened before is not known
  EXPECT_EQ(notices.take_changed(), (std::set<std::string>{}));
  write_file(folder / "deep/new", "x");
  std::filesystem::remove(folder / "deep/there");
  take_all(notices);
  EXPECT_EQ(notices.take_changed(), (std::set<std::string>{(folder / "deep/new").string(), (folder / "deep/there").string()}));
  EXPECT_EQ(notices.take_changed(), (std::set<std::string>{}));
  std::filesystem::create_directory(folder / "folder");
  take_all(notices);
  EXPECT_FALSE(notices.take_changed());
}

TEST(Notices, AFolderThatGoesIsToldOf) {
  const TempFolder folder;
  std::filesystem::create_directory(folder / "inbox");
  Notices notices;
  ASSERT_TRUE(notices.listen({folder / "inbox"}));
  std::filesystem::rename(folder / "inbox", folder / "elsewhere");
  EXPECT_TRUE(notices.wait(milliseconds(2000)));
  EXPECT_TRUE(notices.folders_changed());
  EXPECT_TRUE(notices.listen({folder / "inbox"}));  // not there: passed over
}

}  // namespace
}  // namespace jangbu
