// Pages drawn on demand, with two lists of what was used last: bytes of source files (kMostFiles) and finished pictures
// (kMostPictureBytes). Two locks: one for the lists, held shortly, and one for drawing, so that pages that are there already never wait for
// one that is being drawn. Pictures are named by the bytes of their source and not by its path: a file that changed gives other pictures.
#include "review/pictures.h"

#include <algorithm>

#include "loader/atomic_file.h"
#include "text/hash.h"

namespace jangbu {
namespace {

constexpr std::size_t kMostFiles = 3;
constexpr std::uint64_t kMostPictureBytes = 64ull << 20;

}  // namespace

// The hash is checked whenever the file is read: the page must show what was read, or say that it cannot.
Result<std::shared_ptr<const std::string>> Pictures::bytes_of(const SourceFile& source) {
  const auto stamp = stamp_of(source.location);
  if (!stamp)
    return fail(ErrorCode::kPathMissing, "the source file is not where it was read from",
                "put it back, or read it again with 'jangbu ingest'");
  const auto found = std::find_if(files_.begin(), files_.end(), [&](const File& one) { return one.source.location == source.location; });
  if (found != files_.end() && found->stamp == *stamp && found->source.sha256 == source.sha256) {
    files_.splice(files_.begin(), files_, found);
    return files_.front().bytes;
  }
  if (found != files_.end()) files_.erase(found);
  auto bytes = read_file(source.location, most_bytes_);
  if (!bytes) return bytes.forward();
  if (sha256_hex(std::string_view(*bytes)) != source.sha256)
    return fail(ErrorCode::kFileDamaged, "the source file has changed since it was read", "run 'jangbu ingest' again");
  files_.push_front({source, *stamp, std::make_shared<const std::string>(std::move(*bytes))});
  if (files_.size() > kMostFiles) files_.pop_back();
  return files_.front().bytes;
}

// Looked for twice: before waiting for the turn to draw, and after.
Result<std::shared_ptr<const std::string>> Pictures::page(const SourceFile& source, int page) {
  const std::string key = source.sha256 + " " + std::to_string(page);
  // What was used moves to the front.
  const auto kept = [&]() -> std::shared_ptr<const std::string> {
    const std::lock_guard lock(keeping_);
    const auto found = std::find_if(pictures_.begin(), pictures_.end(), [&](const Picture& one) { return one.key == key; });
    if (found == pictures_.end()) return nullptr;
    pictures_.splice(pictures_.begin(), pictures_, found);
    return pictures_.front().png;
  };
  if (auto png = kept()) return png;
  const std::lock_guard drawing(drawing_);
  if (auto png = kept()) return png;  // another thread has drawn it meanwhile
  const auto bytes = bytes_of(source);
  if (!bytes) return bytes.forward();
  Showing showing;
  showing.form = InspectForm::kPage;
  showing.page = page;
  showing.dpi = kDpi;
  auto drawn = reader_->show(**bytes, showing);
  if (!drawn) return drawn.forward();
  auto png = std::make_shared<const std::string>(std::move(*drawn));
  const std::lock_guard lock(keeping_);
  pictures_.push_front({key, png});
  // The oldest go first; the newest stays, however large it is.
  std::uint64_t sum = 0;
  for (auto one = pictures_.begin(); one != pictures_.end(); ++one) {
    sum += one->png->size();
    if (sum > kMostPictureBytes && one != pictures_.begin()) {
      pictures_.erase(one, pictures_.end());
      break;
    }
  }
  return png;
}

}  // namespace jangbu
