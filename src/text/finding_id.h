// Ids of findings: one form for all checks, whatever each makes its key of.
#pragma once

#include <string>
#include <string_view>

#include "text/hash.h"

namespace jangbu {

// `key`: what tells the finding apart, so that the same finding has the same id in every run and edition, and another figure another one.
inline std::string finding_id(std::string_view key) {
  constexpr std::size_t kDigits = 20;  // 80 bits: no two of a billion findings meet
  return sha256_hex(key).substr(0, kDigits);
}

}  // namespace jangbu
