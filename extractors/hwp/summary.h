// The summary information of an HWP 5 document: title, author, dates, and the program that wrote it.
//
// Facts: stream "\5HwpSummaryInformation" is a property set ([MS-OLEPS] 2.21) with the property numbers of the usual summary
// information (2 title, 4 author, 9 revision — Hangul writes its own version there —, 12 created, 13 last saved).
// Nothing in it is needed to read the document, so damage is silence, not an error.
#pragma once

#include <string>

#include "extractors/hangul/byte_view.h"
#include "jangbu/document.h"

namespace jangbu::hwp {

struct Summary {
  Metadata metadata;
  std::string program;  // "11, 0, 0, 2129 WIN32LEWindows_10"
};

Summary read_summary(hangul::Bytes stream);

// 100-nanosecond steps since 1601 (FILETIME) as ISO 8601 in UTC; empty for times no document can have.
std::string iso_time(std::uint64_t filetime);

}  // namespace jangbu::hwp
