// libpq, loaded when the first ledger in PostgreSQL is opened.
//
// It brings Kerberos, LDAP and OpenSSL along. To find and link them takes 6 ms, a third of all that the program needs to start: too much
// for one that speaks with PostgreSQL in few of its runs, and starts itself again for its readers. So it is called as it is, since a
// library around it would have it linked. The functions and what they promise are those of <libpq-fe.h>.
#pragma once

#ifdef JANGBU_LIBPQ
#include <libpq-fe.h>

namespace jangbu {

struct PostgresLibrary {
  decltype(&::PQclear) clear = nullptr;
  decltype(&::PQcmdTuples) cmd_tuples = nullptr;
  decltype(&::PQconnectdbParams) connect = nullptr;
  decltype(&::PQconninfoFree) conninfo_free = nullptr;
  decltype(&::PQconninfoParse) conninfo_parse = nullptr;
  decltype(&::PQerrorMessage) error_message = nullptr;
  decltype(&::PQexec) exec = nullptr;
  decltype(&::PQexecPrepared) exec_prepared = nullptr;
  decltype(&::PQfinish) finish = nullptr;
  decltype(&::PQfreemem) freemem = nullptr;
  decltype(&::PQftype) ftype = nullptr;
  decltype(&::PQgetisnull) getisnull = nullptr;
  decltype(&::PQgetlength) getlength = nullptr;
  decltype(&::PQgetResult) get_result = nullptr;
  decltype(&::PQgetvalue) getvalue = nullptr;
  decltype(&::PQntuples) ntuples = nullptr;
  decltype(&::PQpingParams) ping = nullptr;
  decltype(&::PQprepare) prepare = nullptr;
  decltype(&::PQputCopyData) put_copy_data = nullptr;
  decltype(&::PQputCopyEnd) put_copy_end = nullptr;
  decltype(&::PQresultErrorField) result_error_field = nullptr;
  decltype(&::PQresultErrorMessage) result_error_message = nullptr;
  decltype(&::PQresultStatus) result_status = nullptr;
  decltype(&::PQsetNoticeProcessor) set_notice_processor = nullptr;
  decltype(&::PQstatus) status = nullptr;
};

// nullptr where the library that this was built for is not installed. Any thread may ask; the answer stays.
const PostgresLibrary* postgres_library();

}  // namespace jangbu
#endif
