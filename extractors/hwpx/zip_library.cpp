// Loads libzip by name when the first package is opened, and looks its functions up once. One that is missing makes
// the library unusable.
#include "extractors/hwpx/zip_library.h"

#include <optional>

#include "model/loaded_library.h"

namespace jangbu::hwpx {
namespace {

std::optional<ZipLibrary> load() {
  LoadedLibrary library(JANGBU_LIBZIP);
  ZipLibrary out;
  library.find("zip_discard", out.discard);
  library.find("zip_error_code_zip", out.error_code_zip);
  library.find("zip_error_fini", out.error_fini);
  library.find("zip_error_init", out.error_init);
  library.find("zip_fclose", out.fclose);
  library.find("zip_file_get_error", out.file_get_error);
  library.find("zip_fopen_index", out.fopen_index);
  library.find("zip_fread", out.fread);
  library.find("zip_get_error", out.get_error);
  library.find("zip_get_name", out.get_name);
  library.find("zip_get_num_entries", out.get_num_entries);
  library.find("zip_open_from_source", out.open_from_source);
  library.find("zip_source_buffer_create", out.source_buffer_create);
  library.find("zip_source_free", out.source_free);
  library.find("zip_stat_index", out.stat_index);
  return library.complete() ? std::optional(out) : std::nullopt;
}

}  // namespace

const ZipLibrary* zip_library() {
  static const std::optional<ZipLibrary> library = load();
  return library ? &*library : nullptr;
}

}  // namespace jangbu::hwpx
