// A memory file (memfd_create) and its seals: whoever gets it can read it, map it, and change nothing.
#include "reading/sealed_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace jangbu {
namespace {

Unexpected no_memory() {
  return fail(ErrorCode::kReaderUnavailable, "no memory to hand the document to its reader", "run again, with fewer --jobs");
}

}  // namespace

Result<SealedFile> SealedFile::begin() {
  OwnedDescriptor file(::memfd_create("jangbu-document", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  if (!file) return no_memory();
  return SealedFile(std::move(file));
}

Result<SealedFile> SealedFile::of(std::string_view bytes) {
  auto file = begin();
  if (!file) return file;
  if (Status status = file->append(bytes); !status) return status.forward();
  if (Status status = file->seal(); !status) return status.forward();
  return file;
}

// write() may take a part only; the rest follows.
Status SealedFile::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file_.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return no_memory();
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return Done{};
}

Status SealedFile::seal() {
  if (::fcntl(file_.get(), F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE) != 0) return no_memory();
  return Done{};
}

std::uint64_t SealedFile::size() const {
  struct stat facts {};
  return ::fstat(file_.get(), &facts) == 0 ? static_cast<std::uint64_t>(facts.st_size) : 0;
}

// There is no mapping of nothing: an empty file has no bytes without one.
Result<MappedFile> MappedFile::of(const SealedFile& file) {
  MappedFile out;
  const auto size = static_cast<std::size_t>(file.size());
  if (size == 0) return out;
  void* place = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.descriptor(), 0);
  if (place == MAP_FAILED)
    return fail(ErrorCode::kLimitMemory, "not enough memory for this document", "run it alone, or with fewer --jobs");
  out.bytes_ = {static_cast<const char*>(place), size};
  return out;
}

void MappedFile::let_go() {
  if (!bytes_.empty()) ::madvise(const_cast<char*>(bytes_.data()), bytes_.size(), MADV_DONTNEED);
}

void MappedFile::forget() {
  if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
  bytes_ = {};
}

}  // namespace jangbu
