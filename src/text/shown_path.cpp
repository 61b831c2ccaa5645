// A path as text: NFC where it is UTF-8, with its other bytes as \xED where it is not.
#include "text/shown_path.h"

#include "text/unicode.h"

namespace jangbu {

std::string shown_path(std::string_view path) {
  if (is_valid_utf8(path)) return to_nfc(path);
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (std::size_t at = 0; at < path.size();) {
    if (const auto c = code_point_at(path, at)) {
      const std::string letter = to_utf8(std::u32string_view(&*c, 1));
      out += letter;
      at += letter.size();
    } else {
      const auto byte = static_cast<unsigned char>(path[at++]);
      out += {'\\', 'x', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
  return to_nfc(std::move(out));
}

}  // namespace jangbu
