// Which documents speak: editions, renditions, and the names under which the same bytes came.
//
// Several files may carry one report: an edition that corrects another (same format, other bytes), and renditions (the same
// report as HWP and as PDF). Each keeps its own file under documents/; the records of a report come once, from its latest
// edition in the form with the most exact grid: HWPX, HWP, HWPML, HWP 3, PDF, text. Files that share few rows are two reports.
// The renditions are compared with the one that speaks, and where figures differ that one has a finding; and last year's figures in a
// report are compared with last year's report.
//
// What is gone from the folders leaves first, with the editions that it had taken the place of.
//
// Only what is due is settled: the reports of documents that were read, that came or went, or got another name, and the years of offices
// that these touch. What is due stands in the state until it is done, so that a run that ends early leaves nothing unsettled for good.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "jangbu/ingest.h"
#include "jangbu/result.h"
#include "pipeline/shelf.h"
#include "records/profile.h"

namespace jangbu {

// A document of an earlier input whose file now holds another report altogether, or whose bytes now have another id, goes. Files are
// rewritten only where they change. What is written depends on the inputs and documents, not on the order in which they came. `profiles`
// name the fields in messages. Errors: output_not_writable, output_damaged, those of the state. `removed`: gets the documents that left the
// output with their inputs.
Status settle(Shelf& shelf, const std::vector<Profile>& profiles, std::vector<Removed>& removed);

// In place of a report's key, for a document that is never merged with any: this, and its id.
inline const std::string kAlone = "\x01";

// `work` for each name that is due of that kind: some together as one piece, since in PostgreSQL each waits for the disk, and only those
// that another process has not settled meanwhile. It says settled() itself.
Status settle_each(Shelf& shelf, const std::string& kind, const std::function<Status(const std::string& name)>& work);
// The same for names that are settled together, as one piece: where any of them is still due.
Status settle_together(Shelf& shelf, const std::string& kind, const std::vector<std::string>& names, const Piece& work);

// The steps, each for all that is due of it.
// Where the judgement is another than that of the last run: findings are judged by it that either of them speaks of.
Status settle_judgement(Shelf& shelf);                                      // judging.cpp
Status judged_all(Shelf& shelf);                                            // at the end of a run that was whole
Status settle_gone(Shelf& shelf, std::vector<Removed>& removed);            // gone.cpp
Status settle_documents(Shelf& shelf);                                      // settle_documents.cpp
Status settle_reports(Shelf& shelf, const std::vector<Profile>& profiles);  // settle_reports.cpp
Status settle_years(Shelf& shelf, const std::vector<Profile>& profiles);    // year_comparison.cpp

}  // namespace jangbu
