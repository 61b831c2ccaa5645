// The lists of schemas/titles.json → one expression each.
#include "normalize/title_words.h"

#include <nlohmann/json.hpp>

#include "text/json_text.h"

namespace jangbu {
namespace {

std::string one_of(const nlohmann::json& words, const char* list) {
  std::string out = "(?:";
  for (const auto& word : words.at(list)) out += (out.size() > 3 ? "|" : "") + word.get<std::string>();
  return out + ")";
}

}  // namespace

// The text is part of the program: a mistake in it is one of the program's, which its tests find.
const TitleWords& title_words() {
  static const TitleWords instance = [] {
    const auto words = json_from<nlohmann::json>(title_words_text());
    const std::string form = one_of(words, "legal_forms");
    return TitleWords{Pattern("^" + one_of(words, "counted") + "$"), Pattern(one_of(words, "contents")),
                      Pattern(R"(^(.*?[가-힣])\s*)" + one_of(words, "holders") + R"((?:\s+[가-힣]{2,4}|(?:\s[가-힣]){2,4})?$)"),
                      Pattern("^" + form + R"(\s*|\s*)" + form + "$")};
  }();
  return instance;
}

}  // namespace jangbu
