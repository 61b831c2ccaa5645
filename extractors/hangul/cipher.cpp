#include "extractors/hangul/cipher.h"

#include <openssl/evp.h>

#include <algorithm>
#include <limits>
#include <memory>

namespace jangbu::hangul {
namespace {

Unexpected refused(const char* what) { return fail(ErrorCode::kInternal, std::string("OpenSSL refuses ") + what); }

const unsigned char* raw(Bytes bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

// Single DES has left OpenSSL's default provider; triple DES with one key three times is the same function.
const EVP_CIPHER* method_of(Cipher cipher) {
  switch (cipher) {
    case Cipher::kAes128Ecb: return EVP_aes_128_ecb();
    case Cipher::kAes128Cfb1: return EVP_aes_128_cfb1();
    case Cipher::kAes256Cbc: return EVP_aes_256_cbc();
    case Cipher::kDesEcb: return EVP_des_ede3_ecb();
  }
  return nullptr;
}

std::size_t block_of(Cipher cipher) {
  switch (cipher) {
    case Cipher::kAes128Cfb1: return 1;
    case Cipher::kDesEcb: return 8;
    default: return 16;
  }
}

}  // namespace

Result<std::vector<std::byte>> decipher(Cipher cipher, Bytes key, Bytes iv, Bytes data) {
  const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
  if (context == nullptr) return refused("a context");
  std::vector<std::byte> whole_key(key.begin(), key.end());
  if (cipher == Cipher::kDesEcb)
    for (int i = 0; i < 2; ++i) whole_key.insert(whole_key.end(), key.begin(), key.end());
  std::array<std::byte, 16> start{};
  std::copy_n(iv.begin(), std::min(iv.size(), start.size()), start.begin());
  if (EVP_DecryptInit_ex(context.get(), method_of(cipher), nullptr, raw(whole_key), raw(start)) != 1) return refused("a cipher");
  EVP_CIPHER_CTX_set_padding(context.get(), 0);

  std::vector<std::byte> out(data.size() - data.size() % block_of(cipher));
  constexpr std::size_t kPiece = 1u << 20;  // OpenSSL counts in int
  for (std::size_t at = 0; at < out.size();) {
    const std::size_t count = std::min(kPiece, out.size() - at);
    int written = 0;
    if (EVP_DecryptUpdate(context.get(), reinterpret_cast<unsigned char*>(out.data() + at), &written, raw(data.subspan(at)),
                          static_cast<int>(count)) != 1 ||
        written != static_cast<int>(count))
      return refused("to decipher");
    at += count;
  }
  return out;
}

Result<std::vector<std::byte>> digest(Digest kind, Bytes data) {
  std::vector<std::byte> out(EVP_MAX_MD_SIZE);
  unsigned int size = 0;
  const EVP_MD* method = kind == Digest::kSha1 ? EVP_sha1() : EVP_sha256();
  if (EVP_Digest(data.data(), data.size(), reinterpret_cast<unsigned char*>(out.data()), &size, method, nullptr) != 1)
    return refused("a digest");
  out.resize(size);
  return out;
}

Result<std::vector<std::byte>> pbkdf2(Digest prf, Bytes secret, Bytes salt, std::uint32_t iterations, std::size_t key_bytes) {
  constexpr auto kMost = static_cast<std::size_t>(std::numeric_limits<int>::max());
  if (salt.size() > kMost || iterations == 0 || iterations > kMost) return refused("the parameters of a key");
  std::vector<std::byte> out(key_bytes);
  const EVP_MD* method = prf == Digest::kSha1 ? EVP_sha1() : EVP_sha256();
  if (PKCS5_PBKDF2_HMAC(reinterpret_cast<const char*>(secret.data()), static_cast<int>(secret.size()), raw(salt),
                        static_cast<int>(salt.size()), static_cast<int>(iterations), method, static_cast<int>(out.size()),
                        reinterpret_cast<unsigned char*>(out.data())) != 1)
    return refused("to derive a key");
  return out;
}

std::vector<std::byte> from_base64(std::string_view text) {
  std::vector<std::byte> out;
  std::uint32_t bits = 0;
  int held = 0;
  for (const char c : text) {
    std::uint32_t value = 0;
    if (c >= 'A' && c <= 'Z')
      value = static_cast<std::uint32_t>(c - 'A');
    else if (c >= 'a' && c <= 'z')
      value = static_cast<std::uint32_t>(c - 'a') + 26;
    else if (c >= '0' && c <= '9')
      value = static_cast<std::uint32_t>(c - '0') + 52;
    else if (c == '+')
      value = 62;
    else if (c == '/')
      value = 63;
    else if (c == '=')
      break;
    else if (c == ' ' || c == '\n' || c == '\r' || c == '\t')
      continue;
    else
      return {};
    bits = bits << 6 | value;
    held += 6;
    if (held >= 8) {
      held -= 8;
      out.push_back(static_cast<std::byte>(bits >> held & 0xFFU));
    }
  }
  return out;
}

}  // namespace jangbu::hangul
