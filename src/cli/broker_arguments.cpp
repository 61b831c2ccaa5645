// --amqp and what belongs to it. A certificate without its key, or a key alone, is wrong usage.
#include "cli/broker_arguments.h"

namespace jangbu::cli {

void add_broker(CLI::App& command, BrokerOptions& broker, const Say& say) {
  CLI::Option* url = command.add_option("--amqp", broker.url, say("help.amqp"))->envname("JANGBU_AMQP")->type_name("URL");
  command.add_option("--queue", broker.queue, say("help.amqp.queue"))->capture_default_str()->needs(url);
  command.add_option("--amqp-ca", broker.ca, say("help.amqp.ca"))->check(CLI::ExistingFile)->needs(url);
  CLI::Option* certificate =
      command.add_option("--amqp-cert", broker.certificate, say("help.amqp.cert"))->check(CLI::ExistingFile)->needs(url);
  CLI::Option* key = command.add_option("--amqp-key", broker.key, say("help.amqp.key"))->check(CLI::ExistingFile)->needs(certificate);
  certificate->needs(key);
  command.add_option("--patience", broker.patience, say("help.amqp.patience"))->capture_default_str()->needs(url);
}

void add_metrics(CLI::App& command, BrokerOptions& broker, const Say& say) {
  command.add_option("--metrics", broker.metrics, say("help.amqp.metrics"))->type_name("FILE")->needs("--amqp");
}

}  // namespace jangbu::cli
