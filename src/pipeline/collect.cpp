// Collecting output folders. What a folder says is put on the shelf as if it had been read here: each document by its file, and each path
// that its bytes had there as an input with a place of its own, <the document's file>/<path>. From there on all is as after reading: what
// has the same bytes is one document, what took the place of another at its path does so here, what is gone leaves, and settle() does the
// rest.
//
//   가/out/documents/D.json with paths [a.pdf]   →   input "…/가/out/documents/D.json/a.pdf", shown as a.pdf
//   나/out/documents/D2.json, the same bytes     →   one document here, named by the first path, with both as its places
#include "jangbu/collect.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "loader/atomic_file.h"
#include "loader/output_folder.h"
#include "pipeline/collecting.h"
#include "pipeline/input_names.h"
#include "pipeline/inputs.h"
#include "pipeline/shared_ledger.h"
#include "pipeline/shelf.h"
#include "pipeline/taking_in.h"
#include "store/postgres_dialect.h"

namespace jangbu {
namespace fs = std::filesystem;
namespace {

// All parts of a stamp, so that a file that was replaced within one second is seen as another.
std::string stamp_text(const FileStamp& stamp) {
  return std::to_string(stamp.inode) + " " + std::to_string(stamp.size) + " " + std::to_string(stamp.modified) + " " +
         std::to_string(stamp.changed);
}

constexpr const char* kTaken = "collected ";  // and the location of a file: the note that holds its stamp once it was taken

// One run over all folders. A file counts as taken (the note kTaken) only when its folder is through:
// what a killed run did not finish is taken again.
class Collecting {
 public:
  Collecting(Shelf& shelf, Observer& observer, IngestSummary& summary) : shelf_(shelf), observer_(observer), summary_(summary) {}

  // Two rounds at most: the second only for documents that lost the name which their first place gave them.
  Status from(const std::vector<fs::path>& folders) {
    for (const fs::path& folder : folders) {
      if (Status status = from(folder); !status) return status;
    }
    if (!again_.empty()) {  // bytes whose name is gone have another one, in one of the folders
      unchanged_.clear();
      for (const fs::path& folder : folders) {
        if (Status status = from(folder); !status) return status;
      }
    }
    for (auto& [place, outcome] : outcomes_) {
      unchanged_.erase(place);
      summary_.outcomes.push_back(std::move(outcome));
    }
    summary_.unchanged = summary_.documents = unchanged_.size();
    return Done{};
  }

 private:
  // A document as a file of the folder tells of it.
  struct Taken {
    std::string file, own_id, id;  // `id`: of the document here, which may be another's with the same bytes
    std::string path, sha256, supersedes;
    std::vector<std::string> paths;
    FileStamp stamp;
  };

  // One folder: documents that changed, then their places, then failures, then what is gone, then the notes.
  Status from(const fs::path& folder) {
    root_ = root_of(folder);
    places_.clear();
    as_they_were_.clear();
    taken_.clear();
    std::error_code error;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder / "documents", error)) {
      if (entry.path().extension() == ".json" && !entry.path().filename().string().starts_with(".")) files.push_back(entry.path());
    }
    if (error)
      return fail(ErrorCode::kPathMissing, folder.string() + " is not an output of jangbu: it has no documents",
                  "give the folder that --out named");
    std::sort(files.begin(), files.end());
    observer_.started(files.size());
    const Status noted = shelf_.beside([&]() -> Status {
      auto notes = shelf_.state.notes_under(kTaken + root_);
      if (!notes) return notes.forward();
      notes_ = std::move(*notes);
      return Done{};
    });
    if (!noted) return noted;
    for (const fs::path& file : files) {
      if (observer_.stop_signal() != 0) return Done{};  // nothing is taken for gone
      if (Status status = document(file); !status) return status;
    }
    for (const Taken& one : taken_) {
      if (Status status = shelf_.beside([&] { return put_places(one); }); !status) return status;
    }
    if (Status status = shelf_.beside([&] { return failures(folder); }); !status) return status;
    if (Status status = shelf_.beside([&] { return gone(); }); !status) return status;
    return shelf_.beside([&] { return note_taken(); });  // last: what a run did not finish is taken again
  }

  // In PostgreSQL folders of several machines come together, which may have one path.
  std::string root_of(const fs::path& folder) const {
    const std::string location = location_of(folder) + "/";
    return shelf_.files ? postgres_key(machine_name() + ":" + location) : location;
  }

  Status note_taken() {
    for (const Taken& one : taken_) {
      if (Status status = shelf_.state.put_note(kTaken + one.file, stamp_text(one.stamp)); !status) return status;
    }
    return Done{};
  }

  // A file whose stamp was noted after it was taken is not opened again: collecting a large folder twice costs one stat a file.
  Status document(const fs::path& file) {
    const auto stamp = stamp_of(file);
    if (!stamp) return Done{};  // it left meanwhile
    const std::string location = root_ + "documents/" + file.filename().string();
    const auto note = notes_.find(kTaken + location);
    if (note != notes_.end() && note->second == stamp_text(*stamp) && !again_.contains(location)) {
      as_they_were_.insert(location);
      unchanged_.insert(location);
      return Done{};
    }
    const auto content = read_file(file, kLargestOwnFile);
    if (!content) return content.forward();
    auto filed = FiledDocument::parse(*content, file.string());
    if (!filed) return filed.forward();
    return take(*filed, location, *stamp);
  }

  Status take(FiledDocument& filed, const std::string& file, const FileStamp& stamp) {
    const KnownDocument known = known_from(filed);
    Taken taken{file, known.id, known.id, known.path, known.sha256, known.supersedes, known.paths, stamp};
    if (taken.paths.empty()) taken.paths.push_back(known.path);
    const Status put = shelf_.beside([&]() -> Status {
      auto id = take_in(shelf_, filed);
      if (!id) return id.forward();
      taken.id = std::move(*id);
      // Where others put at the same time, the same bytes have to stand somewhere from this moment on to be known by them.
      for (const std::string& path : shelf_.files ? taken.paths : std::vector<std::string>{}) {
        if (Status status = put_input(shelf_, input_of(taken, path)); !status) return status;
      }
      return Done{};
    });
    if (!put) return put;
    Outcome outcome = taken_outcome(known, taken.id);
    taken_.push_back(std::move(taken));
    observer_.finished(outcome, 0);
    outcomes_[file] = std::move(outcome);
    return Done{};
  }

  std::string place(const std::string& file, const std::string& path) const {
    return shelf_.files ? postgres_key(file + "/" + path) : file + "/" + path;
  }

  KnownInput input_of(const Taken& taken, const std::string& path) const {
    KnownInput input;
    input.location = place(taken.file, path);
    input.shown = path;
    input.sha256 = taken.sha256;
    input.document = taken.id;
    return input;
  }

  // Its document, which in PostgreSQL may be another's by now: who has the same bytes under a name that comes before takes their places.
  Result<std::string> id_now(const Taken& taken) {
    if (!shelf_.files) return taken.id;
    if (Status status = shelf_.state.hold_bytes(taken.sha256); !status) return status.forward();
    const auto input = shelf_.state.input(place(taken.file, taken.paths.front()));
    if (!input) return input.forward();
    return *input && !(*input)->document.empty() ? (*input)->document : taken.id;
  }

  // Every path under which the bytes stood becomes an input; where a later edition stood at that path, it takes the place here, too.
  Status put_places(Taken taken) {
    const auto id = id_now(taken);
    if (!id) return id.forward();
    taken.id = *id;
    const auto later = successor(taken);
    if (!later) return later.forward();
    for (const std::string& path : taken.paths) {
      const KnownInput input = input_of(taken, path);
      if (Status status = put_input(shelf_, input); !status) return status;
      places_.insert(input.location);
      if (later->empty()) continue;
      if (Status status = take_the_place(*later, input); !status) return status;
    }
    if (taken.supersedes.empty()) return Done{};
    const auto earlier = shelf_.state.input(place(root_ + "documents/" + taken.supersedes + ".json", taken.path));
    if (!earlier) return earlier.forward();
    return *earlier && (*earlier)->document != taken.id ? take_the_place(taken.id, **earlier) : Status(Done{});
  }

  // `later` took the place of this input's document at its path where both were read. Here it does so in two steps: the input's place gives
  // the document away to `later`, and is gone then, since `later` has a place of its own.
  Status take_the_place(const std::string& later, KnownInput input) {
    input.document = later;
    if (Status status = put_input(shelf_, input); !status) return status;
    return forget_input(shelf_, input.location, input.shown);
  }

  // The document that stands at the same path now; empty: this one does.
  Result<std::string> successor(const Taken& taken) {
    for (const Taken& one : taken_) {
      if (one.supersedes == taken.own_id && one.path == taken.path) return id_now(one);
    }
    const auto at_path = shelf_.state.documents_at(taken.path);
    if (!at_path) return at_path.forward();
    for (const KnownDocument& one : *at_path) {
      if (one.supersedes == taken.id) return one.id;
    }
    return std::string();
  }

  // What could not be read there stays in quarantine here.
  Status failures(const fs::path& folder) {
    const auto entries = read_quarantine(folder);
    if (!entries) return entries.forward();
    for (const QuarantineEntry& entry : *entries) {
      const KnownInput input = failed_input(entry, place(root_ + "quarantine", entry.path));
      const auto before = shelf_.state.input(input.location);
      if (!before) return before.forward();
      if (Status status = put_input(shelf_, input); !status) return status;
      places_.insert(input.location);
      Outcome outcome;
      outcome.path = entry.path;
      outcome.sha256 = entry.sha256;
      outcome.state = "quarantined";
      outcome.why = *before ? "unchanged" : "collected";
      outcome.error = input.error;
      outcomes_.emplace(input.location, std::move(outcome));
    }
    return Done{};
  }

  // Inputs of this folder that no file of it tells of any more. Those of files that were as before count as there without being looked at.
  // The same bytes may stand in another folder: these are taken once more, as one of them gives the document its name now.
  Status gone() {
    std::vector<KnownInput> gone;
    const Status each = shelf_.state.each_input_under(root_, [&](const KnownInput& input) {
      if (places_.contains(input.location)) return;
      const std::size_t end = input.location.find(".json/", root_.size());
      if (end != std::string::npos && as_they_were_.contains(input.location.substr(0, end + 5))) return;
      gone.push_back(input);
    });
    if (!each) return each;
    for (const KnownInput& input : gone) {
      if (Status status = shelf_.state.hold_bytes(input.sha256); !status) return status;
      if (Status status = forget_input(shelf_, input.location, input.shown); !status) return status;
      const auto others = shelf_.state.inputs_with_hash(input.sha256);
      if (!others) return others.forward();
      for (const KnownInput& other : *others) {
        const std::size_t end = other.location.find(".json/", other.location.find("/documents/"));
        if (end == std::string::npos || other.document.empty()) continue;
        const std::string file = other.location.substr(0, end + 5);
        if (Status status = shelf_.state.put_note(kTaken + file, ""); !status) return status;
        again_.insert(file);
      }
    }
    return Done{};
  }

  Shelf& shelf_;
  Observer& observer_;
  IngestSummary& summary_;
  std::map<std::string, Outcome> outcomes_;   // by the file of a document, or the place of what failed
  std::set<std::string> unchanged_;           // files of all folders that there was nothing to take from
  std::string root_;                          // of the folder at hand
  std::map<std::string, std::string> notes_;  // of what was taken from it before
  std::set<std::string> places_;              // of inputs that are there
  std::set<std::string> as_they_were_;        // files, with all their places
  std::vector<Taken> taken_;                  // from files that are new or changed
  std::set<std::string> again_;               // files to take once more
};

}  // namespace

Status take_folders(Shelf& shelf, const std::vector<fs::path>& folders, Observer& observer, IngestSummary& summary) {
  return Collecting(shelf, observer, summary).from(folders);
}

Result<IngestSummary> collect(const CollectOptions& options, Observer& observer) {
  if (Status status = keep_apart(options.folders, options.output); !status) return status.forward();
  // All folders are checked before anything is written: half a collection would make documents of the others look gone.
  for (const fs::path& folder : options.folders) {
    std::error_code error;
    if (!fs::is_directory(folder / "documents", error)) {
      return fail(ErrorCode::kPathMissing, folder.string() + " is not an output of jangbu: it has no documents",
                  "give the folder that --out named");
    }
  }
  if (Status status = let_in_by(options.ledger); !status) return status.forward();
  auto out = collecting({options.output, options.profiles, "", options.wait}, observer, [&](Shelf& shelf, IngestSummary& summary) {
    Status taken = take_folders(shelf, options.folders, observer, summary);
    summary.stop_signal = observer.stop_signal();
    return taken;
  });
  if (out && !options.ledger.url.empty()) fill_shared_ledger(options.folders, options.ledger, options.profiles, {}, observer, *out);
  return out;
}

}  // namespace jangbu
