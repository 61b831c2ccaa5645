// After records were read again from a corrected document: their ids, which corrections each record lists, and which findings
// came and went.
#pragma once

#include <vector>

#include "corrections/replay.h"
#include "jangbu/record.h"

namespace jangbu {

// An id comes from what the source says before corrections: a record keeps that of the record in the same row of the same
// table. One that has no such row (its table is told only by a corrected header) keeps the id that it was given, made to differ
// from all others. `before` and `after`: in the order of tables and rows.
void keep_ids(const std::vector<Record>& before, std::vector<Record>& after);

// Lists every applied correction on the records that it changed: those that print a corrected cell, stand below a corrected
// header, are named by a corrected label or stand under a corrected heading. Sets Record::corrections and
// CorrectionOutcome::record_ids.
void list_corrections(const Document& document, const std::vector<Record>& before, std::vector<Record>& after,
                      std::vector<ReplayedCorrection>& replayed);

// Findings that the report has only without, or only with, its corrections: told to the corrections that changed a figure of the
// finding's field on one of its records, else to those that changed one of its records or its table, else to all.
void tell_findings(const std::vector<Finding>& before, const std::vector<Finding>& after, const std::vector<Record>& records,
                   std::vector<ReplayedCorrection>& replayed);

}  // namespace jangbu
