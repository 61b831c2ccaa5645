// The ledger in PostgreSQL, which many processes on many machines fill at once: ingest and collect with what stands in their folder when
// they are through, workers with each document that they have read.
//
//   put_folders(), put_results()   a document is one transaction; what others put at the same time goes on beside it
//   settle()                       editions, renditions, what is gone and comparisons over years, for what has become due since, whoever
//   put
//                                  it: piece by piece, each one transaction that nobody puts beside
//
// A document goes in as it does into the output folder of `jangbu collect`: the same code puts and settles it (collecting.h, settle.h),
// over the same tables. So the ledger says what one run over the inputs of all would, in whatever order they come, and the same again
// changes nothing.
//
// Where the connection breaks, what was under way is rolled back, and done again from its beginning with the next connection.
//
// Errors of all: ledger_unavailable (without a server for longer than the options say, or told to stop meanwhile), ledger_refused,
// interrupted (told to stop while it settles).
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "jangbu/ingest.h"
#include "jangbu/result.h"
#include "loader/filed_result.h"
#include "pipeline/shelf.h"
#include "records/profile.h"

namespace jangbu {

class PostgresDatabase;

class SharedLedger {
 public:
  // `profiles`: a folder, as of collect(); its record types have views. `judgement`: of findings that settle() makes. Makes what is missing
  // in the database. The observer hears of lost connections, and is asked to stop; it must outlive this.
  static Result<std::unique_ptr<SharedLedger>> open(const LedgerOptions& options, const std::string& profiles, const Judgement& judgement,
                                                    Observer& observer);
  ~SharedLedger();

  Status put_folders(const std::vector<std::filesystem::path>& folders);
  Status put_results(std::vector<FiledResult>& results, const std::string& now);
  Status settle();

 private:
  SharedLedger(const LedgerOptions& options, const Judgement& judgement, Observer& observer);
  Status insist(const Piece& attempt);
  Status whole(const Piece& piece, bool alone);
  Status begin();

  const LedgerOptions options_;
  const Judgement judgement_;
  Observer& observer_;
  std::string name_;
  std::vector<Profile> profiles_;
  std::shared_ptr<PostgresDatabase> database_;
  bool given_up_ = false;
  std::unique_ptr<State> state_;
  std::unique_ptr<Ledger> ledger_;
  std::unique_ptr<SharedFiles> files_;
  std::unique_ptr<Shelf> shelf_;
};

// What stands in output folders, put there and settled; an error, which leaves the folders as they are, and the ledger's name stand in the
// summary.
void fill_shared_ledger(const std::vector<std::filesystem::path>& folders, const LedgerOptions& options, const std::string& profiles,
                        const Judgement& judgement, Observer& observer, IngestSummary& summary);

// Asked before long work, and only to hear of what somebody has to do first: a server that is away for the moment is no error yet. Well
// where there is no ledger to fill. Errors: ledger_refused.
Status let_in_by(const LedgerOptions& options);

std::string machine_name();

}  // namespace jangbu
