// Frames over a socket: a head of fixed size, then bytes, and for a question the document as an open file (SCM_RIGHTS).
// The child waits as long as it takes (receive_all, send_all); the parent never waits here and takes what has come (Arrival, send_some).
// Signals may cut a call short anywhere: each loop goes on where it was.
#include "reading/frames.h"

#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace jangbu {
namespace {

// False: the other end has closed.
bool receive_all(int socket, char* into, std::size_t size) {
  while (size > 0) {
    const ssize_t got = ::recv(socket, into, size, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    into += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

// For the child, whose parent reads as fast as it can.
bool send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

// The head, and the file that may come with its first byte.
bool receive_head(int socket, FrameHead& head, OwnedDescriptor& file) {
  // Room for one descriptor: more are not taken.
  char control[CMSG_SPACE(sizeof(int))] = {};
  iovec place{&head, sizeof head};
  msghdr message{};
  message.msg_iov = &place;
  message.msg_iovlen = 1;
  message.msg_control = control;
  message.msg_controllen = sizeof control;
  ssize_t got = -1;
  do {
    got = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
  } while (got < 0 && errno == EINTR);
  if (got <= 0) return false;
  if (const cmsghdr* passed = CMSG_FIRSTHDR(&message);
      passed != nullptr && passed->cmsg_level == SOL_SOCKET && passed->cmsg_type == SCM_RIGHTS) {
    int descriptor = -1;
    std::memcpy(&descriptor, CMSG_DATA(passed), sizeof descriptor);
    file = OwnedDescriptor(descriptor);
  }
  return receive_all(socket, reinterpret_cast<char*>(&head) + got, sizeof head - static_cast<std::size_t>(got));
}

}  // namespace

// Head and bytes by two calls: copying megabytes together would cost more.
bool send_frame(int socket, FrameKind kind, std::string_view bytes, std::uint64_t question) {
  FrameHead head;
  head.kind = kind;
  head.length = bytes.size();
  head.question = question;
  return send_all(socket, {reinterpret_cast<const char*>(&head), sizeof head}) && send_all(socket, bytes);
}

// The length comes from the parent, which is trusted.
bool receive_frame(int socket, Frame& frame) {
  FrameHead head;
  head.magic = 0;
  if (!receive_head(socket, head, frame.file) || head.magic != FrameHead::kMagic) return false;
  frame.kind = head.kind;
  frame.question = head.question;
  frame.bytes.resize(head.length);
  return receive_all(socket, frame.bytes.data(), frame.bytes.size());
}

// MSG_NOSIGNAL: a child that is gone is an error, no SIGPIPE.
ssize_t send_some(int socket, std::string_view bytes, int file) {
  char control[CMSG_SPACE(sizeof(int))] = {};
  iovec place{const_cast<char*>(bytes.data()), bytes.size()};
  msghdr message{};
  message.msg_iov = &place;
  message.msg_iovlen = 1;
  if (file >= 0) {
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    cmsghdr* passed = CMSG_FIRSTHDR(&message);
    passed->cmsg_level = SOL_SOCKET;
    passed->cmsg_type = SCM_RIGHTS;
    passed->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(passed), &file, sizeof file);
  }
  return ::sendmsg(socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
}

Frame Arrival::take() {
  frame_.kind = head_.kind;
  frame_.question = head_.question;
  return std::move(frame_);
}

// Room grows with what has come, doubling: a head that promises gigabytes gets none before it sends them.
Result<bool> Arrival::receive(int socket) {
  constexpr std::size_t kStep = 256 << 10;
  char* into = reinterpret_cast<char*>(&head_) + head_got_;
  std::size_t room = sizeof head_ - head_got_;
  const bool in_head = room > 0;
  if (!in_head) {
    if (got_ == frame_.bytes.size()) frame_.bytes.resize(std::min<std::uint64_t>(head_.length, std::max<std::size_t>(2 * got_, kStep)));
    into = frame_.bytes.data() + got_;
    room = frame_.bytes.size() - got_;
  }
  const ssize_t got = ::recv(socket, into, room, MSG_DONTWAIT);
  if (got < 0) return errno == EINTR || errno == EAGAIN;
  if (got == 0) return false;
  (in_head ? head_got_ : got_) += static_cast<std::size_t>(got);
  if (!in_head || head_got_ < sizeof head_) return true;
  if (head_.magic != FrameHead::kMagic) return fail(ErrorCode::kReaderGarbled, "the reader answered what no reader answers");
  if (head_.length > most_) {
    return fail(ErrorCode::kLimitOutput, "the reader answers with " + std::to_string(head_.length) + " bytes, more than allowed");
  }
  return true;
}

}  // namespace jangbu
