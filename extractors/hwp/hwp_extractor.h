// HWP 5 (.hwp since 2002): compound file, compressed streams of records.
//
// What becomes what: story.h. Also read: summary information (metadata, producer), distribution documents (deciphered without
// a password), documents with a password (ExtractOptions::password).
// Errors: file_damaged, file_truncated; encrypted (no password given, or a kind of encryption that nobody can open),
// password_wrong, drm_protected, distribution_only; limits.
// Thread rule: any number of calls at once.
#pragma once

#include "extractors/extractor.h"

namespace jangbu {

Result<Document> extract_hwp(std::span<const std::byte> bytes, const ExtractOptions& options);

// The signature of a compound file. Other programs' documents (.xls, .doc) have it too: extract_hwp tells them apart.
bool looks_like_hwp(std::span<const std::byte> bytes);

}  // namespace jangbu
