// Frames between a reader and its parent: a head that says what follows and how long it is, then the bytes. One machine, one
// build, so numbers are as the processor has them. One side speaks at a time:
//
//   child   hello      the version of its library, once it has limited itself
//   parent  options    options_bytes
//   child   ready      readiness_bytes, once it has locked itself in
//   parent  read       question_bytes, and a sealed memory file with the document's bytes, passed along with the frame
//   child   answer | error     processed_bytes, or what is to be shown; then the next `read`
//
// An answer carries the number of its question, so that one that comes late or unasked is never taken for the next document's.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "jangbu/result.h"
#include "reading/arrived_bytes.h"
#include "reading/owned_descriptor.h"

namespace jangbu {

enum class FrameKind : std::uint32_t { kHello = 1, kOptions, kRead, kAnswer, kError, kReady };

struct FrameHead {
  std::uint32_t magic = kMagic;
  FrameKind kind = FrameKind::kHello;
  std::uint64_t length = 0;
  std::uint64_t question = 0;  // of kRead and its answer: counted from 1; 0 elsewhere

  static constexpr std::uint32_t kMagic = 0x32'52'42'4A;  // "JBR2"
};
static_assert(sizeof(FrameHead) == 24);

struct Frame {
  FrameKind kind = FrameKind::kHello;
  std::uint64_t question = 0;
  std::string bytes;
  OwnedDescriptor file;  // kRead only
};

// As the parent gets it.
struct ArrivedFrame {
  FrameKind kind = FrameKind::kHello;
  std::uint64_t question = 0;
  ArrivedBytes bytes;
};

// The socket of a child; its parent puts it there.
inline constexpr int kParentSocket = 3;

// For the child, which waits as long as it takes. False: the parent is gone, or does not speak in frames.
bool send_frame(int socket, FrameKind kind, std::string_view bytes, std::uint64_t question = 0);
// The same in pieces. REQUIRES: `length` bytes of pieces follow the head.
bool send_head(int socket, FrameKind kind, std::uint64_t length, std::uint64_t question);
bool send_piece(int socket, std::string_view bytes);
bool receive_frame(int socket, Frame& frame);

// For the parent, which never waits for a child here.

// Sends as much as goes, `file` (-1: none) with the first byte. As send(2).
ssize_t send_some(int socket, std::string_view bytes, int file);

// A frame as it comes in. Room grows with what has come, never with what was announced.
class Arrival {
 public:
  explicit Arrival(std::uint64_t most) : most_(most) {}

  bool complete() const { return head_got_ == sizeof head_ && bytes_.view().size() == head_.length; }
  ArrivedFrame take();

  // Takes what is there. False: the other end is closed. Errors: reader_garbled, limit_output (more than `most` announced).
  Result<bool> receive(int socket);

 private:
  const std::uint64_t most_;
  FrameHead head_;
  std::size_t head_got_ = 0;
  ArrivedBytes bytes_;
};

}  // namespace jangbu
