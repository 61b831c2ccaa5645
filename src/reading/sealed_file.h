// The bytes of a document as a file in memory that nobody can change any more: what is read is what was hashed, though the file that they
// came from be replaced meanwhile. It may be handed to another process, and stands in memory once, however many look at it.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

#include "jangbu/result.h"
#include "reading/owned_descriptor.h"

namespace jangbu {

// As it comes into being: begin(), append(), seal(). Errors of all: reader_unavailable (no memory is left for it).
class SealedFile {
 public:
  static Result<SealedFile> begin();
  static Result<SealedFile> of(std::string_view bytes);                  // begun, filled and sealed
  explicit SealedFile(OwnedDescriptor file) : file_(std::move(file)) {}  // as another process hands it over
  Status append(std::string_view bytes);
  Status seal();

  int descriptor() const { return file_.get(); }
  std::uint64_t size() const;

 private:
  OwnedDescriptor file_;
};

// The bytes of a file, looked at where they stand: no second time in memory, however large the file is.
class MappedFile {
 public:
  static Result<MappedFile> of(const SealedFile& file);  // Errors: limit_memory (no room among the addresses).
  MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
  ~MappedFile() { forget(); }

  std::string_view bytes() const { return bytes_; }
  void let_go();  // of what of them came into memory; it comes again where it is looked at
  void forget();  // REQUIRES: nobody looks at them any more

 private:
  MappedFile() = default;

  std::string_view bytes_;
};

}  // namespace jangbu
