// Base64 (RFC 4648).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace jangbu {

// Nothing where the text is not Base64: another alphabet, blanks, a wrong length, padding inside.
std::optional<std::string> from_base64(std::string_view text);

std::string to_base64(std::string_view bytes);

}  // namespace jangbu
