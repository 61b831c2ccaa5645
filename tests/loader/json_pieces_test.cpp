// The file of a document is handed on piece by piece, and is what a parser that read it whole would write.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "built_in.h"
#include "loader/json_writer.h"
#include "loader/standing.h"
#include "reading/drawn_document.h"
#include "text/json_text.h"

namespace jangbu {
namespace {

struct Pieces {
  std::string whole;
  std::size_t count = 0, largest = 0;
};

Pieces pieces_of(const Document& document, const std::vector<Record>& records, const std::vector<Finding>& findings,
                 const Edition& edition = {}, const std::vector<std::string>& paths = {}) {
  Pieces out;
  write_document_json(document, records, findings, edition, paths, [&](std::string_view piece) {
    out.whole += piece;
    ++out.count;
    out.largest = std::max(out.largest, piece.size());
  });
  return out;
}

// As the library lays JSON out that stands in memory whole.
std::string laid_out(const std::string& json) { return json_text(json_from<nlohmann::ordered_json>(json), 1) + "\n"; }

// More rows than a piece has room for.
Processed long_report(int rows) {
  std::string text = "주요업무보고\n2021. 8.\n가나국\nⅠ. 예산집행 현황\n(단위: 천원)\n\n구분\t예산현액\t지출액\n";
  for (int i = 0; i < rows; ++i) text += "사업 " + std::to_string(i) + "\t1,000\t" + std::to_string(i) + "\n";
  text += "합계\t1\t2\n";
  return processed(text);
}

RC_GTEST_PROP(JsonPieces, AnyDocumentIsLaidOutAsAWhole, ()) {
  Document document = *any_document();
  // A table large enough to be parted anywhere among its cells.
  if (!document.tables.empty()) {
    Table& table = document.tables.front();
    const int times = *rc::gen::inRange(0, 2000);
    const Cell cell = table.cells.empty() ? Cell{} : table.cells.front();
    table.cells.insert(table.cells.end(), static_cast<std::size_t>(times), cell);
  }
  const Pieces pieces = pieces_of(document, {}, {});
  RC_ASSERT(pieces.whole == laid_out(pieces.whole));
  RC_ASSERT(pieces.whole == document_json(document, {}, {}, {}));
}

RC_GTEST_PROP(JsonPieces, AStandingIsWhatIsExchangedInTheFile, ()) {
  const Document document = *any_document();
  const Edition edition{*rc::gen::inRange(1, 20), *rc::gen::elementOf(std::vector<std::string>{"", "2021-08-가나국-pdf-00000000"})};
  const auto paths = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{"가.pdf", "b \"c\".hwp"}));
  const auto exchanged = with_standing(document_json(document, {}, {}, {}), edition, paths, "it");
  RC_ASSERT(exchanged.has_value());
  RC_ASSERT(pieces_of(document, {}, {}, edition, paths).whole == *exchanged);
}

TEST(JsonPieces, RecordsAndFindingsComeInPiecesToo) {
  const Processed report = long_report(600);
  ASSERT_GT(report.records.size(), 500u);
  const Pieces pieces = pieces_of(report.document, report.records, report.findings);
  EXPECT_TRUE(pieces.whole == laid_out(pieces.whole));
  EXPECT_GT(pieces.count, 5u);
  EXPECT_LT(pieces.largest, 128u << 10) << "a piece and one more record at most";
}

}  // namespace
}  // namespace jangbu
