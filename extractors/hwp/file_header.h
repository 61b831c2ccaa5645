// FileHeader: the first stream that a reader of HWP 5 looks at; says how the others are kept.
//
// Facts: HWP 5.0 specification, 3.2.1 — 256 bytes: a signature of 32, u32 version (one byte each for major, minor, build, revision,
// most significant first), u32 flags; u32 at 44 the version of the encryption.
#pragma once

#include <cstdint>
#include <string>

#include "extractors/hangul/byte_view.h"
#include "jangbu/result.h"

namespace jangbu::hwp {

struct FileHeader {
  std::uint32_t version = 0;  // 0x05010105 is 5.1.1.5
  std::uint32_t encrypt_version = 0;
  bool compressed = false;
  bool password = false;
  bool distribution = false;  // 배포용 문서: the body is in ViewText, scrambled
  bool drm = false;
  bool certificate_encrypted = false;
  bool tracks_changes = false;

  std::string version_text() const;  // "5.1.1.5"
};

// Errors: file_damaged, file_truncated.
Result<FileHeader> read_file_header(hangul::Bytes stream);

}  // namespace jangbu::hwp
