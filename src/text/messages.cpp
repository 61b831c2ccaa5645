// A text of the catalogue with its arguments put in. The catalogue is a sorted table that the build makes of schemas/messages.json:
// help alone asks for two hundred texts, and no run should parse them.
#include "text/messages.h"

#include <algorithm>

#include "text/particle.h"

namespace jangbu {
namespace {

const MessageText* message_of(std::string_view code) {
  const auto found = std::ranges::lower_bound(messages(), code, {}, &MessageText::code);
  return found != messages().end() && found->code == code ? &*found : nullptr;
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
    const std::string_view inside = text.substr(begin + 1, end - begin - 1), name = inside.substr(0, inside.find(':'));
    const std::string* value = value_of(arguments, name);
    if (!value) {
      out += text.substr(begin, end + 1 - begin);
    } else {
      out += name.size() == inside.size() ? *value : particle(*value, inside.substr(name.size() + 1));
    }
    text.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace

std::string Say::operator()(std::string_view code, const std::vector<MessageArgument>& arguments) const {
  const MessageText* message = message_of(code);
  if (!message) return std::string(code);
  if (language == Language::kKorean) return filled(message->korean, arguments);
  const std::string* count = value_of(arguments, "count");
  return filled(count && *count == "1" && !message->english_one.empty() ? message->english_one : message->english, arguments);
}

std::string Say::of(std::string_view family, std::string_view word) const {
  const std::string code = std::string(family) + "." + std::string(word);
  return message_of(code) ? (*this)(code) : std::string(word);
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
