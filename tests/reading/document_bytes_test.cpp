// A Document that goes between processes comes back as it was; bytes that no reader writes are refused.
#include "reading/document_bytes.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <utility>

#include "built_in.h"
#include "drawn_document.h"
#include "effort.h"
#include "reading/document_fields.h"
#include "reading/packing.h"
#include "reading/read_document.h"

namespace jangbu {
namespace {

namespace fs = std::filesystem;

// ---- there and back ---------------------------------------------------------------------------------------------------------

// Packed bytes are equal exactly where all fields are: the packer writes every member.
void comes_back(const Document& document, const Limits& limits = {}) {
  const std::string bytes = document_bytes(document);
  const auto back = document_from(bytes, limits);
  ASSERT_TRUE(back) << describe(back.error());
  EXPECT_TRUE(document_bytes(*back) == bytes);
}

TEST(DocumentBytes, EveryFieldComesBack) {
  const auto back = document_from(document_bytes(full_document()), {});
  ASSERT_TRUE(back) << describe(back.error());
  const Document& document = *back;
  EXPECT_EQ(document.source.path, "보고/2021.pdf");
  EXPECT_EQ(document.source.bytes, 123'456'789'012u);
  EXPECT_EQ(document.source.format, Format::kHwpml);
  EXPECT_EQ(document.source.pages, 28);
  EXPECT_EQ(document.metadata.modified, "2021-08-13T09:15:00+09:00");
  EXPECT_EQ(document.fiscal_year, 2021);
  EXPECT_TRUE(document.degraded);
  ASSERT_EQ(document.diagnostics.size(), 2u);
  EXPECT_EQ(document.diagnostics[0].page, std::nullopt);
  EXPECT_EQ(document.diagnostics[1].page, 3);
  EXPECT_EQ(document.lines, (std::vector<std::string>{"", "가\t나"}));
  EXPECT_EQ(document.pages.at(0).runs.at(0).box, (Box{0.1, -2.5, 1e300, 5e-324}));
  EXPECT_TRUE(document.pages.at(0).runs.at(0).glued);
  EXPECT_EQ(document.blocks.at(1).table, 1u);
  EXPECT_EQ(document.blocks.at(0).paragraph.where, Where::kMasterPage);
  const Cell& cell = document.tables.at(0).cells.at(1);
  EXPECT_EQ(cell.repaired, "");
  EXPECT_EQ(cell.tables, std::vector<std::string>{"1"});
  EXPECT_EQ(cell.drawn, "a over b");
  EXPECT_EQ(document.sections.at(0).children.at(0).children.at(0).title, "셋째");
  EXPECT_EQ(document.repairs.at(0).row, -1);
  EXPECT_EQ(document.repairs.at(0).confidence, 0.75);
  comes_back(full_document());
}

RC_GTEST_PROP(DocumentBytes, AnyDocumentComesBack, ()) {
  const Document document = *any_document();
  const std::string bytes = document_bytes(document);
  const auto back = document_from(bytes, {});
  RC_ASSERT(back.has_value());
  RC_ASSERT(document_bytes(*back) == bytes);
}

TEST(DocumentBytes, EveryFixtureComesBack) {
  std::size_t read = 0;
  for (const auto& entry : fs::recursive_directory_iterator(fixture(""))) {
    const std::string extension = entry.path().extension().string();
    if (!entry.is_regular_file() || (!extension.starts_with(".hwp") && extension != ".hml" && extension != ".pdf" && extension != ".txt"))
      continue;
    if (entry.path().string().find("fixtures/fuzz") != std::string::npos) continue;
    const std::string bytes = file_text(entry.path().string());
    const auto document = read_document(bytes, {}, "1234", [] { return Result<const Lexicon*>(&built_in().lexicon); });
    if (!document) continue;
    SCOPED_TRACE(entry.path().string());
    comes_back(*document);
    ++read;
  }
  EXPECT_GT(read, 40u);
}

// ---- bytes that nobody wrote -------------------------------------------------------------------------------------------------

TEST(DocumentBytes, EveryBeginningIsRefused) {
  const std::string bytes = document_bytes(full_document());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    // In memory of its own, where a sanitizer sees a look past the end.
    const std::string prefix(bytes.data(), size);
    EXPECT_FALSE(document_from(prefix, {})) << size << " of " << bytes.size() << " bytes";
  }
  EXPECT_EQ(document_from(bytes + '\0', {}).error().code, ErrorCode::kReaderGarbled);
}

TEST(DocumentBytes, EveryChangedByteGivesADocumentOrAnError) {
  const std::string bytes = document_bytes(full_document());
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (int value = 0; value < 256; value += every(1, 15)) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(value);
      const auto document = document_from(changed, {});
      if (!document) {
        ASSERT_FALSE(document.error().message.empty());
      } else {
        // What was let in packs and comes back again.
        ASSERT_TRUE(document_from(document_bytes(*document), {}));
      }
    }
  }
}

TEST(DocumentBytes, AnotherVersionIsRefused) {
  std::string bytes = document_bytes({});
  bytes[0] = static_cast<char>(bytes[0] + 2);
  EXPECT_EQ(document_from(bytes, {}).error().code, ErrorCode::kReaderGarbled);
}

// Packs `value` and reads it back as a list of texts or sections.
template <typename T>
Status unpacked(const std::string& bytes, std::uint64_t memory = 1 << 20, int deepest = 4) {
  Unpacker unpacker(bytes, memory, deepest);
  T out;
  unpacker(out);
  return unpacker.finish();
}

TEST(Unpacker, ALengthIsCheckedBeforeItIsAllocated) {
  const std::string huge = "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01";  // 2^64 - 1
  EXPECT_EQ(unpacked<std::string>(huge).error().code, ErrorCode::kReaderGarbled);
  EXPECT_EQ(unpacked<std::vector<Cell>>(huge + std::string(100, '\0')).error().code, ErrorCode::kReaderGarbled);
  EXPECT_EQ(unpacked<std::string>("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x02").error().code, ErrorCode::kReaderGarbled);
  EXPECT_EQ(unpacked<std::string>(std::string(20, '\xFF')).error().code, ErrorCode::kReaderGarbled);
  // As many as there are bytes, but more memory than is allowed: a cell takes hundreds of bytes, its encoding eleven.
  EXPECT_EQ(unpacked<std::vector<Cell>>("\x80\x08" + std::string(1024, '\0'), 1000 * sizeof(Cell)).error().code, ErrorCode::kLimitMemory);
}

TEST(Unpacker, DepthIsBounded) {
  Section section;
  for (int i = 0; i < 10; ++i) {
    Section outer;
    outer.children.push_back(std::move(section));
    section = std::move(outer);
  }
  Packer packer;
  packer(section);
  const std::string bytes = packer.take();
  EXPECT_TRUE(unpacked<Section>(bytes, 1 << 20, 11));
  EXPECT_EQ(unpacked<Section>(bytes, 1 << 20, 10).error().code, ErrorCode::kReaderGarbled);
}

TEST(Unpacker, ValuesThatCannotBeAreRefused) {
  EXPECT_FALSE(unpacked<bool>("\x02"));
  EXPECT_FALSE(unpacked<int>("\x80\x80\x80\x80\x20"));
  EXPECT_FALSE(unpacked<Where>("\x07"));
  EXPECT_TRUE(unpacked<Where>("\x06"));
  EXPECT_FALSE(unpacked<std::string>("\x02\xC3\x28"));
  for (const double real : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
    Packer packer;
    packer(real);
    EXPECT_FALSE(unpacked<double>(packer.take()));
  }
  for (const int number : {0, 1, -1, std::numeric_limits<int>::max(), std::numeric_limits<int>::min()}) {
    Packer packer;
    packer(number);
    EXPECT_TRUE(unpacked<int>(packer.take()));
  }
}

// A document that packs, and says what no reader says.
ErrorCode code_of(const std::function<void(Document&)>& change, const Limits& limits = {}) {
  Document document = full_document();
  change(document);
  const auto back = document_from(document_bytes(document), limits);
  return back ? ErrorCode{} : back.error().code;
}

TEST(DocumentBytes, WhatNoReaderSaysIsRefused) {
  EXPECT_EQ(code_of([](Document&) {}), ErrorCode{});
  constexpr ErrorCode kGarbled = ErrorCode::kReaderGarbled;
  EXPECT_EQ(code_of([](Document& d) { d.blocks[1].table = d.tables.size(); }), kGarbled);
  EXPECT_EQ(code_of([](Document& d) { d.tables[0].cells[0].row = -1; }), kGarbled);
  EXPECT_EQ(code_of([](Document& d) { d.tables[0].cells[0].column = d.tables[0].columns; }), kGarbled);
  EXPECT_EQ(code_of([](Document& d) { d.tables[0].cells[0].row_span = 0; }), kGarbled);
  EXPECT_EQ(code_of([](Document& d) { d.tables[0].cells[1].column_span = std::numeric_limits<int>::max(); }), kGarbled);
  EXPECT_EQ(code_of([](Document& d) { d.tables[0].header_rows = d.tables[0].rows + 1; }), kGarbled);
  EXPECT_EQ(code_of([](Document& d) { d.tables[0].rows = -1; }), kGarbled);
  EXPECT_EQ(code_of([](Document& d) { d.tables[0].pages = {0}; }), kGarbled);
  EXPECT_EQ(code_of([](Document& d) { d.tables[0].cells[0].page = Limits().pages + 1; }), kGarbled);
  EXPECT_EQ(code_of([](Document& d) { d.blocks[0].paragraph.page = -4; }), kGarbled);
  for (const char* name : {"2", "-1", "", "1x", " 1", "99999999999999999999"}) {
    EXPECT_EQ(code_of([&](Document& d) { d.tables[0].cells[1].tables = {name}; }), kGarbled) << name;
  }
  EXPECT_EQ(code_of([](Document& d) { d.repairs[0].table = "t999"; }), kGarbled);
  EXPECT_EQ(code_of([](Document& d) { d.tables[0].rows = d.tables[0].columns = std::numeric_limits<int>::max(); }), ErrorCode::kLimitCells);
  Limits few;
  few.cells = 1;
  EXPECT_EQ(code_of([](Document&) {}, few), ErrorCode::kLimitCells);
}

// ---- what was understood ---------------------------------------------------------------------------------------------------------

TEST(ProcessedBytes, ComeBackAsTheyWereAndOnlySuchAsCanBe) {
  const std::string text =
      "주요업무보고\n2021. 8.\n가나국\nⅠ. 예산집행 현황\n(단위: "
      "천원)\n\n구분\t예산현액\t원인행위액\t지출액\n합계\t1,000\t700\t650\n교육\t700\t500\t420\n상담\t300\t200\t180\n";
  const Processed read = processed(text);
  const std::string sha256 = read.document.source.sha256;
  ASSERT_FALSE(read.records.empty());
  ASSERT_FALSE(read.findings.empty());
  const auto back = processed_from(processed_bytes(read), sha256, {});
  ASSERT_TRUE(back) << describe(back.error());
  EXPECT_TRUE(processed_bytes(*back) == processed_bytes(read));
  const auto refused = [&](const std::function<void(Processed&)>& change) {
    Processed changed = read;
    change(changed);
    const auto result = processed_from(processed_bytes(changed), sha256, {});
    return !result && result.error().code == ErrorCode::kReaderGarbled;
  };
  EXPECT_FALSE(refused([](Processed&) {}));
  EXPECT_TRUE(refused([](Processed& p) { p.document.id = "../" + p.document.id; }));
  EXPECT_TRUE(refused([](Processed& p) { p.records[0].type = "../budget"; }));
  EXPECT_TRUE(refused([](Processed& p) { p.records[0].document_id = "another"; }));
  EXPECT_TRUE(refused([](Processed& p) { p.records[0].table_index = 99; }));
  EXPECT_TRUE(refused([](Processed& p) { p.records[0].parent = 99; }));
  EXPECT_TRUE(refused([](Processed& p) { p.records[0].parent = -1; }));
  // Counted among the records of its own table: one further is of another table, or none.
  EXPECT_TRUE(refused([](Processed& p) {
    const std::size_t table = p.records[0].table_index;
    p.records[0].parent = static_cast<int>(
        std::count_if(p.records.begin(), p.records.end(), [&](const Record& record) { return record.table_index == table; }));
    Record other = p.records[0];
    other.table_index = Record::kNoTable;
    other.parent.reset();
    p.records.push_back(std::move(other));
  }));
  EXPECT_TRUE(refused([](Processed& p) { p.records[0].values.at(0).step.scale = 19; }));
  EXPECT_TRUE(refused([](Processed& p) { p.findings[0].document_id = "another"; }));
  EXPECT_EQ(processed_from(processed_bytes(read), "f" + sha256, {}).error().code, ErrorCode::kReaderGarbled);
}

// Any size of text, so that pieces end before, in and behind them.
Processed large(std::size_t rows, std::size_t text) {
  Processed read = processed("주요업무보고\n2021. 8.\n가나국\nⅠ. 현황\n\n구분\t예산액\n합계\t1,000\n");
  Table table;
  table.rows = static_cast<int>(rows);
  table.columns = 1;
  for (std::size_t i = 0; i < rows; ++i) {
    Cell cell;
    cell.row = static_cast<int>(i);
    cell.text = std::string(text, 'x') + std::to_string(i);
    table.cells.push_back(cell);
  }
  read.document.tables.push_back(table);
  return read;
}

TEST(ProcessedBytes, InPiecesAreTheSameBytes) {
  for (const auto& [rows, text] : {std::pair<std::size_t, std::size_t>{0, 0}, {50'000, 3}, {40, 5'000}, {3, 65'535}, {3, 200'000}}) {
    const Processed read = large(rows, text);
    const std::string whole = processed_bytes(read);
    std::string together;
    std::size_t pieces = 0;
    processed_bytes(read, [&](std::string_view piece) {
      together += piece;
      ++pieces;
    });
    EXPECT_TRUE(together == whole) << rows << " texts of " << text;
    EXPECT_EQ(processed_size(read), whole.size());
    EXPECT_GE(pieces, whole.size() / (1 << 20)) << "no piece holds everything";
  }
}

TEST(ProcessedBytes, WhatWasReadIsNotLookedAtAgain) {
  const Processed read = large(20'000, 100);
  std::string bytes = processed_bytes(read);
  const std::string before = bytes;
  std::vector<std::size_t> told;
  const auto back = processed_from(bytes, read.document.source.sha256, {}, [&](std::size_t left) {
    std::fill(bytes.begin(), bytes.end() - static_cast<std::ptrdiff_t>(left), '\xFF');
    told.push_back(left);
  });
  ASSERT_TRUE(back) << describe(back.error());
  EXPECT_TRUE(processed_bytes(*back) == before);
  EXPECT_GT(told.size(), 3u);
  EXPECT_TRUE(std::is_sorted(told.rbegin(), told.rend()));
}

// ---- errors and options -----------------------------------------------------------------------------------------------------

TEST(ErrorBytes, ComeBackTamed) {
  const Error error = error_from(error_bytes({ErrorCode::kEncrypted, "a password\n\x1B[31mis needed", "give it"}));
  EXPECT_EQ(error.code, ErrorCode::kEncrypted);
  EXPECT_EQ(error.message, "a password  [31mis needed");
  EXPECT_EQ(error.advice, "give it");
  std::string hangul;
  for (int i = 0; i < 1000; ++i) hangul += "한";
  EXPECT_EQ(error_from(error_bytes({ErrorCode::kFileDamaged, hangul, ""})).message, hangul.substr(0, 999));
  EXPECT_EQ(error_from(error_bytes({static_cast<ErrorCode>(999), "", ""})).code, ErrorCode::kReaderGarbled);
  EXPECT_EQ(error_from(error_bytes({ErrorCode::kInterrupted, "", ""})).code, ErrorCode::kReaderGarbled);
  EXPECT_EQ(error_from("").code, ErrorCode::kReaderGarbled);
}

TEST(OptionsBytes, ComeBack) {
  ReadingOptions options;
  options.limits.seconds = 7;
  options.limits.answer_bytes = 99;
  options.password = "\xFF any bytes";
  options.profiles = {{"a.json", "{}"}, {"b.json", ""}};
  const auto back = options_from(options_bytes(options));
  ASSERT_TRUE(back);
  EXPECT_EQ(options_bytes(*back), options_bytes(options));
  EXPECT_EQ(back->password, options.password);
  EXPECT_EQ(back->limits.answer_bytes, 99u);
  EXPECT_EQ(back->profiles.at(1).name, "b.json");
}

}  // namespace
}  // namespace jangbu
