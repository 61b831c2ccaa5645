#include "pipeline/inputs.h"

#include <gtest/gtest.h>

#include <fstream>

#include "pipeline/input_names.h"
#include "temp_folder.h"

namespace jangbu {
namespace {

TEST(Inputs, WhatProgramsLeaveBehindIsPassedOverAndCounted) {
  const TempFolder folder;
  const auto put = [&](const std::string& name) { std::ofstream(folder.path() / name) << "x"; };
  for (const char* name : {"보고.hwpx", "~$보고.hwpx", "desktop.ini", "Thumbs.db", "THUMBS.DB.txt", "보고.pdf.crdownload", ".DS_Store",
                           "partial.txt", "보고.hwp.tmp"})
    put(name);
  std::filesystem::create_directory(folder.path() / "__MACOSX");
  put("__MACOSX/보고.hwpx");
  const Inputs inputs = collect_inputs({folder.path()}, {}, false);
  std::vector<std::string> shown;
  for (const Input& file : inputs.files) shown.push_back(file.shown);
  EXPECT_EQ(shown, (std::vector<std::string>{"THUMBS.DB.txt", "partial.txt", "보고.hwpx"}));
  EXPECT_EQ(inputs.passed_over, 7U);
  EXPECT_EQ(collect_inputs({folder.path() / "desktop.ini"}, {}, false).files.size(), 1U) << "a file that was named is read";
}

TEST(Inputs, FilesOfOtherFormatsArePassedOverAndNamed) {
  const TempFolder folder;
  std::filesystem::create_directories(folder / "하위");
  for (const char* name : {"보고.hwp", "명부.XLSX", "하위/사진.png", "하위/묶음.zip", "xlsx", "a.zip.txt", ".숨김.zip"})
    write_file(folder / name, "x");
  const Inputs inputs = collect_inputs({folder.path()}, {}, false);
  std::vector<std::string> read;
  for (const Input& one : inputs.files) read.push_back(one.shown);
  EXPECT_EQ(read, (std::vector<std::string>{"a.zip.txt", "xlsx", "보고.hwp"}));
  EXPECT_EQ(inputs.other_formats, (std::vector<std::string>{"명부.XLSX", "하위/묶음.zip", "하위/사진.png"}));
  EXPECT_EQ(collect_inputs({folder / "명부.XLSX"}, {}, false).files.size(), 1U) << "a file that was named is read";
}

TEST(Inputs, WhatAnotherRunHasWrittenIsPassedOver) {
  const TempFolder folder;
  std::filesystem::create_directories(folder / "결과" / ".jangbu");
  write_file(folder / "결과" / "run.json", "{}");
  write_file(folder / "보고.txt", "x");
  const Inputs inputs = collect_inputs({folder.path()}, {}, false);
  ASSERT_EQ(inputs.files.size(), 1U);
  EXPECT_EQ(inputs.files[0].shown, "보고.txt");
  EXPECT_EQ(inputs.passed_over, 1U);
}

TEST(Inputs, AFolderWithFilesOfOtherFormatsAloneIsNotEmpty) {
  const TempFolder folder;
  write_file(folder / "명부.xlsx", "x");
  EXPECT_TRUE(collect_inputs({folder.path()}, {}, false).empty.empty());
}

// One by one as by the walk: whatever kinds of file there are.
TEST(Inputs, AFileLookedAtByItselfIsWhatTheWalkWouldTake) {
  const TempFolder folder;
  const auto in = folder / "in";
  for (const char* name : {"가.txt", "가/나.txt", "가/.숨김/다.txt", "라.xlsx", ".라.txt", "~$마.hwp", "가/Thumbs.db",
                           "결과/.jangbu/state.db", "결과/바.txt", "나가/사.txt"}) {
    std::filesystem::create_directories((in / name).parent_path());
    write_file(in / name, "x");
  }
  write_file(folder / "밖.txt", "x");
  std::filesystem::create_symlink(folder / "밖.txt", in / "밖으로.txt");
  std::filesystem::create_symlink(in / "가.txt", in / "안으로.txt");
  std::filesystem::create_directory_symlink(in / "가", in / "다른가");
  std::set<std::string> all;
  const auto options = std::filesystem::directory_options::follow_directory_symlink;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(in, options)) all.insert(location_of(entry.path()));
  all.insert(location_of(in / "없다.txt"));
  all.insert(location_of(folder / "밖.txt"));

  const auto told = [](const Inputs& inputs) {
    std::vector<std::string> out;
    for (const Input& file : inputs.files) out.push_back(file.shown + " in " + file.within.string() + " at " + file.location);
    return out;
  };
  for (const bool follow : {false, true}) {
    // The folder itself, one below it beside it, and a file that is named.
    for (const std::vector<std::filesystem::path>& given :
         std::vector<std::vector<std::filesystem::path>>{{in}, {in, in / "가"}, {in / "라.xlsx", in / "가"}, {in / "없다.txt"}}) {
      const Inputs walked = collect_inputs(given, in / "나가", follow), one_by_one = inputs_at(all, given, in / "나가", follow);
      EXPECT_EQ(told(one_by_one), told(walked));
      EXPECT_EQ(one_by_one.links, walked.links);
      EXPECT_EQ(one_by_one.other_formats, walked.other_formats);
      EXPECT_TRUE(one_by_one.folders.empty());
    }
  }
}

}  // namespace
}  // namespace jangbu
