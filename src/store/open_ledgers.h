// Ledgers that stay open from question to question: opening one reads its whole schema, and what a run has not yet written back (the log,
// -wal), which takes longer than most questions.
//
// Thread rule: any number of threads; each has a ledger of its own. A file that has been put in the place of the ledger, or was written
// back to, is opened anew.
#pragma once

#include <filesystem>
#include <list>
#include <mutex>
#include <utility>

#include "model/file_stamp.h"
#include "store/ledger_asking.h"

namespace jangbu {

class OpenLedgers {
  struct Open {
    LedgerAsking ledger;
    FileStamp stamp;  // of the file before it was opened
  };

 public:
  // Goes back to where it came from when it is destroyed. REQUIRES: the OpenLedgers outlive it.
  class Lent {
   public:
    Lent(OpenLedgers& from, Open open) : from_(&from), open_(std::move(open)) {}
    Lent(Lent&& other) noexcept : from_(std::exchange(other.from_, nullptr)), open_(std::move(other.open_)) {}
    ~Lent();
    LedgerAsking& operator*() { return open_.ledger; }
    LedgerAsking* operator->() { return &open_.ledger; }

   private:
    OpenLedgers* from_;  // nullptr: moved from
    Open open_;
  };

  explicit OpenLedgers(std::filesystem::path output) : output_(std::move(output)) {}

  // For the caller alone. Errors: those of LedgerAsking::open().
  Result<Lent> take();

 private:
  std::filesystem::path output_;
  std::mutex mutex_;
  std::list<Open> open_;  // those that nobody has
};

}  // namespace jangbu
