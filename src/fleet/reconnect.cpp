// Waiting doubles from a fifth of a second to half a minute. A connection that lasted some seconds counts as one; one that breaks at once
// does not, or a broker that refuses every message would be asked for ever.
#include "fleet/reconnect.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace jangbu {

Status with_broker(const BrokerOptions& options, const std::function<bool()>& stop, const std::function<void(const Error&)>& tell,
                   const std::function<Status(Broker&, const Queues&)>& serve) {
  using Clock = std::chrono::steady_clock;
  using std::chrono::milliseconds;
  constexpr milliseconds kShortest{200}, kLongest{30'000}, kGlance{100};
  constexpr std::chrono::seconds kLasted{5};
  const Queues queues(options.queue);
  milliseconds pause = kShortest;
  Clock::time_point alone_since = Clock::now();
  for (;;) {
    const auto once = [&]() -> Status {
      auto broker = Broker::connect(options);
      if (!broker) return broker.forward();
      if (Status status = queues.declare(*broker); !status) return status;
      const Clock::time_point begin = Clock::now();
      Status status = serve(*broker, queues);
      if (status) broker->close();
      if (Clock::now() - begin >= kLasted) {
        pause = kShortest;
        alone_since = Clock::now();
      }
      return status;
    };
    const Status status = once();
    if (status || status.error().code != ErrorCode::kBrokerUnavailable) return status;
    if (Clock::now() - alone_since >= std::chrono::seconds(options.patience)) return status;
    tell(status.error());
    for (const Clock::time_point until = Clock::now() + pause; Clock::now() < until; std::this_thread::sleep_for(kGlance)) {
      if (stop()) return Done{};
    }
    pause = std::min(pause * 2, kLongest);
  }
}

}  // namespace jangbu
