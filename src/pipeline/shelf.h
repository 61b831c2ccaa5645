// The shelf: the files of documents and of their records, the ledger, and the state that knows them. Whatever is put here is put in this
// order:
//
//   documents/<id>.json → records/<type>/<id>.ndjson → ledger.sqlite → .jangbu/state.db
//
// so that a kill in between leaves a document that the state does not know as it stands, which is taken in from its file by the next run.
// Everything but the document's own file can be made from that file.
//
// A shelf may also stand in PostgreSQL, where many processes put documents at once (shared_ledger.h): state, ledger and the documents'
// files are in one database then, what belongs together is one transaction, and there are no files of records.
#pragma once

#include <filesystem>
#include <functional>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "corrections/judgement.h"
#include "jangbu/result.h"
#include "loader/filed_document.h"
#include "loader/output_folder.h"
#include "store/ledger.h"
#include "store/shared_files.h"
#include "store/state.h"

namespace jangbu {

// Work that is done as a whole: in PostgreSQL as one transaction, from its beginning again where the connection breaks.
using Piece = std::function<Status()>;
inline Status just_do(const Piece& piece) { return piece(); }

struct Shelf {
  const std::filesystem::path& output;  // unused in PostgreSQL
  State& state;
  Ledger& ledger;
  const Judgement& judgement;                            // that every finding on the shelf is judged by
  SharedFiles* files = nullptr;                          // of documents, in PostgreSQL
  std::function<Status(const Piece&)> beside = just_do;  // what several processes may do at once: to put documents
  std::function<Status(const Piece&)> alone = just_do;   // what one does while no other puts: to settle
  std::mutex mutex = {};                                 // one document at a time goes into the ledger and the state
};

// Records as lines of their files, each made when it is written.
struct RecordLines {
  std::span<const Record> records = {};
  std::function<std::string(std::size_t)> line = {};  // of the record at that place, without a line end
};

// An office and a year as one name, and back.
std::string office_year_name(const Ledger::OfficeYear& of);
Ledger::OfficeYear office_year_named(const std::string& name);

// Into the ledger, then the state; what is due of its years, reports and findings becomes so. REQUIRES: the lock.
Status put_in_ledger(Shelf& shelf, const LedgerDocument& rows, const KnownDocument& known);

// Makes the state and the ledger know what stands under documents/, whatever happened in between: a file that is not as it was written (a
// killed run, a lost state, another hand) is taken in as it is, to be read again when its source is met; a document whose file is gone is
// forgotten; files of records that are gone, changed or nobody's are put right. After a run that ended well, with folders as that left
// them, only a thousand documents are looked at, in turn from run to run: what this costs does not depend on how many there are. Errors:
// output_damaged, and those of the state.
Status take_stock(Shelf& shelf, bool ledger_is_new);
Status stock_taken(Shelf& shelf);  // at the end of a run

// Puts a document that comes as its file: file, records, ledger, state. `rows.state` and so on come from `known`.
Status shelve(Shelf& shelf, const FiledDocument& filed, KnownDocument& known);

// The first of these steps by itself, piece by piece as `write` hands the text on. Sets what `known` knows of the file.
Status write_document(const Shelf& shelf, const std::function<void(const TakeText&)>& write, KnownDocument& known);

KnownDocument known_from(const FiledDocument& filed);                    // what its file tells of it; it speaks
Result<FiledDocument> filed(const Shelf& shelf, const std::string& id);  // Errors: output_damaged, …

// Puts it again after its findings were changed.
Status reshelve(Shelf& shelf, const FiledDocument& filed, KnownDocument& known);

// Its place among others, as `known` has it: where it comes to speak or speaks no more, its records come into records/ or leave it.
// `in_its_file`: its edition or its paths are others, which its own file tells too.
Status put_standing(Shelf& shelf, KnownDocument& known, bool in_its_file);

// The files of records of a document that speaks, in the order of their ids; what else it had of them is removed. Sets
// KnownDocument::record_files.
Status write_record_files(const std::filesystem::path& output, const RecordLines& lines, KnownDocument& known);

Status remove_document(Shelf& shelf, const std::string& id);

// An input as it stands now, in the ledger and the state.
Status put_input(Shelf& shelf, const KnownInput& input);
// What quarantine.ndjson tells of an input that could not be read, as one that was looked at from `location`.
KnownInput failed_input(const QuarantineEntry& entry, std::string location);
Status forget_input(Shelf& shelf, const std::string& location, const std::string& shown);
LedgerInput ledger_input(const KnownInput& input);

std::filesystem::path document_path(const std::filesystem::path& output, const std::string& id);

}  // namespace jangbu
