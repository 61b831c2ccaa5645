// SHA-256 by nettle, whole or in pieces, as hex digits. Pieces give the digest of the whole: a file is hashed as it is read, and never held
// in memory for that alone.
#include "text/hash.h"

#include <nettle/sha2.h>

#include <array>
#include <cstdint>

namespace jangbu {

struct Sha256::Context {
  sha256_ctx digest;
};

Sha256::Sha256() : context_(std::make_unique<Context>()) { sha256_init(&context_->digest); }
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
  sha256_update(&context_->digest, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

std::string Sha256::hex() {
  constexpr char kHex[] = "0123456789abcdef";
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&context_->digest, digest.size(), digest.data());
  std::string out;
  out.reserve(digest.size() * 2);
  for (const std::uint8_t byte : digest) {
    out.push_back(kHex[byte >> 4]);
    out.push_back(kHex[byte & 15]);
  }
  return out;
}

std::string sha256_hex(std::string_view text) {
  Sha256 hash;
  hash.add(text);
  return hash.hex();
}

std::string sha256_hex(std::span<const std::byte> bytes) { return sha256_hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()}); }

}  // namespace jangbu
