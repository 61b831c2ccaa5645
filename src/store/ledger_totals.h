// What overviews and lists count, kept up to date by the transaction that changes it: to ask costs the same however many documents there
// are.
//
//   _tally   what a document can be listed by:  what          name             count
//                                               document      (empty)          1
//                                               organization  its office       1
//                                               year          its fiscal year  1
//                                               record        a record type    how many it has
//                                               finding       a kind           how many it has
//                                               severity      a severity       how many it has
//   _total   the sums of these over documents, by what and name, and besides:
//                                               names         a `what` above   how many names it has
//                                               failed        an error         how many inputs failed by it
//
// Whatever changes rows that are counted says so before (kOut) and after (kIn); in between the totals are without them.
#pragma once

#include <cstdint>
#include <string>

#include "store/ledger_inside.h"
#include "store/ledger_rows.h"

namespace jangbu {

enum class Counted { kOut = -1, kIn = 1 };

// REQUIRES: there is no tally of the document.
void put_tally(LedgerInside& inside, std::int64_t document, const LedgerDocument& rows);

// By the tally and the standing that the document has now.
void count_document(LedgerInside& inside, std::int64_t document, Counted counted);

// By what the ledger knows of the input now; nothing where it did not fail.
void count_failure(LedgerInside& inside, const std::string& location, Counted counted);

}  // namespace jangbu
