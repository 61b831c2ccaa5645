// Documents that were read, the last kMostKept of them, each with the stamp of its file: a run that writes it anew makes the next question
// read it again. Reading happens under the lock, so that two questions for one large document read it once.
#include "review/filed_json.h"

#include <algorithm>

#include "loader/atomic_file.h"

namespace jangbu {
namespace {

constexpr std::size_t kMostKept = 4;
constexpr std::uint64_t kLargest = 96ull << 20;  // the largest real report has 20 MB

}  // namespace

bool may_be_document(const std::string& id) {
  constexpr std::size_t kLongest = 240;
  return !id.empty() && id.size() <= kLongest && id.front() != '.' && id.find_first_of(std::string_view("/\\\0", 3)) == std::string::npos;
}

// Shared and never changed: a question may go on with it while a newer one is kept.
Result<std::shared_ptr<const FiledTree>> FiledJson::document(const std::string& id) {
  const auto missing = [&] { return fail(ErrorCode::kPathMissing, "there is no document of this name", "see the list of documents"); };
  if (!may_be_document(id)) return missing();
  const std::filesystem::path path = output_ / "documents" / (id + ".json");
  const auto stamp = stamp_of(path);
  if (!stamp) return missing();
  const std::lock_guard lock(mutex_);
  const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& one) { return one.id == id; });
  if (found != kept_.end() && found->stamp == *stamp) {
    kept_.splice(kept_.begin(), kept_, found);
    return kept_.front().file;
  }
  if (found != kept_.end()) kept_.erase(found);
  const auto bytes = read_file(path, kLargest);
  if (!bytes) return bytes.forward();
  auto file = FiledTree::parse(*bytes);
  if (!file || file->root()["document_id"].text().empty())
    return fail(ErrorCode::kOutputDamaged, "documents/" + id + ".json is not what jangbu wrote", "run 'jangbu ingest' again");
  kept_.push_front({id, *stamp, file});
  if (kept_.size() > kMostKept) kept_.pop_back();
  return file;
}

}  // namespace jangbu
