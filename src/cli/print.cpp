// All printing of the program. Texts of documents may hold escape sequences that a terminal obeys: they are made visible before they are
// written. Bytes for programs go out as they are, unless the standard output is a terminal.
#include "cli/print.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>

#include "text/unicode.h"
#include "text/visible.h"

namespace jangbu::cli {
namespace {

// Flushed at once: a full disk or a closed pipe must be noticed here and not at the end of the program.
bool write_out(std::string_view bytes) {
  std::fwrite(bytes.data(), 1, bytes.size(), stdout);
  return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

// 80 where nobody tells, as for a pipe.
int terminal_columns() {
  winsize size{};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20 ? size.ws_col : 80;
}

}  // namespace

bool print(std::string_view text) { return write_out(visible(text)); }

bool print_json(std::string_view json) { return write_out(visible_json(json)); }

bool print_bytes(std::string_view bytes) { return isatty(STDOUT_FILENO) == 1 ? print(bytes) : write_out(bytes); }

void tell(std::string_view text) {
  const std::string shown = visible(text);
  std::fwrite(shown.data(), 1, shown.size(), stderr);
}

// One line, cut to the terminal's width: a line that wraps could not be erased again.
void show_progress(std::string_view line) {
  std::string shown;
  int room = terminal_columns() - 1;
  // Letter by letter, by the width that each takes on the terminal.
  for (const char32_t c : to_code_points(visible(line))) {
    if (c == '\n' || c == '\t') continue;
    room -= display_width(c);
    if (room < 0) break;
    shown += to_utf8(std::u32string_view(&c, 1));
  }
  std::fprintf(stderr, "\r\033[K%s", shown.c_str());
  std::fflush(stderr);
}

void clear_progress() {
  std::fputs("\r\033[K", stderr);
  std::fflush(stderr);
}

}  // namespace jangbu::cli
