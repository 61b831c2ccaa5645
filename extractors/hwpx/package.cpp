// Opens a ZIP archive in memory with libzip and gives out its parts as byte sources. Small deflated parts are
// inflated at once with libdeflate if they hold what the archive says (size and checksum); all others go through
// libzip, whose errors are told apart.
// The hard case is a name that stands in the archive twice: with equal bytes it is a diagnostic, with other bytes an
// error when it is read, since two readers would read two documents.
#include "extractors/hwpx/package.h"

#include <algorithm>
#include <map>
#include <optional>

#include "extractors/hangul/inflate.h"
#include "extractors/hwpx/zip_library.h"

namespace jangbu::hwpx {
namespace {

constexpr zip_uint64_t kMostEntries = 100'000;  // real packages have below 2,000, most of them pictures

// Whoever calls this holds a package, and so has the library.
const ZipLibrary& zip() { return *zip_library(); }

struct Discard {
  void operator()(zip_t* archive) const { zip().discard(archive); }
  void operator()(zip_file_t* file) const { zip().fclose(file); }
};

class PartSource : public hangul::ByteSource {
 public:
  PartSource(std::unique_ptr<zip_file_t, Discard> file, hangul::WorkBudget& budget) : file_(std::move(file)), budget_(budget) {}
  Result<std::size_t> read(std::span<std::byte> out) override {
    const zip_int64_t got = zip().fread(file_.get(), out.data(), out.size());
    if (got < 0) {
      const int code = zip().error_code_zip(zip().file_get_error(file_.get()));
      if (code == ZIP_ER_EOF) return fail(ErrorCode::kFileTruncated, "a part of the package ends too early");
      return fail(ErrorCode::kFileDamaged, "a part of the package is damaged");
    }
    if (auto ok = budget_.charge(static_cast<std::size_t>(got)); !ok) return ok.forward();
    return static_cast<std::size_t>(got);
  }

 private:
  std::unique_ptr<zip_file_t, Discard> file_;
  hangul::WorkBudget& budget_;
};

// A part that was inflated at once.
class WholeSource : public hangul::MemorySource {
 public:
  WholeSource(InflatedBytes bytes, hangul::WorkBudget& budget)
      : MemorySource(hangul::Bytes(bytes.data.get(), bytes.size), budget), bytes_(std::move(bytes)) {}

 private:
  InflatedBytes bytes_;
};

// Deflated parts that say a size small enough and keep what they say. Nothing for all others: libzip reads those, or tells why not.
std::unique_ptr<hangul::ByteSource> inflated_part(zip_t* archive, zip_uint64_t index, std::size_t file_size, hangul::WorkBudget& budget) {
  zip_stat_t about;
  constexpr zip_uint64_t kNeeded = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
  if (zip().stat_index(archive, index, 0, &about) != 0 || (about.valid & kNeeded) != kNeeded) return nullptr;
  if (about.comp_method != ZIP_CM_DEFLATE || about.encryption_method != ZIP_EM_NONE || about.comp_size > file_size) return nullptr;
  const std::unique_ptr<zip_file_t, Discard> file(zip().fopen_index(archive, index, ZIP_FL_COMPRESSED));
  if (file == nullptr) return nullptr;
  const auto size = static_cast<std::size_t>(about.comp_size);
  const auto compressed = std::make_unique_for_overwrite<std::byte[]>(size);
  if (zip().fread(file.get(), compressed.get(), size) != static_cast<zip_int64_t>(size)) return nullptr;
  auto whole = inflate_at_once(hangul::Bytes(compressed.get(), size), about.size, about.crc);
  if (!whole) return nullptr;
  return std::make_unique<WholeSource>(*std::move(whole), budget);
}

// Do two entries say that they hold the same bytes? Their sums are checked when they are read.
bool same_part(zip_t* archive, zip_uint64_t a, zip_uint64_t b) {
  zip_stat_t first, second;
  constexpr zip_uint64_t kNeeded = ZIP_STAT_SIZE | ZIP_STAT_CRC;
  if (zip().stat_index(archive, a, 0, &first) != 0 || zip().stat_index(archive, b, 0, &second) != 0) return false;
  return (first.valid & second.valid & kNeeded) == kNeeded && first.size == second.size && first.crc == second.crc;
}

}  // namespace

struct Package::State {
  std::unique_ptr<zip_t, Discard> archive;
  std::size_t file_size = 0;
  std::vector<std::string> names, doubled;
  std::map<std::string, std::optional<zip_uint64_t>, std::less<>> index;  // empty where a name stands for two things
};

Package::Package(std::unique_ptr<State> state) : state_(std::move(state)) {}
Package::~Package() = default;
Package::Package(Package&&) noexcept = default;
Package& Package::operator=(Package&&) noexcept = default;

// The directory is read here, no part yet. A missing end is told apart from a damaged directory.
Result<Package> Package::open(hangul::Bytes bytes) {
  if (zip_library() == nullptr)
    return fail(ErrorCode::kFormatUnsupported, "libzip, which reads packages, is not installed", "install " JANGBU_LIBZIP);
  // source_buffer_create borrows the bytes; open_from_source owns the source only if it succeeds.
  zip_error_t error;
  zip().error_init(&error);
  zip_source_t* source = zip().source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) {
    zip().error_fini(&error);
    return fail(ErrorCode::kLimitMemory, "no memory to open the package");
  }
  auto state = std::make_unique<State>();
  state->file_size = bytes.size();
  state->archive.reset(zip().open_from_source(source, ZIP_RDONLY, &error));
  const int code = zip().error_code_zip(&error);
  zip().error_fini(&error);
  if (state->archive == nullptr) {
    zip().source_free(source);
    if (code == ZIP_ER_NOZIP) return fail(ErrorCode::kFileTruncated, "the package has no directory: its end is missing");
    return fail(ErrorCode::kFileDamaged, "the package's directory is damaged");
  }
  const zip_int64_t count = zip().get_num_entries(state->archive.get(), 0);
  if (count < 0 || static_cast<zip_uint64_t>(count) > kMostEntries) return fail(ErrorCode::kFileDamaged, "the package has too many parts");
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
    const char* name = zip().get_name(state->archive.get(), i, ZIP_FL_ENC_RAW);
    if (name == nullptr) continue;
    // Some writers part folders the way of Windows.
    std::string plain(name);
    std::replace(plain.begin(), plain.end(), '\\', '/');
    const auto [place, fresh] = state->index.try_emplace(plain, i);
    if (fresh)
      state->names.push_back(std::move(plain));
    else if (place->second && same_part(state->archive.get(), *place->second, i))
      state->doubled.push_back(std::move(plain));
    else
      place->second.reset();
  }
  return Package(std::move(state));
}

std::vector<std::string> Package::names() const { return state_->names; }

const std::vector<std::string>& Package::doubled() const { return state_->doubled; }

bool Package::has(std::string_view name) const { return state_->index.find(name) != state_->index.end(); }

// A name that stands for two different parts is an error only when somebody asks for it.
Result<std::unique_ptr<hangul::ByteSource>> Package::source(std::string_view name, hangul::WorkBudget& budget) const {
  const auto found = state_->index.find(name);
  if (found == state_->index.end()) return fail(ErrorCode::kFileDamaged, "the package has no part " + std::string(name));
  if (!found->second) return fail(ErrorCode::kFileDamaged, "the package holds part " + std::string(name) + " twice, and not the same");
  if (auto whole = inflated_part(state_->archive.get(), *found->second, state_->file_size, budget)) return whole;
  std::unique_ptr<zip_file_t, Discard> file(zip().fopen_index(state_->archive.get(), *found->second, 0));
  if (file == nullptr) {
    const int code = zip().error_code_zip(zip().get_error(state_->archive.get()));
    if (code == ZIP_ER_NOPASSWD)
      return fail(ErrorCode::kEncrypted, "the package is a ZIP file with a password, which Hangul does not write");
    return fail(ErrorCode::kFileDamaged, "part " + std::string(name) + " of the package cannot be opened");
  }
  return std::unique_ptr<hangul::ByteSource>(std::make_unique<PartSource>(std::move(file), budget));
}

}  // namespace jangbu::hwpx
