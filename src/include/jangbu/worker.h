// Worker: documents as tasks, one JSON object a line in, one a line out: for machines that hand work to many processes.
//
//   {"task_id": "17", "path": "/archive/2021/보고.hwp"}
//   {"task_id": "17", "attempt": 1, "sha256": "…", "ok": true, "document_id": "…", "document": {…}}
//
// A task names its bytes by one of "path", "bytes_base64" or "fd" (a descriptor that the worker was started with), may say their "sha256",
// and may say in "config" by which "name" the document is to be known (else the file's). A line that does not begin with { is a path. What
// a task may not say is refused, so that a slip of the pen is no silent wish. A result has "ok": false and an "error" where the task or its
// document failed; "passing" says that another try may go well. Every line gets one result, each is flushed, and no result is written
// twice. Results come in the order in which they are done; with one job, in that of the tasks. docs/worker.md has more.
//
// Thread rule: as ingest(); the observer's log() and stop_signal() are called.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "jangbu/ingest.h"
#include "jangbu/limits.h"
#include "jangbu/reader_child.h"
#include "jangbu/result.h"

namespace jangbu {

struct WorkerOptions {
  std::string profiles;               // folder of table profiles; empty: those built in
  std::filesystem::path corrections;  // folder of corrections to replay; empty: none
  std::string password;               // for encrypted documents
  unsigned jobs = 1;                  // documents at a time; 0: one for each processor
  Limits limits;
  std::filesystem::path reader;  // as IngestOptions::reader
  std::shared_ptr<ReadyReader> ready_reader;
  Sandbox sandbox = Sandbox::kAuto;
  std::string now;  // ISO 8601 time to write into that ledger where a time is due
  LedgerOptions
      ledger;  // as of ingest(): gets each document before its result is handed on. Not for work_for_fleet(): there the collector's
};

// Takes tasks from a descriptor until its end, or until the observer says to stop: documents that are being read then are given back as
// `interrupted`. `put` is handed one result at a time, with its line end, from several threads; false: it cannot be written, and work ends.
// Errors: profile_invalid, path_missing (the corrections folder), sandbox_unavailable, output_not_writable, ledger_….
Status work(const WorkerOptions& options, int tasks, const std::function<bool(const std::string& line)>& put, Observer& observer);

// One result line for each of these paths, in the same way.
Status work(const WorkerOptions& options, const std::vector<std::string>& paths, const std::function<bool(const std::string& line)>& put,
            Observer& observer);

}  // namespace jangbu
