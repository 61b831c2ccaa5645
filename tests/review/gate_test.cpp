// Who may ask the review page, and what every answer carries.
#include "review/gate.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

const std::string kHost = "127.0.0.1:8080", kCookie = "jangbu_8080=key";

Asked asked(const std::string& path, std::string_view method = "GET") {
  Asked out;
  out.method = std::string(method);
  out.path = path;
  out.host = kHost;
  out.cookie = kCookie;
  if (method == "POST") {
    out.origin = "http://" + kHost;
    out.content_type = "application/json";
  }
  return out;
}

int status(const Asked& given) {
  const auto stopped = Gate("token", "key", 8080).stops(given);
  return stopped ? stopped->status : 200;
}

TEST(Gate, LetsThePageIn) {
  EXPECT_EQ(status(asked("/")), 200);
  EXPECT_EQ(status(asked("/api/correct", "POST")), 200);
  Asked local = asked("/");
  local.host = "localhost:8080";
  EXPECT_EQ(status(local), 200);
}

TEST(Gate, TheFirstAddressGivesTheCookieAndLeadsOn) {
  Asked first = asked("/");
  first.cookie = "";
  first.query["token"] = "token";
  const auto answer = Gate("token", "key", 8080).stops(first);
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 303);
  std::map<std::string, std::string> headers(answer->headers.begin(), answer->headers.end());
  EXPECT_EQ(headers["Location"], "/");
  EXPECT_EQ(headers["Set-Cookie"], "jangbu_8080=key; Path=/; HttpOnly; SameSite=Strict");
  first.query["token"] = "tokem";
  EXPECT_EQ(status(first), 401);
  first.query["token"] = "";
  EXPECT_EQ(status(first), 401);
}

TEST(Gate, NothingWithoutTheCookie) {
  for (const char* cookie : {"", "jangbu_8080=kex", "jangbu_8080=", "jangbu_8081=key", "xjangbu_8080=key", "jangbu_8080=keyy", ";;; ;"}) {
    Asked given = asked("/api/findings");
    given.cookie = cookie;
    EXPECT_EQ(status(given), 401) << cookie;
  }
  Asked among = asked("/api/findings");
  among.cookie = "a=b; jangbu_8080=key; c=d";
  EXPECT_EQ(status(among), 200);
}

TEST(Gate, ForeignHostsAndOriginsAreRefused) {
  for (const char* host : {"", "evil.example", "evil.example:8080", "127.0.0.1", "127.0.0.1:8081", "127.0.0.1:8080.evil.example"}) {
    Asked given = asked("/");
    given.host = host;
    EXPECT_EQ(status(given), 403) << host;
  }
  for (const char* origin : {"http://evil.example", "null", "https://127.0.0.1:8080", "http://localhost:8080"}) {
    Asked given = asked("/api/findings");
    given.origin = origin;
    EXPECT_EQ(status(given), 403) << origin;
  }
  Asked silent = asked("/api/correct", "POST");
  silent.origin = "";
  EXPECT_EQ(status(silent), 403) << "what changes something must say where it comes from";
}

TEST(Gate, OnlyJsonAndOnlyTwoMethods) {
  Asked form = asked("/api/correct", "POST");
  form.content_type = "application/x-www-form-urlencoded";
  EXPECT_EQ(status(form), 415);
  EXPECT_EQ(status(asked("/", "DELETE")), 405);
  EXPECT_EQ(status(asked("/", "OPTIONS")), 405);
}

TEST(Gate, EveryAnswerIsGuarded) {
  Answered answer;
  Gate::guard(answer);
  std::map<std::string, std::string> headers(answer.headers.begin(), answer.headers.end());
  EXPECT_NE(headers["Content-Security-Policy"].find("default-src 'none'"), std::string::npos);
  EXPECT_EQ(headers["Content-Security-Policy"].find("unsafe"), std::string::npos);
  EXPECT_EQ(headers["X-Content-Type-Options"], "nosniff");
  EXPECT_EQ(headers["Cache-Control"], "no-store");
}

TEST(Gate, SecretsDiffer) {
  EXPECT_EQ(random_hex(24).size(), 48u);
  EXPECT_NE(random_hex(24), random_hex(24));
}

}  // namespace
}  // namespace jangbu
