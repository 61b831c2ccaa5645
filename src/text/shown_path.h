// Names of files as people, JSON and messages know them.
#pragma once

#include <string>
#include <string_view>

namespace jangbu {

// NFC. A name may be any bytes: those that are no UTF-8 are shown as \xED, so that two such names stay two and one can be found again.
std::string shown_path(std::string_view path);

}  // namespace jangbu
