// A thin layer over nettle: ciphers, digests and PBKDF2 of the Hangul formats, one call each. AES in CFB with one bit
// of feedback is built here, since nettle has no such mode: it enciphers one block for each bit. Deciphering knows
// all cipher text before it begins, so that 512 blocks go through the processor's instructions at once.
//
//   register   the 128 bits of cipher text before the bit at hand; at the beginning the initial vector
//   mask       the first bit of the register, enciphered
//   plain bit  cipher bit XOR mask; then the register moves on by the cipher bit
#include "extractors/hangul/cipher.h"

#include <nettle/aes.h>
#include <nettle/cbc.h>
#include <nettle/des.h>
#include <nettle/pbkdf2.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>

#include <algorithm>

#undef pbkdf2  // nettle renames its functions by macros, and this one's name is ours

namespace jangbu::hangul {
namespace {

const std::uint8_t* raw(Bytes bytes) { return reinterpret_cast<const std::uint8_t*>(bytes.data()); }
std::uint8_t* raw(std::vector<std::byte>& bytes) { return reinterpret_cast<std::uint8_t*>(bytes.data()); }

using CipherBlock = std::array<std::uint8_t, AES_BLOCK_SIZE>;

// CFB with a feedback of one bit (NIST SP 800-38A, 6.3): each bit of the stream is masked by the first bit of the enciphered register,
// which is the 128 bits of cipher text before it. These are all known when deciphering, so that many registers are enciphered at once.
void decipher_cfb1(const aes128_ctx& key, CipherBlock before, Bytes data, std::uint8_t* out) {
  constexpr std::size_t kPiece = 64;  // bytes of the stream
  std::array<CipherBlock, kPiece * 8> registers;
  while (!data.empty()) {
    const Bytes piece = data.first(std::min(kPiece, data.size()));
    for (std::size_t bit = 0; bit < piece.size() * 8; ++bit) {
      registers[bit] = before;
      const unsigned next = static_cast<unsigned>(piece[bit / 8]) >> (7 - bit % 8) & 1U;
      for (std::size_t i = 0; i + 1 < before.size(); ++i) before[i] = static_cast<std::uint8_t>(before[i] << 1 | before[i + 1] >> 7);
      before.back() = static_cast<std::uint8_t>(before.back() << 1 | next);
    }
    aes128_encrypt(&key, piece.size() * 8 * AES_BLOCK_SIZE, registers[0].data(), registers[0].data());
    for (std::size_t byte = 0; byte < piece.size(); ++byte) {
      unsigned mask = 0;
      for (std::size_t bit = 0; bit < 8; ++bit) mask = mask << 1 | registers[byte * 8 + bit][0] >> 7;
      *out++ = static_cast<std::uint8_t>(static_cast<unsigned>(piece[byte]) ^ mask);
    }
    data = data.subspan(piece.size());
  }
}

}  // namespace

// One mode of one cipher for each kind of document; none is ever used to encipher.
std::vector<std::byte> decipher(Cipher cipher, Bytes key, Bytes iv, Bytes data) {
  // A block cipher takes whole blocks only; what is left over at the end is dropped.
  const std::size_t block = cipher == Cipher::kAes128Cfb1 ? 1 : cipher == Cipher::kDesEcb ? DES_BLOCK_SIZE : AES_BLOCK_SIZE;
  std::vector<std::byte> out(data.size() - data.size() % block);
  CipherBlock start{};
  std::copy_n(raw(iv), std::min(iv.size(), start.size()), start.begin());
  switch (cipher) {
    case Cipher::kAes128Ecb: {
      aes128_ctx context;
      aes128_set_decrypt_key(&context, raw(key));
      aes128_decrypt(&context, out.size(), raw(out), raw(data));
      break;
    }
    case Cipher::kAes128Cfb1: {
      aes128_ctx context;
      aes128_set_encrypt_key(&context, raw(key));
      decipher_cfb1(context, start, data, raw(out));
      break;
    }
    case Cipher::kAes256Cbc: {
      aes256_ctx context;
      aes256_set_decrypt_key(&context, raw(key));
      cbc_decrypt(&context, reinterpret_cast<nettle_cipher_func*>(aes256_decrypt), AES_BLOCK_SIZE, start.data(), out.size(), raw(out),
                  raw(data));
      break;
    }
    case Cipher::kDesEcb: {
      des_ctx context;
      des_set_key(&context, raw(key));  // a weak key is a key
      des_decrypt(&context, out.size(), raw(out), raw(data));
      break;
    }
  }
  return out;
}

// SHA-1 is here since old documents need it, and for nothing else.
std::vector<std::byte> digest(Digest kind, Bytes data) {
  std::vector<std::byte> out;
  if (kind == Digest::kSha1) {
    sha1_ctx context;
    sha1_init(&context);
    sha1_update(&context, data.size(), raw(data));
    out.resize(SHA1_DIGEST_SIZE);
    sha1_digest(&context, out.size(), raw(out));
  } else {
    sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, data.size(), raw(data));
    out.resize(SHA256_DIGEST_SIZE);
    sha256_digest(&context, out.size(), raw(out));
  }
  return out;
}

// nettle has a function for each of the two; they take the same arguments.
std::vector<std::byte> pbkdf2(Digest prf, Bytes secret, Bytes salt, std::uint32_t iterations, std::size_t key_bytes) {
  std::vector<std::byte> out(key_bytes);
  const auto derive = prf == Digest::kSha1 ? pbkdf2_hmac_sha1 : pbkdf2_hmac_sha256;
  derive(secret.size(), raw(secret), iterations, salt.size(), raw(salt), out.size(), raw(out));
  return out;
}

}  // namespace jangbu::hangul
