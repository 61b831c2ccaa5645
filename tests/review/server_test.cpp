// The socket side: strangers, large bodies, slow clients, a hang-up. No request leaves 127.0.0.1.
#include "review/server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>

#include "temp_folder.h"

namespace jangbu {
namespace {

std::string now() { return "2026-01-01T00:00:00Z"; }

class Client {
 public:
  explicit Client(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  ~Client() { ::close(socket_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  bool connected() const { return connected_; }
  bool send(std::string_view bytes) const {
    return ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size());
  }
  // What comes until there is as much as wanted, the other side closes, or the time is over.
  std::string receive(std::chrono::milliseconds most = std::chrono::seconds(20), std::size_t wanted = 1 << 20) const {
    std::string out;
    const auto until = std::chrono::steady_clock::now() + most;
    while (out.size() < wanted) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
      pollfd asked{socket_, POLLIN, 0};
      if (left.count() <= 0 || ::poll(&asked, 1, static_cast<int>(left.count())) <= 0) break;
      char part[4096];
      const ssize_t got = ::recv(socket_, part, sizeof part, 0);
      if (got <= 0) break;
      out.append(part, static_cast<std::size_t>(got));
    }
    return out;
  }

 private:
  int socket_;
  bool connected_ = false;
};

class ServerOverNothing : public testing::Test {
 protected:
  ServerOverNothing() : desk_(base(), now, {}, nullptr), server_(desk_, changes_) {
    port_ = *server_.bind(0);
    server_.start(Gate("token", "key", port_));
  }
  IngestOptions base() const {
    IngestOptions options;
    options.output = folder_.path();
    return options;
  }
  std::string request(const std::string& first, const std::string& more = "", const std::string& host = "") const {
    const std::string here = "127.0.0.1:" + std::to_string(port_);
    return first + " HTTP/1.1\r\nHost: " + (host.empty() ? here : host) + "\r\nCookie: jangbu_" + std::to_string(port_) +
           "=key\r\nOrigin: http://" + here + "\r\nContent-Type: application/json\r\nConnection: close\r\n" + more + "\r\n";
  }
  int ask(const std::string& words) const {
    const Client client(port_);
    client.send(words);
    const std::string answer = client.receive(std::chrono::seconds(20), 13);
    return answer.size() > 12 ? std::atoi(answer.substr(9, 3).c_str()) : 0;
  }

  TempFolder folder_;
  Desk desk_;
  Changes changes_;
  ReviewServer server_;
  int port_ = 0;
};

TEST_F(ServerOverNothing, AnswersThePageAndGuardsIt) {
  const Client client(port_);
  client.send(request("GET /"));
  const std::string answer = client.receive();
  EXPECT_NE(answer.find("200 OK"), std::string::npos) << answer;
  EXPECT_NE(answer.find("default-src 'none'"), std::string::npos);
  EXPECT_EQ(ask(request("GET /api/overview")), 404) << "no ledger yet";
  EXPECT_EQ(ask(request("GET /app.js")), 200);
}

TEST_F(ServerOverNothing, RefusesStrangers) {
  EXPECT_EQ(ask(request("GET /", "", "evil.example")), 403);
  EXPECT_EQ(ask("GET / HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) + "\r\nConnection: close\r\n\r\n"), 401);
  EXPECT_EQ(ask(request("GET /../../etc/passwd")), 404);
  EXPECT_EQ(ask(request("GET /%2e%2e/%2e%2e/etc/passwd")), 404);
  EXPECT_EQ(ask(request("DELETE /")), 405);
  EXPECT_EQ(ask(request("GET /" + std::string(2000, 'a'))), 414);
  EXPECT_NE(ask("\x16\x03\x01 nonsense\r\n\r\n"), 200);
}

TEST_F(ServerOverNothing, LargeBodiesAreRefusedUnread) {
  EXPECT_EQ(ask(request("POST /api/correct", "Content-Length: 1073741824\r\n")), 413);
  // In pieces, without a length: the connection ends once it is too much.
  const Client client(port_);
  client.send(request("POST /api/correct", "Transfer-Encoding: chunked\r\n"));
  const std::string piece = "10000\r\n" + std::string(0x10000, 'x') + "\r\n";
  int sent = 0;
  while (sent < 200 && client.send(piece)) ++sent;
  EXPECT_LT(sent, 200) << "13 MB were taken";
}

TEST_F(ServerOverNothing, TwoHundredSlowClientsHinderNobody) {
  std::vector<std::unique_ptr<Client>> slow;
  for (int i = 0; i < 200; ++i) {
    slow.push_back(std::make_unique<Client>(port_));
    ASSERT_TRUE(slow.back()->connected());
    slow.back()->send("GET / HTTP/1.1\r\nX-Slow: ");
  }
  const auto began = std::chrono::steady_clock::now();
  EXPECT_EQ(ask(request("GET /app.js")), 200);
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(5));
  // One that drips is cut off all the same.
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(kRequestSeconds + 10);
  bool alive = true;
  while (alive && std::chrono::steady_clock::now() < until) {
    alive = slow[0]->send("x") && slow[0]->receive(std::chrono::milliseconds(500), 1).empty();
  }
  EXPECT_FALSE(alive) << "a connection that drips is held for ever";
}

TEST_F(ServerOverNothing, ChangesAreHeardOf) {
  const Client client(port_);
  client.send(request("GET /api/events"));
  EXPECT_NE(client.receive(std::chrono::seconds(2), 1).find("200 OK"), std::string::npos);
  changes_.happened();
  std::string heard;
  for (int i = 0; i < 10 && heard.find("data: 2") == std::string::npos; ++i) heard += client.receive(std::chrono::milliseconds(500), 1);
  EXPECT_NE(heard.find("event: changed"), std::string::npos) << heard;
}

TEST_F(ServerOverNothing, StopsAtOnceThoughClientsWait) {
  const Client idle(port_), listening(port_);
  listening.send(request("GET /api/events"));
  listening.receive(std::chrono::seconds(2), 1);
  const auto began = std::chrono::steady_clock::now();
  server_.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(5));
}

}  // namespace
}  // namespace jangbu
