// A folder of its own for a test, gone with it.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

#include "ledger_dump.h"

namespace jangbu {

class TempFolder {
 public:
  TempFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "jangbu-test-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~TempFolder() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

inline void write_file(const std::filesystem::path& path, std::string_view content) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << content;
}

// Every file below a folder: its path from there, and its bytes; of a ledger its rows, since its bytes tell how it came about. What jangbu
// remembers for itself (`.jangbu/`) is no output.
inline std::map<std::string, std::string> files_below(const std::filesystem::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().lexically_relative(folder).generic_string();
    if (!entry.is_regular_file() || name.starts_with(".jangbu/") || name.find("/.jangbu/") != std::string::npos) continue;
    if (name.ends_with("ledger.sqlite-wal") || name.ends_with("ledger.sqlite-shm")) continue;
    if (name.ends_with("ledger.sqlite")) {
      files[name] = ledger_dump(entry.path().string());
      continue;
    }
    std::ifstream in(entry.path(), std::ios::binary);
    files[name] = {std::istreambuf_iterator<char>(in), {}};
  }
  return files;
}

// The lines of all documents' records of one type, of an output folder's files, sorted: an id stands near the beginning of a line.
inline std::string records_in(const std::map<std::string, std::string>& files, const std::string& type) {
  std::string all;
  for (const auto& [name, content] : files) {
    if (name.starts_with("records/" + type + "/")) all += content;
  }
  std::map<std::string, int> lines;
  for (std::size_t from = 0; from < all.size();) {
    const std::size_t end = all.find('\n', from);
    ++lines[all.substr(from, end - from)];
    from = end + 1;
  }
  std::string out;
  for (const auto& [line, times] : lines) {
    for (int i = 0; i < times; ++i) out += line + "\n";
  }
  return out;
}

}  // namespace jangbu
