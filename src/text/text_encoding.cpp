// CP949 cannot be told from its bytes alone: two of its bytes may be Chinese in GB 18030, or Japanese. Three things together tell it.
// - Every byte is converted, strictly. Latin text with accents fails here: its second bytes are no second bytes of CP949.
// - At least half of what is not ASCII is Hangul. UTF-8 that is damaged somewhere comes out as Hanja and fails.
// - ICU's detector, which knows the common letters of each language, puts no other encoding of two bytes before it.
#include "text/text_encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>

#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr std::size_t kDetected = 1u << 20;  // bytes that the detector sees; it counts letters

struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

// Strictly: a byte that means nothing there is an error, not U+FFFD.
std::optional<std::u16string> converted(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, Close> converter(ucnv_open(encoding, &status));
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::u16string out(bytes.size(), u'\0');  // no byte of these encodings gives more than one unit
  UChar* to = out.data();
  const char* from = bytes.data();
  ucnv_toUnicode(converter.get(), &to, out.data() + out.size(), &from, bytes.data() + bytes.size(), nullptr, true, &status);
  if (U_FAILURE(status)) return std::nullopt;
  out.resize(static_cast<std::size_t>(to - out.data()));
  return out;
}

// Is at least half of what is not ASCII Hangul?
bool mostly_hangul(std::u16string_view text) {
  const auto beyond_ascii = std::count_if(text.begin(), text.end(), [](char16_t c) { return c >= 0x80; });
  const auto hangul = std::count_if(text.begin(), text.end(), [](char16_t c) { return is_hangul_syllable(c); });
  return hangul * 2 >= beyond_ascii;
}

// Says the detector that it is likelier Chinese or Japanese?
bool is_likelier_another(std::string_view bytes) {
  constexpr std::array<std::string_view, 4> kOthers{"GB18030", "Big5", "Shift_JIS", "EUC-JP"};
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, Close> detector(ucsdet_open(&status));
  bytes = bytes.substr(0, kDetected);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  if (U_FAILURE(status)) return false;
  int32_t korean = 0, others = 0;
  for (int32_t i = 0; i < count; ++i) {
    const std::string_view name = ucsdet_getName(matches[i], &status);
    const int32_t confidence = ucsdet_getConfidence(matches[i], &status);
    if (name == "EUC-KR") korean = std::max(korean, confidence);
    if (std::find(kOthers.begin(), kOthers.end(), name) != kOthers.end()) others = std::max(others, confidence);
  }
  return others > korean;
}

// A zero unit is no text, and text without Hangul is more likely another format with such a mark in front.
std::optional<std::string> from_utf16(std::string_view bytes) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  const auto units = converted(bytes, bytes.starts_with("\xFF\xFE") ? "UTF-16LE" : "UTF-16BE");
  if (!units || units->find(u'\0') != std::u16string::npos) return std::nullopt;
  const std::u16string_view text = std::u16string_view(*units).substr(1);  // without the mark
  return mostly_hangul(text) ? std::optional(utf16_to_utf8(text)) : std::nullopt;
}

// ICU's windows-949 is CP949 with all of its syllables.
std::optional<std::string> from_cp949(std::string_view bytes) {
  const auto units = converted(bytes, "windows-949");
  if (!units || !mostly_hangul(*units) || is_likelier_another(bytes)) return std::nullopt;
  return utf16_to_utf8(*units);
}

}  // namespace

// Marks first, then UTF-8, which is hardly ever valid by chance, then CP949.
std::optional<DecodedText> decode_text(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    auto text = from_utf16(bytes);
    return text ? std::optional(DecodedText{std::move(*text), "UTF-16"}) : std::nullopt;
  }
  if (bytes.find('\0') != std::string_view::npos) return std::nullopt;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (is_valid_utf8(bytes)) return DecodedText{std::string(bytes), "UTF-8"};
  auto text = from_cp949(bytes);
  return text ? std::optional(DecodedText{std::move(*text), "CP949"}) : std::nullopt;
}

}  // namespace jangbu
