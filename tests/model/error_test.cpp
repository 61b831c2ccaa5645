// Error numbers and names are a promise to scripts: this list is written by hand and only ever grows.
#include "jangbu/error.h"

#include <gtest/gtest.h>

#include <set>

namespace jangbu {
namespace {

struct Promise {
  int number;
  ErrorCode code;
  const char* name;
};

constexpr Promise kPromises[] = {
    {101, ErrorCode::kPathMissing, "path_missing"},
    {102, ErrorCode::kPathUnreadable, "path_unreadable"},
    {103, ErrorCode::kNotARegularFile, "not_a_regular_file"},
    {104, ErrorCode::kFileEmpty, "file_empty"},
    {105, ErrorCode::kFormatUnknown, "format_unknown"},
    {106, ErrorCode::kFormatUnsupported, "format_unsupported"},
    {107, ErrorCode::kPageMissing, "page_missing"},
    {201, ErrorCode::kFileDamaged, "file_damaged"},
    {202, ErrorCode::kFileTruncated, "file_truncated"},
    {203, ErrorCode::kEncrypted, "encrypted"},
    {204, ErrorCode::kPasswordWrong, "password_wrong"},
    {205, ErrorCode::kDrmProtected, "drm_protected"},
    {206, ErrorCode::kDistributionOnly, "distribution_only"},
    {207, ErrorCode::kNoTextLayer, "no_text_layer"},
    {208, ErrorCode::kTextEncoding, "text_encoding"},
    {301, ErrorCode::kLimitBytes, "limit_bytes"},
    {302, ErrorCode::kLimitPages, "limit_pages"},
    {303, ErrorCode::kLimitNesting, "limit_nesting"},
    {304, ErrorCode::kLimitCells, "limit_cells"},
    {305, ErrorCode::kLimitInflated, "limit_inflated"},
    {306, ErrorCode::kLimitSeconds, "limit_seconds"},
    {307, ErrorCode::kLimitMemory, "limit_memory"},
    {308, ErrorCode::kLimitText, "limit_text"},
    {309, ErrorCode::kLimitCpu, "limit_cpu"},
    {310, ErrorCode::kLimitOutput, "limit_output"},
    {311, ErrorCode::kLimitObjects, "limit_objects"},
    {401, ErrorCode::kOutputNotWritable, "output_not_writable"},
    {402, ErrorCode::kOutputDamaged, "output_damaged"},
    {403, ErrorCode::kProfileInvalid, "profile_invalid"},
    {404, ErrorCode::kCorrectionInvalid, "correction_invalid"},
    {405, ErrorCode::kOutputHeld, "output_held"},
    {406, ErrorCode::kStateDamaged, "state_damaged"},
    {501, ErrorCode::kInternal, "internal"},
    {502, ErrorCode::kReaderCrashed, "reader_crashed"},
    {503, ErrorCode::kReaderGarbled, "reader_garbled"},
    {504, ErrorCode::kReaderUnavailable, "reader_unavailable"},
    {505, ErrorCode::kInterrupted, "interrupted"},
    {601, ErrorCode::kBrokerUnavailable, "broker_unavailable"},
    {602, ErrorCode::kBrokerRefused, "broker_refused"},
    {603, ErrorCode::kWorkerLost, "worker_lost"},
    {604, ErrorCode::kLedgerUnavailable, "ledger_unavailable"},
    {605, ErrorCode::kLedgerRefused, "ledger_refused"},
};

TEST(Error, NumbersAndNamesAreThoseThatWerePromised) {
  std::set<std::string_view> names;
  for (const Promise& promise : kPromises) {
    EXPECT_EQ(static_cast<int>(promise.code), promise.number);
    EXPECT_EQ(error_name(promise.code), promise.name);
    EXPECT_TRUE(names.insert(error_name(promise.code)).second) << promise.name << " names two codes";
  }
}

TEST(Error, DescriptionHasNumberNameMessageAndAdvice) {
  EXPECT_EQ(describe({ErrorCode::kFileEmpty, "the file has no bytes", "copy it again"}),
            "E104 file_empty: the file has no bytes (copy it again)");
  EXPECT_EQ(describe({ErrorCode::kInternal, "무엇인가 잘못됨", ""}), "E501 internal: 무엇인가 잘못됨");
}

TEST(Error, TheOutputStopsTheRunADocumentDoesNot) {
  EXPECT_EQ(disposition_of(ErrorCode::kOutputNotWritable), Disposition::kStop);
  EXPECT_EQ(disposition_of(ErrorCode::kFileTruncated), Disposition::kQuarantine);
  EXPECT_EQ(disposition_of(ErrorCode::kLimitPages), Disposition::kQuarantine);
}

}  // namespace
}  // namespace jangbu
