// SQL of a PostgreSQL server.
//
// A plain INSERT of parameters into a table is not sent row by row: rows gather and go as one COPY, before the next other statement or at
// the end of the transaction. What is wrong with one is known only then.
//
// Errors thrown are ledger_unavailable, where trying again may help (no server, a lost connection, a deadlock), and ledger_refused, where
// somebody has to do something first (a password, rights, a missing database, another version). Neither ever names a password.
#pragma once

#include <memory>
#include <string>

#include "store/sql.h"

namespace jangbu {

class PostgresDatabase : public SqlDatabase {
 public:
  // Where the connection is lost, or never was: makes another one. Prepared statements stay usable; an open transaction is gone.
  virtual void connect() = 0;
  // Until the end of the transaction: beside others that do the same, or alone.
  virtual void hold_beside() = 0;
  virtual void hold_alone() = 0;
};

// Not connected yet. `uri`: postgresql://…; what it leaves out comes from where libpq looks: PGHOST, PGPASSWORD, .pgpass, service files.
std::shared_ptr<PostgresDatabase> postgres_database(const std::string& uri);

// To be told and logged: without the password, and without parameters that may hold one.
std::string shown_ledger(const std::string& uri);

}  // namespace jangbu
