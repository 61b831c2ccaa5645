// Names of errors (they stand in quarantine.ndjson and run.json and do not change), what a run does about each, and how a person reads it.
#include "jangbu/error.h"

namespace jangbu {

std::string_view error_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::kPathMissing: return "path_missing";
    case ErrorCode::kPathUnreadable: return "path_unreadable";
    case ErrorCode::kNotARegularFile: return "not_a_regular_file";
    case ErrorCode::kFileEmpty: return "file_empty";
    case ErrorCode::kFormatUnknown: return "format_unknown";
    case ErrorCode::kFormatUnsupported: return "format_unsupported";
    case ErrorCode::kPageMissing: return "page_missing";
    case ErrorCode::kFileDamaged: return "file_damaged";
    case ErrorCode::kFileTruncated: return "file_truncated";
    case ErrorCode::kEncrypted: return "encrypted";
    case ErrorCode::kPasswordWrong: return "password_wrong";
    case ErrorCode::kDrmProtected: return "drm_protected";
    case ErrorCode::kDistributionOnly: return "distribution_only";
    case ErrorCode::kNoTextLayer: return "no_text_layer";
    case ErrorCode::kTextEncoding: return "text_encoding";
    case ErrorCode::kLimitBytes: return "limit_bytes";
    case ErrorCode::kLimitPages: return "limit_pages";
    case ErrorCode::kLimitNesting: return "limit_nesting";
    case ErrorCode::kLimitCells: return "limit_cells";
    case ErrorCode::kLimitInflated: return "limit_inflated";
    case ErrorCode::kLimitSeconds: return "limit_seconds";
    case ErrorCode::kLimitMemory: return "limit_memory";
    case ErrorCode::kLimitText: return "limit_text";
    case ErrorCode::kLimitCpu: return "limit_cpu";
    case ErrorCode::kLimitOutput: return "limit_output";
    case ErrorCode::kLimitObjects: return "limit_objects";
    case ErrorCode::kOutputNotWritable: return "output_not_writable";
    case ErrorCode::kOutputDamaged: return "output_damaged";
    case ErrorCode::kProfileInvalid: return "profile_invalid";
    case ErrorCode::kCorrectionInvalid: return "correction_invalid";
    case ErrorCode::kOutputHeld: return "output_held";
    case ErrorCode::kStateDamaged: return "state_damaged";
    case ErrorCode::kOutputForeign: return "output_foreign";
    case ErrorCode::kSandboxUnavailable: return "sandbox_unavailable";
    case ErrorCode::kInternal: return "internal";
    case ErrorCode::kReaderCrashed: return "reader_crashed";
    case ErrorCode::kReaderGarbled: return "reader_garbled";
    case ErrorCode::kReaderUnavailable: return "reader_unavailable";
    case ErrorCode::kInterrupted: return "interrupted";
    case ErrorCode::kBrokerUnavailable: return "broker_unavailable";
    case ErrorCode::kBrokerRefused: return "broker_refused";
    case ErrorCode::kWorkerLost: return "worker_lost";
    case ErrorCode::kLedgerUnavailable: return "ledger_unavailable";
    case ErrorCode::kLedgerRefused: return "ledger_refused";
  }
  return "internal";
}

// Retry: the file may read well the next time. Stop: nothing more can be done in this run. All else is this file's own fault.
Disposition disposition_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::kPathUnreadable:
    case ErrorCode::kLimitSeconds:
    case ErrorCode::kLimitMemory:
    case ErrorCode::kReaderUnavailable:
    case ErrorCode::kInterrupted: return Disposition::kRetry;
    case ErrorCode::kOutputNotWritable:
    case ErrorCode::kOutputDamaged:
    case ErrorCode::kProfileInvalid:
    case ErrorCode::kOutputHeld:
    case ErrorCode::kStateDamaged:
    case ErrorCode::kOutputForeign:
    case ErrorCode::kSandboxUnavailable:
    case ErrorCode::kBrokerUnavailable:
    case ErrorCode::kBrokerRefused:
    case ErrorCode::kLedgerUnavailable:
    case ErrorCode::kLedgerRefused: return Disposition::kStop;
    default: return Disposition::kQuarantine;
  }
}

// May go well the next time with the same bytes and the same jangbu.
bool is_passing(ErrorCode code) {
  return code == ErrorCode::kPathUnreadable || code == ErrorCode::kLimitSeconds || code == ErrorCode::kReaderUnavailable ||
         code == ErrorCode::kInterrupted;
}

std::string describe(const Error& error) {
  std::string text = "E" + std::to_string(static_cast<int>(error.code)) + " ";
  text += error_name(error.code);
  text += ": ";
  text += error.message;
  if (!error.advice.empty()) text += " (" + error.advice + ")";
  return text;
}

}  // namespace jangbu
