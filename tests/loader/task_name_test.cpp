// When a file was handed in, and where it stands: what the id of its task says.
#include "loader/task_name.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

TEST(TaskName, ComesBackAsItWas) {
  for (const char* location : {"/archive/2021/보고.hwp", "/a b/c  d.pdf", "/"}) {
    const TaskName back = TaskName::parse(TaskName{1'764'359'478'123'456'789, location}.text());
    EXPECT_EQ(back.submitted, 1'764'359'478'123'456'789);
    EXPECT_EQ(back.location, location);
  }
}

TEST(TaskName, IdsOfOtherProgramsAreNoPaths) {
  for (const char* id : {"17", "", "/archive/보고.hwp", "12 보고.hwp", "x /archive", "-1 /archive", "12x /archive", "0 /archive",
                         "99999999999999999999999 /archive", " /archive"}) {
    const TaskName name = TaskName::parse(id);
    EXPECT_EQ(name.submitted, 0) << id;
    EXPECT_EQ(name.location, std::string("task ") + id);
  }
}

}  // namespace
}  // namespace jangbu
