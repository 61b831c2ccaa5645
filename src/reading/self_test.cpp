// A small PDF without fonts of its own, read by the locked-in reader. If its three syllables do not come out, every Korean PDF would come
// out empty, and nothing would say so.
#include "reading/self_test.h"

#include <algorithm>
#include <string_view>

#include "reading/read_document.h"

namespace jangbu {
namespace {

// "가나다" in the national set, by a font that is nowhere.
constexpr std::string_view kPdf = R"pdf(%PDF-1.4
1 0 obj
<</Type/Catalog/Pages 2 0 R>>
endobj
2 0 obj
<</Type/Pages/Kids[3 0 R]/Count 1>>
endobj
3 0 obj
<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>
endobj
4 0 obj
<</Length 41>>stream
BT /F 12 Tf 20 50 Td <B0A1B3AAB4D9> Tj ET
endstream
endobj
5 0 obj
<</Type/Font/Subtype/Type0/BaseFont/Batang/Encoding/KSC-EUC-H/DescendantFonts[6 0 R]>>
endobj
6 0 obj
<</Type/Font/Subtype/CIDFontType2/BaseFont/Batang/CIDSystemInfo<</Registry(Adobe)/Ordering(Korea1)/Supplement 1>>/DW 1000/FontDescriptor 7 0 R>>
endobj
7 0 obj
<</Type/FontDescriptor/FontName/Batang/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>
endobj
xref
0 8
0000000000 65535 f 
0000000009 00000 n 
0000000054 00000 n 
0000000105 00000 n 
0000000216 00000 n 
0000000304 00000 n 
0000000406 00000 n 
0000000566 00000 n 
trailer<</Size 8/Root 1 0 R>>
startxref
717
%%EOF
)pdf";

constexpr std::string_view kWords = "가나다";

bool says(const Document& document) {
  return std::any_of(document.blocks.begin(), document.blocks.end(),
                     [](const Block& block) { return block.paragraph.text.find(kWords) != std::string::npos; });
}

}  // namespace

Status prove_reading(const Limits& limits) {
  const auto document = read_document(kPdf, limits, {}, [] { return Result<const Lexicon*>(nullptr); });
  if (document && says(*document)) return Done{};
  return fail(ErrorCode::kSandboxUnavailable,
              "a reader cannot read a small Korean PDF" + (document ? std::string() : ": " + document.error().message),
              "install poppler-data; where that does not help, run with --sandbox off");
}

}  // namespace jangbu
