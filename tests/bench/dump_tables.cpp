// Tables of PDFs as tablescore.py reads them, before the rest of the program exists, and a look at what was read.
//
//   dump_tables OUT_DIR file.pdf…      OUT_DIR/<stem>.json for each; errors go to standard error and give an empty list
//   dump_tables --blocks file.pdf      blocks in reading order, tables as indented rows
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "extractors/pdf/pdf_extractor.h"
#include "tables/page_tables.h"

namespace {

using namespace jangbu;

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += ' ';
    } else {
      out += c;
    }
  }
  return out + '"';
}

Result<Document> read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), {});
  ExtractOptions options;
  Result<Document> document = extract_pdf(std::as_bytes(std::span(bytes)), options);
  if (!document) return document;
  if (Status found = find_page_tables(*document, options.limits); !found) return found.forward();
  return document;
}

void write_tables(std::ostream& out, const Document& document) {
  out << "{\"tables\":[";
  bool first_table = true;
  for (const Table& table : document.tables) {
    out << (first_table ? "" : ",\n") << "{\"page\":" << (table.pages.empty() ? 0 : table.pages.front());
    if (table.bbox)
      out << ",\"bbox\":[" << table.bbox->x0 << ',' << table.bbox->y0 << ',' << table.bbox->x1 << ',' << table.bbox->y1 << ']';
    out << ",\"rows\":" << table.rows << ",\"columns\":" << table.columns << ",\"guessed\":" << (table.guessed_grid ? "true" : "false")
        << ",\"cells\":[";
    first_table = false;
    bool first = true;
    for (const Cell& cell : table.cells) {
      out << (first ? "" : ",") << "{\"row\":" << cell.row << ",\"col\":" << cell.column << ",\"rowspan\":" << cell.row_span
          << ",\"colspan\":" << cell.column_span << ",\"text\":" << quoted(cell.text) << '}';
      first = false;
    }
    out << "]}";
  }
  out << "]}\n";
}

void show_table(const Table& table) {
  std::cout << "  [table " << table.rows << "x" << table.columns << (table.guessed_grid ? " guessed" : "") << " pages";
  for (const int page : table.pages) std::cout << ' ' << page;
  std::cout << "]\n";
  for (const Cell& cell : table.cells) {
    std::cout << "    (" << cell.row << ',' << cell.column;
    if (cell.row_span > 1 || cell.column_span > 1) std::cout << " " << cell.row_span << "x" << cell.column_span;
    std::cout << ") " << quoted(cell.text) << '\n';
  }
}

void show_blocks(const Document& document) {
  int page = 0;
  for (const Block& block : document.blocks) {
    if (block.kind == Block::Kind::kTable) {
      show_table(document.tables[block.table]);
      continue;
    }
    if (block.paragraph.page.value_or(0) != page) std::cout << "--- page " << (page = block.paragraph.page.value_or(0)) << '\n';
    std::cout << (block.paragraph.bold ? "*" : " ") << block.paragraph.font_size << " " << block.paragraph.text << '\n';
  }
  for (const Table& table : document.tables) {
    if (table.where == Where::kCell) {
      std::cout << "nested:\n";
      show_table(table);
    }
  }
  for (const Diagnostic& diagnostic : document.diagnostics) std::cout << "! " << diagnostic.code << ": " << diagnostic.message << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const std::string mode = argv[1];
  if (mode != "--blocks") std::filesystem::create_directories(mode);
  for (int i = 2; i < argc; ++i) {
    const auto start = std::chrono::steady_clock::now();
    Result<Document> document = read(argv[i]);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (!document) std::fprintf(stderr, "%s: %s\n", argv[i], describe(document.error()).c_str());
    if (mode == "--blocks") {
      if (document) show_blocks(*document);
      continue;
    }
    if (document && document->degraded) std::fprintf(stderr, "%s: degraded (%s)\n", argv[i], document->diagnostics.front().message.c_str());
    if (seconds > 1) std::fprintf(stderr, "%s: %.2f s\n", argv[i], seconds);
    std::ofstream out(mode + "/" + std::filesystem::path(argv[i]).stem().string() + ".json");
    write_tables(out, document ? *document : Document());
  }
  return 0;
}
