// Ciphers and digests that the Hangul formats use for passwords and for distribution documents. The one user of nettle here.
//
// Nothing in this file protects anything: it only opens what its owner has the password of, or what every reader can open.
//
// Why nettle: it has all of these, uses the processor's instructions for them, and is ready at once. OpenSSL looks for its configuration
// and its providers first, which took longer than a short report.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extractors/hangul/byte_view.h"

namespace jangbu::hangul {

enum class Cipher { kAes128Ecb, kAes128Cfb1, kAes256Cbc, kDesEcb };
enum class Digest { kSha1, kSha256 };

// `data` deciphered, of the same length; no padding is taken off. For block ciphers a last incomplete block is dropped.
// REQUIRES: key of 16, 16, 32 or 8 bytes; `iv` of 16 bytes, or empty for zeros, where the mode has one.
std::vector<std::byte> decipher(Cipher cipher, Bytes key, Bytes iv, Bytes data);

std::vector<std::byte> digest(Digest kind, Bytes data);

// PBKDF2 (RFC 8018) with HMAC of `prf`. REQUIRES: iterations > 0.
std::vector<std::byte> pbkdf2(Digest prf, Bytes secret, Bytes salt, std::uint32_t iterations, std::size_t key_bytes);

inline Bytes as_bytes_of(std::string_view text) { return std::as_bytes(std::span(text.data(), text.size())); }

}  // namespace jangbu::hangul
