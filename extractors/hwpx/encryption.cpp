// Reads which parts of a package are enciphered, and deciphers one. The file does not tell which function derived the
// key: both that writers use are tried, and the checksum of the first 1,024 bytes says which was right. Algorithms
// beyond the known ones make the part `known = false`, which is an error only when it is read.
#include "extractors/hwpx/encryption.h"

#include <algorithm>

#include "extractors/hangul/cipher.h"
#include "extractors/hangul/inflate.h"
#include "extractors/hangul/xml_scanner.h"
#include "text/base64.h"

namespace jangbu::hwpx {

using hangul::Bytes;
using hangul::Digest;
using hangul::XmlScanner;

namespace {

constexpr std::uint32_t kMostIterations = 1'000'000;  // Hangul writes 1,024; a hostile count must not burn minutes
constexpr std::size_t kChecked = 1024;
constexpr std::size_t kLargestPart = 256u << 20;
constexpr std::size_t kManifestDepth = 32;

// Empty where it is no Base64. A manifest may break it over lines and leave the padding away.
std::vector<std::byte> base64_attribute(XmlScanner& xml, std::string_view name) {
  std::string text(xml.attribute(name));
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
  text.append((4 - text.size() % 4) % 4, '=');
  const std::string bytes = from_base64(text).value_or("");
  const Bytes view = hangul::as_bytes_of(bytes);
  return {view.begin(), view.end()};
}

}  // namespace

Result<PartCiphers> read_manifest(hangul::ByteSource& source) {
  PartCiphers ciphers;
  XmlScanner xml(source, kManifestDepth);
  std::string part;
  PartCipher cipher;
  bool enciphered = false;
  for (;;) {
    const XmlScanner::Event event = xml.next();
    if (event == XmlScanner::Event::kError) return Unexpected{xml.status().error()};
    if (event == XmlScanner::Event::kDone) return ciphers;
    if (event == XmlScanner::Event::kStart) {
      // Elements come nested: file-entry holds encryption-data, which holds algorithm, key-derivation and
      // start-key-generation.
      if (xml.name() == "file-entry") {
        part = std::string(xml.attribute("full-path"));
        cipher = PartCipher{};
        cipher.known = true;
        enciphered = false;
      } else if (xml.name() == "encryption-data") {
        enciphered = true;
        cipher.checksum = base64_attribute(xml, "checksum");
        cipher.known = cipher.known && xml.attribute("checksum-type").ends_with("sha256-1k");
      } else if (xml.name() == "algorithm") {
        cipher.known = cipher.known && xml.attribute("algorithm-name").ends_with("aes256-cbc");
        cipher.vector = base64_attribute(xml, "initialisation-vector");
      } else if (xml.name() == "key-derivation") {
        cipher.iterations = static_cast<std::uint32_t>(std::clamp<std::int64_t>(xml.number("iteration-count", 0), 0, kMostIterations + 1));
        cipher.salt = base64_attribute(xml, "salt");
        cipher.known = cipher.known && xml.number("key-size", 32) == 32;
      } else if (xml.name() == "start-key-generation") {
        cipher.known = cipher.known && xml.attribute("start-key-generation-name").ends_with("sha256");
      }
    } else if (event == XmlScanner::Event::kEnd && xml.name() == "file-entry" && enciphered) {
      // Sizes are checked here, so that deciphering can rely on them.
      cipher.known = cipher.known && cipher.iterations >= 1 && cipher.iterations <= kMostIterations && cipher.vector.size() == 16 &&
                     !cipher.salt.empty() && cipher.checksum.size() == 32;
      ciphers[part] = cipher;
      enciphered = false;
    }
  }
}

// The start key is the SHA-256 of the password, as the manifest names it.
Result<std::vector<std::byte>> decipher_part(Bytes part, const PartCipher& cipher, std::string_view password, hangul::WorkBudget& budget) {
  if (!cipher.known)
    return fail(ErrorCode::kEncrypted, "the document is encrypted in a way that is not known", "save it without a password in Hangul");
  const std::vector<std::byte> start = hangul::digest(Digest::kSha256, hangul::as_bytes_of(password));
  for (const Digest prf : {Digest::kSha1, Digest::kSha256}) {
    const std::vector<std::byte> key = hangul::pbkdf2(prf, start, cipher.salt, cipher.iterations, 32);
    const std::vector<std::byte> deflated = hangul::decipher(hangul::Cipher::kAes256Cbc, key, cipher.vector, part);
    hangul::InflateSource source(deflated, budget);
    auto plain = hangul::read_all(source, kLargestPart);
    if (!plain) {
      // From 300 on errors are limits, which must not be taken for a wrong password.
      if (static_cast<int>(plain.error().code) >= 300) return plain.forward();
      continue;  // noise does not inflate
    }
    if (hangul::digest(Digest::kSha256, Bytes(*plain).first(std::min(kChecked, plain->size()))) == cipher.checksum) return plain;
  }
  return fail(ErrorCode::kPasswordWrong, "the password does not open the document");
}

}  // namespace jangbu::hwpx
