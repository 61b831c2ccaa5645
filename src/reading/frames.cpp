// Frames over a socket: a head of fixed size, then bytes, and for a question the document as an open file (SCM_RIGHTS).
// The child waits as long as it takes (receive_all, send_piece); the parent never waits here and takes what has come (Arrival, send_some).
// Signals may cut a call short anywhere: each loop goes on where it was.
#include "reading/frames.h"

#include <sys/socket.h>

#include <cerrno>
#include <cstring>
#include <span>

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
  return send_head(socket, kind, bytes.size(), question) && send_piece(socket, bytes);
}

bool send_head(int socket, FrameKind kind, std::uint64_t length, std::uint64_t question) {
  FrameHead head;
  head.kind = kind;
  head.length = length;
  head.question = question;
  return send_piece(socket, {reinterpret_cast<const char*>(&head), sizeof head});
}

// The parent reads as fast as it can.
bool send_piece(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
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

ArrivedFrame Arrival::take() { return {head_.kind, head_.question, std::move(bytes_)}; }

// A head that promises gigabytes gets no room before it sends them.
Result<bool> Arrival::receive(int socket) {
  const bool in_head = head_got_ < sizeof head_;
  const std::span<char> room = in_head ? std::span(reinterpret_cast<char*>(&head_), sizeof head_).subspan(head_got_)
                                       : bytes_.room(head_.length - bytes_.view().size());
  const ssize_t got = ::recv(socket, room.data(), room.size(), MSG_DONTWAIT);
  if (got < 0) return errno == EINTR || errno == EAGAIN;
  if (got == 0) return false;
  if (!in_head) {
    bytes_.filled(static_cast<std::size_t>(got));
    return true;
  }
  head_got_ += static_cast<std::size_t>(got);
  if (head_got_ < sizeof head_) return true;
  if (head_.magic != FrameHead::kMagic) return fail(ErrorCode::kReaderGarbled, "the reader answered what no reader answers");
  if (head_.length > most_) {
    return fail(ErrorCode::kLimitOutput, "the reader answers with " + std::to_string(head_.length) + " bytes, more than allowed");
  }
  return true;
}

}  // namespace jangbu
