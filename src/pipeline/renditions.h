// Two forms of one report compared: where the HWP and the PDF that an office published side by side print different figures.
//
// Rows are the same by record id, figures by field. A figure that one form does not have (an OCR that lost it, a column that could not
// be told) says nothing about the report and is no finding; rows that one form does not have are told once, not one by one.
#pragma once

#include <vector>

#include "corrections/judgement.h"
#include "jangbu/result.h"
#include "loader/filed_document.h"
#include "records/profile.h"

namespace jangbu {

// Gives `lead` its `cross_rendition` findings anew: in the order of `others`, then of its records; with no others it has none. Statuses of
// records follow. Doing it twice changes nothing. Errors: output_damaged.
Status find_rendition_differences(FiledDocument& lead, const std::vector<FiledDocument>& others, const std::vector<Profile>& profiles,
                                  const Judgement& judgement = {});

}  // namespace jangbu
