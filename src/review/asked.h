// A request and its answer, as the review page's desk sees them: no sockets, no HTTP library. What stands here is what a test or a fuzzer
// hands in.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jangbu {

struct Asked {
  std::string method, path;                  // "GET", "/api/findings"
  std::map<std::string, std::string> query;  // decoded; of a name that comes twice, the first
  std::string host, origin, cookie, content_type;
  std::string body;
  bool for_file = false;  // the program itself asks, to write a file of the whole list: more rows at once than a page may ask for

  const std::string& value(const std::string& name) const {
    static const std::string none;
    const auto found = query.find(name);
    return found == query.end() ? none : found->second;
  }
};

struct Answered {
  int status = 200;
  std::string type = "application/json; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  bool events = false;  // the server goes on with server-sent events (changes.h)
};

}  // namespace jangbu
