#include "loader/folder_lock.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "temp_folder.h"

namespace jangbu {
namespace {

const auto kNoWait = [](const std::string&) { return false; };

TEST(FolderLock, TheSecondIsToldWhoHoldsIt) {
  const TempFolder folder;
  const auto first = FolderLock::take(folder.path(), "2021-09-01T00:00:00Z", kNoWait);
  ASSERT_TRUE(first);
  std::string holder;
  const auto second = FolderLock::take(folder.path(), "", [&](const std::string& text) {
    holder = text;
    return false;
  });
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::kOutputHeld);
  EXPECT_NE(holder.find("process " + std::to_string(::getpid()) + " on "), std::string::npos) << holder;
  EXPECT_NE(holder.find("since 2021-09-01T00:00:00Z"), std::string::npos) << holder;
  EXPECT_NE(second.error().message.find(holder), std::string::npos);
}

TEST(FolderLock, WhoWaitsGetsItOnceItIsFree) {
  const TempFolder folder;
  auto first = FolderLock::take(folder.path(), "", kNoWait);
  ASSERT_TRUE(first);
  std::optional<FolderLock> held(std::move(*first));
  int asked = 0;
  const auto second = FolderLock::take(folder.path(), "", [&](const std::string&) {
    if (++asked == 2) held.reset();
    return true;
  });
  EXPECT_TRUE(second);
  EXPECT_EQ(asked, 2);
}

TEST(FolderLock, GoesWithAProcessThatIsKilled) {
  const TempFolder folder;
  int ready[2];
  ASSERT_EQ(::pipe(ready), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const auto lock = FolderLock::take(folder.path(), "", kNoWait);
    [[maybe_unused]] const ssize_t told = ::write(ready[1], lock ? "y" : "n", 1);
    ::pause();
  }
  char answer = 0;
  ASSERT_EQ(::read(ready[0], &answer, 1), 1);
  EXPECT_EQ(answer, 'y');
  EXPECT_FALSE(FolderLock::take(folder.path(), "", kNoWait));
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  EXPECT_TRUE(FolderLock::take(folder.path(), "", kNoWait));
  ::close(ready[0]);
  ::close(ready[1]);
}

TEST(FolderLock, AFileThatSaysNothingUsefulStillLocks) {
  const TempFolder folder;
  for (const char* content : {"", "x", "\n\n\n", "99999999999999999999\nhost\n"}) {
    write_file(folder / "lock", content);
    const auto lock = FolderLock::take(folder.path(), "", kNoWait);
    ASSERT_TRUE(lock);
    EXPECT_FALSE(FolderLock::take(folder.path(), "", kNoWait));
  }
}

}  // namespace
}  // namespace jangbu
