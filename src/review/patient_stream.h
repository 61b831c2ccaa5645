// A connection as cpp-httplib reads and writes it, with a deadline for the whole of a request and a bound for its bytes.
//
// The library's own time-outs are for a single read: a client that sends a byte every few seconds would hold its thread for ever.
#pragma once

#include <httplib.h>

#include <array>
#include <chrono>

namespace jangbu {

class PatientStream : public httplib::Stream {
 public:
  PatientStream(int socket, std::size_t most_bytes) : socket_(socket), most_bytes_(most_bytes) {}

  // Waits for the first byte of a request; false: none came, or the other side is gone. Then begins its time.
  bool next_request(std::chrono::milliseconds idle, std::chrono::milliseconds whole);
  // Whether the request just served was cut short: the connection cannot be used again.
  bool spent() const { return spent_; }

  bool is_readable() const override { return begin_ < end_ || ready(0x001 /* POLLIN */, std::chrono::milliseconds(0)); }
  bool is_writable() const override;
  ssize_t read(char* to, size_t size) override;
  ssize_t write(const char* from, size_t size) override;
  void get_remote_ip_and_port(std::string& ip, int& port) const override { ip = "127.0.0.1", port = 0; }
  void get_local_ip_and_port(std::string& ip, int& port) const override { ip = "127.0.0.1", port = 0; }
  socket_t socket() const override { return socket_; }

 private:
  bool ready(short what, std::chrono::milliseconds most) const;

  int socket_;
  std::size_t most_bytes_, taken_ = 0;
  std::chrono::steady_clock::time_point until_;
  bool spent_ = false;
  std::array<char, 8192> buffer_{};
  std::size_t begin_ = 0, end_ = 0;
};

}  // namespace jangbu
