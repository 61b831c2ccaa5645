// One document as flat rows: what the ledger keeps of it. schemas/v1/ledger.md says what each column means.
//
// Lists within a row (path, section, record_ids, members) are JSON texts. Empty texts are NULL in the database.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "jangbu/decimal.h"
#include "jangbu/geometry.h"
#include "model/document_state.h"

namespace jangbu {

struct LedgerFigure {
  static constexpr std::size_t kNoRecord = static_cast<std::size_t>(-1);
  std::string table;  // id
  int row = 0, column = 0;
  int nth = 0;  // among the figures of one cell
  std::optional<int> page;
  std::optional<Box> bbox;
  std::string row_heading, column_heading;  // steps parted by " > ", outermost first
  std::string text;                         // as printed
  std::optional<Decimal> printed;           // the number as printed, without any unit
  std::optional<Decimal> value;             // in won, as a fraction, or heads; only where a record gives the figure a meaning
  std::string unit;                         // as printed for the table: "천원"
  std::optional<Decimal> scale;             // value = printed x scale
  std::string period, phase, members;
  std::size_t record = kNoRecord;  // index into LedgerDocument::records
  std::string field, slot;         // where it stands in the record: a field of "values", "yearly", "breakdown" or "other_values"
};

struct LedgerRecord {
  std::string id, type, organization;
  std::string office;  // the organization as a key: by which reports of several years find each other
  std::optional<int> fiscal_year;
  std::string as_of, section, path, name, level, role, status, currency;
  bool counted = false;
  std::string repeats;  // record id; empty: none
  std::int64_t unit_factor = 1;
  std::optional<int> page;
  std::string table;  // id; empty: read from lines of an outline
  std::optional<int> row;
  std::optional<std::int64_t> series;  // the same programme or unit over the years; none where it cannot be told
};

struct LedgerFinding {
  std::string id, kind, severity, record_ids, first_record, field;
  std::optional<Decimal> printed, computed, tolerance;
  std::string message_ko, message_en, table;
  std::optional<int> row, page;
  std::string assessed;                                                      // the severity by itself, where a folder says otherwise
  std::string accepted_by, accepted_reason, accepted_author, accepted_date;  // accepted_by: the correction's id; empty: nobody has
  std::string line;                                                          // as findings.ndjson has it
};

struct LedgerRepair {
  std::string record_id;  // empty: of the document's text
  std::string table;
  std::optional<int> row, column;
  std::string rule, field, before, after;
  double confidence = 1;
  bool applied = true;
};

struct LedgerCorrection {
  std::string id, state, table;
  std::optional<int> row, column;
  std::string field, before, after, record_ids, message_ko, message_en;
  std::size_t places = 0;
};

struct LedgerDocument {
  std::string id, path, paths, sha256, format, producer, title, organization, report_kind, report_date;
  std::uint64_t bytes = 0;
  std::optional<int> pages, fiscal_year;
  bool degraded = false;
  int edition = 1;
  std::string supersedes, of;
  DocumentState state = DocumentState::kIngested;
  std::vector<LedgerRecord> records;
  std::vector<LedgerFigure> figures;
  std::vector<LedgerFinding> findings;
  std::vector<LedgerRepair> repairs;
  std::vector<LedgerCorrection> corrections;
  std::string outcomes;  // of corrections, a JSON list as the document's file has it; empty: none
};

struct LedgerInput {
  std::string location, path, sha256, document;  // location: bytes
  std::optional<int> code;
  std::string error, message, advice, since;
  int attempts = 0;
};

// Kinds of records with their fields: what the views `budget`, `revenue`, … are made of.
struct LedgerField {
  std::string name, korean, measure;          // amount | rate | count | number | text | date
  std::vector<std::string> year_before = {};  // of last year's figure: fields that may hold it in that year's own report; only written
};
struct LedgerType {
  std::string name, korean;
  std::vector<LedgerField> fields;
};

// A figure of a record as comparisons between reports need it.
struct LedgerYearValue {
  std::string field, text, unit;
  std::int64_t value = 0;
  int row = 0, column = 0;
  std::optional<int> page;
};
struct LedgerYearRow {
  std::string record_id, document_id, organization, type, name, table;
  std::vector<std::string> path;
  int fiscal_year = 0;
  std::int64_t unit_factor = 1;
  bool money = true;
  std::vector<LedgerYearValue> values;  // whole numbers only
};

}  // namespace jangbu
