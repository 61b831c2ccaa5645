// Opening the streams of protected HWP 5 documents: those with a password, and distribution documents (배포용 문서).
//
// Facts.
// Password (EncryptVersion 4, Hangul 7.0 and later; from published readers, checked on real files): DocInfo, BodyText, BinData and
// Scripts are enciphered with AES-128 in CFB mode with feedback of one bit, IV zero, under the first 16 bytes of the SHA-1 of
// the password's bytes, each preceded by the byte before it (0xEC before the first) rotated left by one bit.
// Distribution (specification "배포용 문서" revision 1.2): a section starts with a record of 256 bytes; its first u32 seeds the
// generator of Microsoft's C library, whose values, each repeated 1–16 times, are XORed over the rest; at 4 + (seed & 15) stands
// the SHA-1 of the owner's password as hexadecimal digits in UTF-16, whose first 16 bytes are the AES-128 (ECB) key of all that
// follows. No password is needed.
#pragma once

#include <string_view>
#include <vector>

#include "extractors/hangul/byte_view.h"
#include "jangbu/result.h"

namespace jangbu::hwp {

// Errors: internal.
Result<std::vector<std::byte>> decipher_with_password(hangul::Bytes stream, std::string_view password);

// Errors: file_damaged (no distribution record in front).
Result<std::vector<std::byte>> decipher_distribution(hangul::Bytes stream);

// Newer distribution documents decipher to a sentence that tells to update Hangul, and nothing else.
bool is_distribution_placeholder(std::string_view text);

}  // namespace jangbu::hwp
