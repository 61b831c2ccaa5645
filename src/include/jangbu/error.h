// Errors: why a document, or a whole run, could not go on.
//
// A code is a promise: its number never changes and is never used again, so that scripts may branch on it. Message texts
// are for people and may change at any time. Notes about things that went on all the same are diagnostics (diagnostic.h).
//
// Thread rule: values, freely copied.
#pragma once

#include <string>
#include <string_view>

namespace jangbu {

enum class ErrorCode : int {
  // 1xx: the input as a file
  kPathMissing = 101,        // no such file or folder
  kPathUnreadable = 102,     // the operating system denies or fails the read
  kNotARegularFile = 103,    // FIFO, socket, device
  kFileEmpty = 104,          // zero bytes
  kFormatUnknown = 105,      // the bytes are no format that jangbu reads
  kFormatUnsupported = 106,  // a known format that this build has no reader for
  kPageMissing = 107,        // the document has no such page
  // 2xx: the input as a document
  kFileDamaged = 201,       // the format is told, but its structure cannot be followed
  kFileTruncated = 202,     // as above, and the end of the file is missing
  kEncrypted = 203,         // needs a password
  kPasswordWrong = 204,     // a password was given and does not open it
  kDrmProtected = 205,      // wrapped by a rights manager
  kDistributionOnly = 206,  // only the placeholder of a distribution document could be read
  kNoTextLayer = 207,       // pages without any text (scans), and OCR is not built in
  kTextEncoding = 208,      // text in none of the encodings that jangbu reads: UTF-8, CP949, UTF-16
  // 3xx: a limit was passed (limits.h)
  kLimitBytes = 301,
  kLimitPages = 302,
  kLimitNesting = 303,
  kLimitCells = 304,
  kLimitInflated = 305,
  kLimitSeconds = 306,
  kLimitMemory = 307,
  kLimitText = 308,
  kLimitCpu = 309,      // processor time, where documents are read in child processes
  kLimitOutput = 310,   // what was read is larger than may be handed on
  kLimitObjects = 311,  // glyphs, lines and drawn forms on one page
  // 4xx: the output and the tool's own files
  kOutputNotWritable = 401,
  kOutputDamaged = 402,      // a file in the output folder is not what jangbu wrote
  kProfileInvalid = 403,     // a table profile does not follow schemas/profiles
  kCorrectionInvalid = 404,  // a corrections file does not follow schemas/v1/corrections.schema.json
  kOutputHeld = 405,         // another process writes into the output folder
  kStateDamaged = 406,       // the state file broke while it was in use; it is made anew
  kOutputForeign = 407,      // the folder to write to holds what jangbu did not write, or is one that is read
  // 5xx: jangbu itself
  kInternal = 501,            // a third-party library threw, or an invariant broke: please report
  kReaderCrashed = 502,       // the child process that read the document ended before it answered
  kReaderGarbled = 503,       // it answered what no reader answers
  kReaderUnavailable = 504,   // no child process can be started, or it was ended from outside
  kInterrupted = 505,         // the run was asked to stop while the document was read; never written to quarantine
  kSandboxUnavailable = 506,  // readers cannot be locked in as was asked for, or read nothing once they are
  // 6xx: many machines
  kBrokerUnavailable = 601,  // the broker of messages cannot be reached, or the connection broke
  kBrokerRefused = 602,      // it does not let us in, its certificate is not to be trusted, or its queues are not as they have to be
  kWorkerLost = 603,         // every worker that was given the document ended before it had answered
  kLedgerUnavailable = 604,  // the PostgreSQL server of the ledger cannot be reached, or the connection broke
  kLedgerRefused = 605,      // it does not let us in or lacks something, or this jangbu cannot speak with it
};

// What a caller does about an error.
enum class Disposition {
  kRetry,       // may go away by itself (a file being copied, a busy disk)
  kQuarantine,  // this document will fail again until it or the tool changes; the others go on
  kStop,        // the run cannot go on
};

struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;  // what happened, naming the file part concerned; no trailing full stop
  std::string advice;   // what the user can do; may be empty

  bool operator==(const Error&) const = default;
};

// Stable identifier of a code, as written to quarantine.ndjson ("file_empty").
std::string_view error_name(ErrorCode code);
Disposition disposition_of(ErrorCode code);
// It says something of the machine at that moment and nothing of the document, which the next run tries again by itself.
bool is_passing(ErrorCode code);

// "E104 file_empty: the file has no bytes (copy it again)"
std::string describe(const Error& error);

}  // namespace jangbu
