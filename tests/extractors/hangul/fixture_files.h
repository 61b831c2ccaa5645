// Reads fixture files and describes documents as text, so that a failing comparison shows what differs.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "extractors/extractor.h"
#include "extractors/hwp/hwp_extractor.h"
#include "extractors/hwp3/hwp3_extractor.h"
#include "extractors/hwpml/hwpml_extractor.h"
#include "extractors/hwpx/hwpx_extractor.h"
#include "jangbu/document.h"
#include "places.h"

namespace jangbu::hangul_test {

inline std::filesystem::path fixtures() { return checkout() / "fixtures" / "hangul"; }

inline std::vector<std::byte> bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(in)), {});
  const auto view = std::as_bytes(std::span(text));
  return {view.begin(), view.end()};
}

inline ExtractFunction reader_of(std::span<const std::byte> bytes) {
  if (looks_like_hwp(bytes)) return extract_hwp;
  if (looks_like_hwpx(bytes)) return extract_hwpx;
  if (looks_like_hwp3(bytes)) return extract_hwp3;
  if (looks_like_hwpml(bytes)) return extract_hwpml;
  return nullptr;
}

inline Result<Document> read(std::span<const std::byte> bytes, const ExtractOptions& options = {}) {
  const ExtractFunction reader = reader_of(bytes);
  if (reader == nullptr) return fail(ErrorCode::kFormatUnknown, "no Hangul format");
  return reader(bytes, options);
}

inline Result<Document> read(const std::string& fixture, const ExtractOptions& options = {}) {
  return read(bytes_of(fixtures() / fixture), options);
}

// One line a cell: "(row,column rows x columns) text | drawn [tables]".
inline std::string described(const Table& table) {
  std::ostringstream out;
  out << where_name(table.where) << " " << table.rows << "x" << table.columns << " <" << table.caption << ">\n";
  for (const Cell& c : table.cells) {
    out << "  (" << c.row << "," << c.column << " " << c.row_span << "x" << c.column_span << (c.header ? " header" : "") << ") " << c.text;
    if (!c.drawn.empty()) out << " | " << c.drawn;
    for (const std::string& id : c.tables) out << " [" << id << "]";
    out << "\n";
  }
  return out.str();
}

// The whole of a document as its readers see it, but for what the formats cannot agree on (producer, source).
inline std::string described(const Document& document) {
  std::ostringstream out;
  for (const Block& b : document.blocks) {
    if (b.kind == Block::Kind::kTable) {
      out << "table " << b.table << "\n";
      continue;
    }
    const Paragraph& p = b.paragraph;
    out << where_name(p.where) << " " << p.font_size << (p.bold ? " bold" : "") << " outline " << p.outline_level << ": " << p.text << "\n";
  }
  for (const Table& table : document.tables) out << described(table);
  return out.str();
}

// Whether the cells cover rows x columns once each: what every reader promises.
inline bool tiles(const Table& table) {
  std::vector<int> covered(static_cast<std::size_t>(table.rows) * static_cast<std::size_t>(table.columns), 0);
  for (const Cell& c : table.cells)
    for (int y = c.row; y < c.row + c.row_span; ++y)
      for (int x = c.column; x < c.column + c.column_span; ++x) {
        if (y < 0 || x < 0 || y >= table.rows || x >= table.columns) return false;
        ++covered[static_cast<std::size_t>(y) * static_cast<std::size_t>(table.columns) + static_cast<std::size_t>(x)];
      }
  for (const int times : covered)
    if (times != 1) return false;
  return true;
}

}  // namespace jangbu::hangul_test
