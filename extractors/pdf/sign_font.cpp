// Letters up to U+00FF have their own code; those that Windows-1252 has between 80 and 9F are looked up.
#include "extractors/pdf/sign_font.h"

#include <algorithm>
#include <array>

namespace jangbu {
namespace {

constexpr char32_t kPrivate = 0xF000;
constexpr std::string_view kWingdings = "Wingdings";

// Codes 80 to 9F of Windows-1252; 0: none.
constexpr std::array<char32_t, 32> kHigh = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                            0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                            0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

}  // namespace

bool is_sign_font(std::string_view name) {
  constexpr std::size_t kPrefix = 7;  // ABCDEF+
  if (name.size() > kPrefix && name[kPrefix - 1] == '+') name.remove_prefix(kPrefix);
  if (!name.starts_with(kWingdings)) return false;
  name.remove_prefix(kWingdings.size());
  return name.find_first_of("23") == std::string_view::npos;
}

char32_t sign_code(char32_t letter) {
  if (letter > U' ' && letter <= 0xFF) return kPrivate + letter;
  if (letter == 0) return letter;
  const auto high = std::find(kHigh.begin(), kHigh.end(), letter);
  return high == kHigh.end() ? letter : kPrivate + 0x80 + static_cast<char32_t>(high - kHigh.begin());
}

}  // namespace jangbu
