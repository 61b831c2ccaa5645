// Bodies of messages, packed (gzip): a document's JSON is a fifth then, and the broker, which writes every message to its disk and keeps it
// until it is collected, has that much less to do.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace jangbu {

// Empty where that would save nothing.
std::string packed(std::string_view body);

// Nothing where it is not what packed() gives, or would be of more than `most` bytes.
std::optional<std::string> unpacked(std::string_view packed, std::size_t most);

}  // namespace jangbu
