// One document, read and understood in memory: for programs that do not want a folder of output (jangbu/ingest.h).
//
//   const auto report = jangbu::read(bytes, {.name = "2025 주요업무보고.pdf"});
//   if (!report) return complain(jangbu::describe(report.error()));
//   for (const jangbu::Record& record : report->records) use(record);      rows of tables and lines of outlines, with their figures
//   for (const jangbu::Finding& finding : report->findings) tell(finding);  where the report disagrees with itself
//
// Thread rule: reentrant. The document is read on the calling thread and in this process: its limits hold, but a library that fails on a
// hostile file takes the process with it. Who reads files of strangers reads them as ingest() does, in child processes (reader_child.h).
// Cost: reading the profiles (some hundredths of a second) comes with each call.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "jangbu/document.h"
#include "jangbu/limits.h"
#include "jangbu/record.h"
#include "jangbu/result.h"

namespace jangbu {

struct ReadOptions {
  std::string name = {};      // of the file, with its ending: titles and dates may come from it, and ids do
  std::string profiles = {};  // folder of table profiles; empty: those built in
  std::string password = {};
  Limits limits = {};
};

struct ReadReport {
  Document document;              // metadata, blocks, tables cell by cell, repairs
  std::vector<Record> records;    // with the ids that ingest() gives them
  std::vector<Finding> findings;  // of the document by itself; those of other years and renditions need these beside it
};

// `bytes` are borrowed for the length of the call. Errors: of the file (1xx), the document (2xx), a limit (3xx); profile_invalid.
Result<ReadReport> read(std::string_view bytes, const ReadOptions& options = {});

}  // namespace jangbu
