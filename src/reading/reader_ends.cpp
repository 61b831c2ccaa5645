// The socket and the pipe between a reader and its parent. The child's ends are moved above 0 … 3 first, so that copying them to their
// places cannot overwrite one another.
#include "reading/reader_ends.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "reading/frames.h"

namespace jangbu {
namespace {

// Out of the way of 0 … 3, which the reader's ends are copied to.
bool move_up(OwnedDescriptor& descriptor) {
  OwnedDescriptor moved(::fcntl(descriptor.get(), F_DUPFD_CLOEXEC, kParentSocket + 1));
  descriptor = std::move(moved);
  return static_cast<bool>(descriptor);
}

}  // namespace

// The pipe does not block: what a reader writes beyond its length is lost rather than waited for.
Status make_ends(StartedReader& ours, ReaderSide& theirs) {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return reader_unavailable(errno);
  ours.socket = OwnedDescriptor(ends[0]);
  theirs.socket = OwnedDescriptor(ends[1]);
  if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return reader_unavailable(errno);
  ours.words = OwnedDescriptor(ends[0]);
  theirs.words = OwnedDescriptor(ends[1]);
  if (!move_up(theirs.socket) || !move_up(theirs.words)) return reader_unavailable(errno);
  return Done{};
}

Unexpected reader_unavailable(const std::string& why) {
  return fail(ErrorCode::kReaderUnavailable, "no process can be started to read documents in: " + why,
              "try again, or read in this process (--in-process)");
}

Unexpected reader_unavailable(int error) { return reader_unavailable(std::generic_category().message(error)); }

}  // namespace jangbu
