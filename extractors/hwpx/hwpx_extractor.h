// HWPX (.hwpx, KS X 6101 / OWPML): a ZIP package of XML parts.
//
// What becomes what: ../hangul/story.h. Elements are matched by local name: the namespaces carry the year of the program that wrote
// the file. Packages with entries in odd orders, without manifest or header part, and cells without addresses are read.
// Errors: file_damaged, file_truncated; encrypted (no password given, or an unknown cipher), password_wrong; format_unknown (a ZIP
// file of something else); limits.
// Thread rule: any number of calls at once.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "extractors/extractor.h"

namespace jangbu {

Result<Document> extract_hwpx(std::span<const std::byte> bytes, const ExtractOptions& options);

// The signature of a ZIP file. Other programs' documents (.docx, .xlsx) have it too: extract_hwpx tells them apart.
bool looks_like_hwpx(std::span<const std::byte> bytes);

// How many bytes stand before the package: some programs that hand files on put something there. Nothing where there is no package.
std::optional<std::size_t> bytes_before_package(std::span<const std::byte> bytes);

}  // namespace jangbu
