#include "review/patient_stream.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace jangbu {
namespace {

constexpr std::chrono::milliseconds kWritePatience{5'000};

}  // namespace

bool PatientStream::ready(short what, std::chrono::milliseconds most) const {
  pollfd asked{socket_, what, 0};
  for (;;) {
    const int found = ::poll(&asked, 1, static_cast<int>(std::max<long long>(0, most.count())));
    if (found < 0 && errno == EINTR) continue;
    return found > 0 && (asked.revents & (what | POLLHUP)) != 0;
  }
}

bool PatientStream::next_request(std::chrono::milliseconds idle, std::chrono::milliseconds whole) {
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
