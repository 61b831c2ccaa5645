// Reads the flags of FileHeader at the offsets of the specification (3.2.1). Forty bytes are needed; the version of
// the encryption came later.
#include "extractors/hwp/file_header.h"

#include <algorithm>
#include <string_view>

namespace jangbu::hwp {

std::string FileHeader::version_text() const {
  return std::to_string(version >> 24) + "." + std::to_string((version >> 16) & 0xFF) + "." + std::to_string((version >> 8) & 0xFF) + "." +
         std::to_string(version & 0xFF);
}

Result<FileHeader> read_file_header(hangul::Bytes stream) {
  constexpr std::string_view kSignature = "HWP Document File";
  if (stream.size() < 40) return fail(ErrorCode::kFileTruncated, "FileHeader is too short");
  const bool signed_right = std::equal(kSignature.begin(), kSignature.end(), stream.begin(), [](char c, std::byte b) {
    return static_cast<unsigned char>(c) == std::to_integer<unsigned char>(b);
  });
  if (!signed_right) return fail(ErrorCode::kFileDamaged, "FileHeader does not carry the signature of HWP");
  FileHeader header;
  header.version = hangul::u32_at(stream, 32);
  const std::uint32_t flags = hangul::u32_at(stream, 36);
  header.compressed = (flags & 1U) != 0;
  header.password = (flags & 2U) != 0;
  header.distribution = (flags & 4U) != 0;
  header.drm = (flags & 0x10U) != 0;
  header.certificate_encrypted = (flags & 0x100U) != 0;
  header.tracks_changes = (flags & 0x4000U) != 0;
  if (stream.size() >= 48) header.encrypt_version = hangul::u32_at(stream, 44);
  return header;
}

}  // namespace jangbu::hwp
