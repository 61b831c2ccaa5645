// librabbitmq's types as ours, for the sources of broker.h: text as bytes and back, tables of arguments, its ways to say that something
// went wrong. Nothing here throws across C: the library calls nobody back.
#pragma once

#include <amqp.h>

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "jangbu/result.h"

namespace jangbu {

inline constexpr amqp_channel_t kFlow = 1, kAsking = 2;  // the channels, see broker.h

// Good as long as `text` is.
inline amqp_bytes_t bytes_in(std::string_view text) { return {text.size(), const_cast<char*>(text.data())}; }
inline std::string text_in(amqp_bytes_t bytes) {
  return bytes.len == 0 ? std::string() : std::string(static_cast<const char*>(bytes.bytes), bytes.len);
}

// Arguments by name. Good as long as it is there; what it was given must live as long.
class Arguments {
 public:
  void add(const char* name, std::string_view text);
  void add(const char* name, std::int64_t number);
  amqp_table_t table() { return {static_cast<int>(entries_.size()), entries_.data()}; }

 private:
  std::vector<amqp_table_entry_t> entries_;
};

// Of tables that came; nullptr where it is not there.
const amqp_field_value_t* argument_of(const amqp_table_t& table, std::string_view name);
std::uint64_t count_in(const amqp_field_value_t* value);  // 0 where it is no number, or below
std::string words_in(const amqp_field_value_t* value);    // empty where they are no text

// What became of a call: the library's status, or the broker's answer. `doing`: what was tried, "open the connection".
Status amqp_status(int status, std::string_view doing);
Status amqp_answer(const amqp_rpc_reply_t& reply, std::string_view doing);
// What the broker said by closing the connection or a channel.
Unexpected amqp_closed(const amqp_method_t& method, std::string_view doing);

}  // namespace jangbu
