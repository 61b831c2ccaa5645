#include "extractors/hangul/xml_scanner.h"

#include <gtest/gtest.h>

#include "extractors/hangul/cipher.h"

namespace jangbu::hangul {
namespace {

using Event = XmlScanner::Event;

// Gives its bytes a few at a time, as an inflater may.
class Drip : public ByteSource {
 public:
  Drip(std::string_view text, std::size_t step) : text_(text), step_(step) {}
  Result<std::size_t> read(std::span<std::byte> out) override {
    const std::size_t count = std::min({step_, out.size(), text_.size()});
    std::memcpy(out.data(), text_.data(), count);
    text_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view text_;
  std::size_t step_;
};

// "<a k=v>" … as a line of events, or the name of the error.
std::string scanned(std::string_view text, std::size_t step = 1'000'000) {
  Drip source(text, step);
  XmlScanner xml(source, 8);
  std::string out;
  for (;;) {
    switch (xml.next()) {
      case Event::kStart:
        out += "<" + std::string(xml.name()) + (xml.has_attribute("k") ? "=" + std::string(xml.attribute("k")) : "") + ">";
        break;
      case Event::kEnd: out += "</" + std::string(xml.name()) + ">"; break;
      case Event::kText: out += std::string(xml.text()); break;
      case Event::kDone: return out;
      case Event::kError: return std::string(error_name(xml.status().error().code));
    }
  }
}

TEST(XmlScanner, reads_elements_text_and_attributes) {
  constexpr std::string_view kText =
      "<?xml version=\"1.0\" encoding='UTF-8'?><!-- a > b --><p:a k = \"x&amp;y\" z='1>2'>글 &lt;&#xAC00;&#65;<b/><![CDATA[<c>&]]></p:a>\n";
  for (const std::size_t step : {1U, 3U, 1000U}) EXPECT_EQ(scanned(kText, step), "<a=x&y>글 <가A<b></b><c>&</a>") << step;
}

TEST(XmlScanner, reads_utf_16) {
  const std::u16string wide = u"\uFEFF<a k='값'>글</a>";
  const std::string bytes(reinterpret_cast<const char*>(wide.data()), wide.size() * 2);
  EXPECT_EQ(scanned(bytes), "<a=값>글</a>");
}

TEST(XmlScanner, leaves_out_stray_control_characters_and_counts_them) {
  for (const std::string text : {"<a>5,0\x01"
                                 "00</a>",
                                 "<a>5,0&#x1F;00</a>", "<a>5,0&#xD800;00</a>", "<a>5,0&#57343;00</a>", "<a>5,0&#xFFFE;00</a>",
                                 "<a><![CDATA[5,0\x0B"
                                 "00]]></a>"})
    EXPECT_EQ(scanned(text), "<a>5,000</a>") << text;
  EXPECT_EQ(scanned("<a k='x\x02y'/>"), "<a=xy></a>");
  EXPECT_EQ(scanned("<a>" + std::string(2000, '\x01') + "</a>"), "file_damaged") << "that many are no text";
}

TEST(XmlScanner, refuses_what_is_not_well_formed) {
  for (const char* text : {"<a></b>", "<a k='1' k='2'/>", "<a k=1/>", "<a k/>", "<a>&nothing;</a>", "<a>&#0;</a>", "<a>&#x110000;</a>",
                           "<a/><b/>", "x<a/>", "<a/>x", "<!DOCTYPE a><a/>", "<1/>", "<> </>", "</a>"})
    EXPECT_EQ(scanned(text), "file_damaged") << text;
  for (const char* text : {"", "<a", "<a>", "<a><b></b>", "<a k='1", "<!-- ", "<?xml", "<a><![CDATA[x"})
    EXPECT_EQ(scanned(text), "file_truncated") << text;
  EXPECT_EQ(scanned("<?xml version='1.0' encoding='EUC-KR'?><a/>"), "text_encoding");
  EXPECT_EQ(scanned("<a>\xFF</a>"), "text_encoding");
  EXPECT_EQ(scanned("<a><a><a><a><a><a><a><a><a/></a></a></a></a></a></a></a></a>"), "limit_nesting");
}

TEST(XmlScanner, skips_elements) {
  Drip source("<a><b k='1'><b/>x</b><c><c2/></c><d>y</d></a>", 2);
  XmlScanner xml(source, 8);
  ASSERT_EQ(xml.next(), Event::kStart);
  ASSERT_EQ(xml.next(), Event::kStart);
  xml.skip();
  ASSERT_EQ(xml.next(), Event::kStart);
  EXPECT_EQ(xml.name(), "c");
  xml.skip_flat();
  ASSERT_EQ(xml.next(), Event::kStart);
  EXPECT_EQ(xml.name(), "d");
}

TEST(XmlScanner, seeks_inside_of_elements) {
  Drip source("<r><a><x bold='1'/><h:bold k='2'/><y/></a><a><bolder/></a><a/><z/></r>", 3);
  XmlScanner xml(source, 8);
  ASSERT_EQ(xml.next(), Event::kStart);
  ASSERT_EQ(xml.next(), Event::kStart);
  ASSERT_TRUE(xml.seek_inside("bold"));
  EXPECT_EQ(xml.number("k", 0), 2);
  xml.skip();
  xml.skip_flat();
  ASSERT_EQ(xml.next(), Event::kStart);
  EXPECT_FALSE(xml.seek_inside("bold"));
  ASSERT_EQ(xml.next(), Event::kStart);
  EXPECT_FALSE(xml.seek_inside("bold"));
  ASSERT_EQ(xml.next(), Event::kStart);
  EXPECT_EQ(xml.name(), "z");
}

TEST(XmlScanner, gives_long_text_in_whole_characters) {
  std::string text = "<a>";
  for (int i = 0; i < 100'000; ++i) text += "가&amp;";
  text += "</a>";
  Drip source(text, 777);
  XmlScanner xml(source, 8);
  std::string all;
  for (Event event = xml.next(); event != Event::kDone; event = xml.next()) {
    ASSERT_NE(event, Event::kError) << xml.status().error().message;
    if (event == Event::kText) all += xml.text();
  }
  EXPECT_EQ(all.size(), 400'000U);
}

TEST(XmlScanner, reads_numbers) {
  Drip source("<a b='12' c='-3' d='x' e='99999999999999999999' f='7px'/>", 100);
  XmlScanner xml(source, 8);
  ASSERT_EQ(xml.next(), Event::kStart);
  EXPECT_EQ(xml.number("b", 0), 12);
  EXPECT_EQ(xml.number("c", 0), -3);
  EXPECT_EQ(xml.number("d", 5), 5);
  EXPECT_EQ(xml.number("e", 0), std::int64_t{1} << 40);
  EXPECT_EQ(xml.number("f", 0), 7);
  EXPECT_EQ(xml.number("g", 8), 8);
}

}  // namespace
}  // namespace jangbu::hangul
