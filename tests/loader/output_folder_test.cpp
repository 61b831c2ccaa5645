// Whose a folder is: nothing is written where jangbu did not write before, and no planted link leads a write elsewhere.
#include "loader/output_folder.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "loader/atomic_file.h"
#include "loader/folder_lock.h"
#include "pipeline/data_package.h"
#include "temp_folder.h"

namespace jangbu {
namespace {

namespace fs = std::filesystem;

void put(const fs::path& path, const std::string& content) { std::ofstream(path) << content; }

std::string content_of(const fs::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

ErrorCode refusal(const fs::path& output) {
  const Status status = prepare_output(output);
  return status ? ErrorCode{} : status.error().code;
}

TEST(OutputFolder, IsNewOrEmptyOrItsOwn) {
  const TempFolder folder;
  EXPECT_EQ(refusal(folder / "new/deep"), ErrorCode{});
  EXPECT_EQ(refusal(folder / "new/deep"), ErrorCode{});  // its own now
  fs::create_directory(folder / "empty");
  EXPECT_EQ(refusal(folder / "empty"), ErrorCode{});
  fs::create_directory(folder / "mounted");
  fs::create_directory(folder / "mounted/lost+found");
  put(folder / "mounted/.gitkeep", "");
  EXPECT_EQ(refusal(folder / "mounted"), ErrorCode{});
}

TEST(OutputFolder, OfOthersIsRefusedAndLeftAsItWas) {
  const TempFolder folder;
  for (const char* name : {"run.json", "findings.ndjson", "datapackage.json", "corrections.ndjson", "notes.txt", "records", "documents"}) {
    const fs::path output = folder / ("with " + std::string(name));
    fs::create_directory(output);
    if (std::string(name).find('.') == std::string::npos) {
      fs::create_directory(output / name);
      put(output / name / "mine.ndjson", "mine");
    } else {
      put(output / name, "{\"name\": \"somebody's\", \"resources\": []}");
    }
    EXPECT_EQ(refusal(output), ErrorCode::kOutputForeign) << name;
    EXPECT_EQ(std::distance(fs::directory_iterator(output), fs::directory_iterator()), 1) << name;
  }
}

TEST(OutputFolder, IsKnownByItsDataPackageWhereTheRestIsLost) {
  const TempFolder folder;
  ASSERT_TRUE(prepare_output(folder / "out"));
  ASSERT_TRUE(
      write_atomically(folder / "out/datapackage.json", data_package({{"budget", "예산", {{"payment", "지출액", "amount"}}}}, false)));
  fs::remove_all(folder / "out/.jangbu");
  EXPECT_EQ(refusal(folder / "out"), ErrorCode{});
}

TEST(OutputFolder, FollowsNoPlantedLink) {
  const TempFolder folder;
  for (const char* name : {"documents", "records", ".jangbu"}) {
    const fs::path output = folder / ("linked " + std::string(name));
    ASSERT_TRUE(prepare_output(output));
    fs::create_directories(folder / "elsewhere");
    fs::remove_all(output / name);
    fs::create_directory_symlink(folder / "elsewhere", output / name);
    EXPECT_EQ(refusal(output), ErrorCode::kOutputForeign) << name;
  }
  ASSERT_TRUE(prepare_output(folder / "out"));
  put(folder / "victim", "precious");
  for (const char* name : {"ledger.sqlite", "ledger.sqlite-wal", "records/budget"}) {
    fs::create_symlink(folder / "victim", folder / "out" / name);
    EXPECT_EQ(refusal(folder / "out"), ErrorCode::kOutputForeign) << name;
    fs::remove(folder / "out" / name);
    EXPECT_EQ(refusal(folder / "out"), ErrorCode{}) << name;
  }
  fs::create_symlink(folder / "victim", folder / "out/.jangbu/lock");
  EXPECT_EQ(refusal(folder / "out"), ErrorCode::kOutputForeign);
  // And where it is planted after that was looked at.
  const auto lock = FolderLock::take(folder / "out/.jangbu", "now", [](const std::string&) { return false; });
  ASSERT_FALSE(lock);
  EXPECT_EQ(lock.error().code, ErrorCode::kOutputNotWritable);
  EXPECT_EQ(content_of(folder / "victim"), "precious");
  // A second name of a file is no link to be seen as one.
  fs::remove(folder / "out/.jangbu/lock");
  fs::create_hard_link(folder / "victim", folder / "out/.jangbu/lock");
  EXPECT_FALSE(FolderLock::take(folder / "out/.jangbu", "now", [](const std::string&) { return false; }));
  EXPECT_EQ(content_of(folder / "victim"), "precious");
}

}  // namespace
}  // namespace jangbu
