#include "text/messages.h"

#include <map>
#include <nlohmann/json.hpp>

#include "text/json_text.h"

namespace jangbu {
namespace {

struct Text {
  std::string korean, english, english_one;  // `english_one`: of one; empty: as of many
};

const std::map<std::string, Text, std::less<>>& catalogue() {
  static const std::map<std::string, Text, std::less<>> all = [] {
    std::map<std::string, Text, std::less<>> out;
    const auto json = json_from<nlohmann::json>(messages_text());
    for (const auto& [code, texts] : json.at("messages").items()) {
      Text text;
      text.korean = texts.at("ko").get<std::string>();
      const auto& english = texts.at("en");
      text.english = english.is_string() ? english.get<std::string>() : english.at("other").get<std::string>();
      if (english.is_object()) text.english_one = english.at("one").get<std::string>();
      out.emplace(code, std::move(text));
    }
    return out;
  }();
  return all;
}

const std::string* value_of(const std::vector<MessageArgument>& arguments, std::string_view name) {
  for (const MessageArgument& argument : arguments) {
    if (argument.name == name) return &argument.value;
  }
  return nullptr;
}

// What stands for an argument is never looked at again: it comes from documents.
std::string filled(std::string_view text, const std::vector<MessageArgument>& arguments) {
  std::string out;
  while (!text.empty()) {
    const std::size_t begin = std::min(text.find('{'), text.size()), end = text.find('}', begin);
    out += text.substr(0, begin);
    if (end == std::string_view::npos) return out += text.substr(begin);
    const std::string* value = value_of(arguments, text.substr(begin + 1, end - begin - 1));
    out += value ? std::string_view(*value) : text.substr(begin, end + 1 - begin);
    text.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace

std::string Say::operator()(std::string_view code, const std::vector<MessageArgument>& arguments) const {
  const auto found = catalogue().find(code);
  if (found == catalogue().end()) return std::string(code);
  const Text& text = found->second;
  if (language == Language::kKorean) return filled(text.korean, arguments);
  const std::string* count = value_of(arguments, "count");
  return filled(count && *count == "1" && !text.english_one.empty() ? text.english_one : text.english, arguments);
}

std::string Say::of(std::string_view family, std::string_view word) const {
  const std::string code = std::string(family) + "." + std::string(word);
  return catalogue().contains(code) ? (*this)(code) : std::string(word);
}

std::string Say::error(const Error& error) const {
  const std::string name(error_name(error.code));
  if (language == Language::kEnglish) return describe(error);
  return "E" + std::to_string(static_cast<int>(error.code)) + " " + name + ": " + of("error", name) + " [" + error.message + "]";
}

Language language_of(const char* lc_all, const char* lc_messages, const char* lang) {
  for (const char* one : {lc_all, lc_messages, lang}) {
    if (!one || !*one) continue;
    const std::string_view name(one), tongue = name.substr(0, name.find_first_of("_.@"));
    return tongue == "ko" || tongue == "korean" ? Language::kKorean : Language::kEnglish;
  }
  return Language::kEnglish;
}

}  // namespace jangbu
