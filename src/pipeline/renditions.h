// Two forms of one report compared: where the HWP and the PDF that an office published side by side print different figures.
//
// Rows are the same by record id, figures by field. A figure that one form does not have (an OCR that lost it, a column that could not
// be told) says nothing about the report and is no finding; rows that one form does not have are told once, not one by one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "jangbu/result.h"
#include "records/profile.h"

namespace jangbu {

// `lead` and `others`: files of documents as they stand under documents/. Gives the lead's file with its `cross_rendition` findings made
// anew: in the order of `others`, then of its records; with no others it has none. Statuses of records follow. A pure function; doing
// it twice changes nothing. Errors: output_damaged.
Result<std::string> with_rendition_findings(std::string_view lead, const std::vector<std::string>& others, const std::vector<Profile>& profiles);

}  // namespace jangbu
