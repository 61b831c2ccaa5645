// Letters of Wingdings are the signs that it draws for them.
#include "extractors/pdf/sign_font.h"

#include <gtest/gtest.h>

#include "extractors/pdf/made_pdf.h"
#include "extractors/pdf/pdf_extractor.h"
#include "text/private_use.h"

namespace jangbu {
namespace {

TEST(SignFont, ToldByItsName) {
  for (const char* name : {"Wingdings", "Wingdings-Regular", "INPILL+Wingdings-Regular", "WingdingsOOEnc"})
    EXPECT_TRUE(is_sign_font(name)) << name;
  for (const char* name : {"Wingdings2", "ABCDEF+Wingdings3", "Helvetica", "MyWingdings", ""}) EXPECT_FALSE(is_sign_font(name)) << name;
}

TEST(SignFont, LettersBecomeCodes) {
  EXPECT_EQ(sign_code(U'l'), 0xF06Cu);
  EXPECT_EQ(sign_code(U'þ'), 0xF0FEu);
  EXPECT_EQ(sign_code(U'Ÿ'), 0xF09Fu) << "by Windows-1252";
  for (const char32_t other : {U' ', U'●', U'가', char32_t{0xF06C}, char32_t{0}}) EXPECT_EQ(sign_code(other), other);
}

TEST(SignFont, PagesSayWhatIsDrawn) {
  const auto read = [](const std::string& font, const std::string& text) {
    test::MadePdf made;
    made.object("100 0 obj\n<< /Type /Font /Subtype /TrueType /BaseFont /" + font + " /Encoding /WinAnsiEncoding >>\nendobj");
    made.page("BT /F2 10 Tf 20 150 Td (" + text + ") Tj /F1 10 Tf 20 0 Td (Roads) Tj ET",
              "/MediaBox [0 0 200 200] /Resources << /Font << /F1 3 0 R /F2 100 0 R >> >>");
    const std::string bytes = made.bytes();
    const auto document = extract_pdf(test::as_bytes(bytes), {});
    EXPECT_TRUE(document);
    std::set<char32_t> unknown;
    return document ? readable_text(document->pages.at(0).runs.at(0).text, unknown) : "";
  };
  EXPECT_EQ(read("Wingdings", "l"), "●");
  EXPECT_EQ(read("ABCDEF+Wingdings-Regular", "\\374"), "✔");
  EXPECT_EQ(read("Wingdings", "\\330"), "➢");
  EXPECT_EQ(read("Arial", "l"), "l");
}

}  // namespace
}  // namespace jangbu
