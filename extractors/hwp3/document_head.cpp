// Reads the fixed head of HWP 3 and finds where the body begins; deciphers the body of a document with a password.
// Offsets and the making of the key are told in the header. The password's UTF-16 bytes are stirred into a ring of
// seven, whose 56 bits are the key of DES.
#include "extractors/hwp3/document_head.h"

#include <algorithm>
#include <array>
#include <bit>

#include "extractors/hangul/cipher.h"
#include "text/unicode.h"

namespace jangbu::hwp3 {

using hangul::Bytes;
using hangul::ByteView;

namespace {

constexpr std::string_view kSignature("HWP Document File V3.00 \x1A\x01\x02\x03\x04\x05", 30);
constexpr std::size_t kInformation = 128, kSummary = 1008, kSummaryString = 56;

std::string summary_string(ByteView& view, CharacterCodes& codes) {
  std::u32string text;
  bool ended = false;
  // A string ends at its first zero; what stands behind is none of it.
  for (std::size_t i = 0; i < kSummaryString; ++i) {
    const std::uint16_t code = view.u16();
    ended = ended || code == 0;
    if (!ended && code >= 32) codes.append(code, text);
  }
  return trim(to_nfc(to_utf8(text)));
}

}  // namespace

bool has_signature(Bytes file) {
  constexpr std::string_view kStart = kSignature.substr(0, 23);  // the rest is version marks
  return file.size() >= kStart.size() && std::equal(kStart.begin(), kStart.end(), file.begin(), [](char c, std::byte b) {
           return static_cast<unsigned char>(c) == std::to_integer<unsigned char>(b);
         });
}

// Offsets of the specification, 2 to 4; the information blocks behind the summary are stepped over.
Result<DocumentHead> read_head(Bytes file, CharacterCodes& codes) {
  if (!has_signature(file)) return fail(ErrorCode::kFileDamaged, "the signature of HWP 3 is missing");
  if (file.size() < kSignature.size() + kInformation + kSummary) return fail(ErrorCode::kFileTruncated, "the file ends inside its head");
  DocumentHead head;
  const Bytes information = file.subspan(kSignature.size(), kInformation);
  head.password = hangul::u16_at(information, 96) != 0;
  head.compressed = information[124] != std::byte{0};
  const std::size_t blocks = hangul::u16_at(information, 126);
  ByteView summary(file.subspan(kSignature.size() + kInformation, kSummary));
  head.metadata.title = summary_string(summary, codes);
  // The subject, which nobody asks for, stands between title and author.
  summary_string(summary, codes);
  head.metadata.author = summary_string(summary, codes);
  head.body_at = kSignature.size() + kInformation + kSummary + blocks;
  if (head.body_at >= file.size()) return fail(ErrorCode::kFileTruncated, "the file ends before its body");
  return head;
}

Result<std::vector<std::byte>> decipher_body(Bytes body, std::string_view password) {
  std::array<std::uint8_t, 7> ring{};
  std::size_t at = 0;
  const auto stir = [&](unsigned byte) {
    std::uint8_t& slot = ring[at++ % ring.size()];
    slot = std::rotl(static_cast<std::uint8_t>(slot ^ byte), 1);
  };
  for (const char32_t c : to_code_points(password)) {
    stir(c & 0xFFU);
    stir(c >> 8 & 0xFFU);
  }
  // 56 bits, seven to a byte of the key; its lowest bits are parity, which DES does not look at.
  std::array<std::byte, 8> key{};
  for (std::size_t bit = 0; bit < 56; ++bit) {
    const unsigned set = ring[bit / 8] >> (7 - bit % 8) & 1U;
    key[bit / 7] |= static_cast<std::byte>(set << (7 - bit % 7));
  }
  return hangul::decipher(hangul::Cipher::kDesEcb, key, {}, body);
}

}  // namespace jangbu::hwp3
