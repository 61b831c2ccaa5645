// schemas/words.json, parsed once, each list joined to one expression.
#include "text/word_lists.h"

#include <map>
#include <nlohmann/json.hpp>

#include "text/json_text.h"

namespace jangbu {

// The text is part of the program: a mistake in it is one of the program's, which its tests find.
std::string any_of(std::string_view list) {
  static const std::map<std::string, std::string, std::less<>> lists = [] {
    std::map<std::string, std::string, std::less<>> out;
    const auto json = json_from<nlohmann::json>(words_text());
    for (const auto& [name, one] : json.items()) {
      if (!one.is_object()) continue;  // `about`
      std::string& joined = out[name];
      for (const auto& word : one.at("words")) joined += (joined.empty() ? "" : "|") + word.get<std::string>();
    }
    return out;
  }();
  return lists.find(list)->second;
}

}  // namespace jangbu
