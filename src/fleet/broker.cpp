// Methods of AMQP as calls, and what comes as News. Texts that the library hands out stand in memory that it uses again: they are copied
// before the next call.
#include "fleet/broker.h"

#include "fleet/amqp.h"
#include "fleet/broker_inside.h"
#include "fleet/packed.h"

namespace jangbu {
namespace {

constexpr const char* kGzip = "gzip";

// What follows a delivery, an answer to ask() or a return: properties and bytes. Waits for all of it; a broker that falls silent is noticed
// by its heartbeats.
Status read_content(amqp_connection_state_t state, amqp_channel_t channel, Delivery& out) {
  amqp_message_t message{};
  if (Status status = amqp_answer(amqp_read_message(state, channel, &message, 0), "receive a message"); !status) return status;
  const amqp_basic_properties_t& properties = message.properties;
  if (properties._flags & AMQP_BASIC_MESSAGE_ID_FLAG) out.message.id = text_in(properties.message_id);
  if (properties._flags & AMQP_BASIC_HEADERS_FLAG) {
    out.message.attempt = count_in(argument_of(properties.headers, "attempt"));
    // The last death is the first of the list.
    const amqp_field_value_t* deaths = argument_of(properties.headers, "x-death");
    if (deaths && deaths->kind == AMQP_FIELD_KIND_ARRAY && deaths->value.array.num_entries > 0 &&
        deaths->value.array.entries[0].kind == AMQP_FIELD_KIND_TABLE)
      out.died_of = words_in(argument_of(deaths->value.array.entries[0].value.table, "reason"));
  }
  out.message.body = text_in(message.body);
  if (properties._flags & AMQP_BASIC_CONTENT_ENCODING_FLAG && text_in(properties.content_encoding) == kGzip) {
    // What cannot be unpacked stays as it is: nobody can read it, and that is told.
    if (auto body = unpacked(out.message.body, kLargestMessage)) out.message.body = std::move(*body);
  }
  amqp_destroy_message(&message);
  return Done{};
}

}  // namespace

Broker::Broker(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Broker::Broker(Broker&&) noexcept = default;
Broker::~Broker() = default;

// At-least-once dead lettering needs reject-publish; without it the broker could lose a dead message between two queues.
Status Broker::declare(const std::string& queue, const QueueTraits& traits) {
  Arguments arguments;
  arguments.add("x-queue-type", "quorum");
  if (traits.delivery_limit) arguments.add("x-delivery-limit", *traits.delivery_limit);
  if (traits.lifetime) arguments.add("x-message-ttl", *traits.lifetime);
  if (!traits.heir.empty()) {
    arguments.add("x-dead-letter-exchange", "");
    arguments.add("x-dead-letter-routing-key", traits.heir);
    arguments.add("x-dead-letter-strategy", "at-least-once");
    arguments.add("x-overflow", "reject-publish");
  }
  amqp_queue_declare(inside_->state, kAsking, bytes_in(queue), 0, 1, 0, 0, arguments.table());
  return amqp_answer(amqp_get_rpc_reply(inside_->state), "declare the queue " + queue);
}

Result<std::uint64_t> Broker::waiting(const std::string& queue) {
  const amqp_queue_declare_ok_t* answer = amqp_queue_declare(inside_->state, kAsking, bytes_in(queue), 1, 1, 0, 0, amqp_empty_table);
  if (Status status = amqp_answer(amqp_get_rpc_reply(inside_->state), "look into the queue " + queue); !status) return status.forward();
  return answer->message_count;
}

// Consumers are called as their queues, by which a delivery tells where it is from.
Status Broker::consume(const std::string& queue, std::uint16_t ahead) {
  amqp_basic_qos(inside_->state, kFlow, 0, ahead, 0);
  if (Status status = amqp_answer(amqp_get_rpc_reply(inside_->state), "set how much may be under way"); !status) return status;
  amqp_basic_consume(inside_->state, kFlow, bytes_in(queue), bytes_in(queue), 0, 0, 0, amqp_empty_table);
  return amqp_answer(amqp_get_rpc_reply(inside_->state), "take messages from " + queue);
}

Status Broker::consume_no_more(const std::string& queue) {
  amqp_basic_cancel(inside_->state, kFlow, bytes_in(queue));
  return amqp_answer(amqp_get_rpc_reply(inside_->state), "take no more messages from " + queue);
}

Result<std::optional<Delivery>> Broker::ask(const std::string& queue) {
  amqp_maybe_release_buffers_on_channel(inside_->state, kAsking);
  const amqp_rpc_reply_t reply = amqp_basic_get(inside_->state, kAsking, bytes_in(queue), 0);
  if (Status status = amqp_answer(reply, "ask for a message of " + queue); !status) return status.forward();
  if (reply.reply.id != AMQP_BASIC_GET_OK_METHOD) return std::optional<Delivery>();
  Delivery out;
  out.tag = static_cast<const amqp_basic_get_ok_t*>(reply.reply.decoded)->delivery_tag;
  out.asked_for = true;
  out.queue = queue;
  if (Status status = read_content(inside_->state, kAsking, out); !status) return status.forward();
  return std::optional(std::move(out));
}

// Persistent and mandatory: on disk once it is confirmed, and an error where there is no such queue.
Result<std::uint64_t> Broker::publish(const std::string& queue, const Message& message) {
  Arguments headers;
  if (message.attempt > 0) headers.add("attempt", static_cast<std::int64_t>(message.attempt));
  constexpr std::size_t kLongestId = 255;  // of a short string
  amqp_basic_properties_t properties{};
  properties._flags = AMQP_BASIC_DELIVERY_MODE_FLAG | AMQP_BASIC_CONTENT_TYPE_FLAG | AMQP_BASIC_HEADERS_FLAG;
  properties.delivery_mode = AMQP_DELIVERY_PERSISTENT;
  properties.content_type = amqp_cstring_bytes("application/json");
  properties.headers = headers.table();
  const std::string small = packed(message.body);
  if (!small.empty()) {
    properties._flags |= AMQP_BASIC_CONTENT_ENCODING_FLAG;
    properties.content_encoding = amqp_cstring_bytes(kGzip);
  }
  if (!message.id.empty() && message.id.size() <= kLongestId) {
    properties._flags |= AMQP_BASIC_MESSAGE_ID_FLAG;
    properties.message_id = bytes_in(message.id);
  }
  const int status = amqp_basic_publish(inside_->state, kFlow, amqp_empty_bytes, bytes_in(queue), 1, 0, &properties,
                                        bytes_in(small.empty() ? message.body : small));
  if (Status sent = amqp_status(status, "publish to " + queue); !sent) return sent.forward();
  return ++inside_->published;
}

// Whatever is no delivery and no confirm ends the connection.
Result<std::optional<Broker::News>> Broker::next() {
  amqp_maybe_release_buffers(inside_->state);
  amqp_frame_t frame{};
  const timeval at_once{0, 0};
  const int status = amqp_simple_wait_frame_noblock(inside_->state, &frame, &at_once);
  if (status == AMQP_STATUS_TIMEOUT) return std::optional<News>();
  if (Status read = amqp_status(status, "hear from the broker"); !read) return read.forward();
  if (frame.frame_type != AMQP_FRAME_METHOD) return std::optional(News{});
  const amqp_method_t& method = frame.payload.method;
  News out;
  switch (method.id) {
    case AMQP_BASIC_DELIVER_METHOD: {
      const auto* deliver = static_cast<const amqp_basic_deliver_t*>(method.decoded);
      Delivery& delivery = out.delivery.emplace();
      delivery.tag = deliver->delivery_tag;
      delivery.queue = text_in(deliver->consumer_tag);
      if (Status content = read_content(inside_->state, frame.channel, delivery); !content) return content.forward();
      return std::optional(std::move(out));
    }
    case AMQP_BASIC_ACK_METHOD: {
      const auto* ack = static_cast<const amqp_basic_ack_t*>(method.decoded);
      out.confirmed = ack->delivery_tag;
      out.and_all_before = ack->multiple != 0;
      return std::optional(std::move(out));
    }
    case AMQP_BASIC_NACK_METHOD: return fail(ErrorCode::kBrokerUnavailable, "the broker could not keep a message", "see its logs");
    case AMQP_BASIC_RETURN_METHOD:
      return fail(ErrorCode::kBrokerUnavailable, "a queue is gone while it is in use", "see the broker's logs");
    case AMQP_BASIC_CANCEL_METHOD:
      return fail(ErrorCode::kBrokerUnavailable, "the broker took a queue away while it was read", "see its logs");
    case AMQP_CHANNEL_CLOSE_METHOD:
    case AMQP_CONNECTION_CLOSE_METHOD: return amqp_closed(method, "go on");
    default: return std::optional(std::move(out));
  }
}

int Broker::descriptor() const { return amqp_get_sockfd(inside_->state); }

Status Broker::acknowledge(const Delivery& delivery, bool and_all_before) {
  return amqp_status(amqp_basic_ack(inside_->state, delivery.asked_for ? kAsking : kFlow, delivery.tag, and_all_before ? 1 : 0),
                     "acknowledge");
}

Status Broker::give_back(const Delivery& delivery) {
  return amqp_status(amqp_basic_nack(inside_->state, delivery.asked_for ? kAsking : kFlow, delivery.tag, 0, 1), "give a message back");
}

// A frame of AMQP's own for this; the library sends it by itself only while it is asked for what has come.
Status Broker::breathe() {
  amqp_frame_t frame{};
  frame.frame_type = AMQP_FRAME_HEARTBEAT;
  return amqp_status(amqp_send_frame(inside_->state, &frame), "go on");
}

void Broker::close() {
  constexpr timeval kParting{3, 0};
  if (amqp_set_rpc_timeout(inside_->state, &kParting) == AMQP_STATUS_OK) amqp_connection_close(inside_->state, AMQP_REPLY_SUCCESS);
}

}  // namespace jangbu
