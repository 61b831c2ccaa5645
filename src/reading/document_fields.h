// The members of every type that goes between processes, listed once for both directions (packing.h). The lists are structured
// bindings: a member that is added to a type and not here does not compile.
#pragma once

#include "jangbu/document.h"
#include "jangbu/error.h"
#include "jangbu/limits.h"
#include "reading/document_bytes.h"
#include "reading/document_reader.h"

namespace jangbu {

constexpr Format last_of(Format) { return Format::kHwpml; }
constexpr Where last_of(Where) { return Where::kMasterPage; }
constexpr Block::Kind last_of(Block::Kind) { return Block::Kind::kTable; }
constexpr Measure last_of(Measure) { return Measure::kDate; }
constexpr Imprint last_of(Imprint) { return Imprint::kWords; }
constexpr RowRole last_of(RowRole) { return RowRole::kTotal; }
constexpr FindingKind last_of(FindingKind) { return FindingKind::kDoubt; }
constexpr Severity last_of(Severity) { return Severity::kError; }
constexpr CorrectionState last_of(CorrectionState) { return CorrectionState::kConflict; }
constexpr Correction::Target last_of(Correction::Target) { return Correction::Target::kFinding; }
constexpr Sandbox last_of(Sandbox) { return Sandbox::kOff; }
constexpr InspectForm last_of(InspectForm) { return InspectForm::kPage; }
constexpr Question::Kind last_of(Question::Kind) { return Question::Kind::kShow; }
constexpr FurniturePlace last_of(FurniturePlace) { return FurniturePlace::kPageNumber; }

template <typename S>
void fields(S& stream, typename S::template Seen<Box>& box) {
  auto& [x0, y0, x1, y1] = box;
  stream(x0, y0, x1, y1);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Diagnostic>& diagnostic) {
  auto& [code, message, page] = diagnostic;
  stream(code, message, page);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Source>& source) {
  auto& [path, sha256, bytes, format, pages, producer] = source;
  stream(path, sha256, bytes, format, pages, producer);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Metadata>& metadata) {
  auto& [title, author, created, modified] = metadata;
  stream(title, author, created, modified);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Origins>& origins) {
  auto& [title, organization, report_kind, report_date, fiscal_year] = origins;
  stream(title, organization, report_kind, report_date, fiscal_year);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Run>& run) {
  auto& [text, box, font_size, bold, vertical, invisible, glued, upwards, background, struck] = run;
  stream(text, box, font_size, bold, vertical, invisible, glued, upwards, background, struck);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Rule>& rule) {
  auto& [box, thickness] = rule;
  stream(box, thickness);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Fill>& fill) {
  auto& [box, luminance] = fill;
  stream(box, luminance);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Page>& page) {
  auto& [number, width, height, runs, rules, fills] = page;
  stream(number, width, height, runs, rules, fills);
}

template <typename S>
void fields(S& stream, typename S::template Seen<CellPart>& part) {
  auto& [where, struck, text] = part;
  stream(where, struck, text);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Cell>& cell) {
  auto& [row, column, row_span, column_span, text, repaired, corrected, page, bbox, tables, drawn, header, font_size, parts] = cell;
  stream(row, column, row_span, column_span, text, repaired, corrected, page, bbox, tables, drawn, header, font_size, parts);
}

template <typename S>
void fields(S& stream, typename S::template Seen<HeadingWords>& heading) {
  auto& [column, row, first, last, says, period, phase, members, unit, unknown] = heading;
  stream(column, row, first, last, says, period, phase, members, unit, unknown);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Table>& table) {
  auto& [id, section, where, caption, unit, as_of, unit_from, as_of_from, pages, bbox, rows, columns, header_rows, nearby_unit,
         nearby_as_of, kind, headings, cells, guessed_grid] = table;
  stream(id, section, where, caption, unit, as_of, unit_from, as_of_from, pages, bbox, rows, columns, header_rows, nearby_unit,
         nearby_as_of, kind, headings, cells, guessed_grid);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Paragraph>& paragraph) {
  auto& [text, repaired, page, bbox, font_size, bold, outline_level, where] = paragraph;
  stream(text, repaired, page, bbox, font_size, bold, outline_level, where);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Block>& block) {
  auto& [kind, paragraph, table, heading_rank, heading_level, heading, heading_title, in_contents] = block;
  stream(kind, paragraph, table, heading_rank, heading_level, heading, heading_title, in_contents);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Furniture>& furniture) {
  auto& [text, page, place] = furniture;
  stream(text, page, place);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Section>& section) {
  auto& [level, number, title, page, children] = section;
  stream(level, number, title, page);
  if (!stream.enter()) return;
  stream(children);
  stream.leave();
}

template <typename S>
void fields(S& stream, typename S::template Seen<Repair>& repair) {
  auto& [rule, field, before, after, table, row, column, confidence, applied] = repair;
  stream(rule, field, before, after, table, row, column, confidence, applied);
}

template <typename S>
void fields(S& stream, typename S::template Seen<UnknownWord>& unknown) {
  auto& [word, columns] = unknown;
  stream(word, columns);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Document>& document) {
  auto& [id, source, metadata, title, organization, report_kind, report_date, fiscal_year, origins, degraded, diagnostics, lines, pages,
         blocks, furniture, tables, sections, repairs, identities, unknown_words, corrections] =
      document;  // identities are the understanding's own
  stream(id, source, metadata, title, organization, report_kind, report_date, fiscal_year, origins, degraded, diagnostics, lines, pages,
         blocks, furniture, tables, sections, repairs, corrections);
  // identities serve the audit, which is over; the words go on, as a list.
  stream(unknown_words);
}

template <typename S>
void fields(S& stream, typename S::template Seen<ChangedFinding>& finding) {
  auto& [id, kind, message_ko, message_en] = finding;
  stream(id, kind, message_ko, message_en);
}

template <typename S>
void fields(S& stream, typename S::template Seen<CorrectionOutcome>& outcome) {
  auto& [correction, state, table, row, column, field, before, after, places, record_ids, vanished, appeared, message_ko, message_en] =
      outcome;
  stream(correction, state, table, row, column, field, before, after, places, record_ids, vanished, appeared, message_ko, message_en);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Decimal>& decimal) {
  auto& [digits, scale] = decimal;
  stream(digits, scale);
  stream.expect(scale >= 0 && scale <= 18, "a figure with more places than figures have");
}

template <typename S>
void fields(S& stream, typename S::template Seen<Period>& period) {
  auto& [text, start, end] = period;
  stream(text, start, end);
}

template <typename S>
void fields(S& stream, typename S::template Seen<AmountPart>& part) {
  auto& [name, text, won, step] = part;
  stream(name, text, won, step);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Amount>& amount) {
  auto& [text, won, step, period, parts] = amount;
  stream(text, won, step, period, parts);
}

template <typename S>
void fields(S& stream, typename S::template Seen<CellPlace>& place) {
  auto& [row, column, text, page, bbox, corrected] = place;
  stream(row, column, text, page, bbox, corrected);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Figure>& value) {
  auto& [field, measure, figure, step, place, unit, words, period, phase, dimension, member, imprint, printed] = value;
  stream(field, measure, figure, step, place, unit, words, period, phase, dimension, member, imprint, printed);
}

template <typename S>
void fields(S& stream, typename S::template Seen<OtherValue>& other) {
  auto& [header, text, value, place] = other;
  stream(header, text, value, place);
}

template <typename S>
void fields(S& stream, typename S::template Seen<OutlineLine>& line) {
  auto& [period, periods, amounts, page, bbox, block, order, above, above_id] = line;
  stream(period, periods, amounts, page, bbox, block, order, above, above_id);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Record>& record) {
  auto& [id, type, document_id, organization, fiscal_year, as_of, section, path, name, level, role, values, yearly, breakdown, others,
         remarks, project, notes, money, unit_factor, table_index, row, parent, repairs, corrections, flagged, counted, repeats, line] =
      record;
  stream(id, type, document_id, organization, fiscal_year, as_of, section, path, name, level, role, values, yearly, breakdown, others,
         remarks, project, notes, money, unit_factor, table_index, row, parent, repairs, corrections, flagged, counted, repeats, line);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Finding>& finding) {
  auto& [id, document_id, kind, severity, record_ids, field, printed, computed, tolerance, message_ko, message_en, page, table, row,
         assessed, accepted] = finding;  // the last two are the folder's own
  stream(id, document_id, kind, severity, record_ids, field, printed, computed, tolerance, message_ko, message_en, page, table, row);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Processed>& processed) {
  auto& [document, records, findings, report, addressed] = processed;
  stream(document, records, findings, report, addressed);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Correction>& correction) {
  auto& [id, target, record_id, field, document, table, row, column, term, metadata, finding, expect, value, reason, author, date, file,
         index, line] = correction;
  stream(id, target, record_id, field, document, table, row, column, term, metadata, finding, expect, value, reason, author, date, file,
         index, line);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Readiness>& readiness) {
  auto& [locked, missing] = readiness;
  stream(locked, missing);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Question>& question) {
  auto& [kind, path, sha256, form, page, dpi, marked] = question;
  stream(kind, path, sha256, form, page, dpi, marked);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Limits>& limits) {
  auto& [file_bytes, pages, nesting, cells, inflated_bytes, text_code_points, page_objects, correction_bytes, seconds, cpu_seconds,
         reader_bytes, answer_bytes] = limits;
  stream(file_bytes, pages, nesting, cells, inflated_bytes, text_code_points, page_objects, correction_bytes, seconds, cpu_seconds,
         reader_bytes, answer_bytes);
}

template <typename S>
void fields(S& stream, typename S::template Seen<ProfileFile>& file) {
  auto& [name, content, origin] = file;
  stream(name, content);  // wherever they are from, the process that gets them checks them
}

template <typename S>
void fields(S& stream, typename S::template Seen<ReadingOptions>& options) {
  auto& [limits, password, profiles, corrections, sandbox] = options;
  stream(limits, password, profiles, corrections, sandbox);
}

}  // namespace jangbu
