// Each queue before those whose dead it takes: a dead message without a way to go would wait with the broker.
#include "fleet/queues.h"

#include <utility>

namespace jangbu {

Status Queues::declare(Broker& broker) const {
  constexpr int kDeliveriesMore = 2;   // beyond the first
  constexpr int kUntilLater = 10'000;  // milliseconds: a file that is being copied, a machine without memory
  const std::pair<const std::string&, QueueTraits> all[] = {
      {results, {}},
      {dead, {}},
      {alone, {kDeliveriesMore, std::nullopt, dead}},
      {tasks, {kDeliveriesMore, std::nullopt, alone}},
      {later, {std::nullopt, kUntilLater, tasks}},
  };
  for (const auto& [queue, traits] : all) {
    if (Status status = broker.declare(queue, traits); !status) return status;
  }
  return Done{};
}

}  // namespace jangbu
