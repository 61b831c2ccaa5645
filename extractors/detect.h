// Tells a file's format from its bytes. The name is never asked: offices rename freely.
#pragma once

#include <span>

#include "jangbu/document.h"
#include "jangbu/result.h"

namespace jangbu {

// Errors: file_empty; format_unknown (binary data of no format we know; text in none of the encodings that we know gets text_encoding).
Result<Format> detect_format(std::span<const std::byte> bytes);

}  // namespace jangbu
