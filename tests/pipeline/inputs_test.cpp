#include "pipeline/inputs.h"

#include <gtest/gtest.h>

#include <fstream>

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

}  // namespace
}  // namespace jangbu
