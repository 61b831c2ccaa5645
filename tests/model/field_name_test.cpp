#include "model/field_name.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

TEST(FieldName, TellsARateWhereverItsWordStands) {
  for (const char* field : {"execution_rate", "change_rate_from_original", "execution_rate_of_budget", "projected_execution_rate"})
    EXPECT_TRUE(names_a_rate(field)) << field;
  for (const char* field : {"execution", "change_amount", "rate", "rate_card", "", "separate", "_ratex"})
    EXPECT_FALSE(names_a_rate(field)) << field;
}

}  // namespace
}  // namespace jangbu
