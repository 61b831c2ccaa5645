// What a finding says to an official: both figures as they would print them, and where they stand.
#pragma once

#include <string>

#include "jangbu/document.h"
#include "jangbu/record.h"
#include "records/profile.h"

namespace jangbu {

// "65,419,160천원", "80.5%", "46명": in the table's own unit.
std::string shown_value(long double value, Measure measure, const Record& record, const Table& table);

// "합계 (t031, 28쪽)" / "합계 (t031, page 28)"
std::string shown_place_ko(const Record& record, const Table& table);
std::string shown_place_en(const Record& record, const Table& table);

// Fills id, document, record ids, place, severity (from the size of the miss against the tolerance and the figure).
Finding make_finding(FindingKind kind, const Document& document, const std::vector<const Record*>& records, const RecordValue& value,
                     long double printed, long double computed, long double tolerance);

Decimal to_decimal(long double value, int places);

}  // namespace jangbu
