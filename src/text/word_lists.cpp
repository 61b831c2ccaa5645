// schemas/words.json, parsed once; lists of expressions are joined as they are asked for, which is where a Pattern is made.
#include "text/word_lists.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "text/json_text.h"

namespace jangbu {

// The text is part of the program: a mistake in it is one of the program's, which its tests find.
const std::vector<std::string>& words_in(std::string_view list) {
  static const std::map<std::string, std::vector<std::string>, std::less<>> lists = [] {
    std::map<std::string, std::vector<std::string>, std::less<>> out;
    const auto json = json_from<nlohmann::json>(words_text());
    for (const auto& [name, one] : json.items()) {
      if (one.is_object()) out.emplace(name, one.at("words").get<std::vector<std::string>>());  // the other is `about`
    }
    return out;
  }();
  return lists.find(list)->second;
}

std::string any_of(std::string_view list) {
  std::string joined;
  for (const std::string& word : words_in(list)) joined += (joined.empty() ? "" : "|") + word;
  return joined;
}

bool is_in(std::string_view list, std::string_view text) {
  const std::vector<std::string>& words = words_in(list);
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool begins_in(std::string_view list, std::string_view text) {
  const std::vector<std::string>& words = words_in(list);
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return text.starts_with(word); });
}

}  // namespace jangbu
