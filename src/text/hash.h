// SHA-256, for telling bytes and names apart. The one user of OpenSSL outside of extractors/.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace jangbu {

std::string sha256_hex(std::span<const std::byte> bytes);  // 64 lower-case hex digits
std::string sha256_hex(std::string_view text);

}  // namespace jangbu
