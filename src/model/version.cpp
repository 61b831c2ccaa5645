// The version that the build was made of; both ends of a reader compare it.
#include "jangbu/version.h"

namespace jangbu {

std::string_view version() { return JANGBU_VERSION; }

}  // namespace jangbu
