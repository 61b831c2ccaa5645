// Repairs that need to know what a figure or a row means: they come after the mapper, and after records have their ids, which
// are of what the source says.
#pragma once

#include <vector>

#include "jangbu/document.h"
#include "jangbu/record.h"
#include "records/profile.h"

namespace jangbu {

// Figures that OCR misread, where the table's own arithmetic proves one reading (figure_repair.cpp).
//   before: 5,48S,025   l36,440   6.519   after: 5,485,025   136,440   6,519
void repair_figures(Document& document, std::vector<Record>& records, const std::vector<Profile>& profiles);

// Names that OCR misread, where another table names the same programme with the same figures (name_repair.cpp).
//   before: 시민 제안 발굴 및 살행      after: 시민 제안 발굴 및 실행
// Sure enough, they are put right in name and path; else proposed only (Repair::applied is false).
void repair_names(Document& document, std::vector<Record>& records, const std::vector<Profile>& profiles);

}  // namespace jangbu
