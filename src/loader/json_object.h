// Building blocks of JSON for the writers of this folder.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

namespace jangbu {

// An object of keys that each come once, in the order they come. The library's own grows by copying all that it holds, whole trees at
// times, and looks for each key among the others first. `room`: how many keys come at most; more cost what the library's own costs.
class JsonObject {
 public:
  explicit JsonObject(std::size_t room) { members_.reserve(room); }
  JsonObject& add(const char* key, nlohmann::ordered_json value) {
    members_.emplace_back(key, std::move(value));
    return *this;
  }
  nlohmann::ordered_json done() { return nlohmann::ordered_json(std::move(members_)); }

 private:
  nlohmann::ordered_json::object_t members_;
};

template <typename T, typename F>
nlohmann::ordered_json json_list(const std::vector<T>& items, F&& json_of) {
  nlohmann::ordered_json::array_t out;
  out.reserve(items.size());
  for (const T& item : items) out.push_back(json_of(item));
  return nlohmann::ordered_json(std::move(out));
}

}  // namespace jangbu
