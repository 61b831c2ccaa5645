#include "text/json_text.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

namespace jangbu {
namespace {

using Json = nlohmann::ordered_json;

std::string nested(int depth) {
  return std::string(static_cast<std::size_t>(depth), '[') + std::string(static_cast<std::size_t>(depth), ']');
}

TEST(JsonText, WritesWhateverStandsInIt) {
  EXPECT_EQ(json_text(Json{{"a", "가\xFF"}}), "{\"a\":\"가\xEF\xBF\xBD\"}");
  EXPECT_EQ(json_text(Json{{"\xED\xA0\x80", 1}}), "{\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\":1}");
}

TEST(JsonText, ReadsNothingThatIsNestedWithoutEnd) {
  EXPECT_NO_THROW(json_from<Json>(nested(kDeepestJson)));
  EXPECT_THROW(json_from<Json>(nested(kDeepestJson + 1)), Json::exception);
  EXPECT_THROW(json_from<Json>(nested(300'000)), Json::exception);
  EXPECT_THROW(json_from<Json>(std::string(300'000, '{')), Json::exception);
  EXPECT_TRUE(json_if_any<Json>(nested(300'000)).is_discarded());
  EXPECT_TRUE(json_if_any<Json>("{").is_discarded());
  // Brackets in texts nest nothing.
  const std::string text = "[\"" + std::string(1000, '[') + "\\\"[[\"]";
  EXPECT_EQ(json_from<Json>(text).size(), 1u);
}

TEST(JsonText, PiecesAreWrittenAsTheWholeWouldBe) {
  const Json inner{{"a", Json::array({1, Json::array(), Json{{"b", "\x01"}}})}, {"c", 0.1}};
  std::string pieces = "{\n \"x\": ";
  append_json(pieces, inner, 1, 1);
  pieces += "\n}";
  EXPECT_EQ(pieces, json_text(Json{{"x", inner}}, 1));
}

TEST(JsonText, AWholeNumberIsOneOfItsTypeOrRefused) {
  EXPECT_EQ(whole_from<int>(Json(7)), 7);
  EXPECT_EQ(whole_from<int>(Json::parse("-2147483648")), std::numeric_limits<int>::min());
  EXPECT_EQ(whole_from<std::uint64_t>(Json::parse("18446744073709551615")), std::numeric_limits<std::uint64_t>::max());
  for (const char* other :
       {"10444444444444444444444", "1e22", "-1e300", "2147483648", "-2147483649", "1.5", "7.0", "\"7\"", "null", "true", "[7]"})
    EXPECT_THROW(whole_from<int>(Json::parse(other)), Json::exception) << other;
  EXPECT_THROW(whole_from<std::uint64_t>(Json(-1)), Json::exception);
  EXPECT_THROW(whole_from<std::int64_t>(Json::parse("18446744073709551615")), Json::exception);
}

}  // namespace
}  // namespace jangbu
