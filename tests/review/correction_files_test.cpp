// One file a day and author, never another's.
#include "review/correction_files.h"

#include <gtest/gtest.h>

#include <thread>

#include "temp_folder.h"

namespace jangbu {
namespace {

Json correction(const std::string& author, const std::string& value = "2") {
  return {{"target", {{"term", "말"}}}, {"expect", "1"}, {"value", value}, {"reason", "r"}, {"author", author}, {"date", "2026-01-02"}};
}

TEST(CorrectionFiles, OneADayAndAuthorInTheOrderOfWriting) {
  const TempFolder folder;
  EXPECT_EQ(add_correction(folder.path(), correction("홍 길동"))->file, "2026-01-02-홍_길동.json");
  const auto second = add_correction(folder.path(), correction("홍 길동", "3"));
  EXPECT_EQ(second->file, "2026-01-02-홍_길동.json");
  EXPECT_EQ(second->index, 1u);
  EXPECT_EQ(add_correction(folder.path(), correction("../../x"))->file, "2026-01-02-x.json");
  EXPECT_EQ(add_correction(folder.path(), correction("///"))->file, "2026-01-02-_.json");
}

TEST(CorrectionFiles, AnothersFileIsLeftAlone) {
  const TempFolder folder;
  write_file(folder / "2026-01-02-x.json", "not JSON, half written");
  EXPECT_EQ(add_correction(folder.path(), correction("x"))->file, "2026-01-02-x-2.json");
  // The same name of a file, another name of a person.
  EXPECT_EQ(add_correction(folder.path(), correction("x."))->file, "2026-01-02-x_.json");
  EXPECT_EQ(add_correction(folder.path(), correction("x!"))->file, "2026-01-02-x_-2.json");
  std::ifstream in(folder / "2026-01-02-x.json");
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), "not JSON, half written");
}

TEST(CorrectionFiles, APlantedLinkMakesNoFileElsewhere) {
  const TempFolder folder, elsewhere;
  std::filesystem::create_symlink(elsewhere / "made", folder / ".jangbu-lock");
  EXPECT_FALSE(add_correction(folder.path(), correction("x")));
  EXPECT_FALSE(std::filesystem::exists(elsewhere / "made"));
}

TEST(CorrectionFiles, ManyAtOnceLoseNothing) {
  const TempFolder folder;
  std::vector<std::thread> people;
  for (int person = 0; person < 4; ++person) {
    people.emplace_back([&, person] {
      for (int i = 0; i < 20; ++i)
        EXPECT_TRUE(add_correction(folder.path(), correction("p" + std::to_string(person % 2), std::to_string(person * 100 + i))));
    });
  }
  for (std::thread& person : people) person.join();
  EXPECT_EQ(corrections_in(folder.path(), 1000)->size(), 80u);
}

TEST(CorrectionFiles, TakingBackNeedsTheSameThere) {
  const TempFolder folder;
  const auto first = *add_correction(folder.path(), correction("x"));
  const auto second = *add_correction(folder.path(), correction("x", "3"));
  EXPECT_FALSE(take_correction(folder.path(), second, correction("x"), "x")) << "another one stands at this place";
  EXPECT_FALSE(take_correction(folder.path(), first, correction("x"), "y")) << "not his";
  EXPECT_FALSE(take_correction(folder.path(), {"../outside.json", 0}, correction("x"), "x"));
  EXPECT_TRUE(take_correction(folder.path(), first, correction("x"), "x"));
  EXPECT_TRUE(take_correction(folder.path(), {second.file, 0}, correction("x", "3"), "x"));
  EXPECT_FALSE(std::filesystem::exists(folder / second.file)) << "an empty file goes";
}

}  // namespace
}  // namespace jangbu
