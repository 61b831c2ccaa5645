// cpp-httplib with its sockets taken over: bounded threads, a deadline for each request (PatientStream), and the gate before any body is
// read. Server-sent events keep a connection open and say `changed` when the folder did; at most kMostListeners, so that they cannot take
// all threads. Hard case: stopping. Connections that wait would hold their threads, so their reading sides are shut down first (hang_up).
#include "review/server.h"

#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <mutex>
#include <optional>
#include <set>
#include <thread>

#include "review/patient_stream.h"
#include "review/threads.h"

namespace jangbu {
namespace {

// Bytes of a path, members of a query, open event streams.
constexpr std::size_t kLongestPath = 512, kMostQuery = 20, kMostListeners = 24;

Asked asked_of(const httplib::Request& request) {
  Asked out;
  out.method = request.method;
  out.path = request.path;
  for (const auto& [name, value] : request.params) out.query.emplace(name, value);
  out.host = request.get_header_value("Host");
  out.origin = request.get_header_value("Origin");
  out.cookie = request.get_header_value("Cookie");
  out.content_type = request.get_header_value("Content-Type");
  out.body = request.body;
  return out;
}

// Every answer passes the guard, errors as well.
void put(Answered answered, httplib::Response& response) {
  Gate::guard(answered);
  response.status = answered.status;
  for (const auto& [name, value] : answered.headers) response.set_header(name, value);
  response.set_content(answered.body, answered.type);
}

// Set on the thread that serves a connection whose request was answered before its body was read: what follows is no request.
thread_local bool body_left = false;

// Serves each connection through a PatientStream.
class Server : public httplib::Server {
 public:
  // Those that wait for the next request, or for a change, are shut at once: nothing else would wake them.
  void hang_up() {
    const std::lock_guard lock(mutex_);
    hung_up_ = true;
    for (const int socket : open_) ::shutdown(socket, SHUT_RD);
  }

 private:
  // The library's own loop would let a slow client hold its thread; ours asks the stream.
  bool process_and_close_socket(socket_t socket) override {
    if (!BoundedThreads::refused() && keep(socket)) {
      PatientStream stream(socket, kLargestRequest);
      body_left = false;
      while (stream.next_request(std::chrono::seconds(kIdleSeconds), std::chrono::seconds(kRequestSeconds))) {
        bool closed = false;
        if (!process_request(stream, false, closed, nullptr) || closed || stream.spent() || body_left) break;
      }
      const std::lock_guard lock(mutex_);
      open_.erase(socket);
    }
    ::shutdown(socket, SHUT_RDWR);
    ::close(socket);
    return true;
  }

  // False once hang_up() was called: a connection that came just then is closed.
  bool keep(int socket) {
    const std::lock_guard lock(mutex_);
    if (!hung_up_) open_.insert(socket);
    return !hung_up_;
  }

  std::mutex mutex_;
  std::set<int> open_;
  bool hung_up_ = false;
};

}  // namespace

struct ReviewServer::Inside {
  Inside(Desk& its_desk, Changes& its_changes) : desk(its_desk), changes(its_changes) {}

  Desk& desk;
  Changes& changes;
  std::optional<Gate> gate;
  Server server;
  std::thread thread;
  std::atomic<std::size_t> listeners{0};

  // An answer, or a stream of events that stays open.
  void serve(const httplib::Request& request, httplib::Response& response) {
    Answered answered = desk.answer(asked_of(request));
    if (!answered.events) return put(std::move(answered), response);
    if (++listeners > kMostListeners) {
      --listeners;
      answered = {};
      answered.status = 503;
      return put(std::move(answered), response);
    }
    Gate::guard(answered);
    for (const auto& [name, value] : answered.headers) response.set_header(name, value);
    auto seen = std::make_shared<std::uint64_t>(0);
    response.set_chunked_content_provider(
        answered.type,
        [this, seen](std::size_t, httplib::DataSink& sink) {
          // A comment line now and then shows that the browser is still there; the write fails if it is not.
          constexpr std::chrono::seconds kSignOfLife{10};
          const std::uint64_t now = changes.wait(*seen, kSignOfLife);
          if (changes.ended()) {
            sink.done();
            return true;
          }
          const std::string words =
              now == *seen ? std::string(": still here\n\n") : "event: changed\ndata: " + std::to_string(now) + "\n\n";
          *seen = now;
          return sink.write(words.data(), words.size());
        },
        [this](bool) { --listeners; });
  }
};

ReviewServer::ReviewServer(Desk& desk, Changes& changes) : inside_(std::make_unique<Inside>(desk, changes)) {}
ReviewServer::~ReviewServer() { stop(); }

// The address is written out: a name could be made to mean another one.
Result<int> ReviewServer::bind(int port) {
  // Two on one port would share it (the library's default), and the second would hear what is meant for the first.
  inside_->server.set_socket_options([](socket_t socket) {
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  constexpr const char* kHere = "127.0.0.1";
  const int got = port == 0 ? inside_->server.bind_to_any_port(kHere) : inside_->server.bind_to_port(kHere, port) ? port : -1;
  if (got <= 0)
    return fail(ErrorCode::kInternal, "port " + std::to_string(port) + " of this computer cannot be listened on",
                "name another with --port, or none");
  return got;
}

void ReviewServer::start(const Gate& gate) {
  inside_->gate.emplace(gate);
  Server& server = inside_->server;
  server.new_task_queue = [] { return new BoundedThreads(kMostConnections); };
  server.set_payload_max_length(kLargestBody);
  server.set_tcp_nodelay(true);
  // GET is answered here; POST only if it may go on, so that no body of a stranger is read.
  server.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
    const auto done = httplib::Server::HandlerResponse::Handled;
    if (request.path.size() > kLongestPath || request.params.size() > kMostQuery) {
      Answered out;
      out.status = 414;
      put(std::move(out), response);
      return done;
    }
    Asked asked = asked_of(request);
    if (auto stopped = inside_->gate->stops(asked)) {
      body_left = request.method != "GET" && request.method != "HEAD";
      put(std::move(*stopped), response);
      return done;
    }
    // More digits than the bound has: too large, without reading the number.
    if (request.get_header_value("Content-Length").size() > std::to_string(kLargestBody).size()) {
      body_left = true;
      Answered out;
      out.status = 413;
      put(std::move(out), response);
      return done;
    }
    if (request.method == "POST") return httplib::Server::HandlerResponse::Unhandled;
    inside_->serve(request, response);
    return done;
  });
  server.Post("/api/[a-z]+", [this](const httplib::Request& request, httplib::Response& response) { inside_->serve(request, response); });
  server.set_error_handler(httplib::Server::Handler([](const httplib::Request&, httplib::Response& response) {
    Answered out;
    Gate::guard(out);
    for (const auto& [name, value] : out.headers) {
      if (!response.has_header(name)) response.set_header(name, value);
    }
  }));
  inside_->thread = std::thread([this] { inside_->server.listen_after_bind(); });
}

// May be called twice, and without start().
void ReviewServer::stop() {
  inside_->changes.end();
  if (!inside_->thread.joinable()) return;
  while (!inside_->server.is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(5));  // it may not have begun
  inside_->server.hang_up();
  inside_->server.stop();
  inside_->thread.join();
}

}  // namespace jangbu
