// RecordStream: the records of DocInfo and of a section, one after the other.
//
// Facts: HWP 5.0 specification, 4.1 — a record starts with a u32: tag in bits 0–9, level in 10–19, size in 20–31; size 0xFFF means
// that a u32 with the size follows. Records nest by level: a record belongs to the nearest one before it of a lower level.
//
// Only a window of the stream stands in memory, as large as its largest record.
// Errors: file_truncated (the stream ends inside a record), and those of the source.
#pragma once

#include <cstdint>
#include <vector>

#include "extractors/hangul/window.h"

namespace jangbu::hwp {

enum Tag : std::uint16_t {
  kTagDocumentProperties = 16,
  kTagCharShape = 21,
  kTagNumbering = 23,
  kTagBullet = 24,
  kTagParaShape = 25,
  kTagStyle = 26,
  kTagDistributeDocData = 28,
  kTagParaHeader = 66,
  kTagParaText = 67,
  kTagParaCharShape = 68,
  kTagParaLineSeg = 69,
  kTagParaRangeTag = 70,
  kTagCtrlHeader = 71,
  kTagListHeader = 72,
  kTagTable = 77,
  kTagCtrlData = 87,
  kTagEquation = 88,
  kTagMemoList = 93,
  kTagTrackChange = 96,
};

inline constexpr std::uint32_t kDeletion = 0x11;  // kind of a tracked change, and of the range of text that it deletes

struct Record {
  std::uint16_t tag = 0;
  std::uint16_t level = 0;
  hangul::Bytes payload;
};

class RecordStream {
 public:
  explicit RecordStream(hangul::ByteSource& source) : window_(source) {}
  // nullptr at the end of the stream and after an error: status() tells which. Valid until the next call.
  const Record* next();
  Status status() const { return failed_ ? Status(Unexpected{error_}) : Status(Done{}); }

 private:
  // Makes at least `count` bytes available; false where the stream ends before, or on an error.
  bool fill(std::size_t count) { return window_.size() >= count || fill_window(count); }
  bool fill_window(std::size_t count);
  const Record* give_up(ErrorCode code, const char* message);

  hangul::Window window_;
  Record record_;
  bool failed_ = false;
  Error error_;
};

}  // namespace jangbu::hwp
