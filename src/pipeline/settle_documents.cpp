// Names and places: under which paths a document's bytes stand now, and which documents have no place any more beside those that do.
//
//   the file is now …                     the old document
//   other bytes under the same name       `past`: an earlier edition, if the report stands; else removed
//   the same bytes under another name     removed: the other name's document has them
//   the same bytes under two names        one document, both in its paths
#include <algorithm>
#include <map>
#include <set>

#include "pipeline/settle.h"

namespace jangbu {
namespace {

// One document that is due, with all that its change may touch.
class Places {
 public:
  explicit Places(Shelf& shelf) : shelf_(shelf) {}

  // A document stands somewhere while an input of ours has its bytes.
  Result<bool> stands(const KnownDocument& document) {
    const auto paths = shelf_.state.paths_of(document.id);
    if (!paths) return paths.forward();
    return !paths->empty();
  }

  // Everything whose place may depend on this one's: of the same bytes, under the same name, of the same report.
  Status gather(const KnownDocument& document) {
    around_.emplace(document.id, document);
    for (const auto& [asked, value] :
         {std::pair(&State::documents_with_hash, &document.sha256), std::pair(&State::documents_at, &document.path),
          std::pair(&State::documents_of_report, &document.report)}) {
      if (value->empty()) continue;
      const auto found = (shelf_.state.*asked)(*value);
      if (!found) return found.forward();
      for (const KnownDocument& one : *found) around_.emplace(one.id, one);
    }
    return Done{};
  }

  // Removes those that have no place any more, marks what was replaced by a later edition, and gives the others their paths.
  Status settle() {
    for (auto& [id, document] : around_) {
      const auto paths = shelf_.state.paths_of(id);
      if (!paths) return paths.forward();
      if (paths->empty()) {
        if (Status status = settle_absent(document); !status) return status;
        continue;
      }
      // One path is told by the document's `path`; several are listed.
      const std::vector<std::string> now = paths->size() > 1 ? *paths : std::vector<std::string>{};
      if (now == document.paths) continue;
      document.paths = now;
      if (Status status = put_standing(shelf_, document, true); !status) return status;
    }
    return Done{};
  }

 private:
  // No input has the bytes any more. renamed: the same bytes stand under another name. replaced: another document stands at its path.
  // still_carried: some file of the same report stands, so this one is an earlier edition and stays as such.
  Status settle_absent(KnownDocument& old) {
    bool renamed = false, replaced = false, still_carried = false;
    const auto with_hash = shelf_.state.documents_with_hash(old.sha256), at_path = shelf_.state.documents_at(old.path);
    if (!with_hash) return with_hash.forward();
    if (!at_path) return at_path.forward();
    for (const auto& [list, found] : {std::pair(&*with_hash, &renamed), std::pair(&*at_path, &replaced)}) {
      for (const KnownDocument& other : *list) {
        if (other.id == old.id) continue;
        const auto there = stands(other);
        if (!there) return there.forward();
        *found = *found || *there;
      }
    }
    if (replaced && !old.report.empty()) {
      const auto of_report = shelf_.state.documents_of_report(old.report);
      if (!of_report) return of_report.forward();
      for (const KnownDocument& other : *of_report) {
        const auto there = stands(other);
        if (!there) return there.forward();
        still_carried = still_carried || *there;
      }
    }
    if (renamed || (replaced && !still_carried)) return remove_document(shelf_, old.id);
    if (!replaced || old.past) return Done{};
    old.past = true;  // whatever it says, it came before the file that stands there now
    if (Status status = shelf_.state.make_due("report", {old.report}); !status) return status;
    return shelf_.state.put_standing(old, shelf_.ledger.sequence());
  }

  Shelf& shelf_;
  std::map<std::string, KnownDocument> around_;
};

}  // namespace

namespace {

// A document's report becomes due first: after a kill it is settled even if the document is not due any more.
Status settle_document(Shelf& shelf, const std::string& id) {
  const auto document = shelf.state.document(id);
  if (!document) return document.forward();
  if (*document) {
    if (Status status = shelf.state.make_due("report", {(*document)->report.empty() ? kAlone + id : (*document)->report}); !status)
      return status;
    Places places(shelf);
    if (Status status = places.gather(**document); !status) return status;
    if (Status status = places.settle(); !status) return status;
  }
  return shelf.state.settled("document", id);
}

}  // namespace

Status settle_documents(Shelf& shelf) {
  return settle_each(shelf, "document", [&](const std::string& id) { return settle_document(shelf, id); });
}

// In a folder nobody else settles.
Status settle_together(Shelf& shelf, const std::string& kind, const std::vector<std::string>& names, const Piece& work) {
  return shelf.alone([&]() -> Status {
    if (!shelf.files) return work();
    const auto still = shelf.state.is_due(kind, names);
    if (!still) return still.forward();
    return *still ? work() : Status(Done{});
  });
}

Status settle_each(Shelf& shelf, const std::string& kind, const std::function<Status(const std::string&)>& work) {
  constexpr std::ptrdiff_t kTogether = 64;
  const auto due = shelf.state.due(kind);
  if (!due) return due.forward();
  for (auto first = due->begin(); first != due->end();) {
    const auto end = first + std::min(kTogether, due->end() - first);
    const Status settled = shelf.alone([&]() -> Status {
      for (auto name = first; name != end; ++name) {
        if (shelf.files) {
          const auto still = shelf.state.is_due(kind, {*name});
          if (!still) return still.forward();
          if (!*still) continue;
        }
        if (Status status = work(*name); !status) return status;
      }
      return Done{};
    });
    if (!settled) return settled;
    first = end;
  }
  return Done{};
}

// The order matters: what is gone cannot be an edition, editions decide who speaks, and only those that speak are compared over the years.
Status settle(Shelf& shelf, const std::vector<Profile>& profiles, std::vector<Removed>& removed) {
  if (Status status = settle_gone(shelf, removed); !status) return status;
  if (!shelf.files) {  // what is filed in PostgreSQL was judged where it was read
    if (Status status = settle_judgement(shelf); !status) return status;
  }
  if (Status status = settle_documents(shelf); !status) return status;
  if (Status status = settle_reports(shelf, profiles); !status) return status;
  return settle_years(shelf, profiles);
}

}  // namespace jangbu
