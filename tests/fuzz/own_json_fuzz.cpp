// Our own files, as somebody else may have written them: each is shown, compared or refused. The first byte says which file it is.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "jangbu/audit_report.h"
#include "jangbu/diff_report.h"
#include "loader/output_folder.h"
#include "text/json_text.h"
#include "text/visible.h"

namespace {

namespace fs = std::filesystem;

// One for each process; it goes with it.
struct Folder {
  Folder() {
    std::string name = (fs::temp_directory_path() / "jangbu-fuzz-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) std::abort();
    path = name;
    fs::create_directory(path / "documents");
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  fs::path path;
};

template <typename T>
void insist_told(const jangbu::Result<T>& result) {
  if (!result && (result.error().message.empty() || result.error().code == jangbu::ErrorCode::kInternal)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Folder folder;
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  constexpr const char* kNames[] = {"findings.ndjson", "corrections.ndjson", "quarantine.ndjson", "documents/a.json"};
  const std::size_t which = data[0] % std::size(kNames);
  std::ofstream(folder.path / kNames[which], std::ios::binary) << text;
  if (which == 0) {
    insist_told(jangbu::audit_text(folder.path, jangbu::Language::kKorean));
    const auto json = jangbu::audit_json(folder.path);
    insist_told(json);
    if (json && jangbu::json_if_any<nlohmann::json>(jangbu::visible_json(*json)).is_discarded()) std::abort();
    insist_told(jangbu::audit_count(folder.path, "warning"));
  } else if (which == 1) {
    insist_told(jangbu::corrections_text(folder.path, jangbu::Language::kKorean));
  } else if (which == 2) {
    insist_told(jangbu::read_quarantine(folder.path));
  } else {
    const auto difference = jangbu::diff_documents(folder.path, "a", "a");
    insist_told(difference);
    if (difference) jangbu::diff_json(*difference);
  }
  return 0;
}
