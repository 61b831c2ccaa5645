#include "extractors/pdf/pdf_extractor.h"

#include <gtest/gtest.h>

#include <thread>

#include "made_pdf.h"

namespace jangbu {
namespace {

using test::MadePdf;
using Texts = std::vector<std::string>;

Result<Document> extract(const std::string& pdf, const ExtractOptions& options = {}) { return extract_pdf(test::as_bytes(pdf), options); }

Page only_page(const MadePdf& pdf) {
  const Result<Document> document = extract(pdf.bytes());
  EXPECT_TRUE(document.has_value()) << document.error().message;
  EXPECT_FALSE(document->degraded);
  EXPECT_EQ(document->pages.size(), 1u);
  return document->pages.at(0);
}

Texts texts(const Page& page) {
  Texts out;
  for (const auto& run : page.runs) out.push_back(run.text);
  return out;
}

TEST(PdfExtractor, WordsHaveBoxesFromTheTopLeft) {
  const Page page = only_page(MadePdf().page("BT /F1 10 Tf 20 150 Td (two words) Tj ET"));
  EXPECT_EQ(texts(page), (Texts{"two", "words"}));
  const Box& box = page.runs[0].box;
  EXPECT_NEAR(box.x0, 20, 0.01);
  EXPECT_LT(box.y0, 50);  // the baseline stands 50 points below the top
  EXPECT_GT(box.y1, 50);
  EXPECT_DOUBLE_EQ(page.runs[0].font_size, 10);
}

TEST(PdfExtractor, GapsPartWordsWithoutAPaintedBlank) {
  const Page page = only_page(MadePdf().page("BT /F1 10 Tf 20 150 Td [(left) -900 (right) 20 (ish)] TJ ET"));
  EXPECT_EQ(texts(page), (Texts{"left", "rightish"}));
}

TEST(PdfExtractor, TextPaintedTwiceIsBoldOnce) {
  const Page page = only_page(MadePdf().page("BT /F1 10 Tf 20 150 Td (word) Tj ET BT /F1 10 Tf 20.4 150 Td (word) Tj ET"));
  ASSERT_EQ(texts(page), (Texts{"word"}));
  EXPECT_TRUE(page.runs[0].bold);
}

TEST(PdfExtractor, InvisibleTextIsMarked) {
  const Page page = only_page(MadePdf().page("BT /F1 10 Tf 3 Tr 20 150 Td (hidden) Tj 0 Tr 0 -20 Td (shown) Tj ET"));
  ASSERT_EQ(page.runs.size(), 2u);
  EXPECT_TRUE(page.runs[0].invisible);
  EXPECT_FALSE(page.runs[1].invisible);
}

TEST(PdfExtractor, WhiteOnWhiteIsInvisible) {
  const Page page = only_page(MadePdf().page(
      "0 0 1 rg 20 90 100 20 re f 1 1 1 rg BT /F1 10 Tf 20 150 Td (hidden) Tj 0 -55 Td (header) Tj 0 g 0 -35 Td (shown) Tj ET"));
  ASSERT_EQ(texts(page), (Texts{"hidden", "header", "shown"}));
  EXPECT_TRUE(page.runs[0].invisible);
  EXPECT_FALSE(page.runs[1].invisible);
  EXPECT_FALSE(page.runs[2].invisible);
}

// What a picture shows is not known: white text may stand on it.
TEST(PdfExtractor, WhateverMakesTextWhite) {
  const auto seen = [](const std::string& colour) {
    const Page page = only_page(MadePdf().page("BT /F1 10 Tf 20 150 Td " + colour + " (hidden) Tj 0 g 0 -35 Td (shown) Tj ET"));
    return !page.runs.at(0).invisible;
  };
  for (const std::string white : {"1 g", "1 1 1 rg", "0 0 0 0 k", "/DeviceRGB cs 1 1 1 sc", "/DeviceGray cs 1 sc"})
    EXPECT_FALSE(seen(white)) << white;
  for (const std::string other : {"0.5 g", "1 0 0 rg", "0 0 1 0 k"}) EXPECT_TRUE(seen(other)) << other;
}

TEST(PdfExtractor, WhiteTextBesidePicturesIsKept) {
  MadePdf pdf;
  pdf.resources("/XObject << /Im 100 0 R >>")
      .object(
          "100 0 obj\n<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>\n"
          "stream\n0\nendstream\nendobj")
      .page("q 100 0 0 100 0 100 cm /Im Do Q 1 g BT /F1 10 Tf 20 150 Td (title) Tj ET");
  const Page page = only_page(pdf);
  ASSERT_EQ(texts(page), (Texts{"title"}));
  EXPECT_FALSE(page.runs[0].invisible);
}

TEST(PdfExtractor, TurnedTextIsVertical) {
  const Page page = only_page(MadePdf().page("BT /F1 10 Tf 0 1 -1 0 100 20 Tm (turned) Tj ET"));
  ASSERT_EQ(texts(page), (Texts{"turned"}));
  EXPECT_TRUE(page.runs[0].vertical);
  EXPECT_GT(page.runs[0].box.height(), page.runs[0].box.width());
}

TEST(PdfExtractor, RaisedMarkIsGluedAndSmaller) {
  const Page page = only_page(MadePdf().page("BT /F1 10 Tf 20 150 Td (total) Tj 5 Ts /F1 6 Tf (1) Tj ET"));
  ASSERT_EQ(texts(page), (Texts{"total", "¹"}));
  EXPECT_TRUE(page.runs[1].glued);
  EXPECT_LT(page.runs[1].font_size, page.runs[0].font_size);
}

TEST(PdfExtractor, RaisedMarksAreNoDigits) {
  const auto runs = [](const std::string& text) { return texts(only_page(MadePdf().page("BT /F1 10 Tf 20 150 Td " + text + " ET"))); };
  EXPECT_EQ(runs("(800) Tj 4 Ts /F1 6 Tf (2) Tj"), (Texts{"800", "²"}));
  EXPECT_EQ(runs("(2,000) Tj 4 Ts /F1 6 Tf (1\\)) Tj"), (Texts{"2,000", "¹⁾"}));
  EXPECT_EQ(runs("(m) Tj 4 Ts /F1 6 Tf (2) Tj"), (Texts{"m", "²"}));
  EXPECT_EQ(runs("(10) Tj 4 Ts /F1 6 Tf (th) Tj"), (Texts{"10", "th"})) << "letters say so by themselves";
  EXPECT_EQ(runs("(CO) Tj -2 Ts /F1 6 Tf (2) Tj"), (Texts{"CO", "2"})) << "lowered";
  EXPECT_EQ(runs("(1,000) Tj 0 Ts /F1 6 Tf (500) Tj"), (Texts{"1,000", "500"})) << "smaller, on the line";
}

TEST(PdfExtractor, LettersLaidOverThePageAreItsBackground) {
  const std::string table = "BT /F1 9 Tf 20 150 Td (Budget and what was spent of it) Tj 0 -20 Td (1,000 2,000 3,000 4,000) Tj ET ";
  const auto background = [&](const std::string& letters) {
    std::string out;
    for (const auto& run : only_page(MadePdf().page(letters + table)).runs) out += run.background ? run.text + " " : "";
    return out;
  };
  EXPECT_EQ(background("0.85 g BT /F1 40 Tf 20 135 Td (COPY) Tj ET 0 g "), "COPY ");
  EXPECT_EQ(background("BT /F1 30 Tf 0.7 0.7 -0.7 0.7 40 40 Tm (DRAFT) Tj ET "), "DRAFT ") << "across the page";
  EXPECT_EQ(background("0.85 g BT /F1 40 Tf 20 60 Td (COPY) Tj ET 0 g "), "") << "a pale heading over nothing";
  EXPECT_EQ(background("BT /F1 40 Tf 20 135 Td (COPY) Tj ET "), "") << "black";
  EXPECT_EQ(background("0.85 g BT /F1 9 Tf 20 135 Td (copy) Tj ET 0 g "), "") << "not larger";
}

// A composite font that shows glyphs by number. `more`: entries of its dictionary.
MadePdf numbered_font(const std::string& more = "", const std::string& ordering = "Identity") {
  MadePdf pdf;
  pdf.resources("/Font << /F1 3 0 R /N 100 0 R >>")
      .object("100 0 obj\n<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Made /Encoding /Identity-H /DescendantFonts [101 0 R] " + more +
              " >>\nendobj")
      .object("101 0 obj\n<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Made /CIDSystemInfo << /Registry (Adobe) /Ordering (" +
              ordering + ") /Supplement 0 >> /DW 1000 >>\nendobj");
  return pdf;
}

TEST(PdfExtractor, GlyphsByNumberAreNoLetters) {
  const std::string words = "BT /N 10 Tf 20 150 Td <00260027002C0036> Tj ET", plain = "BT /F1 10 Tf 20 100 Td (Budget) Tj ET ";
  const std::string bytes = numbered_font().page(plain + words).page(plain).bytes();
  const auto document = extract_pdf(test::as_bytes(bytes), {});
  ASSERT_TRUE(document);
  EXPECT_TRUE(document->degraded);
  ASSERT_EQ(document->diagnostics.size(), 1u);
  EXPECT_EQ(document->diagnostics[0].code, "unreadable");
  EXPECT_EQ(document->diagnostics[0].page, 1);
  EXPECT_NE(document->diagnostics[0].message.find("Made"), std::string::npos);
  EXPECT_EQ(texts(document->pages[0]), (Texts{"Budget", "\uFFFD\uFFFD\uFFFD\uFFFD"}));
  const std::string nothing_else = numbered_font().page(words).bytes();
  const auto refused = extract_pdf(test::as_bytes(nothing_else), {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kNoTextLayer);
  EXPECT_NE(refused.error().message.find("Made"), std::string::npos);
}

TEST(PdfExtractor, GlyphsByNumberWithAMapAreLetters) {
  const std::string words = "BT /N 10 Tf 20 150 Td <00260027> Tj ET";
  MadePdf mapped = numbered_font("/ToUnicode 102 0 R");
  const std::string map =
      "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0026> <AC00> <0027> <0031> endbfchar endcmap";
  mapped.object("102 0 obj\n<< /Length " + std::to_string(map.size()) + " >>\nstream\n" + map + "\nendstream\nendobj");
  const std::string bytes = mapped.page(words).bytes();
  const auto document = extract_pdf(test::as_bytes(bytes), {});
  ASSERT_TRUE(document);
  EXPECT_FALSE(document->degraded);
  EXPECT_EQ(texts(document->pages[0]), (Texts{"가1"}));
  const std::string known = numbered_font("", "UCS").page(words).bytes();
  EXPECT_TRUE(extract_pdf(test::as_bytes(known), {})) << "codes of a known set";
}

TEST(PdfExtractor, LinesThroughTextStrikeItOut) {
  const Page page = only_page(MadePdf().page("0.5 w 20 153 m 45.02 153 l S BT /F1 10 Tf 20 150 Td (5,000) Tj (6,000) Tj ET"));
  ASSERT_EQ(texts(page), (Texts{"5,000", "6,000"}));
  EXPECT_TRUE(page.runs[0].struck);
  EXPECT_FALSE(page.runs[1].struck);
  EXPECT_TRUE(page.rules.empty());
  EXPECT_FALSE(only_page(MadePdf().page("0.5 w 20 149 m 45.02 149 l S BT /F1 10 Tf 20 150 Td (5,000) Tj ET")).runs[0].struck)
      << "underlined";
}

TEST(PdfExtractor, DotsThatLeadToAFigureStandApart) {
  const auto runs = [](const std::string& text) { return texts(only_page(MadePdf().page("BT /F1 6 Tf 5 150 Td (" + text + ") Tj ET"))); };
  EXPECT_EQ(runs("Salaries..........1,234"), (Texts{"Salaries", "..........", "1,234"}));
  EXPECT_EQ(runs("and so on..."), (Texts{"and", "so", "on..."}));
  EXPECT_EQ(runs("1.5.2024."), (Texts{"1.5.2024."}));
}

// A font whose one letter is drawn in units of its own, an em wide; shown in a matrix of `scale` points.
MadePdf drawn_letter(const std::string& matrix, const std::string& width, const std::string& scale, const std::string& size = "1") {
  MadePdf pdf;
  pdf.resources("/Font << /F1 3 0 R /D 100 0 R >>")
      .object("100 0 obj\n<< /Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] /FontMatrix [" + matrix +
              " 0 0] /FirstChar 65 /LastChar 65 /Widths [" + width +
              "] /Encoding << /Type /Encoding /Differences [65 /A] >> /CharProcs << /A 101 0 R >> /Resources << >> >>\nendobj")
      .object("101 0 obj\n<< /Length 31 >>\nstream\n100 0 0 0 100 100 d1 0 0 9 9 re f\nendstream\nendobj")
      .page("BT /D " + size + " Tf " + scale + " 20 150 Tm (A) Tj ET");
  return pdf;
}

// Hancom writes many of its letters as drawings, cairo those of fonts that must not be embedded, TeX its bitmaps: each in other units.
TEST(PdfExtractor, DrawnFontsHaveTheSizeThatIsSeen) {
  for (const MadePdf& pdf : {drawn_letter("0.01 0 0 0.01", "100", "10 0 0 10"),         // Hancom
                             drawn_letter("1 0 0 -1", "1", "10 0 0 -10"),               // cairo: y runs downwards
                             drawn_letter("0.001 0 0 0.001", "1000", "1 0 0 1", "10"),  // as other fonts
                             drawn_letter("1 0 0 1", "40", "1 0 0 1", "0.25")}) {       // a bitmap, in dots
    const Page page = only_page(pdf);
    ASSERT_EQ(texts(page), (Texts{"A"}));
    EXPECT_NEAR(page.runs[0].box.width(), 10, 0.01);
    EXPECT_NEAR(page.runs[0].font_size, 10, 0.01);
    EXPECT_LT(page.runs[0].box.height(), 12);
    EXPECT_TRUE(page.fills.empty());
  }
  // A font of nothing but a full stop: its size is what it seems.
  EXPECT_NEAR(only_page(drawn_letter("1 0 0 -1", "0.3", "10 0 0 -10")).runs.at(0).font_size, 10, 0.01);
}

TEST(PdfExtractor, RuleBetweenTwoGlyphsPartsThem) {
  const auto runs = [](const std::string& text, const std::string& x = "31.2") {
    return texts(only_page(MadePdf().page("0.5 w " + x + " 140 m " + x + " 170 l S BT /F1 10 Tf 20 150 Td " + text + " ET")));
  };
  EXPECT_EQ(runs("(12) Tj (34) Tj"), (Texts{"12", "34"})) << "figures of neighbouring cells";
  EXPECT_EQ(runs("(abcd) Tj"), (Texts{"ab", "cd"}));
}

// As strokes, as thin boxes, twice, and over a part of what stands on the line.
TEST(PdfExtractor, WhateverStrikesTextOut) {
  const auto struck = [](const std::string& lines, const std::string& text) {
    std::string out;
    for (const auto& run : only_page(MadePdf().page(lines + " BT /F1 10 Tf 20 150 Td " + text + " ET")).runs) {
      out += run.struck ? run.text + " " : "";
    }
    return out;
  };
  EXPECT_EQ(struck("20 152.6 25.02 0.6 re f", "(5,000) Tj"), "5,000 ") << "a thin box";
  EXPECT_EQ(struck("0.5 w 20 152 m 45.02 152 l S 20 154 m 45.02 154 l S", "(5,000) Tj"), "5,000 ") << "a double line";
  EXPECT_EQ(struck("0.5 w 20 153 m 45.02 153 l S", "(5,000) Tj 30 0 Td (6,000) Tj"), "5,000 ") << "the first of two words";
  EXPECT_EQ(struck("0.5 w 10 153 m 190 153 l S", "(5,000) Tj"), "") << "a rule of the page that runs through";
  EXPECT_EQ(struck("0.5 w 20 160 m 45.02 160 l S", "(5,000) Tj"), "") << "a line above";
}

TEST(PdfExtractor, AFigureWiderThanItsCellStaysWhole) {
  const auto runs = [](const std::string& text, const std::string& x) {
    return texts(only_page(MadePdf().page("0.5 w " + x + " 140 m " + x + " 170 l S BT /F1 10 Tf 20 150 Td " + text + " ET")));
  };
  EXPECT_EQ(runs("(4,300,000,000) Tj", "62"), (Texts{"4,300,000,000"})) << "shown as one";
  EXPECT_EQ(runs("[(4,300,000) 0 (,000)] TJ", "64.5"), (Texts{"4,300,000,000"})) << "in pieces";
  EXPECT_EQ(runs("(4,300,000) Tj (,000) Tj", "64.5"), (Texts{"4,300,000,000"})) << "the comma shows that it goes on";
  EXPECT_EQ(runs("(4,30) Tj (0,000) Tj", "42.2"), (Texts{"4,300,000"})) << "within a group";
  EXPECT_EQ(runs("(1,000) Tj (2,000) Tj", "45.02"), (Texts{"1,000", "2,000"})) << "two figures that touch";
  EXPECT_EQ(runs("(12) Tj (3,000) Tj", "31.2"), (Texts{"12", "3,000"})) << "each is one by itself";
}

TEST(PdfExtractor, FiguresSetWithWideLetterSpacingArePutTogether) {
  const auto runs = [](const std::string& text) { return texts(only_page(MadePdf().page("BT /F1 9 Tf 4 Tc " + text + " ET"))); };
  EXPECT_EQ(runs("20 150 Td (5,000) Tj 0 -20 Td (800) Tj"), (Texts{"5,000", "800"})) << "the second follows the first";
  EXPECT_EQ(runs("20 150 Td (1,234,567) Tj"), (Texts{"1,234,567"}));
  EXPECT_EQ(runs("20 150 Td (800) Tj"), (Texts{"8", "0", "0"})) << "three figures, for all we know";
  EXPECT_EQ(runs("20 150 Td (5,000) Tj 9 Tc 0 -20 Td (800) Tj"), (Texts{"5,000", "8", "0", "0"})) << "another spacing";
}

TEST(PdfExtractor, RotatedPagesReadAsShown) {
  const Page page = only_page(MadePdf().page("BT /F1 10 Tf 0 1 -1 0 100 20 Tm (upright) Tj ET", "/MediaBox [0 0 200 300] /Rotate 90"));
  EXPECT_DOUBLE_EQ(page.width, 300);
  EXPECT_DOUBLE_EQ(page.height, 200);
  ASSERT_EQ(texts(page), (Texts{"upright"}));
  EXPECT_FALSE(page.runs[0].vertical);
}

TEST(PdfExtractor, CropBoxIsThePage) {
  const Page page = only_page(
      MadePdf().page("BT /F1 10 Tf 20 20 Td (outside) Tj 90 90 Td (inside) Tj ET", "/MediaBox [0 0 200 200] /CropBox [100 100 200 200]"));
  EXPECT_EQ(texts(page), (Texts{"inside"}));
  EXPECT_NEAR(page.runs[0].box.x0, 10, 0.01);
}

TEST(PdfExtractor, TextOfFormsCounts) {
  const std::string content = "BT /F1 10 Tf 0 0 Td (form) Tj ET";
  const Page page = only_page(
      MadePdf()
          .page("q 1 0 0 1 30 40 cm /X Do Q")
          .resources("/XObject << /X 100 0 R >>")
          .object("100 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 200 200] /Resources << /Font << /F1 3 0 R >> >> /Length " +
                  std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream\nendobj"));
  ASSERT_EQ(texts(page), (Texts{"form"}));
  EXPECT_NEAR(page.runs[0].box.x0, 30, 0.01);
}

TEST(PdfExtractor, StrokesAndThinFillsAreRules) {
  const Page page =
      only_page(MadePdf().page("1 w 20 20 m 120 20 l S 20 60 100 0.5 re f 0.8 g 20 100 100 40 re f BT /F1 10 Tf 20 150 Td (x) Tj ET"));
  ASSERT_EQ(page.fills.size(), 1u);
  EXPECT_NEAR(page.fills[0].luminance, 0.8, 0.01);
  std::size_t drawn = 0, edges = 0;
  for (const Rule& rule : page.rules) (rule.thickness > 0 ? drawn : edges) += 1;
  EXPECT_EQ(drawn, 2u);
  EXPECT_EQ(edges, 4u);  // of the shaded box
}

TEST(PdfExtractor, PagesWithoutTextAreAnError) {
  const Result<Document> document = extract(MadePdf().page("0 0 100 100 re f").bytes());
  ASSERT_FALSE(document.has_value());
  EXPECT_EQ(document.error().code, ErrorCode::kNoTextLayer);
}

TEST(PdfExtractor, SomePagesWithoutTextAreNoted) {
  const Result<Document> document = extract(MadePdf().page("BT /F1 10 Tf 20 150 Td (word) Tj ET").page("").bytes());
  ASSERT_TRUE(document.has_value());
  ASSERT_EQ(document->diagnostics.size(), 1u);
  EXPECT_EQ(document->diagnostics[0].code, "pages_without_text");
  EXPECT_EQ(document->diagnostics[0].page, 2);
}

TEST(PdfExtractor, EmptyAndForeignBytesAreErrors) {
  EXPECT_EQ(extract("").error().code, ErrorCode::kFileEmpty);
  EXPECT_EQ(extract("hello").error().code, ErrorCode::kFileDamaged);
}

TEST(PdfExtractor, EveryPrefixEndsInAnErrorOrANote) {
  const std::string whole = MadePdf().page("BT /F1 10 Tf 20 150 Td (two words) Tj ET").page("BT /F1 10 Tf 20 150 Td (more) Tj ET").bytes();
  for (std::size_t length = 0; length < whole.size() - 6; length += 7) {
    const Result<Document> document = extract(whole.substr(0, length));
    if (document) {
      EXPECT_TRUE(document->degraded) << length;
      EXPECT_FALSE(document->diagnostics.empty()) << length;
    }
  }
}

TEST(PdfExtractor, SyntaxErrorsDegrade) {
  const Result<Document> document = extract(MadePdf().page("BT /F1 10 Tf 20 150 Td (word) Tj ET nonsense ] >>").bytes());
  ASSERT_TRUE(document.has_value());
  EXPECT_TRUE(document->degraded);
  ASSERT_FALSE(document->diagnostics.empty());
  EXPECT_EQ(document->diagnostics[0].code, "pdf_syntax");
  EXPECT_EQ(document->diagnostics[0].page, 1);
}

TEST(PdfExtractor, LimitsAreErrorsWithCodes) {
  MadePdf pdf;
  pdf.page("BT /F1 10 Tf 20 150 Td (abcdefgh) Tj ET").page("BT /F1 10 Tf 20 150 Td (abcdefgh) Tj ET");
  ExtractOptions options;
  options.limits.pages = 1;
  EXPECT_EQ(extract(pdf.bytes(), options).error().code, ErrorCode::kLimitPages);
  options = {};
  options.limits.page_objects = 4;
  EXPECT_EQ(extract(pdf.bytes(), options).error().code, ErrorCode::kLimitObjects);
  options = {};
  MadePdf forms;
  forms.resources("/XObject << /Fm 100 0 R >>")
      .object("100 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 1 >>\nstream\nn\nendstream\nendobj")
      .page("/Fm Do /Fm Do /Fm Do BT /F1 10 Tf 20 150 Td (a) Tj ET");
  options.limits.page_objects = 240;
  EXPECT_TRUE(extract(forms.bytes(), options).has_value());
  options.limits.page_objects = 239;
  EXPECT_EQ(extract(forms.bytes(), options).error().code, ErrorCode::kLimitObjects);
  options = {};
  options.limits.text_code_points = 10;
  EXPECT_EQ(extract(pdf.bytes(), options).error().code, ErrorCode::kLimitText);
  options = {};
  options.limits.cpu_seconds = 0;
  EXPECT_EQ(extract(pdf.bytes(), options).error().code, ErrorCode::kLimitCpu);
}

// Poppler has one error callback for the process: errors of one document must not show up in another.
TEST(PdfExtractor, DocumentsAreReadInParallel) {
  const std::string good = MadePdf().page("BT /F1 10 Tf 20 150 Td (good) Tj ET").bytes();
  const std::string bad = MadePdf().page("BT /F1 10 Tf 20 150 Td (bad) Tj ET nonsense ] >>").bytes();
  std::vector<int> wrong(4, 0);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    threads.emplace_back([&, i] {
      for (int round = 0; round < 50; ++round) {
        const bool expect_bad = i % 2 == 1;
        const Result<Document> document = extract(expect_bad ? bad : good);
        if (!document || document->degraded != expect_bad) ++wrong[i];
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, std::vector<int>(4, 0));
}

}  // namespace
}  // namespace jangbu
