// CompoundFile: the streams of an OLE compound file (Microsoft's [MS-CFB]), read from memory. HWP 5 documents are such files.
//
// A small bounded reader of our own rather than a library: what HWP needs of the format is a directory and chains of sectors, the
// well-kept libraries for C++ bring COM's interfaces or a whole office suite along, and every offset, count and chain must be
// checked against a hostile file in any case.
//
// Facts used ([MS-CFB] 2.2–2.6): a 512-byte header; sectors of 512 or 4,096 bytes, numbered from the end of the header; the
// FAT holds the next sector of each; its own sectors are listed in the header (109) and then in a chain (DIFAT); the
// directory is a chain of 128-byte entries forming a tree; streams below the cutoff stand in the root entry's stream in pieces of
// 64 bytes with a FAT of their own. In version 3 only the low half of a stream's size counts.
//
// Every chain is followed for at most as many steps as the file has sectors. Names are compared, never used as paths of anything.
// Ownership: borrows the bytes of the file.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/hangul/byte_view.h"
#include "jangbu/result.h"

namespace jangbu::hwp {

bool looks_like_compound_file(hangul::Bytes bytes);

class CompoundFile {
 public:
  // Errors: file_damaged, file_truncated.
  static Result<CompoundFile> open(hangul::Bytes bytes);

  // Names are full paths, as "BodyText/Section0".
  bool has(std::string_view path) const { return entries_.contains(std::string(path)); }
  // The bytes of a stream; fewer than it says where its chain ends early.
  // Errors: file_damaged (no such stream, or its chain is broken), file_truncated (the file ends inside of it).
  Result<std::vector<std::byte>> read(std::string_view path) const;

 private:
  struct Entry {
    std::uint32_t start = 0;
    std::uint64_t size = 0;
  };

  Status read_header();
  Status read_fat();
  Status read_directory();
  Status read_mini_stream(const Entry& root);
  bool sector_exists(std::uint32_t id) const { return id < sectors_; }
  hangul::Bytes sector(std::uint32_t id) const;  // REQUIRES: sector_exists
  // The sectors of a chain, at most `most` of them. Errors: file_damaged.
  Result<std::vector<std::uint32_t>> chain(const std::vector<std::uint32_t>& fat, std::uint32_t start, std::size_t most) const;
  Result<std::vector<std::byte>> read_chain(std::uint32_t start, std::uint64_t size, std::string_view what) const;

  hangul::Bytes bytes_;
  std::size_t sector_size_ = 512;
  std::size_t sectors_ = 0;  // that the file holds, the last one maybe cut short
  std::uint32_t mini_cutoff_ = 4096;
  std::uint32_t directory_start_ = 0, mini_fat_start_ = 0;
  bool wide_sizes_ = false;  // version 4
  std::vector<std::uint32_t> fat_, mini_fat_;
  std::vector<std::byte> mini_stream_;
  std::map<std::string, Entry> entries_;  // streams only
};

}  // namespace jangbu::hwp
