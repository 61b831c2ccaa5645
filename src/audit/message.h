// What a finding says to an official: both figures as they would print them, and where they stand.
#pragma once

#include <optional>
#include <string>

#include "jangbu/document.h"
#include "jangbu/record.h"
#include "records/profile.h"
#include "text/told.h"

namespace jangbu {

// A figure in the table's own unit: "65,410,160천원", "75.37%", "46명"; in English "65,410,160 thousand won", "75.37 %", "46".
using Shown = Told;
Shown shown_value(long double value, const Figure& like, const Record& record, const Table& table);    // in the unit of `like`
Shown shown_printed(const Figure& value, const Record& record, const Table& table);                    // as the cell has it, with its unit
Shown shown_figure(const Figure& value, std::int64_t unit_factor, const std::string& unit_name = {});  // the same, without a record at hand

// 「합계」(표 t031, 28쪽) / "합계" (table t031, page 28)
Told shown_place(const Record& record, const Table& table);
// `, 28쪽` / `, page 28` behind a table's id; nothing where there are no pages.
Told shown_page(const std::optional<int>& page);

// Fills id, document, record ids, place, severity (from the size of the miss against the tolerance and the figure).
Finding make_finding(FindingKind kind, const Document& document, const std::vector<const Record*>& records, const Figure& value,
                     long double printed, long double computed, long double tolerance);

// What share of the figure is in doubt; a rate is judged by its points.
Severity severity_of(Measure measure, long double printed, long double computed, long double tolerance);

Decimal to_decimal(long double value, int places);

}  // namespace jangbu
