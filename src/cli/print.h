// The one place through which this program prints. Whatever comes from a document, a file's name or another process passes text/visible.h
// here.
#pragma once

#include <string>
#include <string_view>

namespace jangbu::cli {

// To standard output. False: it could not be written.
bool print(std::string_view text);
bool print_json(std::string_view json);
// What is no text, or text for a program; a terminal gets it as print() would.
bool print_bytes(std::string_view bytes);

// To standard error.
void tell(std::string_view text);
void show_progress(std::string_view line);  // in the place of the line before; cut to the terminal's width
void clear_progress();

}  // namespace jangbu::cli
