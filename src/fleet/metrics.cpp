// Prometheus' text format: of each family a line HELP, a line TYPE, and a line a value.
//
//   # HELP jangbu_failures_total Documents that failed, by error.
//   # TYPE jangbu_failures_total counter
//   jangbu_failures_total{role="worker",error="encrypted"} 3
//
// Labels are names of ours (errors, stages) and of queues, which may hold anything: \, " and line ends are escaped.
#include "fleet/metrics.h"

#include <fmt/format.h>

#include "loader/atomic_file.h"

namespace jangbu {
namespace {

struct FamilyText {
  const char *name, *type, *label, *help;
};

constexpr FamilyText kFamilies[] = {
    {"jangbu_documents_total", "counter", "", "Documents that were read (worker) or put into the folder (collect)."},
    {"jangbu_pages_total", "counter", "", "Pages of these documents, of formats that have pages."},
    {"jangbu_failures_total", "counter", "error", "Documents that failed, by error."},
    {"jangbu_seconds_total", "counter", "stage",
     "Seconds spent, by stage: read (a document), confirm (until the broker keeps its result), commit."},
    {"jangbu_connections_total", "counter", "", "Connections to the broker since the start; more than one: it was lost."},
    {"jangbu_queue_messages", "gauge", "queue", "Messages that wait in a queue, without those that a consumer has."},
};

std::string escaped(std::string_view label) {
  std::string out;
  for (const char c : label) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '\\' || c == '"') out += '\\';
    out += c;
  }
  return out;
}

}  // namespace

void Metrics::add(Family family, std::string_view label, double value) { values_[family][std::string(label)] += value; }

void Metrics::set(Family family, std::string_view label, double value) { values_[family][std::string(label)] = value; }

// A wrong path is told at once; a disk that is full later is no reason to read no more reports.
Status Metrics::tell(Broker& broker, const Queues& queues, bool now) {
  constexpr std::chrono::seconds kOften{10};
  if (file_.empty() || (!now && std::chrono::steady_clock::now() - told_ < kOften)) return Done{};
  told_ = std::chrono::steady_clock::now();
  for (const std::string& queue : {queues.tasks, queues.alone, queues.later, queues.dead, queues.results}) {
    const auto waiting = broker.waiting(queue);
    if (!waiting) return waiting.forward();
    set(Family::kWaiting, queue, static_cast<double>(*waiting));
  }
  const Status status = write_atomically(file_, text());
  if (!status && !written_) return status;
  written_ = true;
  return Done{};
}

std::string Metrics::text() const {
  std::string out;
  for (const auto& [family, values] : values_) {
    const FamilyText& texts = kFamilies[static_cast<std::size_t>(family)];
    out += fmt::format("# HELP {} {}\n# TYPE {} {}\n", texts.name, texts.help, texts.name, texts.type);
    for (const auto& [label, value] : values) {
      const std::string second = *texts.label == '\0' ? "" : fmt::format(",{}=\"{}\"", texts.label, escaped(label));
      out += fmt::format("{}{{role=\"{}\"{}}} {}\n", texts.name, role_, second, value);
    }
  }
  return out;
}

}  // namespace jangbu
