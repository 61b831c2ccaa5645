// What a Broker holds: librabbitmq's connection, which ends with it.
#pragma once

#include <amqp.h>

#include "fleet/broker.h"

namespace jangbu {

struct Broker::Inside {
  amqp_connection_state_t state = nullptr;
  std::uint64_t published = 0;  // on the first channel, by which confirms are numbered

  Inside() = default;
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;
  ~Inside() {
    if (state) amqp_destroy_connection(state);
  }
};

}  // namespace jangbu
