// The ledger: everything that is in, flat and typed, for whoever asks with SQL (schemas/v1/ledger.md).
//
// It is the file `ledger.sqlite` of an output folder, or a database in PostgreSQL that many processes fill (pipeline/shared_ledger.h): the
// same tables and views, defined once (ledger_layout.cpp).
//
// It is filled document by document, each in one transaction, and readable while jangbu writes. Tables whose names begin with `_` are
// storage and may change; what users may rely on are the views above them, which show the records of documents that speak, and `meta`.
// It holds nothing that the documents' files do not tell: where a file was lost, damaged or made by another version it is begun anew, and
// filled from these (pipeline/shelf.h).
//
// Thread rule: one call at a time (the caller's lock). Errors of every method: output_not_writable, state_damaged (it broke in use); of
// PostgreSQL: ledger_unavailable, ledger_refused.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "jangbu/result.h"
#include "store/ledger_rows.h"

namespace jangbu {

inline constexpr const char* kLedgerFile = "ledger.sqlite";  // in the output folder
inline constexpr int kLedgerVersion = 2;                     // PRAGMA user_version: raised where a view loses or changes a column

struct LedgerInside;  // ledger_inside.h
class SqlDatabase;    // sql.h

class Ledger {
 public:
  struct Opened;
  // Makes it where it is not there. `types`: what the views show.
  static Result<Opened> open(const std::filesystem::path& file, const std::vector<LedgerType>& types);
  // In PostgreSQL. `name`: for errors. Without sequence(), full text and kept totals. Errors: ledger_refused, where it is of another
  // version.
  static Result<Ledger> over(std::shared_ptr<SqlDatabase> database, const std::string& name, const std::vector<LedgerType>& types);
  Ledger(Ledger&&) noexcept;
  ~Ledger();

  // Counts the transactions that changed it; the state remembers the last, and so notices where one of them lost some.
  std::int64_t sequence() const;

  Status keep(const LedgerDocument& document);  // replaces all that is kept of it
  // Which document speaks; `paths`: JSON.
  Status put_standing(const std::string& id, DocumentState state, const std::string& of, int edition, const std::string& supersedes,
                      const std::string& paths);
  Status forget(const std::string& id);
  Status put_input(const LedgerInput& input);
  Status forget_input(const std::string& location);

  Result<std::vector<std::string>> record_ids(const std::string& document);  // sorted
  Result<std::vector<std::string>> documents_with_record(const std::string& record_id);
  Result<bool> has_document(const std::string& id);
  // The offices (text/label.h label_key) and years that records of the document are of.
  using OfficeYear = std::pair<std::string, int>;
  Result<std::set<OfficeYear>> office_years(const std::string& document);
  Result<std::vector<std::string>> finding_lines(const std::string& document,
                                                 const std::string& kind);  // as findings.ndjson has them, in its order
  // Whether the same records of two documents hold figures, and no figure that both hold is another one.
  Result<bool> same_figures(const std::string& a, const std::string& b);
  // Rows with figures of documents that speak, that have records of that office and year; rows of others among them are the caller's to
  // leave out.
  Result<std::vector<LedgerYearRow>> year_rows(const OfficeYear& of);
  Result<std::vector<std::string>> documents_of(const OfficeYear& of);

  // Of documents that speak: lines of findings.ndjson, by document. `each` says false to stop.
  Status each_finding(const std::function<bool(std::string_view line)>& each);
  // Documents with corrections: id, state, the one that speaks for it, outcomes.
  struct Corrected {
    std::string id;
    DocumentState state = DocumentState::kIngested;
    std::string of, outcomes;
  };
  Result<std::vector<Corrected>> corrected();
  // Documents with findings that some judgement has changed, or that one would change which accepts these findings and sets severities of
  // these kinds; sorted. Looks at all findings: asked only where the judgement changes.
  Result<std::vector<std::string>> documents_to_judge(const std::vector<std::string>& findings, const std::vector<std::string>& kinds);
  // Findings that are accepted, by id of the finding and of the document.
  struct Accepted {
    std::string finding, document;
    DocumentState state = DocumentState::kIngested;  // of the document
    std::string of;
  };
  Result<std::vector<Accepted>> accepted();
  // How many, by name: "record" by type, "severity" and "finding" (by kind). Kept as documents come and go: costs nothing to ask.
  Result<std::map<std::string, std::size_t>> totals(const std::string& what);

 private:
  explicit Ledger(std::unique_ptr<LedgerInside> inside);
  std::unique_ptr<LedgerInside> inside_;
};

// Removes the ledger of an output folder, with what SQLite keeps beside it. It must not be open.
void remove_ledger(const std::filesystem::path& output);

struct Ledger::Opened {
  Ledger ledger;
  bool is_new = false;  // nothing in it: to be filled from the documents
  std::string warning;  // why an older one was set aside; empty if none was
};

}  // namespace jangbu
