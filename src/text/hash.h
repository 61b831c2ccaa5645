// SHA-256, for telling bytes and names apart. The one user of nettle outside of extractors/.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace jangbu {

std::string sha256_hex(std::span<const std::byte> bytes);  // 64 lower-case hex digits
std::string sha256_hex(std::string_view text);

// For bytes that come in pieces.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  void add(std::string_view bytes);
  std::string hex();  // ends it: nothing may be added afterwards

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

}  // namespace jangbu
