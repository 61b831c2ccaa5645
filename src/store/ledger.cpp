// Documents → rows of the ledger. Each call is one transaction: the document's old rows go, its new ones come, and the totals follow.
// Words that repeat (offices, headings, fields) are stored once and named by number (word()).
// Totals are kept as differences: what is about to change is taken off before, and added again after (ledger_totals.h).
// A file that is damaged or of another version is removed and begun anew: the caller fills it from documents/ again.
//
//   document   _document ◀── _record ◀── _figure        words (office, heading, field …) by number, in _word
//                  ▲── _finding, _repair, _correction, _tally, _office_year
#include "store/ledger.h"

#include <SQLiteCpp/Column.h>

#include <algorithm>
#include <system_error>

#include "store/ledger_inside.h"
#include "store/ledger_layout.h"
#include "store/ledger_search.h"
#include "store/ledger_totals.h"
#include "store/postgres_words.h"
#include "store/sql_sqlite.h"

namespace jangbu {
namespace fs = std::filesystem;
namespace {

using Id = std::int64_t;

// Readers see the last committed moment while a run writes (WAL).
void configure(SQLite::Database& database) {
  database.exec("PRAGMA journal_mode = WAL");
  database.exec("PRAGMA synchronous = NORMAL");  // it can be made again from the documents; a power cut may take the last transactions
  database.exec("PRAGMA trusted_schema = OFF");
}

// For a word that is new. Not by RETURNING: for each such statement SQLite marks a place to go back to, and there its full text writes out
// what it has gathered so far.
Id free_number(LedgerInside& inside) {
  constexpr std::size_t kAtOnce = 256;
  if (inside.free_numbers.empty()) {
    inside.free_numbers = inside.database->numbers("_word", kAtOnce);
    std::reverse(inside.free_numbers.begin(), inside.free_numbers.end());
  }
  const Id out = inside.free_numbers.back();
  inside.free_numbers.pop_back();
  return out;
}

// The number of a word: an empty one has none.
std::optional<Id> word(LedgerInside& inside, const std::string& text) {
  if (text.empty()) return std::nullopt;
  // Words of the transaction at hand: most figures of a table share their headings.
  if (const auto found = inside.words.find(text); found != inside.words.end()) return found->second;
  SqlStatement& find = inside.prepared("SELECT id FROM _word WHERE word = ?");
  find.bind(1, text);
  Id id = 0;
  if (find.executeStep()) {
    id = find.getColumn(0).getInt64();
    find.reset();
  } else {
    id = free_number(inside);
    SqlStatement& add = inside.prepared("INSERT INTO _word (id, word) VALUES (?, ?)");
    LedgerBinder(add).number(id).exact_text(text);
    add.exec();
  }
  inside.words.emplace(text, id);
  return id;
}

// The number of a document in this file; ids of documents are texts.
std::optional<Id> document_number(LedgerInside& inside, const std::string& id) {
  SqlStatement& find = inside.prepared("SELECT id FROM _document WHERE document_id = ?");
  find.bind(1, id);
  if (!find.executeStep()) return std::nullopt;
  const Id out = find.getColumn(0).getInt64();
  find.reset();
  return out;
}

// All rows of a document but its own: it is read again, or gone. Words stay, as other documents use them.
void forget_rows(LedgerInside& inside, Id document) {
  for (const char* table : {"_record", "_figure", "_finding", "_repair", "_correction", "_tally", "_office_year"}) {
    SqlStatement& forget = inside.prepared(std::string("DELETE FROM ") + table + " WHERE document = ?");
    forget.bind(1, document);
    forget.exec();
  }
}

// text() writes NULL for an empty text, exact_text() the empty text itself.
void put_document(LedgerInside& inside, Id id, const LedgerDocument& d) {
  SqlStatement& put = inside.prepared(
      "INSERT INTO _document (id, document_id, path, paths, sha256, bytes, format, pages, producer, title, organization, report_kind, "
      "report_date, fiscal_year, degraded, edition, "
      "supersedes, state, speaks, of, records, findings, outcomes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
      "?, ?)");
  LedgerBinder(put)
      .number(id)
      .text(d.id)
      .exact_text(d.path)
      .text(d.paths)
      .exact_text(d.sha256)
      .number(static_cast<Id>(d.bytes))
      .exact_text(d.format)
      .number(d.pages)
      .text(d.producer)
      .text(d.title)
      .text(d.organization)
      .text(d.report_kind)
      .text(d.report_date)
      .number(d.fiscal_year)
      .number(static_cast<Id>(d.degraded))
      .number(static_cast<Id>(d.edition))
      .text(d.supersedes)
      .exact_text(std::string(document_state_name(d.state)))
      .number(static_cast<Id>(d.state == DocumentState::kIngested))
      .text(d.of)
      .number(static_cast<Id>(d.records.size()))
      .number(static_cast<Id>(d.findings.size()))
      .text(d.outcomes);
  put.exec();
}

// Row numbers of the records, in their order: figures refer to them by it.
std::vector<Id> put_records(LedgerInside& inside, Id document, const std::vector<LedgerRecord>& records) {
  const std::vector<Id> ids = inside.database->numbers("_record", records.size());
  std::set<Ledger::OfficeYear> years;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const LedgerRecord& r = records[i];
    // Words first: they use statements of their own.
    const std::optional<Id> words[] = {
        word(inside, r.type),  word(inside, r.organization), word(inside, r.section), word(inside, r.path),     word(inside, r.name),
        word(inside, r.level), word(inside, r.role),         word(inside, r.status),  word(inside, r.currency), word(inside, r.table)};
    SqlStatement& put = inside.prepared(
        "INSERT INTO _record (id, document, record_id, type, organization, fiscal_year, as_of, section, path, name, level, role, status, "
        "currency, unit_factor, page, table_id, row, series, counted, repeats) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    LedgerBinder(put)
        .number(ids[i])
        .number(document)
        .exact_text(r.id)
        .number(words[0])
        .number(words[1])
        .number(r.fiscal_year)
        .text(r.as_of)
        .number(words[2])
        .number(words[3])
        .number(words[4])
        .number(words[5])
        .number(words[6])
        .number(words[7])
        .number(words[8])
        .number(r.unit_factor)
        .number(r.page)
        .number(words[9])
        .number(r.row)
        .number(r.series)
        .number(r.counted ? 1 : 0)
        .text(r.repeats);
    put.exec();
    if (words[4]) make_searchable(inside, *words[4], r.name, is_prose_type(r.type));
    if (!r.office.empty() && r.fiscal_year) years.emplace(r.office, *r.fiscal_year);
  }
  for (const auto& [organization, year] : years) {
    SqlStatement& put = inside.prepared("INSERT INTO _office_year (document, organization, fiscal_year) VALUES (?, ?, ?)");
    LedgerBinder(put).number(document).exact_text(organization).number(static_cast<Id>(year));
    put.exec();
  }
  return ids;
}

// `records`: from put_records(). A figure of no record has no number there.
void put_figures(LedgerInside& inside, Id document, const std::vector<LedgerFigure>& figures, const std::vector<Id>& records) {
  for (const LedgerFigure& f : figures) {
    const std::optional<Id> words[] = {word(inside, f.table),   word(inside, f.row_heading), word(inside, f.column_heading),
                                       word(inside, f.unit),    word(inside, f.period),      word(inside, f.phase),
                                       word(inside, f.members), word(inside, f.field),       word(inside, f.slot)};
    SqlStatement& put = inside.prepared(
        "INSERT INTO _figure (document, table_id, row, column, nth, page, x0, y0, x1, y1, row_heading, column_heading, text, printed, "
        "value, unit, scale, period, phase, members, "
        "record, field, slot) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    LedgerBinder bind(put);
    bind.number(document)
        .number(words[0].value_or(0))
        .number(static_cast<Id>(f.row))
        .number(static_cast<Id>(f.column))
        .number(static_cast<Id>(f.nth))
        .number(f.page);
    if (f.bbox) {
      bind.real(f.bbox->x0).real(f.bbox->y0).real(f.bbox->x1).real(f.bbox->y1);
    } else {
      for (int i = 0; i < 4; ++i) bind.number(std::optional<int>());
    }
    bind.number(words[1])
        .number(words[2])
        .exact_text(f.text)
        .decimal(f.printed)
        .decimal(f.value)
        .number(words[3])
        .decimal(f.scale)
        .number(words[4])
        .number(words[5])
        .number(words[6]);
    bind.number(f.record < records.size() ? std::optional(records[f.record]) : std::nullopt).number(words[7]).number(words[8]);
    put.exec();
  }
}

// `serial` keeps the order of the document; `line` is the JSON that findings.ndjson gets.
void put_findings(LedgerInside& inside, Id document, const LedgerDocument& d) {
  Id serial = 0;
  const std::optional<Id> office = word(inside, d.organization);
  for (const LedgerFinding& f : d.findings) {
    SqlStatement& put = inside.prepared(
        "INSERT INTO _finding (document, serial, organization, fiscal_year, finding_id, kind, severity, record_ids, record_id, field, "
        "printed, computed, tolerance, "
        "message_ko, message_en, table_id, row, page, "
        "assessed, accepted_by, accepted_reason, accepted_author, accepted_date, line) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, "
        "?, ?, ?, ?, ?, ?, ?, ?)");
    LedgerBinder(put)
        .number(document)
        .number(serial++)
        .number(office)
        .number(d.fiscal_year)
        .exact_text(f.id)
        .exact_text(f.kind)
        .exact_text(f.severity)
        .exact_text(f.record_ids)
        .text(f.first_record)
        .text(f.field)
        .decimal(f.printed)
        .decimal(f.computed)
        .decimal(f.tolerance)
        .text(f.message_ko)
        .text(f.message_en)
        .text(f.table)
        .number(f.row)
        .number(f.page)
        .text(f.assessed)
        .text(f.accepted_by)
        .text(f.accepted_reason)
        .text(f.accepted_author)
        .text(f.accepted_date)
        .exact_text(f.line);
    put.exec();
  }
}

// Repairs and corrections: what was changed, and why.
void put_changes(LedgerInside& inside, Id document, const LedgerDocument& d) {
  Id serial = 0;
  for (const LedgerRepair& r : d.repairs) {
    SqlStatement& put = inside.prepared(
        "INSERT INTO _repair (document, serial, record_id, table_id, row, column, rule, field, before, after, confidence, applied) VALUES "
        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    LedgerBinder(put)
        .number(document)
        .number(serial++)
        .text(r.record_id)
        .text(r.table)
        .number(r.row)
        .number(r.column)
        .exact_text(r.rule)
        .text(r.field)
        .text(r.before)
        .text(r.after);
    put.bind(11, r.confidence);
    put.bind(12, static_cast<int>(r.applied));
    put.exec();
  }
  serial = 0;
  for (const LedgerCorrection& c : d.corrections) {
    SqlStatement& put = inside.prepared(
        "INSERT INTO _correction (document, serial, correction_id, state, table_id, row, column, field, before, after, places, record_ids, "
        "message_ko, message_en) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    LedgerBinder(put)
        .number(document)
        .number(serial++)
        .exact_text(c.id)
        .exact_text(c.state)
        .text(c.table)
        .number(c.row)
        .number(c.column)
        .text(c.field)
        .text(c.before)
        .text(c.after)
        .number(static_cast<Id>(c.places))
        .exact_text(c.record_ids)
        .text(c.message_ko)
        .text(c.message_en);
    put.exec();
  }
}

// A log of changes (-wal) that outlived its file would be played into the new one.
void remove_with_companions(const fs::path& file) {
  std::error_code error;
  for (const char* ending : {"", "-wal", "-shm"}) fs::remove(file.string() + ending, error);
}

}  // namespace

void remove_ledger(const fs::path& output) { remove_with_companions(output / kLedgerFile); }

Ledger::Ledger(std::unique_ptr<LedgerInside> inside) : inside_(std::move(inside)) {}
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger::~Ledger() = default;

std::int64_t Ledger::sequence() const { return inside_->sequence; }

// As it is if it is ours and of this version; otherwise removed and made anew, once. `warning` tells why.
Result<Ledger::Opened> Ledger::open(const fs::path& file, const std::vector<LedgerType>& types) {
  constexpr int kBusyMilliseconds = 10'000;
  std::string warning;
  // Twice at most: as it is, then anew.
  for (bool again = true;; again = false) {
    auto inside = std::make_unique<LedgerInside>();
    inside->file = file.string();
    try {
      auto sqlite = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kBusyMilliseconds);
      configure(*sqlite);
      const int version = sqlite->execAndGet("PRAGMA user_version").getInt();
      const bool is_new = version == 0 && sqlite->execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
      inside->database = sql_of(std::move(sqlite));
      SqlDatabase& open = *inside->database;
      if (is_new) {
        make_ledger_tables(open);
        open.exec("PRAGMA user_version = " + std::to_string(kLedgerVersion));
      } else if (version != kLedgerVersion || !has_ledger_tables(open)) {
        warning = file.string() + " is of another version of jangbu; it is made anew";
        inside.reset();
        remove_with_companions(file);
        if (again) continue;
        return fail(ErrorCode::kOutputNotWritable, "cannot replace " + file.string(), "delete it and run again");
      }
      // Views follow the profiles: another folder of profiles gives other columns over the same rows.
      make_ledger_views(open, types);
      // A sequence that is no number throws std::exception: the file is damaged, see below.
      SqlStatement sequence(open, "SELECT value FROM meta WHERE key = 'sequence'");
      inside->sequence = std::stoll(sequence.executeStep() ? sequence.getColumn(0).getString() : std::string());
      return Opened{Ledger(std::move(inside)), is_new || !warning.empty(), warning};
    } catch (const SQLite::Exception& failed) {
      const Unexpected why = sqlite_failure(file.string(), failed);
      if (why.error.code != ErrorCode::kStateDamaged || !again) return why;
      warning = why.error.message + "; it is made anew";
    } catch (const std::exception& failed) {
      if (!again)
        return fail(ErrorCode::kOutputNotWritable, "cannot use " + file.string() + ": " + failed.what(), "delete it and run again");
      warning = file.string() + " is damaged; it is made anew";
    }
    inside.reset();
    remove_with_companions(file);
  }
}

// PostgreSQL is the caller's, with all others who write there: tables of another version are not ours to remove.
Result<Ledger> Ledger::over(std::shared_ptr<SqlDatabase> database, const std::string& name, const std::vector<LedgerType>& types) {
  auto inside = std::make_unique<LedgerInside>();
  inside->file = name;
  inside->database = std::move(database);
  return guarded<Ledger>(name, [&]() -> Result<Ledger> {
    SqlDatabase& open = *inside->database;
    SqlTransaction transaction(open);
    open.hold("tables");  // of two that come to an empty database one makes them
    // Views have names from profiles, and stand where nothing else does that has such a name.
    open.exec("SET LOCAL search_path TO jangbu");
    SqlStatement there(open, "SELECT to_regclass('jangbu.meta') IS NOT NULL");
    if (!there.executeStep() || there.getColumn(0).getInt() == 0) {
      make_ledger_tables(open);
    } else if (!has_ledger_tables(open)) {
      return fail(ErrorCode::kLedgerRefused, name + " holds a ledger of another version of jangbu",
                  "name another database, or drop the schemas jangbu and jangbu_state and run again");
    }
    make_ledger_views(open, types);
    open.exec("SET LOCAL search_path TO jangbu_state, jangbu");
    transaction.commit();
    return Ledger(std::move(inside));
  });
}

// A document that is known keeps its number; all its rows are made again.
Status Ledger::keep(const LedgerDocument& document) {
  return inside_->change([&](SqlDatabase& open) {
    inside_->words.clear();
    inside_->free_numbers.clear();
    inside_->searchable.clear();
    if (open.is_shared()) learn_words(*inside_, document);
    Id id = 0;
    // What it counted until now is taken off before its rows go.
    if (const auto known = document_number(*inside_, document.id)) {
      id = *known;
      count_document(*inside_, id, Counted::kOut);
      make_unsearchable(*inside_, id);
      forget_rows(*inside_, id);
      SqlStatement& forget = inside_->prepared("DELETE FROM _document WHERE id = ?");
      forget.bind(1, id);
      forget.exec();
    } else {
      id = open.numbers("_document", 1).front();
    }
    put_document(*inside_, id, document);
    make_searchable(*inside_, id, document);
    const std::vector<Id> records = put_records(*inside_, id, document.records);
    put_figures(*inside_, id, document.figures, records);
    put_findings(*inside_, id, document);
    put_changes(*inside_, id, document);
    put_tally(*inside_, id, document);
    count_document(*inside_, id, Counted::kIn);
  });
}

// Off the totals with the old state, on again with the new one.
Status Ledger::put_standing(const std::string& id, DocumentState state, const std::string& of, int edition, const std::string& supersedes,
                            const std::string& paths) {
  return inside_->change([&](SqlDatabase&) {
    const auto number = document_number(*inside_, id);
    if (!number) return;
    count_document(*inside_, *number, Counted::kOut);
    SqlStatement& put =
        inside_->prepared("UPDATE _document SET state = ?, speaks = ?, of = ?, edition = ?, supersedes = ?, paths = ? WHERE id = ?");
    LedgerBinder(put)
        .exact_text(std::string(document_state_name(state)))
        .number(static_cast<Id>(state == DocumentState::kIngested))
        .text(of)
        .number(static_cast<Id>(edition))
        .text(supersedes)
        .text(paths)
        .number(*number);
    put.exec();
    count_document(*inside_, *number, Counted::kIn);
  });
}

// Off the totals first, as these are worked out from the tally that goes with the rows.
Status Ledger::forget(const std::string& id) {
  return inside_->change([&](SqlDatabase&) {
    const auto number = document_number(*inside_, id);
    if (!number) return;
    count_document(*inside_, *number, Counted::kOut);
    make_unsearchable(*inside_, *number);
    forget_rows(*inside_, *number);
    SqlStatement& forget = inside_->prepared("DELETE FROM _document WHERE id = ?");
    forget.bind(1, *number);
    forget.exec();
  });
}

// Locations are bytes of a path, not always UTF-8.
Status Ledger::put_input(const LedgerInput& input) {
  return inside_->change([&](SqlDatabase&) {
    count_failure(*inside_, input.location, Counted::kOut);
    SqlStatement& put = inside_->prepared(
        "INSERT INTO _input (location, path, sha256, document_id, code, error, message, advice, since, attempts) VALUES (?, ?, ?, ?, ?, ?, "
        "?, ?, ?, ?) ON CONFLICT (location) DO UPDATE SET path = excluded.path, sha256 = excluded.sha256, document_id = "
        "excluded.document_id, code = excluded.code, error = excluded.error, message = excluded.message, advice = excluded.advice, since = "
        "excluded.since, attempts = excluded.attempts");
    LedgerBinder(put)
        .bytes(input.location)
        .exact_text(input.path)
        .text(input.sha256)
        .text(input.document)
        .number(input.code)
        .text(input.error)
        .text(input.message)
        .text(input.advice)
        .text(input.since)
        .number(static_cast<Id>(input.attempts));
    put.exec();
    count_failure(*inside_, input.location, Counted::kIn);
  });
}

// Nothing happens where it is not known.
Status Ledger::forget_input(const std::string& location) {
  return inside_->change([&](SqlDatabase&) {
    count_failure(*inside_, location, Counted::kOut);
    SqlStatement& forget = inside_->prepared("DELETE FROM _input WHERE location = ?");
    LedgerBinder(forget).bytes(location);
    forget.exec();
  });
}

}  // namespace jangbu
