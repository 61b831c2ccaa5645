#include "loader/atomic_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "temp_folder.h"

namespace jangbu {
namespace {

namespace fs = std::filesystem;

TEST(AtomicFile, IsWrittenWhole) {
  const TempFolder folder;
  ASSERT_TRUE(write_atomically(folder / "기록.ndjson", "첫째\n"));
  EXPECT_EQ(files_below(folder.path()), (std::map<std::string, std::string>{{"기록.ndjson", "첫째\n"}}));
  ASSERT_TRUE(write_atomically(folder / "기록.ndjson", "둘째, 더 긴 줄\n"));
  EXPECT_EQ(files_below(folder.path()), (std::map<std::string, std::string>{{"기록.ndjson", "둘째, 더 긴 줄\n"}}));
  ASSERT_TRUE(write_atomically(folder / "기록.ndjson", ""));
  EXPECT_EQ(files_below(folder.path()).at("기록.ndjson"), "");
}

TEST(AtomicFile, IsReadableByOthers) {
  const TempFolder folder;
  ASSERT_TRUE(write_atomically(folder / "a", "x"));
  struct stat status {};
  ASSERT_EQ(::stat((folder / "a").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0644u);
}

TEST(AtomicFile, TheSameBytesAreNotWrittenAgain) {
  const TempFolder folder;
  ASSERT_TRUE(write_atomically(folder / "a", "x"));
  struct stat before {
  }, after{};
  ASSERT_EQ(::stat((folder / "a").c_str(), &before), 0);
  ASSERT_TRUE(write_atomically(folder / "a", "x"));
  ASSERT_EQ(::stat((folder / "a").c_str(), &after), 0);
  EXPECT_EQ(before.st_ino, after.st_ino);
}

TEST(AtomicFile, AReaderWithTheOldFileOpenKeepsIt) {
  const TempFolder folder;
  ASSERT_TRUE(write_atomically(folder / "a", "old"));
  std::ifstream reader(folder / "a");
  ASSERT_TRUE(write_atomically(folder / "a", "new and longer"));
  std::string seen;
  reader >> seen;
  EXPECT_EQ(seen, "old");
}

TEST(AtomicFile, OnFailureTheOldFileIsUntouchedAndNothingStandsBesideIt) {
  const TempFolder folder;
  // A folder in the file's place: the last step, the rename, fails.
  write_file(folder / "target/inner", "old");
  const Status status = write_atomically(folder / "target", "new");
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, ErrorCode::kOutputNotWritable);
  EXPECT_EQ(files_below(folder.path()), (std::map<std::string, std::string>{{"target/inner", "old"}}));
  // A folder that is not there, and a file where the folder should be: the first step fails.
  EXPECT_FALSE(write_atomically(folder / "gone/a", "new"));
  write_file(folder / "file", "old");
  EXPECT_FALSE(write_atomically(folder / "file/a", "new"));
  EXPECT_EQ(files_below(folder.path()), (std::map<std::string, std::string>{{"file", "old"}, {"target/inner", "old"}}));
}

TEST(AtomicFile, TheLongestNamesWork) {
  const TempFolder folder;
  const std::string name(255, 'n');
  ASSERT_TRUE(write_atomically(folder / name, "x"));
  EXPECT_FALSE(write_atomically(folder / (name + "n"), "x"));
  EXPECT_EQ(files_below(folder.path()).size(), 1u);
}

TEST(ReadFile, GivesTheBytesOrSaysWhy) {
  const TempFolder folder;
  const std::string bytes("a\0\xFF\n", 4);
  write_file(folder / "a", bytes);
  EXPECT_EQ(*read_file(folder / "a", 4), bytes);
  EXPECT_EQ(read_file(folder / "a", 3).error().code, ErrorCode::kLimitBytes);
  EXPECT_EQ(read_file(folder / "gone", 10).error().code, ErrorCode::kPathMissing);
  EXPECT_EQ(read_file(folder / "a/b", 10).error().code, ErrorCode::kPathMissing);
  EXPECT_EQ(read_file(folder.path(), 10).error().code, ErrorCode::kNotARegularFile);
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  EXPECT_EQ(read_file(folder / "pipe", 10).error().code, ErrorCode::kNotARegularFile);  // and does not wait for a writer
}

TEST(ReadFile, ThatOnesOwnRightsForbid) {
  if (::geteuid() == 0) return;  // root may read everything
  const TempFolder folder;
  write_file(folder / "a", "x");
  ASSERT_EQ(::chmod((folder / "a").c_str(), 0), 0);
  EXPECT_EQ(read_file(folder / "a", 10).error().code, ErrorCode::kPathUnreadable);
}

}  // namespace
}  // namespace jangbu
