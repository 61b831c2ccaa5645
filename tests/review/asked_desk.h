// Questions to a desk, as the page puts them.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "review/desk.h"
#include "text/json_text.h"

namespace jangbu {

inline std::string noon() { return "2026-03-04T12:00:00Z"; }

// The answer's JSON; a failure of the test where the status is another one.
inline Json asked_of(Desk& desk, const std::string& method, const std::string& path, std::map<std::string, std::string> query,
                     std::string body, int status) {
  Asked asked;
  asked.method = method;
  asked.path = path;
  asked.query = std::move(query);
  asked.body = std::move(body);
  const Answered answer = desk.answer(asked);
  EXPECT_EQ(answer.status, status) << path << ": " << answer.body;
  return json_if_any<Json>(answer.body);
}

}  // namespace jangbu
