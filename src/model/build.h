// Which jangbu this is, down to its sources: what one build made, another must not take for its own work.
#pragma once

#include <string_view>

namespace jangbu {

std::string_view source_digest();  // hex digits over all sources

}  // namespace jangbu
