// The SQL of the ledger: tables (storage, with a leading _) and the views above them (what users may rely on).
// Views show only what speaks: rows of superseded editions and of renditions stay in the tables and out of the views.
// Each record type gets a view whose columns are the profile's fields, so that SELECT name, budget_amount FROM budget works.
// meta keeps a hash of the SQL of tables and of views: another hash of tables means another version, of views that they are made again.
//
//   SELECT name, budget_amount, payment FROM budget WHERE organization = '가시' AND fiscal_year = 2026 AND counted;
//   SELECT row_heading, column_heading, printed, unit FROM figure WHERE record_id IS NULL;      what no record explains
#include "store/ledger_layout.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <functional>
#include <map>

#include "store/ledger_cells.h"
#include "store/postgres_dialect.h"
#include "text/hash.h"

namespace jangbu {
namespace {

// Words that repeat from row to row and report to report (headings, offices, fields, ids of tables) stand once in _word, and rows hold
// their numbers: a figure costs some 40 bytes, not 300. Views put the words back.
constexpr const char* kLedgerTables = R"sql(
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE _word (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, found_in INTEGER NOT NULL DEFAULT 0);
CREATE TABLE _document (
  id INTEGER PRIMARY KEY, document_id TEXT NOT NULL UNIQUE, path TEXT NOT NULL, paths TEXT, sha256 TEXT NOT NULL, bytes INTEGER, format TEXT NOT NULL,
  pages INTEGER, producer TEXT, title TEXT, organization TEXT, report_kind TEXT, report_date TEXT, fiscal_year INTEGER, degraded INTEGER NOT NULL,
  edition INTEGER NOT NULL, supersedes TEXT, state TEXT NOT NULL, speaks INTEGER NOT NULL, of TEXT, records INTEGER NOT NULL, findings INTEGER NOT NULL, outcomes TEXT
);
CREATE INDEX _document_of_office ON _document (organization, fiscal_year, speaks);
CREATE INDEX _document_corrected ON _document (document_id) WHERE outcomes IS NOT NULL;
CREATE TABLE _office_year (
  document INTEGER NOT NULL, organization TEXT NOT NULL, fiscal_year INTEGER NOT NULL,
  PRIMARY KEY (organization, fiscal_year, document)
) WITHOUT ROWID;
CREATE INDEX _office_year_of_document ON _office_year (document);
CREATE TABLE _record (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL, record_id TEXT NOT NULL, type INTEGER NOT NULL, organization INTEGER, fiscal_year INTEGER, as_of TEXT,
  section INTEGER, path INTEGER, name INTEGER, level INTEGER, role INTEGER, status INTEGER, currency INTEGER, unit_factor INTEGER NOT NULL,
  page INTEGER, table_id INTEGER, row INTEGER, series INTEGER, counted INTEGER NOT NULL, repeats TEXT
);
CREATE INDEX _record_of_document ON _record (document);
CREATE INDEX _record_by_id ON _record (record_id);
CREATE INDEX _record_of_type ON _record (type, fiscal_year);
CREATE INDEX _record_of_series ON _record (series, fiscal_year) WHERE series IS NOT NULL;
CREATE INDEX _record_by_name ON _record (name);
CREATE TABLE _figure (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL, table_id INTEGER NOT NULL, row INTEGER NOT NULL, column INTEGER NOT NULL, nth INTEGER NOT NULL, page INTEGER,
  x0 REAL, y0 REAL, x1 REAL, y1 REAL, row_heading INTEGER, column_heading INTEGER, text TEXT NOT NULL, printed NUMERIC, value NUMERIC,
  unit INTEGER, scale NUMERIC, period INTEGER, phase INTEGER, members INTEGER, record INTEGER, field INTEGER, slot INTEGER
);
CREATE INDEX _figure_of_document ON _figure (document);
CREATE INDEX _figure_of_record ON _figure (record, field) WHERE record IS NOT NULL;
-- Office (a word) and year are those of the document, so that lists of findings are read off an index, worst and newest first.
CREATE TABLE _finding (
  document INTEGER NOT NULL, serial INTEGER NOT NULL, organization INTEGER, fiscal_year INTEGER, finding_id TEXT NOT NULL, kind TEXT NOT NULL, severity TEXT NOT NULL, record_ids TEXT NOT NULL,
  record_id TEXT, field TEXT, printed NUMERIC, computed NUMERIC, tolerance NUMERIC, message_ko TEXT, message_en TEXT, table_id TEXT, row INTEGER, page INTEGER,
  assessed TEXT, accepted_by TEXT, accepted_reason TEXT, accepted_author TEXT, accepted_date TEXT, line TEXT NOT NULL, PRIMARY KEY (document, serial)
) WITHOUT ROWID;
CREATE INDEX _finding_by_severity ON _finding (severity, fiscal_year DESC, document, serial);
CREATE INDEX _finding_of_kind ON _finding (kind, severity, fiscal_year DESC, document, serial);
CREATE INDEX _finding_of_office ON _finding (organization, severity, fiscal_year DESC, document, serial);
CREATE TABLE _repair (
  document INTEGER NOT NULL, serial INTEGER NOT NULL, record_id TEXT, table_id TEXT, row INTEGER, column INTEGER, rule TEXT NOT NULL, field TEXT,
  before TEXT, after TEXT, confidence REAL NOT NULL, applied INTEGER NOT NULL, PRIMARY KEY (document, serial)
) WITHOUT ROWID;
CREATE TABLE _correction (
  document INTEGER NOT NULL, serial INTEGER NOT NULL, correction_id TEXT NOT NULL, state TEXT NOT NULL, table_id TEXT, row INTEGER, column INTEGER, field TEXT,
  before TEXT, after TEXT, places INTEGER NOT NULL, record_ids TEXT NOT NULL, message_ko TEXT, message_en TEXT, PRIMARY KEY (document, serial)
) WITHOUT ROWID;
CREATE TABLE _input (
  location BLOB PRIMARY KEY, path TEXT NOT NULL, sha256 TEXT, document_id TEXT, code INTEGER, error TEXT, message TEXT, advice TEXT, since TEXT, attempts INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX _input_of_document ON _input (document_id);
CREATE INDEX _input_failed ON _input (path) WHERE code IS NOT NULL;
-- What each document counts, one row for each thing that it can be listed by, in the order of lists: the newest report first (ledger_totals.h).
CREATE TABLE _tally (
  what TEXT NOT NULL, name TEXT NOT NULL, report_date TEXT NOT NULL, document_id TEXT NOT NULL, document INTEGER NOT NULL, count INTEGER NOT NULL,
  PRIMARY KEY (what, name, report_date DESC, document_id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX _tally_of_document ON _tally (document, what, name);
-- The sums of these over all documents, so that no overview counts rows. count: of those that speak; documents: how many have the thing, in whatever state.
CREATE TABLE _total (what TEXT NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL, documents INTEGER NOT NULL, PRIMARY KEY (what, name)) WITHOUT ROWID;
CREATE INDEX _total_largest ON _total (what, documents DESC, name);
CREATE TABLE _field (type TEXT NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL, korean TEXT NOT NULL, measure TEXT NOT NULL, of_type TEXT NOT NULL, PRIMARY KEY (type, place)) WITHOUT ROWID;
CREATE TABLE _prior (field TEXT NOT NULL, prior TEXT NOT NULL, PRIMARY KEY (field, prior)) WITHOUT ROWID;
-- For searches, by letters (search_text.h): numbers of words that are names (_word.found_in & 1) or lines of prose (& 2), numbers of documents.
CREATE VIRTUAL TABLE _name_text USING fts5 (text, content = '', columnsize = 0, tokenize = 'ascii');
CREATE VIRTUAL TABLE _prose_text USING fts5 (text, content = '', columnsize = 0, tokenize = 'ascii');
CREATE VIRTUAL TABLE _document_text USING fts5 (organization, title, path, content = '', columnsize = 0, tokenize = 'ascii');
)sql";

constexpr const char* kViews = R"sql(
CREATE VIEW document AS SELECT document_id, path, paths, sha256, bytes, format, pages, producer, title, organization, report_kind, report_date, fiscal_year,
  degraded, edition, supersedes, state, of, records, findings FROM _document;
CREATE VIEW record AS SELECT r.record_id, t.word AS record_type, d.document_id, o.word AS organization, r.fiscal_year, r.as_of, s.word AS section, p.word AS path,
  n.word AS name, l.word AS level, a.word AS row_role, r.counted, r.repeats, st.word AS status, c.word AS currency, r.unit_factor, r.page, b.word AS table_id, r.row, r.series AS series_id
  FROM _record r JOIN _document d ON d.id = r.document AND d.speaks = 1 JOIN _word t ON t.id = r.type
  LEFT JOIN _word o ON o.id = r.organization LEFT JOIN _word s ON s.id = r.section LEFT JOIN _word p ON p.id = r.path LEFT JOIN _word n ON n.id = r.name
  LEFT JOIN _word l ON l.id = r.level LEFT JOIN _word a ON a.id = r.role LEFT JOIN _word st ON st.id = r.status LEFT JOIN _word c ON c.id = r.currency
  LEFT JOIN _word b ON b.id = r.table_id;
CREATE VIEW figure AS SELECT d.document_id, b.word AS table_id, f.row, f.column, f.nth, f.page, f.x0, f.y0, f.x1, f.y1, rh.word AS row_heading, ch.word AS column_heading,
  f.text, f.printed, f.value, u.word AS unit, f.scale, pe.word AS period, ph.word AS phase, m.word AS members, r.record_id, fi.word AS field, sl.word AS slot
  FROM _figure f JOIN _document d ON d.id = f.document AND d.speaks = 1 LEFT JOIN _word b ON b.id = f.table_id LEFT JOIN _word rh ON rh.id = f.row_heading
  LEFT JOIN _word ch ON ch.id = f.column_heading LEFT JOIN _word u ON u.id = f.unit LEFT JOIN _word pe ON pe.id = f.period LEFT JOIN _word ph ON ph.id = f.phase
  LEFT JOIN _word m ON m.id = f.members LEFT JOIN _record r ON r.id = f.record LEFT JOIN _word fi ON fi.id = f.field LEFT JOIN _word sl ON sl.id = f.slot;
CREATE VIEW finding AS SELECT f.finding_id, d.document_id, d.organization, d.path, f.kind, f.severity, f.record_id, f.record_ids, f.field, f.printed, f.computed, f.tolerance,
  f.message_ko, f.message_en, f.table_id, f.row, f.page, f.assessed, f.accepted_by, f.accepted_reason, f.accepted_author, f.accepted_date FROM _finding f JOIN _document d ON d.id = f.document AND d.speaks = 1;
CREATE VIEW repair AS SELECT d.document_id, r.record_id, r.table_id, r.row, r.column, r.rule, r.field, r.before, r.after, r.confidence, r.applied
  FROM _repair r JOIN _document d ON d.id = r.document AND d.speaks = 1;
CREATE VIEW correction AS SELECT c.correction_id, d.document_id, d.state AS document_state, c.state, c.table_id, c.row, c.column, c.field, c.before, c.after, c.places, c.record_ids,
  c.message_ko, c.message_en FROM _correction c JOIN _document d ON d.id = c.document;
CREATE VIEW input AS SELECT i.path, i.sha256, CASE WHEN i.code IS NOT NULL THEN 'quarantined' WHEN d.id IS NULL THEN 'waiting' WHEN d.path <> i.path THEN 'duplicate' ELSE d.state END AS state,
  i.document_id, d.of, i.code, i.error, i.message, i.advice, i.since, i.attempts FROM _input i LEFT JOIN _document d ON d.document_id = i.document_id;
CREATE VIEW series AS SELECT r.series AS series_id, o.word AS organization, t.word AS record_type, p.word AS path, n.word AS name, l.word AS level, a.word AS row_role, r.fiscal_year, r.as_of,
  fi.word AS field, f.value, nf.value AS next_year_says, nfi.word AS next_year_field, d.document_id, r.record_id, nd.document_id AS next_document_id, nr.record_id AS next_record_id
  FROM _record r JOIN _document d ON d.id = r.document AND d.speaks = 1 JOIN _figure f ON f.record = r.id JOIN _word fi ON fi.id = f.field
  JOIN _word sl ON sl.id = f.slot AND sl.word = 'values' JOIN _word t ON t.id = r.type LEFT JOIN _word o ON o.id = r.organization LEFT JOIN _word p ON p.id = r.path
  LEFT JOIN _word n ON n.id = r.name LEFT JOIN _word l ON l.id = r.level LEFT JOIN _word a ON a.id = r.role
  LEFT JOIN _prior pr ON pr.field = fi.word LEFT JOIN _word nfi ON nfi.word = pr.prior
  LEFT JOIN _record nr ON nr.series = r.series AND nr.fiscal_year = r.fiscal_year + 1 AND nr.document IN (SELECT id FROM _document WHERE speaks = 1)
    AND EXISTS (SELECT 1 FROM _figure x WHERE x.record = nr.id AND x.field = nfi.id AND x.slot = f.slot)
  LEFT JOIN _document nd ON nd.id = nr.document LEFT JOIN _figure nf ON nf.record = nr.id AND nf.field = nfi.id AND nf.slot = f.slot
  WHERE r.series IS NOT NULL AND r.fiscal_year IS NOT NULL;
)sql";

constexpr const char* kBaseViews[] = {"document", "record", "figure", "finding", "repair", "correction", "input", "series"};

std::string literal(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
  return out + "'";
}

// A name from a profile that would hide a table or view of our own gets none of its own.
bool may_be_a_view(const std::string& name) {
  if (name.empty() || name.starts_with("_") || name.starts_with("sqlite_") || name == "meta") return false;
  for (const char* base : kBaseViews) {
    if (name == base) return false;
  }
  return true;
}

// `number`: of a word, as the SQL is to have it.
// One subquery a field, over the index (record, field): a row costs as many look-ups as it has fields.
std::string view_of(const LedgerType& type, const std::function<std::string(const std::string&)>& number) {
  std::string sql = "CREATE VIEW " + quoted_identifier(type.name) +
                    " AS SELECT r.record_id, d.document_id, o.word AS organization, r.fiscal_year, r.as_of, p.word AS path, n.word AS "
                    "name, l.word AS level, a.word AS row_role,"
                    " r.counted, r.repeats, st.word AS status, r.page, b.word AS table_id, r.row, r.series AS series_id";
  for (const LedgerField& field : type.fields) {
    const bool words = field.measure == "text" || field.measure == "date";
    sql += ",\n  (SELECT " + std::string(words ? "text" : "value") + " FROM _figure WHERE record = r.id AND field = " + number(field.name) +
           " AND slot = " + number("values") + " ORDER BY id LIMIT 1) AS " + quoted_identifier(field.name);
  }
  return sql +
         "\n  FROM _record r JOIN _document d ON d.id = r.document AND d.speaks = 1 LEFT JOIN _word o ON o.id = r.organization LEFT JOIN "
         "_word "
         "p ON p.id = r.path"
         " LEFT JOIN _word n ON n.id = r.name LEFT JOIN _word l ON l.id = r.level LEFT JOIN _word a ON a.id = r.role LEFT JOIN _word st ON "
         "st.id = r.status"
         " LEFT JOIN _word b ON b.id = r.table_id WHERE r.type = " +
         number(type.name) + ";\n";
}

// The numbers of words, which get them here where no row has brought them yet: views name fields by them, since every program that opens
// the ledger parses them all.
class WordNumbers {
 public:
  explicit WordNumbers(SqlDatabase& database)
      : add_(database, "INSERT INTO _word (word) VALUES (?) ON CONFLICT DO NOTHING"),
        find_(database, "SELECT id FROM _word WHERE word = ?") {}

  // As text, ready to stand in SQL.
  std::string of(const std::string& word) {
    std::string& number = known_[word];
    if (number.empty()) {
      add_.bind(1, word);
      add_.exec();
      add_.reset();
      find_.bind(1, word);
      find_.executeStep();
      number = std::to_string(find_.getColumn(0).getInt64());
      find_.reset();
    }
    return number;
  }

 private:
  SqlStatement add_, find_;
  std::map<std::string, std::string> known_;
};

// An INSERT of all rows at once, each of them once; nothing where there are none.
std::string insert_of(const char* into, const std::string& rows) {
  return rows.empty() ? std::string() : std::string(into) + " VALUES " + rows + " ON CONFLICT DO NOTHING;\n";
}

// The definition of the tables, as this database says it.
std::string tables_of(const SqlDatabase& database) { return database.is_shared() ? postgres_tables(kLedgerTables) : kLedgerTables; }

}  // namespace

// The hash of the SQL is kept: a version that forgot to raise its number is still noticed.
void make_ledger_tables(SqlDatabase& database) {
  SqlTransaction transaction(database);
  const std::string tables = tables_of(database);
  database.exec(tables);
  database.exec("INSERT INTO meta (key, value) VALUES ('schema', 'v1'), ('sequence', '0'), ('tables', '" + sha256_hex(tables) + "')");
  transaction.commit();
}

bool has_ledger_tables(SqlDatabase& database) {
  SqlStatement made(database, "SELECT value FROM meta WHERE key = 'tables'");
  return made.executeStep() && made.getColumn(0).getString() == sha256_hex(tables_of(database));
}

bool has_ledger_tables(SQLite::Database& database) {
  SQLite::Statement made(database, "SELECT value FROM meta WHERE key = 'tables'");
  return made.executeStep() && made.getColumn(0).getString() == sha256_hex(kLedgerTables);
}

// Made again only where their SQL would be another, since that writes to the schema and every reader has to parse it anew.
void make_ledger_views(SqlDatabase& database, const std::vector<LedgerType>& types) {
  // Rows of _field and _prior as SQL text; nothing of it comes from a document.
  std::string fields, prior;
  std::map<std::string, std::string> joined;  // over all types: a field of one name is one field
  for (const LedgerType& type : types) {
    int place = 0;
    for (const LedgerField& field : type.fields) {
      fields += (fields.empty() ? "(" : ", (") + literal(type.name) + ", " + std::to_string(place++) + ", " + literal(field.name) + ", " +
                literal(field.korean) + ", " + literal(field.measure) + ", " + literal(type.korean) + ")";
      // _prior joins a figure with what the next report calls it: the first of the fields that may hold it, since the view `series` has a
      // row for each.
      for (const std::string& before : field.year_before) {
        if (joined.insert({before, field.name}).first->second == field.name)
          prior += (prior.empty() ? "(" : ", (") + literal(before) + ", " + literal(field.name) + ")";
      }
    }
  }
  const auto sql_with = [&](const std::function<std::string(const std::string&)>& number) {
    std::string sql = kViews;
    for (const LedgerType& type : types) {
      if (may_be_a_view(type.name)) sql += view_of(type, number);
    }
    return sql + insert_of("INSERT INTO _field", fields) + insert_of("INSERT INTO _prior", prior);
  };
  // Hashed with the words themselves, as their numbers differ from file to file.
  const std::string digest = sha256_hex(sql_with(literal));
  SqlStatement made(database, "SELECT value FROM meta WHERE key = 'views'");
  if (made.executeStep() && made.getColumn(0).getString() == digest) return;
  made.reset();
  SqlTransaction transaction(database);
  std::vector<std::string> old;
  // In PostgreSQL totals are a view as well, one of the storage.
  SqlStatement view(database, database.is_shared()
                                  ? "SELECT viewname FROM pg_views WHERE schemaname = 'jangbu' AND NOT starts_with(viewname, '_')"
                                  : "SELECT name FROM sqlite_schema WHERE type = 'view'");
  while (view.executeStep()) old.push_back(view.getColumn(0).getString());
  view.reset();
  // All views, since those of an older set of profiles would stay behind.
  for (const std::string& name : old) database.exec("DROP VIEW " + quoted_identifier(name));
  database.exec("DELETE FROM _prior");
  database.exec("DELETE FROM _field");
  WordNumbers numbers(database);
  database.exec(sql_with([&](const std::string& word) { return numbers.of(word); }));
  SqlStatement put(database, "INSERT INTO meta (key, value) VALUES ('views', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value");
  put.bind(1, digest);
  put.exec();
  transaction.commit();
}

std::vector<std::string> ledger_views(const std::vector<LedgerType>& types) {
  std::vector<std::string> out(std::begin(kBaseViews), std::end(kBaseViews));
  for (const LedgerType& type : types) {
    if (may_be_a_view(type.name)) out.push_back(type.name);
  }
  return out;
}

}  // namespace jangbu
