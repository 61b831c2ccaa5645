#include <gtest/gtest.h>

#include <string>

#include "extractors/pdf/poppler_capture.h"
#include "made_pdf.h"

namespace jangbu::test {
namespace {

CapturedPage captured(const MadePdf& pdf) {
  CapturedPage out;
  const std::string bytes = pdf.bytes();
  const auto facts = capture_pages(as_bytes(bytes), {}, [&out](const CapturedPage& page) -> Status {
    out = page;
    return Done{};
  });
  EXPECT_TRUE(facts) << facts.error().message;
  return out;
}

std::string stream(int number, const std::string& entries, const std::string& bytes) {
  return std::to_string(number) + " 0 obj\n<< " + entries + " /Length " + std::to_string(bytes.size()) + " >>\nstream\n" + bytes +
         "\nendstream\nendobj";
}

TEST(PageResources, GraphicsStatesSetTheWidthOfLinesAndHowMuchIsSeen) {
  const auto page = captured(MadePdf()
                                 .resources("/ExtGState << /Wide << /Type /ExtGState /LW 7 /BM /Multiply /SA true >> /Gone 100 0 R >>")
                                 .object("100 0 obj\n<< /ca 0 /CA 0 >>\nendobj")
                                 .page("/Wide gs 10 10 m 90 10 l S /Gone gs 10 20 m 90 20 l S 10 30 50 9 re f"));
  ASSERT_EQ(page.strokes.size(), 1u);
  EXPECT_EQ(page.strokes[0].width, 7);
  EXPECT_TRUE(page.areas.empty());
}

TEST(PageResources, GraphicsStatesSetFonts) {
  const auto page = captured(MadePdf().resources("/ExtGState << /Text << /Font [3 0 R 20] >> >>").page("BT /Text gs 10 10 Td (a) Tj ET"));
  ASSERT_EQ(page.glyphs.size(), 1u);
  EXPECT_EQ(page.glyphs[0].size, 20);
}

TEST(PageResources, ColoursByProfilesArePlainOnes) {
  // No profile at all: it is not looked at.
  const std::string spaces = "/ColorSpace << /Grey [/ICCBased 101 0 R] /Red [/ICCBased 103 0 R] /Ink [/ICCBased 104 0 R] >>";
  const auto page = captured(MadePdf()
                                 .resources(spaces)
                                 .object(stream(101, "/N 1", "?"))
                                 .object(stream(103, "/N 3 /Alternate /DeviceRGB", "?"))
                                 .object(stream(104, "/N 4", "?"))
                                 .page("/Grey cs 1 sc 10 10 50 9 re f /Red cs 1 1 1 sc 10 30 50 9 re f /Ink cs 0 0 0 1 sc 10 50 50 9 re f "
                                       "/Grey cs 1 sc BT /F1 9 Tf 10 70 Td (a) Tj ET"));
  ASSERT_EQ(page.areas.size(), 3u);
  EXPECT_NEAR(page.areas[0].luminance, 1, 0.01);
  EXPECT_NEAR(page.areas[1].luminance, 1, 0.01);
  EXPECT_NEAR(page.areas[2].luminance, 0, 0.15);
  ASSERT_EQ(page.glyphs.size(), 1u);
  EXPECT_TRUE(page.glyphs[0].white);
}

// Whatever an image is, what stands before and behind it is read, and a form beside it is drawn with what is in it.
TEST(PageResources, ImagesAreNotLookedIntoFormsAre) {
  const std::string objects = "/XObject << /Photo 100 0 R /Form 101 0 R /Gone 109 0 R /Plain 102 0 R /Mask 103 0 R >>";
  const auto page = captured(
      MadePdf()
          .resources(objects)
          .object(stream(100, "/Type /XObject /Subtype /Image /Width 9 /Height 9 /Filter [/DCTDecode /Nonsense]", "?"))
          .object(stream(101,
                         "/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources << /XObject << /Again 101 0 R /Photo 100 0 R >> >>",
                         "/Again Do /Photo Do 10 30 m 90 30 l S"))
          .object("102 0 obj\n<< /Subtype /Image >>\nendobj")
          .object(stream(103, "/Subtype /Image /ImageMask true /Width 1 /Height 1", "?"))
          .page("10 10 m 90 10 l S /Photo Do /Photo Do /Form Do /Gone Do /Plain Do q 50 0 0 50 0 0 cm /Mask Do Q 10 20 m 90 20 l S"));
  ASSERT_EQ(page.strokes.size(), 3u);
  EXPECT_TRUE(page.areas.empty());
}

std::u32string text_in_font(const std::string& encoding) {
  // A Type 1 font file whose own encoding has "b" where "a" is expected.
  const std::string file =
      "%!PS-AdobeFont-1.0: Other\n/FontName /Other def\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\n"
      "dup 97 /b put\nreadonly def\ncurrentfile eexec\n";
  const std::string descriptor = "101 0 obj\n<< /Type /FontDescriptor /FontName /Other /Flags 4 /FontFile 102 0 R >>\nendobj";
  const std::string font = "100 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Other /FontDescriptor 101 0 R " + encoding +
                           " /FirstChar 97 /LastChar 97 /Widths [700] >>\nendobj";
  const auto page =
      captured(MadePdf()
                   .object(font)
                   .object(descriptor)
                   .object(stream(102, "/Length1 " + std::to_string(file.size()), file))
                   .page("BT /F1 10 Tf 10 10 Td (a) Tj ET", "/MediaBox [0 0 200 200] /Resources << /Font << /F1 100 0 R >> >>"));
  EXPECT_EQ(page.glyphs.size(), 1u);
  EXPECT_NEAR(page.glyphs.at(0).advance_x, 7, 1e-9);
  return page.text;
}

TEST(PageResources, AFontsFileTellsItsEncodingWhereTheFontDoesNot) {
  EXPECT_EQ(text_in_font(""), U"b");
  EXPECT_EQ(text_in_font("/Encoding << /Differences [98 /c] >>"), U"b");
  EXPECT_EQ(text_in_font("/Encoding /WinAnsiEncoding"), U"a");
  EXPECT_EQ(text_in_font("/Encoding << /BaseEncoding /WinAnsiEncoding /Differences [97 /z] >>"), U"z");
}

TEST(PageResources, ResourcesOfAnotherShapeAreLeftToPoppler) {
  for (const std::string resources :
       {"/Resources 5", "/Resources << /Font 7 /ExtGState [1] /ColorSpace /X >>",
        "/Resources << /Font << /F1 9 >> /ExtGState << /G 9 0 R >> /ColorSpace << /C [/ICCBased] /D [/ICCBased 9 0 R] >> >>"}) {
    EXPECT_EQ(captured(MadePdf().page("/G gs /C cs 10 10 m 90 10 l S", "/MediaBox [0 0 200 200] " + resources)).strokes.size(), 1u)
        << resources;
  }
}

}  // namespace
}  // namespace jangbu::test
