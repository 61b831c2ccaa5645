// Reads header, FAT and directory of a compound file, then any stream by its path. Facts: [MS-CFB] 2.2 to 2.6, see
// the header. Every number of the file may be hostile: sectors are checked against the file's size, chains are
// followed for at most as many steps as the file has sectors, and the directory's tree is walked with a mark for
// each entry, so that circles end.
// The hard case is a small stream (below 4,096 bytes): it lies in pieces of 64 bytes inside of the root entry's
// stream, with a FAT of its own.
#include "extractors/hwp/compound_file.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "text/unicode.h"

namespace jangbu::hwp {
namespace {

using hangul::Bytes;
using hangul::u16_at;
using hangul::u32_at;

constexpr std::array<unsigned char, 8> kSignature = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
constexpr std::size_t kHeaderSize = 512;
constexpr std::size_t kHeaderFatIds = 109;
constexpr std::size_t kEntrySize = 128;
constexpr std::size_t kMiniSector = 64;
constexpr std::uint32_t kEndOfChain = 0xFFFFFFFE;
constexpr std::uint32_t kNothing = 0xFFFFFFFF;
constexpr std::size_t kMostEntries = 100'000;  // real documents have below 1,000 streams

enum EntryType : std::uint8_t { kStorage = 1, kStream = 2, kRoot = 5 };

struct RawEntry {
  std::string name;
  std::uint8_t type = 0;
  std::uint32_t left = kNothing, right = kNothing, child = kNothing;
  std::uint32_t start = 0;
  std::uint64_t size = 0;
};

Unexpected damaged(const char* what) { return fail(ErrorCode::kFileDamaged, std::string("the compound file's ") + what); }

}  // namespace

// The signature alone: any document of the old Office formats has it.
bool looks_like_compound_file(Bytes bytes) {
  return bytes.size() >= kSignature.size() && std::memcmp(bytes.data(), kSignature.data(), kSignature.size()) == 0;
}

Result<CompoundFile> CompoundFile::open(Bytes bytes) {
  CompoundFile file;
  file.bytes_ = bytes;
  if (auto ok = file.read_header(); !ok) return ok.forward();
  if (auto ok = file.read_fat(); !ok) return ok.forward();
  if (auto ok = file.read_directory(); !ok) return ok.forward();
  return file;
}

Status CompoundFile::read_header() {
  if (!looks_like_compound_file(bytes_)) return damaged("signature is missing");
  // Offsets of [MS-CFB] 2.2: version at 26, sector shift at 30, small sector shift at 32.
  if (bytes_.size() < kHeaderSize) return fail(ErrorCode::kFileTruncated, "the compound file ends inside its header");
  const unsigned version = u16_at(bytes_, 26), shift = u16_at(bytes_, 30), mini_shift = u16_at(bytes_, 32);
  if (!(shift == 9 || shift == 12)) return damaged("sector size is not 512 or 4,096");
  if (mini_shift != 6) return damaged("small sector size is not 64");
  wide_sizes_ = version >= 4;
  sector_size_ = std::size_t{1} << shift;
  // Sector 0 starts after the header, which takes a whole sector in files with large ones.
  if (bytes_.size() <= sector_size_) return fail(ErrorCode::kFileTruncated, "the compound file holds nothing but its header");
  sectors_ = (bytes_.size() - sector_size_ + sector_size_ - 1) / sector_size_;
  directory_start_ = u32_at(bytes_, 48);
  mini_cutoff_ = u32_at(bytes_, 56);
  mini_fat_start_ = u32_at(bytes_, 60);
  return Done{};
}

// The last sector may be cut short where a file was copied badly.
Bytes CompoundFile::sector(std::uint32_t id) const {
  const std::size_t at = sector_size_ + static_cast<std::size_t>(id) * sector_size_;
  return bytes_.subspan(at, std::min(sector_size_, bytes_.size() - at));
}

// The FAT is as long as its sectors say; a place beyond its end ends a chain as an error.
Status CompoundFile::read_fat() {
  // A FAT sector can describe sector_size / 4 sectors: no more of them are needed than cover the file.
  // 109 identifiers of FAT sectors stand in the header from byte 76 on; a chain of DIFAT sectors, begun at 68, lists
  // the others.
  const std::size_t per_sector = sector_size_ / 4;
  const std::size_t needed = (sectors_ + per_sector - 1) / per_sector;
  std::vector<std::uint32_t> ids;
  for (std::size_t i = 0; i < kHeaderFatIds && ids.size() < needed; ++i)
    if (const std::uint32_t id = u32_at(bytes_, 76 + i * 4); id != kNothing) ids.push_back(id);
  std::uint32_t next = u32_at(bytes_, 68);
  for (std::size_t steps = 0; ids.size() < needed && sector_exists(next); ++steps) {
    if (steps > sectors_) return damaged("list of FAT sectors runs in a circle");
    const Bytes part = sector(next);
    if (part.size() < sector_size_) return fail(ErrorCode::kFileTruncated, "the compound file ends inside its FAT");
    for (std::size_t i = 0; i + 1 < per_sector && ids.size() < needed; ++i)
      if (const std::uint32_t id = u32_at(part, i * 4); id != kNothing) ids.push_back(id);
    next = u32_at(part, sector_size_ - 4);
  }
  fat_.reserve(ids.size() * per_sector);
  for (const std::uint32_t id : ids) {
    if (!sector_exists(id)) return damaged("FAT lies outside of the file");
    const Bytes part = sector(id);
    for (std::size_t i = 0; i + 4 <= part.size(); i += 4) fat_.push_back(u32_at(part, i));
  }
  return Done{};
}

// `most` bounds the chain: a circle gives sectors again, but no more than asked for.
Result<std::vector<std::uint32_t>> CompoundFile::chain(const std::vector<std::uint32_t>& fat, std::uint32_t start, std::size_t most) const {
  std::vector<std::uint32_t> out;
  for (std::uint32_t id = start; id != kEndOfChain && out.size() < most; id = fat[id]) {
    if (id >= fat.size()) return damaged("chain of sectors leaves the file");
    out.push_back(id);
  }
  return out;
}

Result<std::vector<std::byte>> CompoundFile::read_chain(std::uint32_t start, std::uint64_t size, std::string_view what) const {
  // Else a few bytes could ask for gigabytes.
  if (size > bytes_.size()) return fail(ErrorCode::kFileDamaged, "stream " + std::string(what) + " says it is larger than the file");
  std::vector<std::byte> out;
  out.reserve(static_cast<std::size_t>(size));
  auto ids = chain(fat_, start, static_cast<std::size_t>((size + sector_size_ - 1) / sector_size_));
  if (!ids) return ids.forward();
  for (const std::uint32_t id : *ids) {
    if (!sector_exists(id)) return damaged("chain of sectors leaves the file");
    const Bytes part = sector(id).first(std::min<std::size_t>(sector(id).size(), static_cast<std::size_t>(size) - out.size()));
    out.insert(out.end(), part.begin(), part.end());
  }
  // A chain that ends early is left to the reader of the stream: what is missing may be nothing that matters. A file that ends
  // early has lost something.
  if (out.size() < size && ids->size() * sector_size_ >= size)
    return fail(ErrorCode::kFileTruncated, "the file ends inside stream " + std::string(what));
  return out;
}

Status CompoundFile::read_directory() {
  auto ids = chain(fat_, directory_start_, sectors_ + 1);
  if (!ids) return ids.forward();
  if (ids->size() > sectors_) return damaged("directory runs in a circle");
  std::vector<RawEntry> raw;
  for (const std::uint32_t id : *ids) {
    if (!sector_exists(id)) return damaged("directory leaves the file");
    const Bytes part = sector(id);
    for (std::size_t at = 0; at + kEntrySize <= part.size(); at += kEntrySize) {
      const Bytes e = part.subspan(at, kEntrySize);
      RawEntry entry;
      entry.type = std::to_integer<std::uint8_t>(e[66]);
      // Offsets of [MS-CFB] 2.6.1: name at 0, its length in bytes at 64, kind at 66, siblings at 68 and 72, child at
      // 76, start at 116, size at 120.
      const std::size_t name_bytes = u16_at(e, 64);
      if (entry.type != 0) {
        if (name_bytes > 64 || name_bytes < 2 || name_bytes % 2 != 0) return damaged("directory holds a name of impossible length");
        if (u16_at(e, name_bytes - 2) != 0) return damaged("directory holds a name without an end");
        std::u16string name;
        for (std::size_t i = 0; i + 2 < name_bytes; i += 2) name += static_cast<char16_t>(u16_at(e, i));
        entry.name = utf16_to_utf8(name);
      }
      entry.left = u32_at(e, 68);
      entry.right = u32_at(e, 72);
      entry.child = u32_at(e, 76);
      entry.start = u32_at(e, 116);
      // Version 3 leaves garbage in the upper half of a size.
      entry.size = u32_at(e, 120) | (wide_sizes_ ? static_cast<std::uint64_t>(u32_at(e, 124)) << 32 : 0);
      raw.push_back(std::move(entry));
      if (raw.size() > kMostEntries) return damaged("directory has too many entries");
    }
  }
  if (raw.empty() || raw[0].type != kRoot) return damaged("root entry is missing");

  // Siblings form a binary tree, whose order does not matter here: it is walked with a stack.
  struct Visit {
    std::uint32_t id;
    std::string folder;
  };
  std::vector<bool> seen(raw.size(), false);
  seen[0] = true;
  std::vector<Visit> open;
  if (raw[0].child != kNothing) open.push_back({raw[0].child, ""});
  while (!open.empty()) {
    const Visit visit = std::move(open.back());
    open.pop_back();
    if (visit.id >= raw.size()) return damaged("directory points outside of itself");
    if (seen[visit.id]) return damaged("directory runs in a circle");
    seen[visit.id] = true;
    const RawEntry& entry = raw[visit.id];
    if (entry.type != kStorage && entry.type != kStream) return damaged("directory holds an entry of unknown kind");
    for (const std::uint32_t next : {entry.left, entry.right})
      if (next != kNothing) open.push_back({next, visit.folder});
    const std::string path = visit.folder + entry.name;
    if (entry.type == kStorage) {
      if (visit.folder.size() > 1024) return damaged("directory is too deep");
      if (entry.child != kNothing) open.push_back({entry.child, path + "/"});
    } else if (!entries_.try_emplace(path, Entry{entry.start, entry.size}).second) {
      return damaged("directory names a stream twice");
    }
  }
  return read_mini_stream({raw[0].start, raw[0].size});
}

// Read only if a stream needs it.
Status CompoundFile::read_mini_stream(const Entry& root) {
  const bool wanted =
      std::any_of(entries_.begin(), entries_.end(), [&](const auto& e) { return e.second.size > 0 && e.second.size < mini_cutoff_; });
  if (!wanted) return Done{};
  auto ids = chain(fat_, mini_fat_start_, sectors_ + 1);
  if (!ids) return ids.forward();
  if (ids->size() > sectors_) return damaged("FAT of small streams runs in a circle");
  for (const std::uint32_t id : *ids) {
    if (!sector_exists(id)) return damaged("FAT of small streams leaves the file");
    const Bytes part = sector(id);
    for (std::size_t i = 0; i + 4 <= part.size(); i += 4) mini_fat_.push_back(u32_at(part, i));
  }
  auto stream = read_chain(root.start, root.size, "of small streams");
  if (!stream) return stream.forward();
  mini_stream_ = *std::move(stream);
  return Done{};
}

// By size: below the cutoff in small sectors, else in plain ones.
Result<std::vector<std::byte>> CompoundFile::read(std::string_view path) const {
  const auto found = entries_.find(std::string(path));
  if (found == entries_.end()) return fail(ErrorCode::kFileDamaged, "the document has no stream " + std::string(path));
  const Entry& entry = found->second;
  if (entry.size >= mini_cutoff_ || entry.size == 0) return read_chain(entry.start, entry.size, path);

  const auto size = static_cast<std::size_t>(entry.size);
  auto ids = chain(mini_fat_, entry.start, (size + kMiniSector - 1) / kMiniSector);
  if (!ids) return ids.forward();
  std::vector<std::byte> out;
  out.reserve(size);
  for (const std::uint32_t id : *ids) {
    const std::size_t at = static_cast<std::size_t>(id) * kMiniSector;
    if (at >= mini_stream_.size()) return damaged("small stream leaves the file");
    const std::size_t count = std::min({kMiniSector, mini_stream_.size() - at, size - out.size()});
    out.insert(out.end(), mini_stream_.begin() + static_cast<std::ptrdiff_t>(at),
               mini_stream_.begin() + static_cast<std::ptrdiff_t>(at + count));
  }
  return out;
}

}  // namespace jangbu::hwp
