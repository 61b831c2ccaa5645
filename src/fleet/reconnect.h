// A connection that comes back: connect, declare the queues, serve; where it breaks, wait longer from time to time and begin anew.
#pragma once

#include <functional>

#include "fleet/broker.h"
#include "fleet/queues.h"
#include "jangbu/fleet.h"
#include "jangbu/result.h"

namespace jangbu {

// `serve` is called with each connection, and must not count on anything of the one before: all unacknowledged deliveries come again. It
// ends well, or with an error; broker_unavailable is followed by another connection, until `options.patience` is over without any that
// lasted. `stop` is asked several times a second while there is none. Errors: broker_unavailable, broker_refused, and those of `serve`. It
// ends well also where it was to stop.
Status with_broker(const BrokerOptions& options, const std::function<bool()>& stop, const std::function<void(const Error&)>& tell,
                   const std::function<Status(Broker&, const Queues&)>& serve);

}  // namespace jangbu
