// What Prometheus reads: one family after the other, each value on a line of its own.
#include "fleet/metrics.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

TEST(Metrics, AreInThePrometheusTextFormat) {
  Metrics metrics("", "worker");
  using enum Metrics::Family;
  metrics.add(kFailures, "encrypted", 1);
  metrics.add(kFailures, "encrypted", 2);
  metrics.add(kFailures, "file_empty", 1);
  metrics.add(kDocuments, "", 40);
  metrics.add(kSeconds, "read", 0.25);
  metrics.set(kWaiting, "a\\b\"c\nd", 5);
  metrics.set(kWaiting, "a\\b\"c\nd", 4);
  EXPECT_EQ(metrics.text(),
            "# HELP jangbu_documents_total Documents that were read (worker) or put into the folder (collect).\n"
            "# TYPE jangbu_documents_total counter\n"
            "jangbu_documents_total{role=\"worker\"} 40\n"
            "# HELP jangbu_failures_total Documents that failed, by error.\n"
            "# TYPE jangbu_failures_total counter\n"
            "jangbu_failures_total{role=\"worker\",error=\"encrypted\"} 3\n"
            "jangbu_failures_total{role=\"worker\",error=\"file_empty\"} 1\n"
            "# HELP jangbu_seconds_total Seconds spent, by stage: read (a document), confirm (until the broker keeps its result), commit.\n"
            "# TYPE jangbu_seconds_total counter\n"
            "jangbu_seconds_total{role=\"worker\",stage=\"read\"} 0.25\n"
            "# HELP jangbu_queue_messages Messages that wait in a queue, without those that a consumer has.\n"
            "# TYPE jangbu_queue_messages gauge\n"
            "jangbu_queue_messages{role=\"worker\",queue=\"a\\\\b\\\"c\\nd\"} 4\n");
}

}  // namespace
}  // namespace jangbu
