// Documents whose files are gone leave the output. When the last edition of a report goes, the earlier editions go with it: with nothing
// in their place they would otherwise speak again.
//
//   a.pdf was replaced once, then deleted: both of its documents leave, or the older edition would speak again
//   a.pdf was moved to b.pdf: the document of a.pdf leaves without being told as removed
#include <algorithm>
#include <set>
#include <tuple>

#include "pipeline/settle.h"

namespace jangbu {
namespace {

// `removed`: what the summary of the run tells, each document once and none that only moved.
class Gone {
 public:
  Gone(Shelf& shelf, std::vector<Removed>& removed) : shelf_(shelf), removed_(removed) {}

  // The document whose last input is gone. One with another path left stays.
  Status document(const std::string& id) {
    const auto found = shelf_.state.document(id);
    if (!found) return found.forward();
    if (!*found) return Done{};
    const auto there = stands(**found);
    if (!there) return there.forward();
    return *there ? Status(Done{}) : remove_with_past(**found);
  }

  // What stood there before something that could not be read took its place.
  Status path(const std::string& shown) {
    const auto found = shelf_.state.documents_at(shown);
    if (!found) return found.forward();
    for (const KnownDocument& one : *found) {
      if (!one.past) continue;
      // The report may only have moved on, to another name.
      const auto standing = report_stands(one);
      if (!standing) return standing.forward();
      if (*standing) continue;
      if (Status status = remove_with_past(one); !status) return status;
    }
    return Done{};
  }

 private:
  // A document stands while an input has its bytes.
  Result<bool> stands(const KnownDocument& document) {
    const auto paths = shelf_.state.paths_of(document.id);
    if (!paths) return paths.forward();
    return !paths->empty();
  }

  // Without a report's key a document is alone: it is the whole report.
  Result<bool> report_stands(const KnownDocument& document) {
    if (document.report.empty()) return stands(document);
    const auto of_report = shelf_.state.documents_of_report(document.report);
    if (!of_report) return of_report.forward();
    for (const KnownDocument& one : *of_report) {
      const auto there = stands(one);
      if (!there || *there) return there;
    }
    return false;
  }

  // The document, and if nothing of its report stands any more, the editions that it had replaced.
  Status remove_with_past(const KnownDocument& gone) {
    const auto same_bytes = shelf_.state.documents_with_hash(gone.sha256);
    if (!same_bytes) return same_bytes.forward();
    // The same bytes stand under another name: the document goes, but the report is not told as removed.
    bool moved = false;
    for (const KnownDocument& one : *same_bytes) {
      const auto there = stands(one);
      if (!there) return there.forward();
      moved = moved || (one.id != gone.id && *there);
    }
    if (!moved) removed_.push_back({gone.path, gone.id, {}});
    if (Status status = remove_document(shelf_, gone.id); !status) return status;
    if (gone.report.empty()) return Done{};
    const auto standing = report_stands(gone);
    if (!standing) return standing.forward();
    if (*standing) return Done{};
    const auto left = shelf_.state.documents_of_report(gone.report);
    if (!left) return left.forward();
    // Nothing of the report stands. What is not known to have stood came from a folder that this state has not met yet: it stays.
    // All that the document had taken the place of, one after the other: `supersedes` is a chain of ids.
    std::set<std::string> before{gone.supersedes};
    for (bool more = true; more;) {
      more = false;
      for (const KnownDocument& one : *left) more = (before.contains(one.id) && before.insert(one.supersedes).second) || more;
    }
    for (const KnownDocument& one : *left) {
      if (!one.past && one.path != gone.path && !before.contains(one.id)) continue;
      if (Status status = remove_document(shelf_, one.id); !status) return status;
    }
    return Done{};
  }

  Shelf& shelf_;
  std::vector<Removed>& removed_;
};

}  // namespace

// What is due is settled one by one: after a kill the next run goes on where this one ended.
Status settle_gone(Shelf& shelf, std::vector<Removed>& removed) {
  Gone gone(shelf, removed);
  const Status documents = settle_each(shelf, "gone", [&](const std::string& id) -> Status {
    if (Status status = gone.document(id); !status) return status;
    return shelf.state.settled("gone", id);
  });
  if (!documents) return documents;
  const Status paths = settle_each(shelf, "gone_path", [&](const std::string& path) -> Status {
    if (Status status = gone.path(path); !status) return status;
    return shelf.state.settled("gone_path", path);
  });
  if (!paths) return paths;
  std::sort(removed.begin(), removed.end(),
            [](const Removed& a, const Removed& b) { return std::tie(a.path, a.document_id) < std::tie(b.path, b.document_id); });
  return Done{};
}

}  // namespace jangbu
