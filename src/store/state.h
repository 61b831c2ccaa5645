// The state file, `.jangbu/state.db` (SQLite): what is known of inputs and documents, and what has to be settled yet.
//
// It holds nothing that cannot be found again: deleting it costs a run that reads everything. So it is written without waiting
// for the disk at every transaction (WAL, synchronous=NORMAL): a power cut may lose the last ones, never damage it. Each method is one
// transaction. A file that is damaged, or of another layout, is set aside as `state.db.damaged` and begun anew.
//
// Nothing here asks for all rows at once but where it says "each": what a run costs depends on what changed.
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

class SqlDatabase;  // sql.h

class State {
 public:
  struct Opened;
  // Makes the folder and the file where they are not there.
  static Result<Opened> open(const std::filesystem::path& folder);
  // After state_damaged: moves the file away, so that open() begins anew. The State must be gone.
  static Status set_aside(const std::filesystem::path& folder);
  // The same in PostgreSQL, for a ledger that many processes fill. `name`: for errors, which are ledger_unavailable and ledger_refused.
  static State over(std::shared_ptr<SqlDatabase> database, const std::string& name);

  State(State&&) noexcept;
  ~State();

  // ---- inputs
  // In the order of their locations, as bytes. `now`: what would be read now would be made by this.
  Status each_glance(const Making& now, const std::function<void(const InputGlance&)>& each);
  Status each_input(const std::function<void(const KnownInput&)>& each);                                      // in the same order
  Status each_input_under(const std::string& beginning, const std::function<void(const KnownInput&)>& each);  // whose locations begin so
  Result<std::optional<KnownInput>> input(const std::string& location);
  Result<std::vector<KnownInput>> inputs_with_hash(const std::string& sha256);
  Result<std::vector<KnownInput>> failed_inputs();                         // by location
  Result<std::vector<std::string>> paths_of(const std::string& document);  // shown paths of its inputs, sorted, each once
  struct Place {
    std::string shown, location;
  };
  Result<std::vector<Place>> places_of(const std::string& document);  // of its inputs, by shown path and location
  Result<bool> has_inputs();
  // The document that it gave, and the one that it gave before, are due; KnownDocument::past of both is told anew.
  Status put_input(const KnownInput& input);
  // It is gone, and so is what it gave, unless that stands elsewhere: its document and its shown path become due as "gone" and "gone_path".
  Status forget_input(const std::string& location, const std::string& shown);
  // Its inputs are looked at again in the next run, whatever their stamps say.
  Status distrust_inputs_of(const std::string& document);

  // ---- documents
  Result<std::optional<KnownDocument>> document(const std::string& id);
  Result<std::vector<KnownDocument>> documents_with_hash(const std::string& sha256);  // these three: sorted by id
  Result<std::vector<KnownDocument>> documents_at(const std::string& path);
  Result<std::vector<KnownDocument>> documents_of_report(const std::string& report);
  // From the id after `after` on, at most so many; by id.
  Result<std::vector<KnownDocument>> documents_named(
      const std::string& beginning);  // whose ids begin so; two are enough to tell that it says too little
  Result<std::vector<KnownDocument>> documents_after(const std::string& after, std::size_t most);
  // Replaces it. It is due, and so are its report and the one that it carried before. `ledger`: Ledger::sequence() once it knows it.
  // `years`: what becomes due of them.
  Status keep(const KnownDocument& document, std::int64_t ledger, const std::vector<std::string>& years = {});
  Status put_standing(const KnownDocument& document, std::int64_t ledger);  // replaces it; nothing becomes due
  Status forget_document(const std::string& id, std::int64_t ledger, const std::vector<std::string>& years = {});

  // Of documents with these bytes one process puts or takes away one at a time, until the end of its transaction; nothing in a folder.
  Status hold_bytes(const std::string& sha256);

  // ---- what has to be settled: "document" and "gone" by id, "gone_path" by path, "report" by key, "years" by office and year, "findings"
  Result<std::vector<std::string>> due(const std::string& kind);                        // sorted
  Result<bool> is_due(const std::string& kind, const std::vector<std::string>& names);  // any of them
  Status make_due(const std::string& kind, const std::vector<std::string>& names);
  Status settled(const std::string& kind, const std::string& name);

  // ---- notes of runs; an unknown one is empty
  Result<std::string> note(const std::string& name);
  Result<std::map<std::string, std::string>> notes_under(const std::string& beginning);  // whose names begin so
  Status put_note(const std::string& name, const std::string& value);

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
