// Opening a connection: URL → socket (TCP, or TLS that trusts only what it was told to) → login → two channels, the first with publisher
// confirms. A password in the URL is told to nobody else: errors name the host.
#include <amqp_ssl_socket.h>
#include <amqp_tcp_socket.h>

#include "fleet/amqp.h"
#include "fleet/broker_inside.h"

namespace jangbu {
namespace {

constexpr int kHeartbeat = 60;  // seconds; after two without a sign of life the other side is taken for dead
constexpr timeval kOpening{10, 0}, kAnswering{30, 0};

constexpr const char* kSystemsTrust = "/etc/ssl/certs/ca-certificates.crt";  // of Debian's ca-certificates, and of many others

// Parts of the URL, which they point into: it stays where it is.
struct Address {
  std::string url;
  char slash[2] = "/";
  amqp_connection_info parts{};
};

Status parse_address(const std::string& url, Address& out) {
  out.url = url;
  if (amqp_parse_url(out.url.data(), &out.parts) != AMQP_STATUS_OK)
    return fail(ErrorCode::kBrokerRefused, "the broker's URL cannot be read", "write amqp://user:password@host:port/virtual-host");
  // A URL that ends in a slash names the virtual host without a name; nobody has that, and "/" is meant.
  if (*out.parts.vhost == '\0') out.parts.vhost = out.slash;
  return Done{};
}

// A socket of the library belongs to its connection.
Result<amqp_socket_t*> tls_socket(amqp_connection_state_t state, const BrokerOptions& options) {
  const auto unusable = [](const std::string& what) { return fail(ErrorCode::kBrokerRefused, "cannot use " + what, "it has to be PEM"); };
  amqp_socket_t* socket = amqp_ssl_socket_new(state);
  if (!socket) return fail(ErrorCode::kBrokerUnavailable, "no socket can be made");
  const std::string ca = options.ca.empty() ? kSystemsTrust : options.ca;
  if (amqp_ssl_socket_set_cacert(socket, ca.c_str()) != AMQP_STATUS_OK) return unusable("the certificates in " + ca);
  if (!options.certificate.empty() && amqp_ssl_socket_set_key(socket, options.certificate.c_str(), options.key.c_str()) != AMQP_STATUS_OK)
    return unusable("the certificate " + options.certificate + " with the key " + options.key);
  amqp_ssl_socket_set_verify_peer(socket, 1);
  amqp_ssl_socket_set_verify_hostname(socket, 1);
  if (amqp_ssl_socket_set_ssl_versions(socket, AMQP_TLSv1_2, AMQP_TLSvLATEST) != AMQP_STATUS_OK) return unusable("TLS 1.2");
  return socket;
}

Status open_channel(amqp_connection_state_t state, amqp_channel_t channel) {
  amqp_channel_open(state, channel);
  return amqp_answer(amqp_get_rpc_reply(state), "open a channel");
}

}  // namespace

Result<Broker> Broker::connect(const BrokerOptions& options) {
  Address address;
  if (Status status = parse_address(options.url, address); !status) return status.forward();
  auto inside = std::make_unique<Inside>();
  inside->state = amqp_new_connection();
  if (!inside->state) return fail(ErrorCode::kBrokerUnavailable, "no connection can be made");
  amqp_connection_state_t state = inside->state;
  amqp_socket_t* socket = nullptr;
  if (address.parts.ssl) {
    const auto secure = tls_socket(state, options);
    if (!secure) return secure.forward();
    socket = *secure;
  } else {
    socket = amqp_tcp_socket_new(state);
  }
  if (!socket) return fail(ErrorCode::kBrokerUnavailable, "no socket can be made");
  const std::string place = std::string(address.parts.host) + ":" + std::to_string(address.parts.port);
  if (Status status = amqp_status(amqp_socket_open_noblock(socket, address.parts.host, address.parts.port, &kOpening), "reach " + place);
      !status)
    return status.forward();
  const amqp_rpc_reply_t login = amqp_login(state, address.parts.vhost, AMQP_DEFAULT_MAX_CHANNELS, AMQP_DEFAULT_FRAME_SIZE, kHeartbeat,
                                            AMQP_SASL_METHOD_PLAIN, address.parts.user, address.parts.password);
  if (Status status = amqp_answer(login, "log in to " + place); !status) return status.forward();
  if (amqp_set_rpc_timeout(state, &kAnswering) != AMQP_STATUS_OK)
    return fail(ErrorCode::kBrokerUnavailable, "no clock for the broker's answers");
  for (const amqp_channel_t channel : {kFlow, kAsking}) {
    if (Status status = open_channel(state, channel); !status) return status.forward();
  }
  amqp_confirm_select(state, kFlow);
  if (Status status = amqp_answer(amqp_get_rpc_reply(state), "ask for confirms"); !status) return status.forward();
  return Broker(std::move(inside));
}

}  // namespace jangbu
