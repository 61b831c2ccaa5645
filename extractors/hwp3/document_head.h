// The head of an HWP 3 file: signature, document information, summary.
//
// Facts: HWP 3.0 specification, 2–4 — 30 bytes of signature; 128 bytes of document information (u16 at 96: not 0 if there is a
// password, u8 at 124: not 0 if the body is compressed, u16 at 126: length of the information blocks); 1,008 bytes of summary, nine
// strings of 56 codes (title, subject, author, date, two of keywords, three of others); then the blocks, then the body.
// Passwords (published readers, checked on a real file): the body is enciphered with DES (ECB) under seven bytes into which the
// password's UTF-16 bytes are rotated and XORed; in the clear it is raw deflate of 256 bytes to be dropped and the body, followed by a
// CRC-32 and the length.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extractors/hangul/byte_view.h"
#include "extractors/hwp3/character_codes.h"
#include "jangbu/document.h"
#include "jangbu/result.h"

namespace jangbu::hwp3 {

struct DocumentHead {
  bool password = false;
  bool compressed = false;
  Metadata metadata;
  std::size_t body_at = 0;
};

bool has_signature(hangul::Bytes file);

// Errors: file_damaged, file_truncated.
Result<DocumentHead> read_head(hangul::Bytes file, CharacterCodes& codes);

inline constexpr std::size_t kPasswordProbe = 256;  // bytes in front of the body of a document with a password

// Errors: internal.
Result<std::vector<std::byte>> decipher_body(hangul::Bytes body, std::string_view password);

}  // namespace jangbu::hwp3
