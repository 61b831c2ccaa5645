// Loads libzip by name when the first package is opened, and looks its functions up once. One that is missing makes
// the library unusable.
#include "extractors/hwpx/zip_library.h"

#include <dlfcn.h>

#include <optional>
#include <type_traits>

namespace jangbu::hwpx {
namespace {

std::optional<ZipLibrary> load() {
  void* library = ::dlopen(JANGBU_LIBZIP, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return std::nullopt;
  bool complete = true;
  const auto find = [&](const char* name, auto& function) {
    function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(::dlsym(library, name));
    complete = complete && function != nullptr;
  };
  ZipLibrary out;
  find("zip_discard", out.discard);
  find("zip_error_code_zip", out.error_code_zip);
  find("zip_error_fini", out.error_fini);
  find("zip_error_init", out.error_init);
  find("zip_fclose", out.fclose);
  find("zip_file_get_error", out.file_get_error);
  find("zip_fopen_index", out.fopen_index);
  find("zip_fread", out.fread);
  find("zip_get_error", out.get_error);
  find("zip_get_name", out.get_name);
  find("zip_get_num_entries", out.get_num_entries);
  find("zip_open_from_source", out.open_from_source);
  find("zip_source_buffer_create", out.source_buffer_create);
  find("zip_source_free", out.source_free);
  find("zip_stat_index", out.stat_index);
  return complete ? std::optional(out) : std::nullopt;
}

}  // namespace

const ZipLibrary* zip_library() {
  static const std::optional<ZipLibrary> library = load();
  return library ? &*library : nullptr;
}

}  // namespace jangbu::hwpx
