// What is drawn from slimmed content, by an interpreter that goes from page to page, is what Poppler draws of the whole content of each
// page by itself.
#include <gtest/gtest.h>

#include <random>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "extractors/pdf/drawn_lines.h"
#include "extractors/pdf/poppler_capture.h"
#include "made_pdf.h"

namespace jangbu::test {
namespace {

std::string described(const CapturedPage& page) {
  std::ostringstream out;
  out << page.width << " x " << page.height << "\n";
  for (const Glyph& glyph : page.glyphs) {
    out << "glyph " << glyph.x << " " << glyph.y << " " << glyph.advance_x << " " << glyph.advance_y << " " << glyph.size << " "
        << glyph.along_x << " " << glyph.bold << glyph.invisible << glyph.white << " ";
    for (std::uint32_t i = 0; i < glyph.text_length; ++i) out << static_cast<std::uint32_t>(page.text[glyph.text_begin + i]) << " ";
    out << "\n";
  }
  for (const Stroke& s : page.strokes) out << "stroke " << s.x0 << " " << s.y0 << " " << s.x1 << " " << s.y1 << " " << s.width << "\n";
  for (const Area& a : page.areas)
    out << "area " << a.box.x0 << " " << a.box.y0 << " " << a.box.x1 << " " << a.box.y1 << " " << a.luminance << " " << a.rectangle << " "
        << a.paint << "\n";
  return out.str();
}

std::vector<std::string> drawn(const MadePdf& pdf) {
  std::vector<std::string> pages;
  const std::string bytes = pdf.bytes();
  const auto facts = capture_pages(as_bytes(bytes), {}, [&pages](const CapturedPage& page) -> Status {
    pages.push_back(described(page));
    return Done{};
  });
  EXPECT_TRUE(facts) << facts.error().message;
  return pages;
}

// Content after an inline image is not slimmed.
const std::string kImage = "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI\n";

// Contents as producers write them, cut and mixed.
class Contents {
 public:
  explicit Contents(unsigned seed) : random_(seed) {}

  std::string next() {
    std::string content;
    for (int pieces = number(1, 12); pieces > 0; --pieces) content += piece() + "\n";
    if (number(0, 9) == 0) content.resize(content.size() - static_cast<std::size_t>(number(0, static_cast<int>(content.size()) / 2)));
    return content;
  }

 private:
  int number(int from, int to) { return std::uniform_int_distribution<int>(from, to)(random_); }
  std::string pick(const std::vector<std::string>& from) {
    return from[static_cast<std::size_t>(number(0, static_cast<int>(from.size()) - 1))];
  }
  std::string place() { return std::to_string(number(0, 190)) + pick({"", ".0", ".500", "."}) + " " + std::to_string(number(0, 190)); }

  std::string piece() {
    switch (number(0, 5)) {
      case 0: return look() + " " + place() + " m " + place() + " l " + pick({"S", "S", "S", "s", "f", "n", "W n", "W S", "B", ""});
      case 1: return place() + " 9 7 re " + pick({"f", "S", "f*", "W n", ""});
      case 2:
        return "q " + pick({"1 0 0 1 0 0 cm", "2 0 0 2 5 5 cm", "1 0 0 1 0 cm", ""}) + " " + text() + " " + pick({"Q", "Q", "Q", "Q", ""});
      case 3:
      case 4: return "q 1 0 0 1 3 3 cm " + text() + " Q";
      default:
        return pick({"Q", "q", "/G0 gs", "/P BMC", "EMC", "/X0 Do", "1 0 0 1 2 2 cm", "/Pattern CS /P0 SCN", "] 1 [", "(", "1 2 3 G",
                     "q 9 9 50 50 re W n Q", "q 9 9 50 50 re W n", "W"});
    }
  }

  std::string look() {
    return pick({"0 G", "1 0 0 RG", "0 G 1 w", ""}) + " " + pick({"2 w", "2 w", "3.0 w", "[2 1] 0 d", ""}) + " " +
           pick({"1 J 1 j 4 M", ""});
  }

  std::string text() {
    return pick({"0 g", "0 g", "1 g", "1 1 1 rg", "0 0 0 1 k", ""}) + " " + "BT" + " " +
           pick({"/F1 9 Tf", "/F1 9 Tf", "/F2 7 Tf", "/F3 9 Tf", ""}) + " " +
           pick({"", "", "", "2 Tr .4 w", "3 Tr", "7 Tr", "2 Tc", "4 TL", "120 Tz", "3 Ts"}) + " " +
           pick({"1 0 0 1 " + place() + " Tm", place() + " Td", ""}) + " " +
           pick({"(abc) Tj", "(abc)Tj", "[(a)-200(b)]TJ", "[(a) -200 (b)] TJ", "(a) '", "T* (c) Tj", ""}) + " " +
           pick({"ET", "ET", "ET", ""});
  }

  std::mt19937 random_;
};

const char* const kResources = "/ExtGState << /G0 << /LW 5 >> >> /Pattern << /P0 100 0 R >>";
const char* const kPattern =
    "100 0 obj\n<< /Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 5 5] /XStep 5 /YStep 5 /Resources << >> /Length 0 "
    ">>\nstream\n\nendstream\nendobj";

// A stamp that hides what comes after it, and does not end that.
const char* const kStamp =
    "101 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 90 90] /Resources << /Properties << /H 102 0 R >> >> /Length 36 >>\nstream\n"
    "0 0 9 9 re f /OC /H BDC 9 9 9 9 re f\nendstream\nendobj";
const char* const kHidden = "102 0 obj\n<< /Type /OCG /Name (hidden) >>\nendobj";

TEST(PageDrawer, SlimmedContentPaintsTheSame) {
  for (unsigned seed = 0; seed < 400; ++seed) {
    const std::string content = Contents(seed).next();
    const auto slim = drawn(MadePdf().object(kPattern).resources(kResources).page(content));
    const auto whole = drawn(MadePdf().object(kPattern).resources(kResources).page(kImage + content));
    ASSERT_EQ(slim, whole) << seed << "\n" << content;
  }
}

// A content cut between its words into streams, whose blanks stay at one side or nowhere; names, strings and arrays begin a word without
// one.
std::vector<std::string> cut(const std::string& content, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<std::string> streams(1);
  for (const char c : content) {
    if ((c == ' ' || c == '\n') && random() % 6 == 0 && streams.size() < 60) {
      const auto blank = random() % 3;
      if (blank == 0) streams.back() += c;
      streams.emplace_back(blank == 1 ? " " : "");
    } else {
      const bool begins = c == '/' || c == '[' || c == '(';
      if (begins && random() % 6 == 0 && streams.size() < 60) streams.emplace_back();
      streams.back() += c;
    }
  }
  return streams;
}

TEST(PageDrawer, StreamsArePartedAsByABlank) {
  for (unsigned seed = 0; seed < 400; ++seed) {
    // A stroke may come first, and whatever it meets.
    const std::string content = (seed % 4 == 0 ? "S " : "") + Contents(seed).next();
    const auto streams = cut(content, seed);
    const auto empty = [] { return MadePdf().object(kPattern).resources(kResources); };
    const auto slim = drawn(empty().page_of_streams(streams));
    std::vector<std::string> unslimmed = streams;
    unslimmed.insert(unslimmed.begin(), kImage);
    ASSERT_EQ(slim, drawn(empty().page_of_streams(unslimmed))) << seed << "\n" << content;
    if (content.find("] 1 [") == std::string::npos && content.find("(\n") == std::string::npos && content.find('(') == content.find("(a")) {
      ASSERT_EQ(slim, drawn(empty().page(kImage + content))) << seed << "\n" << content;
    }
  }
}

TEST(PageDrawer, TokensThatRunOverAStreamsEndAreReadAsPopplerReadsThem) {
  const std::vector<std::vector<std::string>> contents = {{"BT /F1 9 Tf 9 9 Td (ab", "cd) Tj ET"},
                                                          {"BT /F1 9 Tf 9 9 Td <61", "62> Tj ET 0 0 9 9 re f"},
                                                          {"% a comment", "0 0 9 9 re f\n1 1 5 5 re f"},
                                                          {"q BI /W 1 /H 1 /BPC 8 /CS /G ID", "x EI Q 0 0 9 9 re f"},
                                                          {"0 0 9 9 r", "e f 3 3 4 4 re f"},
                                                          {"0 0 9 9 re f /", "P BMC EMC 5 5 9 9 re f"}};
  for (const auto& streams : contents) {
    std::vector<std::string> unslimmed = streams;
    unslimmed.insert(unslimmed.begin(), kImage);
    EXPECT_EQ(drawn(MadePdf().page_of_streams(streams)), drawn(MadePdf().page_of_streams(unslimmed))) << streams.front();
  }
}

TEST(PageDrawer, AStrokeThatComesFirstIsNoErrorToPoppler) {
  for (const std::string content :
       {"S 0.003 0 0 -0.003 9 9 cm 0 0 900 900 re f", "S 2 w 0 5 m 9 5 l S", "S S 5 5 9 9 re f", "S /G0 gs 5 5 9 9 re f"}) {
    const std::string bytes = MadePdf().resources(kResources).page(content).bytes();
    const auto facts = capture_pages(as_bytes(bytes), {}, [](const CapturedPage&) -> Status { return Done{}; });
    ASSERT_TRUE(facts);
    const std::string whole = MadePdf().resources(kResources).page(kImage + content).bytes();
    const auto expected = capture_pages(as_bytes(whole), {}, [](const CapturedPage&) -> Status { return Done{}; });
    EXPECT_EQ(facts->complaints, expected->complaints) << content << ": " << facts->first_complaint;
    EXPECT_EQ(drawn(MadePdf().resources(kResources).page(content)), drawn(MadePdf().resources(kResources).page(kImage + content)))
        << content;
  }
}

TEST(PageDrawer, NoPageShowsWhatCameBefore) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    Contents contents(seed);
    const auto empty = [] {
      return MadePdf()
          .object(kPattern)
          .object(kStamp)
          .object(kHidden)
          .resources(kResources)
          .catalog("/OCProperties << /OCGs [102 0 R] /D << /OFF [102 0 R] >> >>");
    };
    MadePdf all = empty();
    std::vector<std::string> alone;
    for (unsigned page = 0; page < 6; ++page) {
      const std::string content = contents.next(),
                        notes[] = {"", " /Annots [<< /Type /Annot /Subtype /Link /Rect [5 5 90 90] /Border [0 0 1] >>]",
                                   " /Annots [<< /Type /Annot /Subtype /Stamp /F 4 /Rect [5 5 90 90] /AP << /N 101 0 R >> >>]"};
      const std::string entries = (seed % 3 == 0 && page % 2 == 1 ? "/MediaBox [0 0 300 200] /Rotate 90" : "/MediaBox [0 0 200 200]") +
                                  notes[(seed + page / 2) % 3];
      all.page(content, entries);
      alone.push_back(drawn(empty().page(kImage + content, entries)).front());
    }
    ASSERT_EQ(drawn(all), alone) << seed;
  }
}

TEST(PageDrawer, DashedLinesAreTheSameLines) {
  for (const std::string width : {".24", "1", "3"}) {
    for (const double gap : {0.2, 0.7, 1.4}) {
      std::string content = width + " w ";
      for (int line = 0; line < 6; ++line) {
        for (double x = 20; x < 160 - 9 * line; x += gap + 0.5) {
          const double y = 30 + 20 * line;
          content +=
              "0 G " + std::to_string(x) + " " + std::to_string(y) + " m " + std::to_string(x + 0.5) + " " + std::to_string(y) + " l S\n";
          content +=
              "0 G " + std::to_string(y) + " " + std::to_string(x) + " m " + std::to_string(y) + " " + std::to_string(x + 0.5) + " l S\n";
        }
      }
      const auto lines = [](const std::string& text) {
        std::vector<Box> boxes;
        const std::string bytes = MadePdf().page(text).bytes();
        EXPECT_TRUE(capture_pages(as_bytes(bytes), {}, [&boxes](const CapturedPage& page) -> Status {
          for (const Rule& rule : drawn_lines_of(page).rules) boxes.push_back(rule.box);
          return Done{};
        }));
        return boxes;
      };
      const auto slim = lines(content), whole = lines(kImage + content);
      ASSERT_EQ(slim.size(), whole.size()) << width << " " << gap;
      for (std::size_t i = 0; i < slim.size(); ++i) {
        EXPECT_NEAR(slim[i].x0, whole[i].x0, 0.02);
        EXPECT_NEAR(slim[i].y0, whole[i].y0, 0.02);
        EXPECT_NEAR(slim[i].x1, whole[i].x1, 0.02);
        EXPECT_NEAR(slim[i].y1, whole[i].y1, 0.02);
      }
    }
  }
}

TEST(PageDrawer, AFontsNameIsThePagesOwn) {
  const std::string courier = "100 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>\nendobj";
  const auto page = [](const std::string& fonts) { return "/MediaBox [0 0 200 200] /Resources << /Font << " + fonts + " >> >>"; };
  const std::string first = page("/F1 3 0 R"), second = page("/F1 100 0 R"), third = page("/F1 100 0 R /F2 3 0 R"),
                    fourth = page("/F1 << /Type /Font /Subtype /Type1 /BaseFont /Courier >> /F2 3 0 R");
  const std::string content = "BT /F1 9 Tf 10 10 Td (il) Tj /F2 9 Tf (il) Tj ET";
  std::vector<std::string> alone;
  MadePdf all;
  all.object(courier);
  for (const std::string& entries : {first, second, third, second, fourth, third, first}) {
    all.page(content, entries);
    alone.push_back(drawn(MadePdf().object(courier).page(kImage + content, entries)).front());
  }
  auto pages = drawn(all);
  // What is written at PageDrawer: the fourth page, which has no /F2, gets the third one's.
  EXPECT_EQ(std::exchange(pages[3], alone[3]), alone[2]);
  EXPECT_EQ(pages, alone);
}

}  // namespace
}  // namespace jangbu::test
