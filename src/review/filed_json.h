// documents/<id>.json, read, the last few kept: a document that is leafed through is read once.
//
// Thread rule: any number of threads may ask.
#pragma once

#include <filesystem>
#include <list>
#include <memory>
#include <mutex>
#include <string>

#include "model/file_stamp.h"
#include "review/filed_value.h"

namespace jangbu {

class FiledJson {
 public:
  explicit FiledJson(std::filesystem::path output) : output_(std::move(output)) {}

  // As it stands in the output folder now. Errors: path_missing (no such document), limit_bytes (too large to be looked at here),
  // output_damaged.
  Result<std::shared_ptr<const FiledTree>> document(const std::string& id);

 private:
  struct Kept {
    std::string id;
    FileStamp stamp;
    std::shared_ptr<const FiledTree> file;
  };
  std::filesystem::path output_;
  std::mutex mutex_;
  std::list<Kept> kept_;  // the last one asked for first
};

// A name of a document that cannot lead out of its folder.
bool may_be_document(const std::string& id);

}  // namespace jangbu
