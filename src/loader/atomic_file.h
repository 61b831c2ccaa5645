// Files that are whole or not there: written beside their place, flushed to disk, then renamed over it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "jangbu/result.h"

namespace jangbu {

// The largest file of its own that jangbu reads back: far above any output folder seen, far below an address space.
inline constexpr std::uint64_t kLargestOwnFile = 4ull << 30;

// Replaces `path` by `content`; a reader sees the old bytes or the new ones, never a part. Where the bytes are the same already
// nothing is written. On failure the old file is untouched and nothing is left beside it. Errors: output_not_writable.
Status write_atomically(const std::filesystem::path& path, std::string_view content);

// Errors: path_missing, path_unreadable, not_a_regular_file, limit_bytes.
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit);

}  // namespace jangbu
