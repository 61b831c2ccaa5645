// A socket with a deadline and a bound of bytes for each whole request. Reads go through a buffer; the bytes left in it begin the next
// request. Nothing here blocks longer than what is left of the time: poll first, then a call that does not wait.
#include "review/patient_stream.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace jangbu {
namespace {

// A browser that does not take its answer for so long is gone.
constexpr std::chrono::milliseconds kWritePatience{5'000};

}  // namespace

// True as well where the other side hung up: the read then tells it.
bool PatientStream::ready(short what, std::chrono::milliseconds most) const {
  pollfd asked{socket_, what, 0};
  for (;;) {
    const int found = ::poll(&asked, 1, static_cast<int>(std::max<long long>(0, most.count())));
    if (found < 0 && errno == EINTR) continue;
    return found > 0 && (asked.revents & (what | POLLHUP)) != 0;
  }
}

// Peeks instead of reading: the bytes are the request's and count as such.
bool PatientStream::next_request(std::chrono::milliseconds idle, std::chrono::milliseconds whole) {
  // What is buffered already counts for the next request.
  taken_ = end_ - begin_;
  if (begin_ == end_) {
    if (!ready(POLLIN, idle)) return false;
    char peeked = 0;
    if (::recv(socket_, &peeked, 1, MSG_PEEK | MSG_DONTWAIT) != 1) return false;
  }
  until_ = std::chrono::steady_clock::now() + whole;
  return true;
}

bool PatientStream::is_writable() const { return ready(POLLOUT, kWritePatience); }

// Past the deadline or the bound it fails, and the connection is spent.
ssize_t PatientStream::read(char* to, size_t size) {
  if (begin_ == end_) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until_ - std::chrono::steady_clock::now());
    if (taken_ >= most_bytes_ || left.count() <= 0 || !ready(POLLIN, left)) {
      spent_ = true;
      return -1;
    }
    const ssize_t got = ::recv(socket_, buffer_.data(), buffer_.size(), MSG_DONTWAIT);
    if (got <= 0) {
      spent_ = true;
      return got == 0 ? 0 : -1;
    }
    begin_ = 0;
    end_ = static_cast<std::size_t>(got);
    taken_ += end_;
  }
  const std::size_t some = std::min(size, end_ - begin_);
  std::memcpy(to, buffer_.data() + begin_, some);
  begin_ += some;
  return static_cast<ssize_t>(some);
}

// A single byte where the socket takes no more at once.
ssize_t PatientStream::write(const char* from, size_t size) {
  if (!ready(POLLOUT, kWritePatience)) {
    spent_ = true;
    return -1;
  }
  const ssize_t sent = ::send(socket_, from, size, MSG_NOSIGNAL | MSG_DONTWAIT);
  if (sent < 0 && (errno == EAGAIN || errno == EINTR)) return write(from, std::min<std::size_t>(size, 1));
  if (sent < 0) spent_ = true;
  return sent;
}

}  // namespace jangbu
