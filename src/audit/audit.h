// The report's own arithmetic, checked: sums over the hierarchy, the identities of each profile, figures that two tables print
// of the same thing, and totals in running text that print their parts. Every check asks whether rounding or cutting off can
// explain the difference (arithmetic/interval.h); only what neither explains is a finding.
//
// Reads records, changes nothing in them but `flagged`.
#pragma once

#include <vector>

#include "jangbu/document.h"
#include "jangbu/record.h"
#include "records/profile.h"

namespace jangbu {

// Findings in a fixed order: by table and row, then field, then kind. Records carry ids already.
std::vector<Finding> audit(Document& document, std::vector<Record>& records, const std::vector<Profile>& profiles);

// A record is flagged where a finding speaks against it that nobody has accepted.
void flag_records(const std::vector<Finding>& findings, std::vector<Record>& records);

// Each check adds to `findings`.
void check_sums(const Document& document, const std::vector<Record>& records, const std::vector<Profile>& profiles,
                std::vector<Finding>& findings);
void check_breakdowns(const Document& document, const std::vector<Record>& records, const std::vector<Profile>& profiles,
                      std::vector<Finding>& findings);
void check_identities(Document& document, const std::vector<Record>& records, const std::vector<Profile>& profiles,
                      std::vector<Finding>& findings);
// Of sums and identities that fail for one misprinted figure one finding stays. After check_sums and check_identities.
void tell_each_cause_once(const Document& document, const std::vector<Record>& records, const std::vector<Profile>& profiles,
                          std::vector<Finding>& findings);
void check_cross_tables(const Document& document, const std::vector<Record>& records, const std::vector<Profile>& profiles,
                        std::vector<Finding>& findings);
void check_programmes(const Document& document, const std::vector<Record>& records, const std::vector<Profile>& profiles,
                      std::vector<Finding>& findings);
void check_prose(const Document& document, std::vector<Finding>& findings);
void check_structure(const Document& document, std::vector<Finding>& findings);

}  // namespace jangbu
