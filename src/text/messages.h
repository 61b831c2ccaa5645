// What jangbu says to people, in Korean and in English: the one catalogue, schemas/messages.json, by code.
//
//   const Say say{Language::kKorean};
//   say("summary.read", {{"count", 2}})        "문서 2건 읽음"; in English "2 documents read", "1 document read"
//   say.of("severity", "warning")              what a word that machines read (severity.warning) is called; that word itself, if nothing is
//
// A text names its arguments: {count}; {path:이/가} is the particle that fits the sound of one (text/particle.h). In English one that
// depends on a number is two texts, "one" and "other", chosen by {count}.
// tests/schema/messages_test.py holds that every code that is used has both languages, that both name the same arguments, that these are
// given, and that nothing in the catalogue is unused.
//
// Thread rule: reentrant.
#pragma once

#include <concepts>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "jangbu/error.h"
#include "jangbu/language.h"

namespace jangbu {

struct MessageArgument {
  std::string name, value;

  MessageArgument(std::string_view name_, std::string value_) : name(name_), value(std::move(value_)) {}
  MessageArgument(std::string_view name_, std::string_view value_) : name(name_), value(value_) {}
  MessageArgument(std::string_view name_, const char* value_) : name(name_), value(value_) {}
  template <std::integral Number>
  MessageArgument(std::string_view name_, Number value_) : name(name_), value(std::to_string(value_)) {}
};

struct Say {
  Language language = Language::kEnglish;

  // A code that the catalogue does not have is given back itself.
  std::string operator()(std::string_view code, const std::vector<MessageArgument>& arguments = {}) const;
  std::string of(std::string_view family, std::string_view word) const;
  // "E104 file_empty: …". In Korean what errors of this code mean and what can be done, then what exactly happened, which is in English, in
  // brackets.
  std::string error(const Error& error) const;
};

// By what the environment says, as POSIX has it: the first of these that is set and not empty. "ko", "ko_KR.UTF-8" … : Korean; all else:
// English.
Language language_of(const char* lc_all, const char* lc_messages, const char* lang);

struct MessageText {
  std::string_view code, korean, english, english_one;  // `english_one`: of one; empty: as of many
};

std::span<const MessageText> messages();  // schemas/messages.json, as built in, by code

}  // namespace jangbu
