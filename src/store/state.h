// The state file, `.jangbu/state.db` (SQLite): what is known of inputs and documents, and the lines of records and findings, from which the
// output's large files are written in order without holding them in memory.
//
// It holds nothing that cannot be found again: deleting it costs a run that reads everything. So it is written without waiting
// for the disk at every transaction (WAL, synchronous=NORMAL): a power cut may lose the last ones, never damage it. Each method is one
// transaction. A file that is damaged, or of another layout, is set aside as `state.db.damaged` and begun anew.
//
// Thread rule: methods may be called from several threads; each waits for the one before.
// Errors of every method: output_not_writable (full disk, failing disk), state_damaged (the file broke while it was in use).
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "jangbu/result.h"
#include "store/known.h"

namespace jangbu {

class State {
 public:
  struct Opened;
  // Makes the folder and the file where they are not there.
  static Result<Opened> open(const std::filesystem::path& folder);
  // After state_damaged: moves the file away, so that open() begins anew. The State must be gone.
  static Status set_aside(const std::filesystem::path& folder);

  State(State&&) noexcept;
  ~State();

  Result<std::map<std::string, KnownInput>> inputs();  // by location
  Status put_input(const KnownInput& input);
  Status forget_input(const std::string& location);

  Result<std::vector<KnownDocument>> documents();  // sorted by id
  // Replaces the document of that id, with its lines. The aggregates are no longer those of the state: see aggregates_written().
  Status keep(const KnownDocument& document, const std::vector<KeptRecord>& records, const std::vector<KeptFinding>& findings);
  // Replaces what is known of the document, and leaves its lines.
  Status put_standing(const KnownDocument& document);
  Status forget_document(const std::string& id);

  Result<std::vector<std::string>> record_ids(const std::string& document);  // sorted

  // Of documents that speak for themselves (state "ingested"): sorted by record id, and by document. `each` says false to stop.
  Status each_record(const std::string& type, const std::function<bool(std::string_view line)>& each);
  Status each_finding(const std::function<bool(std::string_view line)>& each);
  Result<std::map<std::string, std::size_t>> record_counts();            // by type
  Result<std::map<std::string, std::size_t>> finding_counts_by_kind();
  Result<std::map<std::string, std::size_t>> finding_counts_by_severity();

  // The files that gather lines of many documents, as they were written; empty from the moment a document changes.
  Result<std::map<std::string, FileStamp>> aggregates_written();
  Status put_aggregates_written(const std::map<std::string, FileStamp>& files);
  Status aggregates_are_due();

 private:
  struct Inside;
  explicit State(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

struct State::Opened {
  State state;
  std::string warning;  // why a file was set aside; empty if none was
};

}  // namespace jangbu
