// What the plan holds of the files that it hashed, until they are read.
#include "pipeline/plan.h"

#include <gtest/gtest.h>

#include "temp_folder.h"
#include "text/hash.h"

namespace jangbu {
namespace {

struct Folder {
  TempFolder root;
  std::map<std::string, KnownInput> inputs;
  std::vector<KnownDocument> documents;
  std::vector<Input> files;

  void put(const std::string& name, const std::string& content) {
    write_file(root / name, content);
    files.push_back({root / name, (root / name).string(), name});
  }
  std::vector<Step> plan() const {
    const Making made{"tool", "limits", "profiles", ""};
    Planning planning;
    planning.inputs = inputs;
    planning.documents_with_hash = [this](const std::string& sha256) {
      std::vector<KnownDocument> found;
      for (const KnownDocument& document : documents) {
        if (document.sha256 == sha256) found.push_back(document);
      }
      return Result<std::vector<KnownDocument>>(found);
    };
    planning.made = made;
    planning.jobs = 1;
    planning.stop = [] { return false; };
    return *make_plan(files, std::move(planning));
  }
};

TEST(Plan, HoldsTheBytesThatItHashed) {
  Folder folder;
  folder.put("a.txt", "first");
  folder.put("b.txt", "second");
  const std::vector<Step> steps = folder.plan();
  write_file(folder.root / "a.txt", "changed meanwhile");
  ASSERT_EQ(steps.size(), 2u);
  EXPECT_EQ(steps[0].bytes, "first");
  EXPECT_EQ(steps[1].bytes, "second");
  for (const Step& step : steps) EXPECT_EQ(sha256_hex(step.bytes), step.seen.sha256);
}

TEST(Plan, HoldsNothingOfWhatIsNotRead) {
  Folder folder;
  folder.put("a.txt", "the same");
  folder.put("b.txt", "the same");
  folder.put("kept.txt", "known");
  KnownDocument known;
  known.id = "known";
  known.sha256 = sha256_hex(std::string_view("known"));
  known.path = "kept.txt";
  known.made = {"tool", "limits", "profiles", ""};
  folder.documents.push_back(known);
  const std::vector<Step> steps = folder.plan();
  ASSERT_EQ(steps.size(), 3u);
  EXPECT_EQ(steps[0].bytes, "the same");
  EXPECT_EQ(steps[1].what, Step::Do::kFollow);
  EXPECT_EQ(steps[1].bytes, "");
  EXPECT_EQ(steps[2].what, Step::Do::kKeep);
  EXPECT_EQ(steps[2].bytes, "");
}

// Neither one large file nor many small ones fill the memory.
TEST(Plan, HoldsLittle) {
  Folder folder;
  folder.put("large.txt", std::string((4u << 20) + 1, 'x'));
  for (char name = 'a'; name < 'm'; ++name) folder.put(std::string(1, name), std::string(4u << 20, name));
  const std::vector<Step> steps = folder.plan();
  EXPECT_EQ(steps[0].bytes, "");
  EXPECT_EQ(steps[0].seen.sha256, sha256_hex(std::string((4u << 20) + 1, 'x')));
  std::size_t held = 0;
  for (const Step& step : steps) held += step.bytes.size();
  EXPECT_EQ(held, 32u << 20);
  EXPECT_EQ(steps[1].bytes.size(), 4u << 20);
  EXPECT_EQ(steps.back().bytes, "");
}

}  // namespace
}  // namespace jangbu
