// How hard the tests try. With JANGBU_THOROUGH set, as .ci/run sets it, all that is drawn by chance is drawn as often as a proof of the
// rates asks for; at a developer's desk a tenth of it, so that all tests are through within a minute. Both draw from the same seeds, from
// the first on.
#pragma once

#include <algorithm>
#include <cstdlib>

#include "model/sanitized.h"

namespace jangbu {

inline bool thorough() { return std::getenv("JANGBU_THOROUGH") != nullptr; }

/// How many to draw where `all` are wanted of a thorough run, `sanitized` of one under a sanitizer, which looks at the code and not at the
/// odds.
inline int draws(int all, int sanitized) {
  return thorough() ? (kSanitized ? sanitized : all) : std::max(1, std::min(all / 10, sanitized));
}

/// Every how many of a long row of places (bytes of a file, values of a byte) is tried, where a thorough run tries every `fine`.
inline int every(int fine, int coarse) { return thorough() ? fine : coarse; }

}  // namespace jangbu
