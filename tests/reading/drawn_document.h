// Documents with something in every field, and any others, as the tests of reading need them.
#pragma once

#include <rapidcheck.h>

#include "jangbu/document.h"

namespace jangbu {

inline Document full_document() {
  Document document;
  document.id = "2021-08";
  document.source = {"보고/2021.pdf", "0123abcd", 123'456'789'012, Format::kHwpml, 28, "Hwp 2018"};
  document.metadata = {"제목", "사람", "2021-08-01", "2021-08-13T09:15:00+09:00"};
  document.title = "2021 주요업무보고";
  document.organization = "시민협력국";
  document.report_kind = "주요업무보고";
  document.report_date = "2021-08";
  document.fiscal_year = 2021;
  document.degraded = true;
  document.diagnostics = {{"pdf_syntax", "무엇", std::nullopt}, {"no_text_layer", "page", 3}};
  document.lines = {"", "가\t나"};
  Page page;
  page.number = 1;
  page.width = 595.3;
  page.runs = {{"글", {0.1, -2.5, 1e300, 5e-324}, 12.5, true, true, true, true}};
  page.rules = {{{1, 2, 3, 2}, 0.25}};
  page.fills = {{{1, 2, 3, 4}, 0.5}};
  document.pages = {page};
  Block paragraph, table;
  paragraph.paragraph = {"머리말", "고친 말", 3, Box{1, 2, 3, 4}, 11, true, 2, Where::kMasterPage};
  table.kind = Block::Kind::kTable;
  table.table = 1;
  document.blocks = {paragraph, table};
  Table outer;
  outer.id = "t001";
  outer.section = {"Ⅰ. 일반현황", "1"};
  outer.where = Where::kNote;
  outer.caption = "예산";
  outer.unit = "천원";
  outer.as_of = "2021-08-13";
  outer.pages = {3, 4};
  outer.bbox = Box{1, 2, 3, 4};
  outer.rows = 2;
  outer.columns = 2;
  outer.header_rows = 1;
  outer.nearby_unit = "백만원";
  outer.nearby_as_of = "2020";
  outer.kind = "budget";
  outer.guessed_grid = true;
  outer.cells = {{0,
                  0,
                  1,
                  2,
                  "구분",
                  std::nullopt,
                  std::nullopt,
                  3,
                  Box{1, 2, 3, 4},
                  {},
                  "",
                  true,
                  12.5,
                  {{Where::kNote, false, "주1"}, {Where::kCell, true, "옛 값"}}},
                 {1, 0, 1, 2, "가\n나", "", "다", std::nullopt, std::nullopt, {"1"}, "a over b", false, 0, {}}};
  Table inner;
  inner.rows = inner.columns = 1;
  inner.cells = {Cell{}};
  document.tables = {outer, inner};
  document.sections = {{1, "Ⅰ", "첫째", 1, {{2, "1", "둘째", std::nullopt, {{3, "□", "셋째", 2, {}}}}}}};
  document.repairs = {{"label_wrap", "name", "시 민", "시민", "0", -1, 4, 0.75}};
  return document;
}

namespace drawing_documents {

inline std::string any_text() {
  static const std::vector<std::string> kTexts = {
      "", "a", "가", "\n", "예산현액", std::string("\0", 1), "𠀀", "△1,234", std::string(300, 'x')};
  return *rc::gen::elementOf(kTexts) + *rc::gen::elementOf(kTexts);
}
inline double any_real() { return *rc::gen::inRange(-1'000'000, 1'000'000) / 64.0; }
inline Box any_box() { return {any_real(), any_real(), any_real(), any_real()}; }
inline std::optional<int> any_page() {
  return *rc::gen::arbitrary<bool>() ? std::optional<int>(*rc::gen::inRange(1, 20'000)) : std::nullopt;
}

inline Table any_table(int tables) {
  Table table;
  table.rows = *rc::gen::inRange(0, 6);
  table.columns = *rc::gen::inRange(0, 6);
  table.header_rows = *rc::gen::inRange(0, table.rows + 1);
  table.where = static_cast<Where>(*rc::gen::inRange(0, 7));
  table.caption = any_text();
  if (*rc::gen::arbitrary<bool>()) table.bbox = any_box();
  for (int row = 0; row < table.rows; ++row) {
    for (int column = 0; column < table.columns; ++column) {
      Cell cell;
      cell.row = row;
      cell.column = column;
      cell.row_span = *rc::gen::inRange(1, table.rows - row + 1);
      cell.text = any_text();
      cell.page = any_page();
      if (*rc::gen::arbitrary<bool>()) cell.bbox = any_box();
      if (*rc::gen::arbitrary<bool>()) cell.repaired = any_text();
      if (*rc::gen::inRange(0, 5) == 0) cell.tables = {std::to_string(*rc::gen::inRange(0, tables))};
      table.cells.push_back(std::move(cell));
    }
  }
  return table;
}

}  // namespace drawing_documents

// Any document that a reader may give.
inline rc::Gen<Document> any_document() {
  return rc::gen::exec([] {
    using namespace drawing_documents;
    Document document;
    document.source.format = static_cast<Format>(*rc::gen::inRange(0, 6));
    document.source.bytes = *rc::gen::arbitrary<std::uint64_t>();
    document.source.pages = any_page();
    document.title = any_text();
    const int tables = *rc::gen::inRange(0, 4);
    for (int i = 0; i < tables; ++i) document.tables.push_back(any_table(tables));
    const int blocks = *rc::gen::inRange(0, 6);
    for (int i = 0; i < blocks; ++i) {
      Block block;
      block.paragraph.text = any_text();
      block.paragraph.font_size = any_real();
      block.paragraph.outline_level = *rc::gen::arbitrary<int>();
      if (tables > 0 && *rc::gen::arbitrary<bool>()) {
        block.kind = Block::Kind::kTable;
        block.table = static_cast<std::size_t>(*rc::gen::inRange(0, tables));
      }
      document.blocks.push_back(std::move(block));
    }
    document.diagnostics.resize(static_cast<std::size_t>(*rc::gen::inRange(0, 3)), {any_text(), any_text(), any_page()});
    return document;
  });
}

}  // namespace jangbu
