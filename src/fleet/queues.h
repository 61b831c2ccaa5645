// The queues of a fleet, and the way of a task through them. All are quorum queues: what they confirmed survives a broker that is killed.
//
//   NAME.tasks ──▶ a worker ──▶ NAME.results ──▶ jangbu collect
//     │   ▲           └─ failed, and another try may go well ──▶ NAME.later ──(10 s)──▶ NAME.tasks
//     │ three deliveries without an acknowledgement
//     ▼
//   NAME.alone ──▶ a worker that reads nothing beside it, as above
//     │ three more
//     ▼
//   NAME.dead ──▶ jangbu collect: quarantine
//
// Why two courts: a worker that dies takes all it has in hand with it, and each of these tasks counts as delivered once more. Only where a
// task was alone it is certain whose fault that was.
#pragma once

#include <string>

#include "fleet/broker.h"
#include "jangbu/result.h"

namespace jangbu {

struct Queues {
  explicit Queues(const std::string& name)
      : tasks(name + ".tasks"), alone(name + ".alone"), later(name + ".later"), dead(name + ".dead"), results(name + ".results") {}
  std::string tasks, alone, later, dead, results;

  // Makes those that are not there.
  Status declare(Broker& broker) const;
};

}  // namespace jangbu
