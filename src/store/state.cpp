#include "store/state.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <exception>
#include <mutex>

#include "store/layout.h"
#include "store/rows.h"

namespace jangbu {
namespace fs = std::filesystem;
namespace {

constexpr const char* kFile = "state.db";

Unexpected failure(const std::string& file, const SQLite::Exception& error) {
  const std::string why = file + ": " + error.what();
  switch (error.getErrorCode()) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return fail(ErrorCode::kStateDamaged, why, "run again: it is made anew");
    case SQLITE_FULL:
      return fail(ErrorCode::kOutputNotWritable, "cannot write " + why, "free some disk space and run again");
    default:
      return fail(ErrorCode::kOutputNotWritable, "cannot use " + why, "check that the output folder may be written to, and its disk");
  }
}

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
  return std::string("INSERT INTO ") + table + " (" + columns + ") VALUES (" + placeholders(columns) + ") ON CONFLICT (" + key + ") DO UPDATE SET " +
         updates(columns);
}

void put_document(SQLite::Database& database, const KnownDocument& document) {
  SQLite::Statement put(database, upsert("documents", "id", kDocumentColumns));
  bind_document(put, document);
  put.exec();
}

}  // namespace

struct State::Inside {
  std::string file;
  std::unique_ptr<SQLite::Database> database;
  std::mutex mutex;

  // What SQLite throws ends here.
  template <typename T, typename Work>
  Result<T> run(const Work& work) {
    const std::lock_guard lock(mutex);
    try {
      return work(*database);
    } catch (const SQLite::Exception& error) {
      return failure(file, error);
    } catch (const std::exception& error) {  // a row that is not what was put in
      return fail(ErrorCode::kStateDamaged, file + ": " + error.what(), "run again: it is made anew");
    }
  }
  template <typename Work>
  Status change(const Work& work) {
    return run<Done>([&](SQLite::Database& open) {
      SQLite::Transaction transaction(open);
      work(open);
      transaction.commit();
      return Done{};
    });
  }
  Result<std::map<std::string, std::size_t>> counts(const char* query) {
    return run<std::map<std::string, std::size_t>>([&](SQLite::Database& open) {
      std::map<std::string, std::size_t> out;
      for (SQLite::Statement row(open, query); row.executeStep();) out[row.getColumn(0).getString()] = static_cast<std::size_t>(row.getColumn(1).getInt64());
      return out;
    });
  }
  Status each_line(const char* query, const std::string* parameter, const std::function<bool(std::string_view)>& each) {
    return run<Done>([&](SQLite::Database& open) {
      SQLite::Statement row(open, query);
      if (parameter) row.bind(1, *parameter);
      while (row.executeStep()) {
        const SQLite::Column line = row.getColumn(0);
        if (!each({line.getText(), static_cast<std::size_t>(line.getBytes())})) break;
      }
      return Done{};
    });
  }
};

State::State(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
State::State(State&&) noexcept = default;
State::~State() = default;

Status State::set_aside(const fs::path& folder) {
  std::error_code error;
  // Its companions belong to no other file.
  for (const char* companion : {"-wal", "-shm"}) fs::remove(folder / (std::string(kFile) + companion), error);
  fs::rename(folder / kFile, folder / (std::string(kFile) + ".damaged"), error);
  if (error) return fail(ErrorCode::kOutputNotWritable, "cannot move " + (folder / kFile).string() + ": " + error.message(), "delete it, and run again");
  return Done{};
}

Result<State::Opened> State::open(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return fail(ErrorCode::kOutputNotWritable, "cannot write to " + folder.string() + ": " + error.message(), "choose another folder with --out");
  std::string warning;
  for (bool again = true;; again = false) {
    auto inside = std::make_unique<Inside>();
    inside->file = (folder / kFile).string();
    try {
      inside->database = open_database(folder / kFile);
      if (has_this_layout(*inside->database)) return Opened{State(std::move(inside)), warning};
      warning = inside->file + " is of another version of jangbu";
    } catch (const SQLite::Exception& failed) {
      const Unexpected why = failure(inside->file, failed);
      if (why.error.code != ErrorCode::kStateDamaged) return why;
      warning = why.error.message;
    }
    inside.reset();
    if (!again) return fail(ErrorCode::kOutputNotWritable, "cannot use " + warning, "delete " + folder.string() + " and run again");
    warning += "; it was set aside, and everything is read again";
    if (Status status = set_aside(folder); !status) return status.forward();
  }
}

Result<std::map<std::string, KnownInput>> State::inputs() {
  return inside_->run<std::map<std::string, KnownInput>>([](SQLite::Database& open) {
    std::map<std::string, KnownInput> out;
    for (SQLite::Statement row(open, std::string("SELECT ") + kInputColumns + " FROM inputs"); row.executeStep();) {
      KnownInput input = input_in(row);
      std::string location = input.location;
      out.emplace(std::move(location), std::move(input));
    }
    return out;
  });
}

Status State::put_input(const KnownInput& input) {
  return inside_->change([&](SQLite::Database& open) {
    SQLite::Statement put(open, upsert("inputs", "location", kInputColumns));
    bind_input(put, input);
    put.exec();
  });
}

Status State::forget_input(const std::string& location) {
  return inside_->change([&](SQLite::Database& open) {
    SQLite::Statement forget(open, "DELETE FROM inputs WHERE location = ?");
    forget.bind(1, location.data(), static_cast<int>(location.size()));
    forget.exec();
  });
}

Result<std::vector<KnownDocument>> State::documents() {
  return inside_->run<std::vector<KnownDocument>>([](SQLite::Database& open) {
    std::vector<KnownDocument> out;
    for (SQLite::Statement row(open, std::string("SELECT ") + kDocumentColumns + " FROM documents ORDER BY id"); row.executeStep();) out.push_back(document_in(row));
    return out;
  });
}

Status State::keep(const KnownDocument& document, const std::vector<KeptRecord>& records, const std::vector<KeptFinding>& findings) {
  return inside_->change([&](SQLite::Database& open) {
    open.exec("DELETE FROM aggregates");
    put_document(open, document);
    for (const char* table : {"records", "findings"}) {
      SQLite::Statement forget(open, std::string("DELETE FROM ") + table + " WHERE document = ?");
      forget.bind(1, document.id);
      forget.exec();
    }
    SQLite::Statement add_record(open, "INSERT INTO records (document, type, id, line) VALUES (?, ?, ?, ?)");
    for (const KeptRecord& record : records) {
      add_record.reset();
      add_record.bindNoCopy(1, document.id);
      add_record.bindNoCopy(2, record.type);
      add_record.bindNoCopy(3, record.id);
      add_record.bindNoCopy(4, record.line);
      add_record.exec();
    }
    SQLite::Statement add_finding(open, "INSERT INTO findings (document, serial, severity, kind, line) VALUES (?, ?, ?, ?, ?)");
    std::int64_t serial = 0;
    for (const KeptFinding& finding : findings) {
      add_finding.reset();
      add_finding.bindNoCopy(1, document.id);
      add_finding.bind(2, serial++);
      add_finding.bindNoCopy(3, finding.severity);
      add_finding.bindNoCopy(4, finding.kind);
      add_finding.bindNoCopy(5, finding.line);
      add_finding.exec();
    }
  });
}

Status State::put_standing(const KnownDocument& document) {
  return inside_->change([&](SQLite::Database& open) {
    open.exec("DELETE FROM aggregates");
    put_document(open, document);
  });
}

Status State::forget_document(const std::string& id) {
  return inside_->change([&](SQLite::Database& open) {
    open.exec("DELETE FROM aggregates");
    SQLite::Statement forget(open, "DELETE FROM documents WHERE id = ?");
    forget.bind(1, id);
    forget.exec();
  });
}

Result<std::vector<std::string>> State::record_ids(const std::string& document) {
  return inside_->run<std::vector<std::string>>([&](SQLite::Database& open) {
    std::vector<std::string> out;
    SQLite::Statement row(open, "SELECT id FROM records WHERE document = ? ORDER BY id");
    row.bind(1, document);
    while (row.executeStep()) out.push_back(row.getColumn(0).getString());
    return out;
  });
}

Status State::each_record(const std::string& type, const std::function<bool(std::string_view)>& each) {
  return inside_->each_line("SELECT line FROM records WHERE type = ? AND document IN (SELECT id FROM documents WHERE state = 'ingested') ORDER BY id, line", &type, each);
}

Status State::each_finding(const std::function<bool(std::string_view)>& each) {
  return inside_->each_line(
      "SELECT line FROM findings WHERE document IN (SELECT id FROM documents WHERE state = 'ingested') ORDER BY document, serial", nullptr, each);
}

Result<std::map<std::string, std::size_t>> State::record_counts() {
  return inside_->counts("SELECT type, count(*) FROM records WHERE document IN (SELECT id FROM documents WHERE state = 'ingested') GROUP BY type");
}

Result<std::map<std::string, std::size_t>> State::finding_counts_by_kind() {
  return inside_->counts("SELECT kind, count(*) FROM findings WHERE document IN (SELECT id FROM documents WHERE state = 'ingested') GROUP BY kind");
}

Result<std::map<std::string, std::size_t>> State::finding_counts_by_severity() {
  return inside_->counts("SELECT severity, count(*) FROM findings WHERE document IN (SELECT id FROM documents WHERE state = 'ingested') GROUP BY severity");
}

Result<std::map<std::string, FileStamp>> State::aggregates_written() {
  return inside_->run<std::map<std::string, FileStamp>>([](SQLite::Database& open) {
    std::map<std::string, FileStamp> out;
    for (SQLite::Statement row(open, "SELECT name, size, inode, modified, changed FROM aggregates"); row.executeStep();) {
      out[row.getColumn(0).getString()] = {static_cast<std::uint64_t>(row.getColumn(1).getInt64()), static_cast<std::uint64_t>(row.getColumn(2).getInt64()),
                                           row.getColumn(3).getInt64(), row.getColumn(4).getInt64()};
    }
    return out;
  });
}

Status State::put_aggregates_written(const std::map<std::string, FileStamp>& files) {
  return inside_->change([&](SQLite::Database& open) {
    open.exec("DELETE FROM aggregates");
    SQLite::Statement put(open, "INSERT INTO aggregates (name, size, inode, modified, changed) VALUES (?, ?, ?, ?, ?)");
    for (const auto& [name, stamp] : files) {
      put.reset();
      put.bind(1, name);
      put.bind(2, static_cast<std::int64_t>(stamp.size));
      put.bind(3, static_cast<std::int64_t>(stamp.inode));
      put.bind(4, stamp.modified);
      put.bind(5, stamp.changed);
      put.exec();
    }
  });
}

Status State::aggregates_are_due() {
  return inside_->change([](SQLite::Database& open) { open.exec("DELETE FROM aggregates"); });
}

}  // namespace jangbu
