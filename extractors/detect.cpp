// Bytes → format, by signatures first and by looks last. The order matters: what has a signature is believed before
// anything that may be text; HWPML is asked before text, since it may be UTF-16; text is what decodes without doubt.
// The hard case are files with something in front: junk before %PDF- within 1,024 bytes, and packages behind a
// mail's or download's header, which are told by the record that ends them.
#include "extractors/detect.h"

#include <algorithm>
#include <string_view>

#include "extractors/hwpml/hwpml_extractor.h"
#include "extractors/hwpx/hwpx_extractor.h"
#include "text/text_encoding.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr std::string_view kOleSignature{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8};  // [MS-CFB] 2.2
constexpr std::string_view kZipLocalHeader{"PK\x03\x04", 4};                      // APPNOTE 4.3.7
constexpr std::string_view kHwp3Signature{"HWP Document File V3.00 "};            // HWP 3.0 specification, file recognition
constexpr std::string_view kHwpSignature{"HWP Document File V"};                  // and a version: 1.x and 2.x are other formats
constexpr std::string_view kZipEnd{"PK\x05\x06", 4};                              // APPNOTE 4.3.16
// The record of 22 bytes and a comment of up to 65,535 behind it.
constexpr std::size_t kZipEndWithin = 66'000;
constexpr std::size_t kPdfHeaderWithin = 1024;  // readers accept junk in front of %PDF-

}  // namespace

Result<Format> detect_format(std::span<const std::byte> bytes) {
  if (bytes.empty()) return fail(ErrorCode::kFileEmpty, "the file has no bytes", "copy it again from where it came");
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  if (text.starts_with(kOleSignature)) return Format::kHwp;
  if (text.starts_with(kZipLocalHeader)) return Format::kHwpx;
  if (text.starts_with(kHwp3Signature)) return Format::kHwp3;
  if (text.starts_with(kHwpSignature)) {
    const std::string version(text.substr(kHwpSignature.size(), 4));
    return fail(ErrorCode::kFormatUnsupported, "a document of Hangul " + version + ", whose format nobody has published",
                "save it in Hangul as HWP or HWPX");
  }
  if (text.substr(0, kPdfHeaderWithin).find("%PDF-") != std::string_view::npos) return Format::kPdf;
  if (looks_like_hwpml(bytes)) return Format::kHwpml;  // before the tests for text: HWPML may be UTF-16
  // A package with something before it ends as a package does.
  if (bytes_before_package(bytes) &&
      text.substr(text.size() - std::min(text.size(), kZipEndWithin)).find(kZipEnd) != std::string_view::npos)
    return Format::kHwpx;
  const auto decoded = decode_text(text);
  if (!decoded) {
    // More than one control character in a hundred is no text in any encoding.
    // Text has line ends and few other control characters; anything else is no text at all.
    const auto controls = std::count_if(text.begin(), text.end(), [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f';
    });
    if (text.find('\0') != std::string_view::npos || controls * 100 > static_cast<std::ptrdiff_t>(text.size())) {
      return fail(ErrorCode::kFormatUnknown, "binary data of no format that jangbu reads", "jangbu reads PDF, HWP, HWPX and text");
    }
    return fail(ErrorCode::kTextEncoding, "the text is neither UTF-8 nor CP949 nor UTF-16", "save it as UTF-8");
  }
  if (trim(decoded->text).empty()) return fail(ErrorCode::kFileEmpty, "the file holds only blanks", "copy it again from where it came");
  return Format::kText;
}

}  // namespace jangbu
