// poll() leaves out descriptors below zero. An interruption by a signal is an early end.
#include "fleet/wait.h"

#include <poll.h>

namespace jangbu {

void wait_for(int descriptor, int other, int milliseconds) {
  pollfd both[] = {{descriptor, POLLIN, 0}, {other, POLLIN, 0}};
  ::poll(both, 2, milliseconds);
}

}  // namespace jangbu
