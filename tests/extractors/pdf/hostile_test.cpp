// Every hostile PDF ends in a document or in an error code, soon, without a crash. See fixtures/hostile/README.md.
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "extractors/pdf/pdf_extractor.h"
#include "made_pdf.h"
#include "places.h"
#include "tables/page_tables.h"

namespace jangbu {
namespace {

const std::filesystem::path kFolder = fixture_folder() / "hostile/pdf";

Result<Document> extract(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  return extract_pdf(test::as_bytes(bytes), {});
}

TEST(HostilePdf, EndsSoonInADocumentOrAnError) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    SCOPED_TRACE(entry.path().filename().string());
    const auto start = std::chrono::steady_clock::now();
    Result<Document> document = extract(entry.path());
    if (document) {
      EXPECT_FALSE(document->pages.empty());
      EXPECT_TRUE(find_page_tables(*document, Limits()).has_value());
    } else {
      EXPECT_NE(document.error().code, ErrorCode::kInternal) << document.error().message;
    }
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
    ++count;
  }
  EXPECT_GT(count, 30u);
}

TEST(HostilePdf, ErrorsSayWhatIsWrong) {
  const auto code = [](const char* name) {
    const Result<Document> document = extract(kFolder / name);
    EXPECT_FALSE(document.has_value()) << name;
    return document ? ErrorCode::kInternal : document.error().code;
  };
  EXPECT_EQ(code("header_only.pdf"), ErrorCode::kFileTruncated);
  EXPECT_EQ(code("html_named_pdf.pdf"), ErrorCode::kFileDamaged);
  EXPECT_EQ(code("cmap_usecmap_self.pdf"), ErrorCode::kFileDamaged);
  EXPECT_EQ(code("content_q_1e6.pdf"), ErrorCode::kLimitNesting);
  EXPECT_EQ(code("form_xobject_dag_2p22.pdf"), ErrorCode::kLimitObjects);
  EXPECT_EQ(code("encrypt_bad_v.pdf"), ErrorCode::kEncrypted);
  EXPECT_EQ(code("encrypt_r6_short.pdf"), ErrorCode::kEncrypted);
}

TEST(HostilePdf, MetadataCannotSteerATerminal) {
  const Result<Document> document = extract(kFolder / "ansi_escape_title.pdf");
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(document->metadata.title.find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace jangbu
