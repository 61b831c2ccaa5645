// The members of every type that goes between processes, listed once for both directions (packing.h). The lists are structured
// bindings: a member that is added to a type and not here does not compile.
#pragma once

#include "jangbu/document.h"
#include "jangbu/error.h"
#include "jangbu/limits.h"
#include "reading/document_reader.h"

namespace jangbu {

constexpr Format last_of(Format) { return Format::kHwpml; }
constexpr Where last_of(Where) { return Where::kMasterPage; }
constexpr Block::Kind last_of(Block::Kind) { return Block::Kind::kTable; }

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
  auto& [row, column, row_span, column_span, text, repaired, corrected, page, bbox, tables, drawn, header, parts] = cell;
  stream(row, column, row_span, column_span, text, repaired, corrected, page, bbox, tables, drawn, header, parts);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Table>& table) {
  auto& [id, section, where, caption, unit, as_of, unit_from, as_of_from, pages, bbox, rows, columns, header_rows, nearby_unit, nearby_as_of, kind, cells, guessed_grid] = table;
  stream(id, section, where, caption, unit, as_of, unit_from, as_of_from, pages, bbox, rows, columns, header_rows, nearby_unit, nearby_as_of, kind, cells, guessed_grid);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Paragraph>& paragraph) {
  auto& [text, repaired, page, bbox, font_size, bold, outline_level, where] = paragraph;
  stream(text, repaired, page, bbox, font_size, bold, outline_level, where);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Block>& block) {
  auto& [kind, paragraph, table, heading_rank, heading, heading_title, in_contents] = block;
  stream(kind, paragraph, table, heading_rank, heading, heading_title, in_contents);
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
void fields(S& stream, typename S::template Seen<Document>& document) {
  auto& [id, source, metadata, title, organization, report_kind, report_date, fiscal_year, origins, degraded, diagnostics, lines, pages, blocks, tables,
         sections, repairs, corrections] = document;  // corrections are replayed later: they do not travel
  stream(id, source, metadata, title, organization, report_kind, report_date, fiscal_year, origins, degraded, diagnostics, lines, pages, blocks, tables,
         sections, repairs);
}

template <typename S>
void fields(S& stream, typename S::template Seen<Limits>& limits) {
  auto& [file_bytes, pages, nesting, cells, inflated_bytes, text_code_points, page_objects, correction_bytes, seconds, cpu_seconds, reader_bytes, answer_bytes] = limits;
  stream(file_bytes, pages, nesting, cells, inflated_bytes, text_code_points, page_objects, correction_bytes, seconds, cpu_seconds, reader_bytes, answer_bytes);
}

template <typename S>
void fields(S& stream, typename S::template Seen<ProfileFile>& file) {
  auto& [name, content, origin] = file;
  stream(name, content);  // wherever they are from, the process that gets them checks them
}

template <typename S>
void fields(S& stream, typename S::template Seen<ReadingOptions>& options) {
  auto& [limits, password, profiles] = options;
  stream(limits, password, profiles);
}

}  // namespace jangbu
