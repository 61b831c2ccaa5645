// libpq behind the names of sql.h. Values go as text, which PostgreSQL turns into the column's type; bytes as \x and hex.
//
// Statements are prepared by their text, once a connection, when they are first used there. What was prepared before a connection broke is
// prepared again with the next.
#include "store/postgres.h"

#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <utility>

#include "jangbu/result.h"
#include "store/postgres_dialect.h"
#include "store/postgres_library.h"

namespace jangbu {
namespace {

constexpr const char* kNoAddress = "postgresql://…";

[[noreturn]] void refuse(const std::string& message, const std::string& advice) {
  throw SqlFailure({ErrorCode::kLedgerRefused, message, advice});
}

}  // namespace

#ifdef JANGBU_LIBPQ

namespace {

using Text = std::optional<std::string>;

constexpr unsigned kBoolean = 16, kBytes = 17;  // types, as pg_type numbers them

// Where the database is one that waits for others of ours: "jangbu" on its telephone.
constexpr const char* kLocks = "526428";

struct FreeResult {
  void operator()(PGresult* result) const { postgres_library()->clear(result); }
};
using Answer = std::unique_ptr<PGresult, FreeResult>;

std::string hex_of(std::string_view bytes) {
  constexpr const char* kDigits = "0123456789abcdef";
  std::string out = "\\x";
  out.reserve(2 + 2 * bytes.size());
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    out += kDigits[value >> 4];
    out += kDigits[value & 15];
  }
  return out;
}

std::string bytes_of(std::string_view hex) {
  const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  std::string out;
  for (std::size_t at = 2; at + 1 < hex.size(); at += 2) out += static_cast<char>(digit(hex[at]) << 4 | digit(hex[at + 1]));
  return out;
}

// A row of COPY: fields parted by tabs.
void append_row(std::string& out, const std::vector<Text>& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) out += '\t';
    if (!row[i]) {
      out += "\\N";
      continue;
    }
    for (const char c : *row[i]) {
      switch (c) {
        case '\\': out += "\\\\"; break;
        case '\t': out += "\\t"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        default: out += c;
      }
    }
  }
  out += '\n';
}

// "INSERT INTO t (a, b) VALUES (?, ?)" → "t (a, b)"; empty: it is another statement.
std::string plain_insert(const std::string& sql) {
  constexpr std::string_view kInto = "INSERT INTO ", kValues = " VALUES (";
  const std::size_t values = sql.find(kValues);
  if (!sql.starts_with(kInto) || values == std::string::npos || !sql.ends_with(')')) return {};
  if (sql.find_first_not_of("?, ", values + kValues.size()) != sql.size() - 1) return {};
  return postgres_statement(std::string_view(sql).substr(kInto.size(), values - kInto.size()));
}

class Connection : public PostgresDatabase {
 public:
  explicit Connection(std::string uri) : uri_(std::move(uri)), shown_(shown_ledger(uri_)), pq_(*postgres_library()) {}
  ~Connection() override { close(); }

  void connect() override;
  void hold_beside() override { exec_one("SELECT pg_advisory_xact_lock_shared(" + std::string(kLocks) + ", 0)"); }
  void hold_alone() override { exec_one("SELECT pg_advisory_xact_lock(" + std::string(kLocks) + ", 0)"); }

  std::unique_ptr<SqlCursor> prepare(const std::string& sql) override;
  void exec(const std::string& sql) override {
    flush();
    exec_one(postgres_statement(sql));
  }
  void begin() override {
    if (depth_ == 0) exec_one("BEGIN");
    ++depth_;
  }
  void commit() override {
    if (depth_ == 1) {
      flush();
      exec_one("COMMIT");
    }
    --depth_;
  }
  // With a transaction within another all of it is rolled back, and whoever goes on in the outer one is told.
  void roll_back() override {
    rows_.clear();
    if (!rolled_back_ && connection_ != nullptr) Answer(pq_.exec(connection_, "ROLLBACK"));
    rolled_back_ = --depth_ > 0;
  }
  std::vector<std::int64_t> numbers(const std::string& table, std::size_t count) override;
  bool is_shared() const override { return true; }
  void hold(const std::string& name) override;

  // Of a statement that was prepared under this text.
  Answer run(const std::string& sql, const std::vector<Text>& values);
  void gather(const std::string& into, const std::vector<Text>& row) {
    std::string& rows = rows_[into];
    append_row(rows, row);
    if (rows.size() > kMostGathered) flush();
  }
  const PostgresLibrary& library() const { return pq_; }

 private:
  static constexpr std::size_t kMostGathered = 8 << 20;

  void close() {
    if (connection_ != nullptr) pq_.finish(connection_);
    connection_ = nullptr;
    prepared_.clear();
    rows_.clear();
    rolled_back_ = depth_ > 0;
  }
  void flush();
  Answer checked(PGresult* result);
  Answer exec_one(const std::string& sql) {
    if (connection_ == nullptr || rolled_back_)
      throw SqlFailure({ErrorCode::kLedgerUnavailable, shown_ + ": the connection was lost", kLookAtServer});
    return checked(pq_.exec(connection_, sql.c_str()));
  }
  [[noreturn]] void fail_with(const std::string& state, const std::string& message);

  static constexpr const char* kLookAtServer = "see that the server runs and can be reached, then run again: what is missing is put then";

  const std::string uri_, shown_;
  const PostgresLibrary& pq_;
  PGconn* connection_ = nullptr;
  int depth_ = 0;                                // of transactions
  bool rolled_back_ = false;                     // the one that is open was, within
  std::map<std::string, std::string> prepared_;  // names, by text
  std::map<std::string, std::string> rows_;      // to be copied, by table and columns
};

// One line: the server's own words for it, without "ERROR:" and where in the SQL.
std::string first_line(const char* message) {
  std::string out(message == nullptr ? "" : message);
  out.resize(std::min(out.find('\n'), out.size()));
  for (const std::string_view before : {"ERROR:  ", "FATAL:  "}) {
    if (out.starts_with(before)) out.erase(0, before.size());
  }
  return out;
}

void Connection::connect() {
  close();
  // The later counts: what the URI says stands above these. A server that is gone without a word is noticed within a minute.
  const char* const names[] = {"connect_timeout",  "keepalives_idle",  "keepalives_interval",
                               "keepalives_count", "tcp_user_timeout", "fallback_application_name",
                               "dbname",           "client_encoding",  nullptr};
  const char* const values[] = {"10", "20", "10", "4", "60000", "jangbu", uri_.c_str(), "UTF8", nullptr};
  connection_ = pq_.connect(names, values, 1);
  if (connection_ != nullptr && pq_.status(connection_) == CONNECTION_OK) {
    pq_.set_notice_processor(
        connection_, [](void*, const char*) {}, nullptr);
    exec_one("SET search_path TO jangbu_state, jangbu");
    exec_one("SET idle_in_transaction_session_timeout = '10min'");  // who is gone in the middle holds up nobody for ever
    return;
  }
  const std::string why = connection_ == nullptr ? "no memory" : first_line(pq_.error_message(connection_));
  close();
  // A server that answers has refused us; but for one that is full, which is worth another try.
  if (pq_.ping(names, values, 1) == PQPING_OK && why.find("too many") == std::string::npos &&
      why.find("connection slots") == std::string::npos)
    refuse(shown_ + ": " + why, "check the name, the password and the database that --ledger names");
  throw SqlFailure({ErrorCode::kLedgerUnavailable, shown_ + ": " + why, kLookAtServer});
}

// Classes of SQLSTATE: 08 the connection, 57P the server is going down, 40 others were in the way, 53 it is full.
void Connection::fail_with(const std::string& state, const std::string& message) {
  const bool passes = state.empty() || state.starts_with("08") || state.starts_with("57P") || state.starts_with("40") ||
                      state.starts_with("53") || state == "25P03" || pq_.status(connection_) != CONNECTION_OK;
  if (passes) throw SqlFailure({ErrorCode::kLedgerUnavailable, shown_ + ": " + message, kLookAtServer});
  refuse(shown_ + ": " + message,
         state == "42501" ? "let this user create schemas in the database and use them" : "see what the server's log says of it");
}

Answer Connection::checked(PGresult* result) {
  Answer answer(result);
  const ExecStatusType status = pq_.result_status(answer.get());
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_COPY_IN) return answer;
  const char* const state = answer ? pq_.result_error_field(answer.get(), PG_DIAG_SQLSTATE) : nullptr;
  fail_with(state == nullptr ? "" : state, first_line(answer ? pq_.result_error_message(answer.get()) : pq_.error_message(connection_)));
}

Answer Connection::run(const std::string& sql, const std::vector<Text>& values) {
  flush();
  if (connection_ == nullptr || rolled_back_) exec_one({});
  auto known = prepared_.find(sql);
  if (known == prepared_.end()) {
    const std::string name = "s" + std::to_string(prepared_.size());
    checked(pq_.prepare(connection_, name.c_str(), sql.c_str(), 0, nullptr));
    known = prepared_.emplace(sql, name).first;
  }
  std::vector<const char*> given;
  for (const Text& value : values) given.push_back(value ? value->c_str() : nullptr);
  return checked(pq_.exec_prepared(connection_, known->second.c_str(), static_cast<int>(given.size()), given.data(), nullptr, nullptr, 0));
}

void Connection::flush() {
  const std::map<std::string, std::string> rows = std::exchange(rows_, {});
  for (const auto& [into, lines] : rows) {
    exec_one("COPY " + into + " FROM STDIN");
    constexpr std::size_t kPiece = 1 << 20;
    bool sent = true;
    for (std::size_t at = 0; sent && at < lines.size(); at += kPiece) {
      const std::size_t length = std::min(kPiece, lines.size() - at);
      sent = pq_.put_copy_data(connection_, lines.data() + at, static_cast<int>(length)) == 1;
    }
    if (!sent || pq_.put_copy_end(connection_, nullptr) != 1) fail_with("", first_line(pq_.error_message(connection_)));
    checked(pq_.get_result(connection_));
    while (PGresult* rest = pq_.get_result(connection_)) Answer{rest};
  }
}

std::vector<std::int64_t> Connection::numbers(const std::string& table, std::size_t count) {
  const Answer answer =
      run("SELECT nextval(pg_get_serial_sequence($1, 'id')) FROM generate_series(1, $2::bigint)", {table, std::to_string(count)});
  std::vector<std::int64_t> out(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view digits = pq_.getvalue(answer.get(), static_cast<int>(i), 0);
    std::from_chars(digits.data(), digits.data() + digits.size(), out[i]);
  }
  return out;
}

void Connection::hold(const std::string& name) {
  run("SELECT pg_advisory_xact_lock(" + std::string(kLocks) + ", hashtext($1))", {postgres_text(name)});
}

class PostgresCursor : public SqlCursor {
 public:
  PostgresCursor(Connection& connection, const std::string& sql)
      : connection_(connection), pq_(connection.library()), sql_(postgres_statement(sql)), into_(plain_insert(sql)) {
    std::size_t places = 0;
    for (std::size_t at = sql_.find('$'); at != std::string::npos; at = sql_.find('$', at + 1)) {
      std::size_t place = 0;
      std::from_chars(sql_.data() + at + 1, sql_.data() + sql_.size(), place);
      places = std::max(places, place);
    }
    values_.resize(places);
  }
  void bind_null(int place) override { at(place).reset(); }
  void bind_number(int place, std::int64_t value) override { at(place) = std::to_string(value); }
  void bind_real(int place, double value) override {
    std::array<char, 32> digits;  // the shortest that is this number
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    at(place) = std::string(digits.data(), end);
  }
  void bind_text(int place, const std::string& value, bool) override { at(place) = postgres_text(value); }
  void bind_bytes(int place, std::string_view value) override { at(place) = hex_of(value); }
  bool step() override {
    if (!answer_) {
      answer_ = connection_.run(sql_, values_);
      row_ = -1;
    }
    return ++row_ < pq_.ntuples(answer_.get());
  }
  int run() override {
    if (!into_.empty()) {
      connection_.gather(into_, values_);
      return 1;
    }
    const Answer answer = connection_.run(sql_, values_);
    int changed = 0;
    const std::string_view digits = pq_.cmd_tuples(answer.get());
    std::from_chars(digits.data(), digits.data() + digits.size(), changed);
    return changed;
  }
  void reset() override { answer_.reset(); }
  void clear() override { values_.assign(values_.size(), std::nullopt); }
  bool is_null(int column) override { return pq_.getisnull(answer_.get(), row_, column) != 0; }
  std::int64_t number(int column) override {
    const std::string_view digits = text(column);
    if (pq_.ftype(answer_.get(), column) == kBoolean) return digits == "t" ? 1 : 0;
    std::int64_t out = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), out);
    return out;
  }
  std::string_view bytes(int column) override {
    if (pq_.ftype(answer_.get(), column) != kBytes) return text(column);
    return decoded_[column] = bytes_of(text(column));
  }

 private:
  Text& at(int place) { return values_.at(static_cast<std::size_t>(place) - 1); }
  std::string_view text(int column) {
    return {pq_.getvalue(answer_.get(), row_, column), static_cast<std::size_t>(pq_.getlength(answer_.get(), row_, column))};
  }

  Connection& connection_;
  const PostgresLibrary& pq_;
  const std::string sql_, into_;
  std::vector<Text> values_;
  Answer answer_;
  int row_ = -1;
  std::map<int, std::string> decoded_;  // bytes of the row at hand
};

std::unique_ptr<SqlCursor> Connection::prepare(const std::string& sql) { return std::make_unique<PostgresCursor>(*this, sql); }

}  // namespace

std::shared_ptr<PostgresDatabase> postgres_database(const std::string& uri) {
  if (postgres_library() == nullptr) refuse("libpq, by which PostgreSQL is spoken with, is not installed", "install " JANGBU_LIBPQ);
  if (shown_ledger(uri) == kNoAddress)
    refuse("--ledger names no address of PostgreSQL", "write it as postgresql://user@host:port/database");
  return std::make_shared<Connection>(uri);
}

// Its own words for what is wrong with a URI may repeat the password: none of them is told.
std::string shown_ledger(const std::string& uri) {
  const PostgresLibrary* const pq = postgres_library();
  char* error = nullptr;
  PQconninfoOption* const options = pq == nullptr ? nullptr : pq->conninfo_parse(uri.c_str(), &error);
  if (error != nullptr) pq->freemem(error);
  if (options == nullptr) return kNoAddress;
  std::map<std::string, std::string> given;
  for (const PQconninfoOption* one = options; one->keyword != nullptr; ++one) {
    if (one->val != nullptr) given[one->keyword] = one->val;
  }
  pq->conninfo_free(options);
  const auto part = [&](const char* before, const char* name, const char* after) {
    return given.contains(name) ? before + given[name] + after : std::string();
  };
  return "postgresql://" + part("", "user", "@") + part("", "host", "") + part(":", "port", "") + part("/", "dbname", "") +
         part("?service=", "service", "");
}

#else

std::shared_ptr<PostgresDatabase> postgres_database(const std::string&) {
  refuse("this jangbu was built without PostgreSQL", "install libpq-dev and build it again, or leave out --ledger");
}

std::string shown_ledger(const std::string&) { return kNoAddress; }

#endif

}  // namespace jangbu
