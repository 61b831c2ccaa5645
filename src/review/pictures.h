// Pages of PDFs as pictures, drawn in a locked-in reader child like every foreign byte, and kept: the last few files, and pictures up to a
// bound.
//
// Thread rule: any number of threads may ask; one page is drawn at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "model/file_stamp.h"
#include "reading/document_reader.h"

namespace jangbu {

// A source file where it was read from.
struct SourceFile {
  std::string location, sha256;
};

class Pictures {
 public:
  Pictures(std::unique_ptr<DocumentReader> reader, std::uint64_t most_bytes) : reader_(std::move(reader)), most_bytes_(most_bytes) {}

  // PNG, at kDpi. Errors: path_missing and path_unreadable (the file is not there any more), file_damaged (it has other bytes now), those
  // of DocumentReader::show().
  Result<std::shared_ptr<const std::string>> page(const SourceFile& source, int page);

  static constexpr double kDpi = 110;

 private:
  struct File {
    SourceFile source;
    FileStamp stamp;
    std::shared_ptr<const std::string> bytes;
  };
  struct Picture {
    std::string key;
    std::shared_ptr<const std::string> png;
  };
  Result<std::shared_ptr<const std::string>> bytes_of(const SourceFile& source);

  std::unique_ptr<DocumentReader> reader_;
  std::uint64_t most_bytes_;
  std::mutex drawing_, keeping_;
  std::list<File> files_;  // these two: the last one asked for first
  std::list<Picture> pictures_;
};

}  // namespace jangbu
