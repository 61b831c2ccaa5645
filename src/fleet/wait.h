// Waiting for whichever comes first: a message, or work that is done.
#pragma once

namespace jangbu {

inline constexpr int kGlanceMilliseconds = 100;  // a stop signal is noticed so soon

// Until one of the descriptors can be read, or so many milliseconds have gone. -1: there is none.
void wait_for(int descriptor, int other, int milliseconds);

}  // namespace jangbu
