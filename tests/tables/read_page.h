// The tables of drawn pages, as all tests of tables read them; that each tiles its grid is held here.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tables/drawn_page.h"
#include "tables/page_tables.h"

namespace jangbu::test {

inline Document read_pages(std::vector<Page> pages) {
  Document document;
  document.pages = std::move(pages);
  EXPECT_TRUE(find_page_tables(document, Limits()).has_value());
  EXPECT_TRUE(document.pages.empty());
  for (const Table& table : document.tables) EXPECT_TRUE(tiles(table));
  return document;
}

inline Document read_page(const std::string& drawing) { return read_pages({drawn_page(drawing)}); }

// Is the cell among those of the table, as cells_of writes them?
inline bool has(const Document& document, const std::string& cell, std::size_t table = 0) {
  if (document.tables.size() <= table) return false;
  const std::vector<std::string> cells = cells_of(document.tables[table]);
  return std::find(cells.begin(), cells.end(), cell) != cells.end();
}

// 3x4, 2x2: rows and columns of each table.
inline std::string size_of(const Document& document) {
  std::string sizes;
  for (const Table& table : document.tables)
    sizes += (sizes.empty() ? "" : ", ") + std::to_string(table.rows) + "x" + std::to_string(table.columns);
  return sizes;
}

// Moves all runs that say this by some points.
inline Page moved(Page page, const std::vector<std::string>& texts, double down) {
  for (jangbu::Run& run : page.runs) {
    if (std::find(texts.begin(), texts.end(), run.text) == texts.end()) continue;
    run.box.y0 += down;
    run.box.y1 += down;
  }
  return page;
}

}  // namespace jangbu::test
