// .jangbu/state.db: inputs, documents, what is due, and notes. Each method is one statement or one transaction.
// Rows that are due are written in the same transaction as the change that makes them so: however a run ends, what has to be settled is
// known. Hard case: a change of an input changes what its document is. The old and the new document become due, and whether they are `past`
// follows at once.
//
//   due     kind                what has to be settled                       by
//           document            its place among others of its bytes or name  pipeline/settle_documents.cpp
//           gone, gone_path     documents whose file is gone                 pipeline/gone.cpp
//           report              its editions and renditions                  pipeline/settle_reports.cpp
//           years               comparisons of an office and a year          pipeline/year_comparison.cpp
//           findings            findings.ndjson                              pipeline/writing.cpp
#include "store/state.h"

#include <exception>
#include <limits>
#include <mutex>

#include "store/layout.h"
#include "store/rows.h"
#include "store/sql_sqlite.h"
#include "store/sqlite_error.h"

namespace jangbu {
namespace fs = std::filesystem;
namespace {

constexpr const char* kFile = "state.db";

// "a, b, c" → "?, ?, ?".
std::string placeholders(const char* columns) {
  std::string out = "?";
  for (const char* c = columns; *c; ++c) {
    if (*c == ',') out += ", ?";
  }
  return out;
}

// "a = excluded.a, b = excluded.b": a row that is there is updated in place, so that what refers to it stays.
std::string updates(std::string columns) {
  std::string out;
  columns += ", ";
  for (std::size_t from = 0, to; (to = columns.find(", ", from)) != std::string::npos; from = to + 2) {
    const std::string name = columns.substr(from, to - from);
    out += (out.empty() ? "" : ", ") + name + " = excluded." + name;
  }
  return out;
}

std::string upsert(const char* table, const char* key, const char* columns) {
  return std::string("INSERT INTO ") + table + " (" + columns + ") VALUES (" + placeholders(columns) + ") ON CONFLICT (" + key +
         ") DO UPDATE SET " + updates(columns);
}

// Looked for first: nearly every row has the making of the run at hand.
std::int64_t making_number(SqlDatabase& database, const Making& made) {
  SqlStatement add(database, "INSERT INTO makings (tool, limits, profiles) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
  SqlStatement find(database, "SELECT id FROM makings WHERE tool = ? AND limits = ? AND profiles = ?");
  for (SqlStatement* statement : {&add, &find}) {
    statement->bindNoCopy(1, made.tool);
    statement->bindNoCopy(2, made.limits);
    statement->bindNoCopy(3, made.profiles);
  }
  if (!find.executeStep()) {
    add.exec();
    find.reset();
    find.executeStep();
  }
  return find.getColumn(0).getInt64();
}

void put_document(SqlDatabase& database, const KnownDocument& document) {
  SqlStatement put(database, upsert("documents", "id", kDocumentColumns));
  bind_document(put, document, making_number(database, document.made));
  put.exec();
}

// Due twice is due once. An empty name is no document, report or year.
void mark_due(SqlDatabase& database, const std::string& kind, const std::string& name) {
  if (name.empty()) return;
  SqlStatement put(database,
                   "INSERT INTO due (kind, name) SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM due WHERE kind = ?1 AND name = ?2)");
  put.bind(1, kind);
  put.bind(2, name);
  put.exec();
}

// One text by name: stamps, digests, places where a run went on.
void write_note(SqlDatabase& database, const std::string& name, const std::string& value) {
  SqlStatement put(database, "INSERT INTO notes (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value");
  put.bind(1, name);
  put.bind(2, value);
  put.exec();
}

// The ledger's last transaction that the state has seen (pipeline/stock.cpp compares them). One that others write into as well has none.
void put_sequence(SqlDatabase& database, std::int64_t ledger) {
  if (!database.is_shared()) write_note(database, "ledger", std::to_string(ledger));
}

// No making has the number 0: the file is planned again though its stamp is as it was.
void distrust(SqlDatabase& database, const std::string& document) {
  SqlStatement distrust(database, "UPDATE inputs SET making = 0 WHERE document = ?");
  distrust.bind(1, document);
  distrust.exec();
}

}  // namespace

// The connection, and the lock around it.
struct State::Inside {
  std::string file;
  std::shared_ptr<SqlDatabase> database;
  std::mutex mutex;

  // What SQLite throws ends here.
  template <typename T, typename Work>
  Result<T> run(const Work& work) {
    const std::lock_guard lock(mutex);
    return guarded<T>(file, [&]() -> Result<T> { return work(*database); });
  }
  // All or nothing: an exception rolls the transaction back.
  template <typename Work>
  Status change(const Work& work) {
    return run<Done>([&](SqlDatabase& open) {
      SqlTransaction transaction(open);
      work(open);
      transaction.commit();
      return Done{};
    });
  }
  // `where`: with ?1 as `value`.
  Result<std::vector<KnownDocument>> documents(const std::string& where, const std::string& value,
                                               std::int64_t most = std::numeric_limits<std::int64_t>::max()) {
    return run<std::vector<KnownDocument>>([&](SqlDatabase& open) {
      std::vector<KnownDocument> out;
      SqlStatement row(open, kDocumentRows + where + " ORDER BY documents.id LIMIT ?2");
      row.bind(1, value);
      row.bind(2, most);
      while (row.executeStep()) out.push_back(document_in(row));
      return out;
    });
  }
};

State::State(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
State::State(State&&) noexcept = default;
State::~State() = default;

State State::over(std::shared_ptr<SqlDatabase> database, const std::string& name) {
  auto inside = std::make_unique<Inside>();
  inside->file = name;
  inside->database = std::move(database);
  return State(std::move(inside));
}

// Kept under another name: people may want to know what broke.
Status State::set_aside(const fs::path& folder) {
  std::error_code error;
  // Its companions belong to no other file.
  for (const char* companion : {"-wal", "-shm"}) fs::remove(folder / (std::string(kFile) + companion), error);
  fs::rename(folder / kFile, folder / (std::string(kFile) + ".damaged"), error);
  if (error)
    return fail(ErrorCode::kOutputNotWritable, "cannot move " + (folder / kFile).string() + ": " + error.message(),
                "delete it, and run again");
  return Done{};
}

// Twice at most: as it is, then, after the old file was set aside, a new one. `warning` tells that everything is read again.
Result<State::Opened> State::open(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error)
    return fail(ErrorCode::kOutputNotWritable, "cannot write to " + folder.string() + ": " + error.message(),
                "choose another folder with --out");
  std::string warning;
  for (bool again = true;; again = false) {
    auto inside = std::make_unique<Inside>();
    inside->file = (folder / kFile).string();
    try {
      auto file = open_database(folder / kFile);
      const bool ours = has_this_layout(*file);
      inside->database = sql_of(std::move(file));
      if (ours) return Opened{State(std::move(inside)), warning};
      warning = inside->file + " is of another version of jangbu";
    } catch (const SQLite::Exception& failed) {
      const Unexpected why = sqlite_failure(inside->file, failed);
      if (why.error.code != ErrorCode::kStateDamaged) return why;
      warning = why.error.message;
    }
    inside.reset();
    if (!again) return fail(ErrorCode::kOutputNotWritable, "cannot use " + warning, "delete " + folder.string() + " and run again");
    warning += "; it was set aside, and everything is read again";
    if (Status status = set_aside(folder); !status) return status.forward();
  }
}

Status State::each_glance(const Making& now, const std::function<void(const InputGlance&)>& each) {
  return inside_->run<Done>([&](SqlDatabase& open) {
    SqlStatement row(
        open,
        "SELECT location, shown, size, inode, modified, changed, stamp_proves AND code IS NULL AND document <> '' AND making = "
        "(SELECT id FROM makings WHERE tool = ? AND limits = ? AND profiles = ?) FROM inputs ORDER BY location");
    row.bind(1, now.tool);
    row.bind(2, now.limits);
    row.bind(3, now.profiles);
    // Views into the database's memory, valid until the next row: a glance at a million inputs copies nothing.
    const auto view = [&](int column) { return row.getColumn(column).view(); };
    while (row.executeStep()) {
      InputGlance glance;
      glance.location = view(0);
      glance.shown = view(1);
      glance.stamp = {static_cast<std::uint64_t>(row.getColumn(2).getInt64()), static_cast<std::uint64_t>(row.getColumn(3).getInt64()),
                      row.getColumn(4).getInt64(), row.getColumn(5).getInt64()};
      glance.trusted = row.getColumn(6).getInt() != 0;
      each(glance);
    }
    return Done{};
  });
}

// In the order of locations; for rare work over everything.
Status State::each_input(const std::function<void(const KnownInput&)>& each) {
  return inside_->run<Done>([&](SqlDatabase& open) {
    for (SqlStatement row(open, std::string(kInputRows) + "ORDER BY location"); row.executeStep();) each(input_in(row));
    return Done{};
  });
}

// By the index: what begins so stands side by side.
Status State::each_input_under(const std::string& beginning, const std::function<void(const KnownInput&)>& each) {
  return inside_->run<Done>([&](SqlDatabase& open) {
    SqlStatement row(open, std::string(kInputRows) + "WHERE location >= ?1 AND location < ?2 ORDER BY location");
    row.bind_bytes(1, beginning);
    const std::string end = beginning + "\xff";  // no byte of UTF-8, and no name goes on with it
    row.bind_bytes(2, end);
    while (row.executeStep()) {
      KnownInput input = input_in(row);
      if (input.location.starts_with(beginning)) each(input);
    }
    return Done{};
  });
}

Result<std::optional<KnownInput>> State::input(const std::string& location) {
  return inside_->run<std::optional<KnownInput>>([&](SqlDatabase& open) -> std::optional<KnownInput> {
    SqlStatement row(open, std::string(kInputRows) + "WHERE location = ?");
    row.bind_bytes(1, location);
    if (!row.executeStep()) return std::nullopt;
    return input_in(row);
  });
}

// Where else these bytes stand: one of them gives the document its name.
Result<std::vector<KnownInput>> State::inputs_with_hash(const std::string& sha256) {
  return inside_->run<std::vector<KnownInput>>([&](SqlDatabase& open) {
    std::vector<KnownInput> out;
    SqlStatement row(open, std::string(kInputRows) + "WHERE sha256 = ? ORDER BY location");
    row.bind(1, sha256);
    while (row.executeStep()) out.push_back(input_in(row));
    return out;
  });
}

// By an index over failed ones only: few among many.
Result<std::vector<KnownInput>> State::failed_inputs() {
  return inside_->run<std::vector<KnownInput>>([&](SqlDatabase& open) {
    std::vector<KnownInput> out;
    for (SqlStatement row(open, std::string(kInputRows) + "WHERE code IS NOT NULL ORDER BY location"); row.executeStep();)
      out.push_back(input_in(row));
    return out;
  });
}

// Each shown path once, sorted: two folders may show the same.
Result<std::vector<std::string>> State::paths_of(const std::string& document) {
  return inside_->run<std::vector<std::string>>([&](SqlDatabase& open) {
    std::vector<std::string> out;
    SqlStatement row(open, "SELECT DISTINCT shown FROM inputs WHERE document = ? ORDER BY shown");
    row.bind(1, document);
    while (row.executeStep()) out.push_back(row.getColumn(0).getString());
    return out;
  });
}

// With their locations, which tell apart what is shown alike.
Result<std::vector<State::Place>> State::places_of(const std::string& document) {
  return inside_->run<std::vector<Place>>([&](SqlDatabase& open) {
    std::vector<Place> out;
    SqlStatement row(open, "SELECT shown, location FROM inputs WHERE document = ? ORDER BY shown, location");
    row.bind(1, document);
    while (row.executeStep()) out.push_back({row.getColumn(0).getString(), row.getColumn(1).getString()});
    return out;
  });
}

Result<bool> State::has_inputs() {
  return inside_->run<bool>([&](SqlDatabase& open) {
    SqlStatement row(open, "SELECT 1 FROM inputs LIMIT 1");
    return row.executeStep();
  });
}

namespace {

// Empty: the input is not known, or gave no document.
std::string document_of_input(SqlDatabase& open, const std::string& location) {
  SqlStatement row(open, "SELECT document FROM inputs WHERE location = ?");
  row.bind_bytes(1, location);
  return row.executeStep() ? row.getColumn(0).getString() : std::string();
}

// A document that an input gave, or gave until now: it stands while one has its bytes.
void tell_past(SqlDatabase& open, const std::string& document) {
  if (document.empty()) return;
  open.hold(document);  // another process may be taking away the last of its other places
  SqlStatement put(
      open, "UPDATE documents SET past = CASE WHEN EXISTS (SELECT 1 FROM inputs WHERE document = ?1) THEN 0 ELSE 1 END WHERE id = ?1");
  put.bind(1, document);
  put.exec();
}

}  // namespace

// Both documents become due: the one that the file gave until now may have lost its last place.
Status State::put_input(const KnownInput& input) {
  return inside_->change([&](SqlDatabase& open) {
    const std::string before = document_of_input(open, input.location);
    mark_due(open, "document", before);
    mark_due(open, "document", input.document);
    SqlStatement put(open, upsert("inputs", "location", kInputColumns));
    bind_input(put, input, making_number(open, input.made));
    put.exec();
    if (before != input.document) tell_past(open, before);
    tell_past(open, input.document);
  });
}

// Its document and its path are looked at later (pipeline/gone.cpp), when the whole run is known.
Status State::forget_input(const std::string& location, const std::string& shown) {
  return inside_->change([&](SqlDatabase& open) {
    const std::string before = document_of_input(open, location);
    mark_due(open, "document", before);
    mark_due(open, "gone", before);
    mark_due(open, "gone_path", shown);
    SqlStatement forget(open, "DELETE FROM inputs WHERE location = ?");
    forget.bind_bytes(1, location);
    forget.exec();
    tell_past(open, before);
  });
}

Status State::distrust_inputs_of(const std::string& document) {
  return inside_->change([&](SqlDatabase& open) { distrust(open, document); });
}

Result<std::optional<KnownDocument>> State::document(const std::string& id) {
  auto found = inside_->documents("WHERE documents.id = ?1", id);
  if (!found) return found.forward();
  return found->empty() ? std::optional<KnownDocument>() : std::optional(std::move(found->front()));
}

Result<std::vector<KnownDocument>> State::documents_with_hash(const std::string& sha256) {
  return inside_->documents("WHERE sha256 = ?1", sha256);
}
Result<std::vector<KnownDocument>> State::documents_at(const std::string& path) { return inside_->documents("WHERE path = ?1", path); }
Result<std::vector<KnownDocument>> State::documents_of_report(const std::string& report) {
  return inside_->documents("WHERE report = ?1", report);
}
// Two are enough to know that the beginning is not one document's.
Result<std::vector<KnownDocument>> State::documents_named(const std::string& beginning) {
  if (beginning.empty()) return std::vector<KnownDocument>{};  // with which every name begins
  return inside_->documents("WHERE substr(documents.id, 1, length(?1)) = ?1", beginning, 2);
}
Result<std::vector<KnownDocument>> State::documents_after(const std::string& after, std::size_t most) {
  return inside_->documents("WHERE documents.id > ?1", after, static_cast<std::int64_t>(most));
}

Status State::keep(const KnownDocument& document, std::int64_t ledger, const std::vector<std::string>& years) {
  return inside_->change([&](SqlDatabase& open) {
    SqlStatement before(open, "SELECT report, findings FROM documents WHERE id = ?");
    before.bind(1, document.id);
    // With those that it had before: findings.ndjson changes where either is not none.
    std::size_t findings = document.findings;
    if (before.executeStep()) {
      mark_due(open, "report", before.getColumn(0).getString());
      findings += static_cast<std::size_t>(before.getColumn(1).getInt64());
    }
    if (findings > 0) mark_due(open, "findings", "all");
    for (const std::string& year : years) mark_due(open, "years", year);
    mark_due(open, "report", document.report);
    mark_due(open, "document", document.id);
    put_document(open, document);
    // Taken in from its file (pipeline/stock.cpp): nobody knows what made it, so it is read again when its source is met.
    if (document.made.tool.empty()) distrust(open, document.id);
    put_sequence(open, ledger);
  });
}

// Nothing becomes due: the caller has just settled it.
Status State::put_standing(const KnownDocument& document, std::int64_t ledger) {
  return inside_->change([&](SqlDatabase& open) {
    put_document(open, document);
    put_sequence(open, ledger);
  });
}

// Inputs stay, but are not trusted any more: their files are read again when they are met.
Status State::forget_document(const std::string& id, std::int64_t ledger, const std::vector<std::string>& years) {
  return inside_->change([&](SqlDatabase& open) {
    SqlStatement before(open, "SELECT report, findings FROM documents WHERE id = ?");
    before.bind(1, id);
    if (before.executeStep()) {
      mark_due(open, "report", before.getColumn(0).getString());
      if (before.getColumn(1).getInt64() > 0) mark_due(open, "findings", "all");
    }
    for (const std::string& year : years) mark_due(open, "years", year);
    SqlStatement forget(open, "DELETE FROM documents WHERE id = ?");
    forget.bind(1, id);
    forget.exec();
    distrust(open, id);
    put_sequence(open, ledger);
  });
}

Status State::hold_bytes(const std::string& sha256) {
  return inside_->run<Done>([&](SqlDatabase& open) {
    open.hold(sha256);
    return Done{};
  });
}

// Sorted, so that settling goes in the same order in every run.
Result<std::vector<std::string>> State::due(const std::string& kind) {
  return inside_->run<std::vector<std::string>>([&](SqlDatabase& open) {
    std::vector<std::string> out;
    SqlStatement row(open, "SELECT name FROM due WHERE kind = ? ORDER BY name");
    row.bind(1, kind);
    while (row.executeStep()) out.push_back(row.getColumn(0).getString());
    return out;
  });
}

Result<bool> State::is_due(const std::string& kind, const std::vector<std::string>& names) {
  return inside_->run<bool>([&](SqlDatabase& open) {
    SqlStatement row(open, "SELECT 1 FROM due WHERE kind = ? AND name = ?");
    for (const std::string& name : names) {
      row.reset();
      row.bind(1, kind);
      row.bind(2, name);
      if (row.executeStep()) return true;
    }
    return false;
  });
}

Status State::make_due(const std::string& kind, const std::vector<std::string>& names) {
  return inside_->change([&](SqlDatabase& open) {
    for (const std::string& name : names) mark_due(open, kind, name);
  });
}

// After the work, never before it.
Status State::settled(const std::string& kind, const std::string& name) {
  return inside_->change([&](SqlDatabase& open) {
    SqlStatement forget(open, "DELETE FROM due WHERE kind = ? AND name = ?");
    forget.bind(1, kind);
    forget.bind(2, name);
    forget.exec();
  });
}

// Empty: there is none.
Result<std::string> State::note(const std::string& name) {
  return inside_->run<std::string>([&](SqlDatabase& open) {
    SqlStatement row(open, "SELECT value FROM notes WHERE name = ?");
    row.bind(1, name);
    return row.executeStep() ? row.getColumn(0).getString() : std::string();
  });
}

Result<std::map<std::string, std::string>> State::notes_under(const std::string& beginning) {
  return inside_->run<std::map<std::string, std::string>>([&](SqlDatabase& open) {
    std::map<std::string, std::string> out;
    SqlStatement row(open, "SELECT name, value FROM notes WHERE name >= ?1 AND substr(name, 1, length(?1)) = ?1");
    row.bind(1, beginning);
    while (row.executeStep()) out.emplace(row.getColumn(0).getString(), row.getColumn(1).getString());
    return out;
  });
}

Status State::put_note(const std::string& name, const std::string& value) {
  return inside_->change([&](SqlDatabase& open) { write_note(open, name, value); });
}

}  // namespace jangbu
