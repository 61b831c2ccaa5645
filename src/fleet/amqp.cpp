// Errors of librabbitmq and of the broker → ours. Which of them another try may mend is decided here: a broker that is down, restarts or
// is out of reach comes back; a wrong password, certificate or queue does not.
//
//   SERVER_EXCEPTION 403 ACCESS_REFUSED, 530 NOT_ALLOWED, 406 PRECONDITION_FAILED of a declaration   broker_refused
//   SERVER_EXCEPTION 320 CONNECTION_FORCED (it shuts down), 404 (a queue still starts) …             broker_unavailable
//   LIBRARY_EXCEPTION SSL_PEER_VERIFY_FAILED, SSL_HOSTNAME_VERIFY_FAILED                             broker_refused
//   any other LIBRARY_EXCEPTION                                                                      broker_unavailable
#include "fleet/amqp.h"

#include <algorithm>

namespace jangbu {
namespace {

Unexpected amqp_failure(ErrorCode code, std::string_view doing, const std::string& why) {
  return fail(code, "cannot " + std::string(doing) + ": " + why,
              code == ErrorCode::kBrokerRefused ? "see docs/fleet.md" : "see that the broker runs and can be reached");
}

}  // namespace

void Arguments::add(const char* name, std::string_view text) {
  amqp_table_entry_t entry{amqp_cstring_bytes(name), {}};
  entry.value.kind = AMQP_FIELD_KIND_UTF8;
  entry.value.value.bytes = bytes_in(text);
  entries_.push_back(entry);
}

void Arguments::add(const char* name, std::int64_t number) {
  amqp_table_entry_t entry{amqp_cstring_bytes(name), {}};
  entry.value.kind = AMQP_FIELD_KIND_I64;
  entry.value.value.i64 = number;
  entries_.push_back(entry);
}

const amqp_field_value_t* argument_of(const amqp_table_t& table, std::string_view name) {
  for (int i = 0; i < table.num_entries; ++i) {
    const amqp_table_entry_t& entry = table.entries[i];
    if (std::string_view(static_cast<const char*>(entry.key.bytes), entry.key.len) == name) return &entry.value;
  }
  return nullptr;
}

// The broker writes a number in whichever kind is small enough.
std::uint64_t count_in(const amqp_field_value_t* value) {
  if (!value) return 0;
  const auto positive = [](std::int64_t number) { return static_cast<std::uint64_t>(std::max<std::int64_t>(number, 0)); };
  switch (value->kind) {
    case AMQP_FIELD_KIND_I8: return positive(value->value.i8);
    case AMQP_FIELD_KIND_U8: return value->value.u8;
    case AMQP_FIELD_KIND_I16: return positive(value->value.i16);
    case AMQP_FIELD_KIND_U16: return value->value.u16;
    case AMQP_FIELD_KIND_I32: return positive(value->value.i32);
    case AMQP_FIELD_KIND_U32: return value->value.u32;
    case AMQP_FIELD_KIND_I64: return positive(value->value.i64);
    case AMQP_FIELD_KIND_U64: return value->value.u64;
    default: return 0;
  }
}

std::string words_in(const amqp_field_value_t* value) {
  const bool text = value && (value->kind == AMQP_FIELD_KIND_UTF8 || value->kind == AMQP_FIELD_KIND_BYTES);
  return text ? text_in(value->value.bytes) : std::string();
}

Status amqp_status(int status, std::string_view doing) {
  if (status >= 0) return Done{};
  const bool distrusted = status == AMQP_STATUS_SSL_PEER_VERIFY_FAILED || status == AMQP_STATUS_SSL_HOSTNAME_VERIFY_FAILED;
  return amqp_failure(distrusted ? ErrorCode::kBrokerRefused : ErrorCode::kBrokerUnavailable, doing, amqp_error_string2(status));
}

Unexpected amqp_closed(const amqp_method_t& method, std::string_view doing) {
  int code = 0;
  bool declaring = false;
  std::string words = "the broker closed the connection";
  if (method.id == AMQP_CONNECTION_CLOSE_METHOD) {
    const auto* close = static_cast<const amqp_connection_close_t*>(method.decoded);
    code = close->reply_code;
    words = text_in(close->reply_text);
  } else if (method.id == AMQP_CHANNEL_CLOSE_METHOD) {
    const auto* close = static_cast<const amqp_channel_close_t*>(method.decoded);
    code = close->reply_code;
    // Methods are numbered within their class, and class and method together by the library.
    declaring = (static_cast<std::uint32_t>(close->class_id) << 16 | close->method_id) == AMQP_QUEUE_DECLARE_METHOD;
    words = text_in(close->reply_text);
  }
  const bool for_good = code == AMQP_ACCESS_REFUSED || code == AMQP_NOT_ALLOWED || (code == AMQP_PRECONDITION_FAILED && declaring);
  return amqp_failure(for_good ? ErrorCode::kBrokerRefused : ErrorCode::kBrokerUnavailable, doing, words);
}

Status amqp_answer(const amqp_rpc_reply_t& reply, std::string_view doing) {
  switch (reply.reply_type) {
    case AMQP_RESPONSE_NORMAL: return Done{};
    case AMQP_RESPONSE_SERVER_EXCEPTION: return amqp_closed(reply.reply, doing);
    case AMQP_RESPONSE_LIBRARY_EXCEPTION: return amqp_status(std::min(reply.library_error, -1), doing);
    case AMQP_RESPONSE_NONE: break;
  }
  return amqp_failure(ErrorCode::kBrokerUnavailable, doing, "the broker did not answer");
}

}  // namespace jangbu
