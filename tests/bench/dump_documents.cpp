// Reads every Hangul document below a folder and writes OUT/documents/<n>.json with the fields that a grid scorer compares.
// A tool for developers: not installed, not part of the tests.
// usage: dump_documents FOLDER OUT [--password P]
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/hwp/hwp_extractor.h"
#include "extractors/hwp3/hwp3_extractor.h"
#include "extractors/hwpml/hwpml_extractor.h"
#include "extractors/hwpx/hwpx_extractor.h"

namespace {

using nlohmann::json;
namespace fs = std::filesystem;

std::vector<std::byte> bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(in)), {});
  const auto view = std::as_bytes(std::span(text));
  return {view.begin(), view.end()};
}

jangbu::ExtractFunction reader_of(std::span<const std::byte> bytes) {
  if (jangbu::looks_like_hwp(bytes)) return jangbu::extract_hwp;
  if (jangbu::looks_like_hwpx(bytes)) return jangbu::extract_hwpx;
  if (jangbu::looks_like_hwp3(bytes)) return jangbu::extract_hwp3;
  if (jangbu::looks_like_hwpml(bytes)) return jangbu::extract_hwpml;
  return nullptr;
}

json as_json(const jangbu::Document& document, const fs::path& path) {
  json out;
  out["source"] = {{"path", fs::absolute(path).string()},
                   {"format", jangbu::format_name(document.source.format)},
                   {"producer", document.source.producer}};
  out["metadata"] = {{"title", document.metadata.title},
                     {"author", document.metadata.author},
                     {"created", document.metadata.created},
                     {"modified", document.metadata.modified}};
  out["diagnostics"] = json::array();
  for (const auto& d : document.diagnostics) out["diagnostics"].push_back({{"code", d.code}, {"message", d.message}});
  out["tables"] = json::array();
  for (const auto& t : document.tables) {
    json table = {
        {"where", jangbu::where_name(t.where)}, {"caption", t.caption}, {"rows", t.rows}, {"columns", t.columns}, {"cells", json::array()}};
    for (const auto& c : t.cells)
      table["cells"].push_back({{"row", c.row},
                                {"column", c.column},
                                {"row_span", c.row_span},
                                {"column_span", c.column_span},
                                {"text", c.text},
                                {"drawn", c.drawn},
                                {"tables", c.tables}});
    out["tables"].push_back(std::move(table));
  }
  out["blocks"] = json::array();
  for (const auto& b : document.blocks) {
    if (b.kind == jangbu::Block::Kind::kTable)
      out["blocks"].push_back({{"table", b.table}});
    else
      out["blocks"].push_back({{"text", b.paragraph.text},
                               {"where", jangbu::where_name(b.paragraph.where)},
                               {"size", b.paragraph.font_size},
                               {"bold", b.paragraph.bold},
                               {"outline", b.paragraph.outline_level}});
  }
  return out;
}

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> out;
  if (fs::is_regular_file(folder)) return {folder};
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: dump_documents FOLDER OUT [--password P]\n";
    return 2;
  }
  const auto paths = files_below(argv[1]);
  const fs::path out = fs::path(argv[2]) / "documents";
  fs::create_directories(out);
  jangbu::ExtractOptions options;
  if (argc > 4 && std::string_view(argv[3]) == "--password") options.password = argv[4];
  int number = 0;
  for (const auto& path : paths) {
    const auto bytes = bytes_of(path);
    const auto reader = reader_of(bytes);
    const auto started = std::chrono::steady_clock::now();
    if (reader == nullptr) {
      std::cout << path.filename().string() << ": not a Hangul format\n";
      continue;
    }
    const auto document = reader(bytes, options);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    if (!document) std::cout << path.filename().string() << ": " << jangbu::describe(document.error()) << "\n";
    if (seconds > 1) std::cout << path.filename().string() << ": took " << seconds << " s\n";
    if (!document) continue;
    for (const auto& d : document->diagnostics) std::cout << path.filename().string() << ": " << d.code << ": " << d.message << "\n";
    std::ofstream(out / (std::to_string(++number) + ".json"))
        << as_json(*document, path).dump(1, ' ', false, json::error_handler_t::strict);
  }
}
