// Loads libpq by name and looks its functions up once. One that is missing makes the library unusable.
#include "store/postgres_library.h"

#ifdef JANGBU_LIBPQ
#include <optional>

#include "model/loaded_library.h"

namespace jangbu {
namespace {

std::optional<PostgresLibrary> load_libpq() {
  LoadedLibrary library(JANGBU_LIBPQ);
  PostgresLibrary out;
  library.find("PQclear", out.clear);
  library.find("PQcmdTuples", out.cmd_tuples);
  library.find("PQconnectdbParams", out.connect);
  library.find("PQconninfoFree", out.conninfo_free);
  library.find("PQconninfoParse", out.conninfo_parse);
  library.find("PQerrorMessage", out.error_message);
  library.find("PQexec", out.exec);
  library.find("PQexecPrepared", out.exec_prepared);
  library.find("PQfinish", out.finish);
  library.find("PQfreemem", out.freemem);
  library.find("PQftype", out.ftype);
  library.find("PQgetisnull", out.getisnull);
  library.find("PQgetlength", out.getlength);
  library.find("PQgetResult", out.get_result);
  library.find("PQgetvalue", out.getvalue);
  library.find("PQntuples", out.ntuples);
  library.find("PQpingParams", out.ping);
  library.find("PQprepare", out.prepare);
  library.find("PQputCopyData", out.put_copy_data);
  library.find("PQputCopyEnd", out.put_copy_end);
  library.find("PQresultErrorField", out.result_error_field);
  library.find("PQresultErrorMessage", out.result_error_message);
  library.find("PQresultStatus", out.result_status);
  library.find("PQsetNoticeProcessor", out.set_notice_processor);
  library.find("PQstatus", out.status);
  return library.complete() ? std::optional(out) : std::nullopt;
}

}  // namespace

const PostgresLibrary* postgres_library() {
  static const std::optional<PostgresLibrary> library = load_libpq();
  return library ? &*library : nullptr;
}

}  // namespace jangbu
#endif
