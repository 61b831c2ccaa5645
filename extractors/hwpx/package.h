// Package: the parts of an HWPX file, a ZIP archive read from memory. The one user of libzip.
//
// Facts: KS X 6101, 9 (container): `mimetype` holds "application/hwp+zip", META-INF/container.xml names the package document
// (Contents/content.hpf), META-INF/manifest.xml the encrypted parts. Real files deflate the mimetype, put folders in front
// of it, or lack the manifest: names alone are relied on.
//
// Names are compared and never used as paths of anything. A part that stands in the archive twice is refused: two readers would
// read two documents. Part sizes as the archive tells them are not believed.
// Ownership: borrows the bytes of the file.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/hangul/byte_source.h"

namespace jangbu::hwpx {

class Package {
 public:
  // Errors: file_damaged, file_truncated; format_unsupported (no libzip).
  static Result<Package> open(hangul::Bytes bytes);
  ~Package();
  Package(Package&&) noexcept;
  Package& operator=(Package&&) noexcept;

  // Names of parts that stand in it more than once, with the same bytes.
  const std::vector<std::string>& doubled() const;
  // All names, in the order of the archive, folders parted by '/' whatever the archive does.
  std::vector<std::string> names() const;
  bool has(std::string_view name) const;
  // The part's bytes, inflated as they are read. Borrows the package and the budget.
  // Errors: file_damaged (no such part, twice, an unknown method), encrypted; while reading: file_damaged, limits.
  Result<std::unique_ptr<hangul::ByteSource>> source(std::string_view name, hangul::WorkBudget& budget) const;

 private:
  struct State;
  explicit Package(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace jangbu::hwpx
