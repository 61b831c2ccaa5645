// What a reader and its parent hold of each other: the two ends of a socket and of a pipe. Linux.
#pragma once

#include <sys/types.h>

#include <string>

#include "jangbu/result.h"
#include "reading/owned_descriptor.h"

namespace jangbu {

// A reader that was started, as its parent has it.
struct StartedReader {
  pid_t process = -1;      // the holder's to wait for
  OwnedDescriptor socket;  // to talk to it (frames.h)
  OwnedDescriptor words;   // what it writes to stderr; never waits
  std::string name;        // for messages
};

// Its side: the socket that becomes kParentSocket, and the pipe that becomes its stderr.
struct ReaderSide {
  OwnedDescriptor socket, words;  // neither is one of those that they are copied to
};

// Fills in both sides, but for the process and the name. Nothing of them outlives an exec. Errors: reader_unavailable.
Status make_ends(StartedReader& ours, ReaderSide& theirs);

// "No process, or no such one." `error`: errno.
Unexpected reader_unavailable(const std::string& why);
Unexpected reader_unavailable(int error);

}  // namespace jangbu
