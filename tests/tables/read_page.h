// The tables of drawn pages, as all tests of tables read them; that each tiles its grid is held here.
#pragma once

#include <gtest/gtest.h>

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

}  // namespace jangbu::test
