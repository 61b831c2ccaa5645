// Passwords of HWPX: the encryption of OpenDocument 1.2 (part 3, 3.4), as Hangul writes it.
//
// Facts: META-INF/manifest.xml lists for each enciphered part a checksum of its first 1,024 bytes in the clear (SHA-256), the vector
// and salt. Key: PBKDF2 of SHA-256(password), 1,024 rounds as Hangul writes them; the standard says HMAC-SHA-1, newer
// writers use HMAC-SHA-256, the file does not tell which. Cipher: AES-256-CBC without padding; what comes out is raw deflate.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/hangul/byte_source.h"

namespace jangbu::hwpx {

struct PartCipher {
  std::vector<std::byte> checksum, vector, salt;
  std::uint32_t iterations = 0;
  bool known = false;  // the algorithms are those above
};

// Full part name → how it is enciphered; empty where nothing is.
using PartCiphers = std::map<std::string, PartCipher, std::less<>>;

// Errors: file_damaged and the like for a broken manifest.
Result<PartCiphers> read_manifest(hangul::ByteSource& source);

// The part in the clear, inflated. Errors: password_wrong, encrypted (an unknown algorithm), limits.
Result<std::vector<std::byte>> decipher_part(hangul::Bytes part, const PartCipher& cipher, std::string_view password,
                                             hangul::WorkBudget& budget);

}  // namespace jangbu::hwpx
