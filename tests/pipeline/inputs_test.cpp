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

}  // namespace
}  // namespace jangbu
