// Ids by which the parts of a package name one another (OWPML: borderFillIDRef, paraPrIDRef, …): 32 bits, without a sign.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "extractors/hangul/xml_scanner.h"

namespace jangbu::hwpx {

/// 0 where the attribute is missing; what is out of bounds is bounded.
inline std::uint32_t id_of(hangul::XmlScanner& xml, std::string_view attribute) {
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(xml.number(attribute, 0), 0, 0xFFFFFFFF));
}

}  // namespace jangbu::hwpx
