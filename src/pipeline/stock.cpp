// Taking stock: what stands in the output folder against what is known of it.
//
// Each document has a stamp in the state, of its file and of its files of records. After a run that ended well the folders too are as they
// were stamped, unless another hand put a file there or took one away; then, and after a kill, everything is looked at. A file that was
// changed in place moves no folder's stamp: it is found when its turn comes.
//
//   last run ended well, folders as it left them      a thousand documents, in turn
//   anything else, or the ledger lost transactions    every document; with a lost ledger its rows are made again
#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "loader/atomic_file.h"
#include "loader/output_folder.h"
#include "pipeline/ledger_rows.h"
#include "pipeline/shelf.h"
#include "text/hash.h"

namespace jangbu {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kLook = 1000;  // stamps looked at in a run: some 3 ms

constexpr const char* kRunning = "running";
constexpr const char* kFolders = "folders";
constexpr const char* kLooked = "looked";

// The folders whose stamps tell whether files came or went.
// Adding or removing a file changes the modification time of its folder.
std::string folder_stamps(const fs::path& output) {
  std::set<std::string> folders{"documents", "records"};
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(output / "records", error)) {
    if (entry.is_directory(error)) folders.insert("records/" + entry.path().filename().string());
  }
  std::string out;
  for (const std::string& folder : folders) {
    const FileStamp stamp = stamp_of(output / folder).value_or(FileStamp{});
    out += folder + " " + std::to_string(stamp.inode) + " " + std::to_string(stamp.modified) + "\n";
  }
  return out;
}

// Takes in the file of that stamp. One that has the bytes that `known` says only gets its stamp, and its records their files.
Status take_in(Shelf& shelf, const fs::path& path, const FileStamp& stamp, const KnownDocument* known, bool into_ledger) {
  const auto content = read_file(path, kLargestOwnFile);
  if (!content) return content.forward();
  const std::string sha256 = sha256_hex(*content);
  const auto filed = FiledDocument::parse(*content, path.string());
  if (!filed) return filed.forward();
  // A file that was renamed by hand would give two documents one id.
  if (filed->document().id != path.stem().string()) {
    return fail(ErrorCode::kOutputDamaged, path.string() + " is not a document that jangbu wrote: it calls itself " + filed->document().id,
                "move it away, or choose another output folder");
  }
  // The stamp changed and the bytes did not: a restored backup, or a copy of the folder.
  const bool same = known && known->file_sha256 == sha256;
  KnownDocument now = same ? *known : known_from(*filed);
  if (known && !same) {
    now.state = known->state;
    now.of = known->of;
    now.past = known->past;
    now.record_files = known->record_files;
  }
  now.file = stamp;
  now.file_sha256 = sha256;
  const std::vector<std::string> lines = filed->record_lines();
  if (Status status = write_record_files(shelf.output, {filed->records(), [&](std::size_t place) { return lines[place]; }}, now); !status)
    return status;
  const std::lock_guard lock(shelf.mutex);
  if (same && !into_ledger) return shelf.state.put_standing(now, shelf.ledger.sequence());
  return put_in_ledger(
      shelf, ledger_rows(filed->document(), filed->records(), filed->findings(), filed->finding_lines(), filed->outcomes(), now), now);
}

bool records_as_written(const fs::path& output, const KnownDocument& known) {
  return std::all_of(known.record_files.begin(), known.record_files.end(),
                     [&](const KnownRecordsFile& file) { return stamp_of(output / records_file(file.type, known.id)) == file.stamp; });
}

// One document against its files. `into_ledger`: its rows too are made again.
Status look_at(Shelf& shelf, const KnownDocument& known, bool into_ledger) {
  const fs::path path = document_path(shelf.output, known.id);
  const auto stamp = stamp_of(path);
  if (!stamp) return remove_document(shelf, known.id);
  if (*stamp == known.file && records_as_written(shelf.output, known) && !into_ledger) return Done{};
  return take_in(shelf, path, *stamp, &known, into_ledger);
}

// Page by page, since an output may hold more documents than memory; then the files that no document of the state has.
Status look_at_all(Shelf& shelf, bool into_ledger) {
  sweep_output(shelf.output);
  for (std::string after;;) {
    const auto page = shelf.state.documents_after(after, kLook);
    if (!page) return page.forward();
    if (page->empty()) break;
    after = page->back().id;
    for (const KnownDocument& known : *page) {
      if (Status status = look_at(shelf, known, into_ledger); !status) return status;
    }
  }
  std::error_code error;
  // Files that no document of the state has: of a killed run, of a lost state, or put there by hand.
  std::vector<fs::path> unknown;
  for (const auto& entry : fs::directory_iterator(shelf.output / "documents", error)) {
    if (entry.path().extension() != ".json" || entry.path().filename().string().starts_with(".")) continue;
    const auto known = shelf.state.document(entry.path().stem().string());
    if (!known) return known.forward();
    if (!*known) unknown.push_back(entry.path());
  }
  std::sort(unknown.begin(), unknown.end());
  for (const fs::path& path : unknown) {
    const auto stamp = stamp_of(path);
    if (!stamp) continue;
    if (Status status = take_in(shelf, path, *stamp, nullptr, true); !status) return status;
  }
  if (into_ledger) {
    Status put = Done{};
    const Status each = shelf.state.each_input([&](const KnownInput& input) {
      if (put) put = shelf.ledger.put_input(ledger_input(input));
    });
    if (!each) return each;
    if (!put) return put;
  }
  // What is nobody's in records/: of documents that are gone, and files over all documents, as an earlier layout had them.
  std::vector<fs::path> nobodys;
  for (const auto& type : fs::directory_iterator(shelf.output / "records", error)) {
    if (!type.is_directory(error)) {
      if (type.path().extension() == ".ndjson") nobodys.push_back(type.path());
      continue;
    }
    std::error_code below;
    for (const auto& file : fs::directory_iterator(type.path(), below)) {
      if (file.path().extension() != ".ndjson") continue;
      const auto known = shelf.state.document(file.path().stem().string());
      if (!known) return known.forward();
      const std::string name = "records/" + type.path().filename().string() + "/" + file.path().filename().string();
      const bool is_his = *known && std::any_of((*known)->record_files.begin(), (*known)->record_files.end(),
                                                [&](const KnownRecordsFile& his) { return records_file(his.type, (*known)->id) == name; });
      if (!is_his) nobodys.push_back(file.path());
    }
  }
  for (const fs::path& path : nobodys) fs::remove(path, error);
  return shelf.state.put_note(kLooked, "");
}

// The next thousand behind where the last run ended; an empty note begins anew.
Status look_in_turn(Shelf& shelf) {
  const auto last = shelf.state.note(kLooked);
  if (!last) return last.forward();
  auto page = shelf.state.documents_after(*last, kLook);
  if (!page) return page.forward();
  const std::string next = page->size() == kLook ? page->back().id : std::string();
  for (const KnownDocument& known : *page) {
    if (Status status = look_at(shelf, known, false); !status) return status;
  }
  return next == *last ? Status(Done{}) : shelf.state.put_note(kLooked, next);
}

}  // namespace

// Everything is looked at after a kill, after the ledger lost something, and where a folder is not as the last run left it.
Status take_stock(Shelf& shelf, bool ledger_is_new) {
  const auto running = shelf.state.note(kRunning), folders = shelf.state.note(kFolders), sequence = shelf.state.note("ledger");
  if (!running) return running.forward();
  if (!folders) return folders.forward();
  if (!sequence) return sequence.forward();
  // Inputs change the ledger without the state saying so: it may be ahead after a kill, but where it is behind it has lost something.
  std::int64_t known = 0;
  const auto end = sequence->data() + sequence->size();
  const bool told = std::from_chars(sequence->data(), end, known).ptr == end;
  const bool lost = ledger_is_new || !told || shelf.ledger.sequence() < known;
  const bool ended_well = running->empty() && !folders->empty();
  if (Status status = shelf.state.put_note(kRunning, "yes"); !status) return status;
  if (lost || !ended_well || *folders != folder_stamps(shelf.output)) return look_at_all(shelf, lost);
  return look_in_turn(shelf);
}

// The mark of a run that ended well; without it the next one looks at everything.
Status stock_taken(Shelf& shelf) {
  std::error_code error;
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(shelf.output / "records", error)) {
    if (entry.is_directory(error)) folders.push_back(entry.path());
  }
  for (const fs::path& folder : folders) fs::remove(folder, error);  // of kinds that have no records any more: only where it is empty
  if (Status status = shelf.state.put_note(kFolders, folder_stamps(shelf.output)); !status) return status;
  return shelf.state.put_note(kRunning, "");
}

}  // namespace jangbu
