// Loads libpq by name and looks its functions up once. One that is missing makes the library unusable.
#include "store/postgres_library.h"

#ifdef JANGBU_LIBPQ
#include <dlfcn.h>

#include <optional>
#include <type_traits>

namespace jangbu {
namespace {

std::optional<PostgresLibrary> load_libpq() {
  void* library = ::dlopen(JANGBU_LIBPQ, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return std::nullopt;
  bool complete = true;
  const auto find = [&](const char* name, auto& function) {
    function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(::dlsym(library, name));
    complete = complete && function != nullptr;
  };
  PostgresLibrary out;
  find("PQclear", out.clear);
  find("PQcmdTuples", out.cmd_tuples);
  find("PQconnectdbParams", out.connect);
  find("PQconninfoFree", out.conninfo_free);
  find("PQconninfoParse", out.conninfo_parse);
  find("PQerrorMessage", out.error_message);
  find("PQexec", out.exec);
  find("PQexecPrepared", out.exec_prepared);
  find("PQfinish", out.finish);
  find("PQfreemem", out.freemem);
  find("PQftype", out.ftype);
  find("PQgetisnull", out.getisnull);
  find("PQgetlength", out.getlength);
  find("PQgetResult", out.get_result);
  find("PQgetvalue", out.getvalue);
  find("PQntuples", out.ntuples);
  find("PQpingParams", out.ping);
  find("PQprepare", out.prepare);
  find("PQputCopyData", out.put_copy_data);
  find("PQputCopyEnd", out.put_copy_end);
  find("PQresultErrorField", out.result_error_field);
  find("PQresultErrorMessage", out.result_error_message);
  find("PQresultStatus", out.result_status);
  find("PQsetNoticeProcessor", out.set_notice_processor);
  find("PQstatus", out.status);
  return complete ? std::optional(out) : std::nullopt;
}

}  // namespace

const PostgresLibrary* postgres_library() {
  static const std::optional<PostgresLibrary> library = load_libpq();
  return library ? &*library : nullptr;
}

}  // namespace jangbu
#endif
