// What a worker or a collector tells of itself, for Prometheus: a file in its text format, which the node exporter's textfile collector
// reads. No port is opened for it. docs/fleet.md names all of them.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "fleet/broker.h"
#include "fleet/queues.h"
#include "jangbu/result.h"

namespace jangbu {

class Metrics {
 public:
  enum class Family { kDocuments, kPages, kFailures, kSeconds, kConnections, kWaiting };

  // `role`: "worker", "collect". No file: all of this does nothing.
  Metrics(std::filesystem::path file, std::string_view role) : file_(std::move(file)), role_(role) {}

  // `label`: of kFailures the error's name, of kSeconds the stage, of kWaiting the queue; else empty.
  void add(Family family, std::string_view label, double value);
  void set(Family family, std::string_view label, double value);

  // Every ten seconds, or now: asks how many messages wait, and writes the file. Errors: broker_…; output_not_writable, where it never
  // could.
  Status tell(Broker& broker, const Queues& queues, bool now = false);

  std::string text() const;

 private:
  const std::filesystem::path file_;
  const std::string role_;
  std::map<Family, std::map<std::string, double, std::less<>>> values_;
  std::chrono::steady_clock::time_point told_{};
  bool written_ = false;
};

}  // namespace jangbu
