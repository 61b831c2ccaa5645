// JSON as text and back, the one way in and out for all that jangbu writes and reads itself: writing cannot fail, reading cannot exhaust
// the stack.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace jangbu {

// Deeper than anything that jangbu writes (sections of sections are the deepest, some ten).
inline constexpr int kDeepestJson = 200;

// Whether lists and objects in this text stand in each other no deeper than that. It need not be JSON.
inline bool is_shallow_json(std::string_view text) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      i += c == '\\';
      quoted = c != '"';
    } else if (c == '"') {
      quoted = true;
    } else if (c == '[' || c == '{') {
      if (++depth > kDeepestJson) return false;
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return true;
}

// Bytes that are no UTF-8 become U+FFFD, where the library throws.
template <typename Json>
std::string json_text(const Json& json, int indent = -1) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

// The same where it stands inside of others: `depth` levels down, each level `step` further in. What is large is written member by member
// so, and never stands in memory as a tree, which takes ten times as much as its text.
template <typename Json>
void append_json(std::string& out, const Json& json, int step, int depth) {
  nlohmann::detail::serializer<Json> serializer(nlohmann::detail::output_adapter<char>(out), ' ', Json::error_handler_t::replace);
  serializer.dump(json, true, false, static_cast<unsigned>(step), static_cast<unsigned>(step * depth));
}

// Throws Json::exception, as parse() does, also for what is nested too deep: whoever writes it out or drops it would call itself as often.
template <typename Json>
Json json_from(std::string_view text) {
  if (!is_shallow_json(text))
    throw Json::other_error::create(501, "lists and objects stand in each other too deep", static_cast<const Json*>(nullptr));
  return Json::parse(text);
}

// The same without exceptions: is_discarded() where it is no JSON.
template <typename Json>
Json json_if_any(std::string_view text) {
  return is_shallow_json(text) ? Json::parse(text, nullptr, false) : Json(Json::value_t::discarded);
}

// A whole number that a file or a request says. Throws Json::exception for anything else, and for what the type cannot hold: get() would
// cut it off, and of 1e22 make what the processor likes.
template <typename Int, typename Json>
Int whole_from(const Json& value) {
  if (value.is_number_unsigned()) {
    if (const auto number = value.template get<std::uint64_t>(); std::in_range<Int>(number)) return static_cast<Int>(number);
  } else if (value.is_number_integer()) {
    if (const auto number = value.template get<std::int64_t>(); std::in_range<Int>(number)) return static_cast<Int>(number);
  }
  throw Json::out_of_range::create(406, "no whole number that can be: " + json_text(value).substr(0, 40), &value);
}

}  // namespace jangbu
