// A connection to a broker of messages (AMQP 0-9-1, RabbitMQ): the one place that knows librabbitmq.
//
// One connection, two channels: on the first all comes and goes by itself (deliveries, publishes and their confirms), on the second one
// thing is asked at a time (queues, how many messages wait, a single message), so that no answer meets a delivery.
//
// Whatever goes wrong ends the connection: what was delivered and not acknowledged comes again, what was published and not confirmed has to
// be published again. The caller connects anew (reconnect.h) and forgets what it had in hand.
//
// Errors of all: broker_unavailable (worth another try), broker_refused (not). Thread rule: one thread at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "jangbu/fleet.h"
#include "jangbu/result.h"

namespace jangbu {

// RabbitMQ refuses messages of 128 MiB and more.
inline constexpr std::size_t kLargestMessage = 100 << 20;

struct Message {
  std::string id, body;
  std::uint64_t attempt = 0;  // 0: not told
};

struct Delivery {
  std::uint64_t tag = 0;
  bool asked_for = false;  // by ask(), else by consume()
  std::string queue;
  Message message;
  std::string died_of;  // why the broker moved it here from another queue: "delivery_limit", "expired", …; empty: it did not
};

// What a queue is to be like, beside durable and replicated (a quorum queue).
struct QueueTraits {
  std::optional<int> delivery_limit;  // after so many deliveries beyond the first that nobody acknowledged it dies
  std::optional<int> lifetime;        // milliseconds until it dies
  std::string heir;                   // the queue that the dead go to, with publisher confirms; empty: none
};

class Broker {
 public:
  static Result<Broker> connect(const BrokerOptions& options);
  Broker(Broker&&) noexcept;
  ~Broker();  // without a word; what is unacknowledged comes again

  Status declare(const std::string& queue, const QueueTraits& traits);  // broker_refused where it is there with other traits
  Result<std::uint64_t> waiting(const std::string& queue);              // messages that no consumer has

  // Deliveries begin to come out of next(), at most `ahead` without an acknowledgement.
  Status consume(const std::string& queue, std::uint16_t ahead);
  Status consume_no_more(const std::string& queue);               // what is on its way still comes
  Result<std::optional<Delivery>> ask(const std::string& queue);  // one message, where one waits

  // Its number: next() tells when it is confirmed, that is safe on the disks of most of the broker's nodes.
  Result<std::uint64_t> publish(const std::string& queue, const Message& message);

  struct News {
    std::optional<Delivery> delivery;
    std::uint64_t confirmed = 0;  // the number of a publish; 0: none
    bool and_all_before = false;  // all up to that
  };
  Result<std::optional<News>> next();  // what has come already; nothing: wait for descriptor()
  int descriptor() const;

  Status acknowledge(const Delivery& delivery, bool and_all_before = false);
  Status give_back(const Delivery& delivery);

  // For a caller that has no time for next(): tells the broker that it lives.
  Status breathe();
  void close();  // in order; at most a few seconds

 private:
  struct Inside;
  explicit Broker(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace jangbu
