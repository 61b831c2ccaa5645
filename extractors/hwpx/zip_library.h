// libzip, loaded when the first package is opened.
//
// It links OpenSSL. To find and link both takes 2 ms, a tenth of all that a run over a short report costs: too much at the start of a
// program that opens a package in few of its runs. The functions and what they promise are those of <zip.h>.
#pragma once

#include <zip.h>

namespace jangbu::hwpx {

struct ZipLibrary {
  decltype(&::zip_discard) discard = nullptr;
  decltype(&::zip_error_code_zip) error_code_zip = nullptr;
  decltype(&::zip_error_fini) error_fini = nullptr;
  decltype(&::zip_error_init) error_init = nullptr;
  decltype(&::zip_fclose) fclose = nullptr;
  decltype(&::zip_file_get_error) file_get_error = nullptr;
  decltype(&::zip_fopen_index) fopen_index = nullptr;
  decltype(&::zip_fread) fread = nullptr;
  decltype(&::zip_get_error) get_error = nullptr;
  decltype(&::zip_get_name) get_name = nullptr;
  decltype(&::zip_get_num_entries) get_num_entries = nullptr;
  decltype(&::zip_open_from_source) open_from_source = nullptr;
  decltype(&::zip_source_buffer_create) source_buffer_create = nullptr;
  decltype(&::zip_source_free) source_free = nullptr;
  decltype(&::zip_stat_index) stat_index = nullptr;
};

// nullptr where the library that this was built for is not installed. Any thread may ask; the answer stays.
const ZipLibrary* zip_library();

}  // namespace jangbu::hwpx
