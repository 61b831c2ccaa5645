#include "extractors/text/text_extractor.h"

#include <gtest/gtest.h>

#include "built_in.h"

namespace jangbu {
namespace {

Result<Document> extracted(std::string_view bytes, const Limits& limits = {}) {
  return extract_text(std::as_bytes(std::span(bytes.data(), bytes.size())), {limits, ""});
}

using Lines = std::vector<std::string>;

TEST(TextExtractor, LinesEndInEveryWayAFileEndsThem) {
  EXPECT_EQ(extracted("가\n나\n")->lines, (Lines{"가", "나"}));
  EXPECT_EQ(extracted("가\r\n나\r\n")->lines, (Lines{"가", "나"}));
  EXPECT_EQ(extracted("가\n나")->lines, (Lines{"가", "나"}));
  EXPECT_EQ(extracted("가\n\n나")->lines, (Lines{"가", "", "나"}));
  EXPECT_EQ(extracted("\xEF\xBB\xBF가")->lines, (Lines{"가"}));
  EXPECT_EQ(extracted("")->lines, Lines{});
}

TEST(TextExtractor, FormFeedsPartLines) { EXPECT_EQ(extracted("가\f나")->lines, (Lines{"가", "나"})); }

TEST(TextExtractor, TextIsComposed) { EXPECT_EQ(extracted("\u110C\u1161\u11BC\u1107\u116E")->lines, (Lines{"장부"})); }

TEST(TextExtractor, KeepsBlanksAndTabs) { EXPECT_EQ(extracted("　가 \t나 ")->lines, (Lines{"　가 \t나 "})); }

TEST(TextExtractor, KnowsNoPages) {
  const auto document = extracted("가\f나");
  EXPECT_EQ(document->source.format, Format::kText);
  EXPECT_FALSE(document->source.pages);
}

TEST(TextExtractor, OtherEncodingsAreConvertedAndTold) {
  const auto document = extracted("\xB1\xB8\xBA\xD0\t\xBF\xB9\xBB\xEA\n");
  EXPECT_EQ(document->lines, (Lines{"구분\t예산"}));
  ASSERT_EQ(document->diagnostics.size(), 1u);
  EXPECT_EQ(document->diagnostics[0].code, "text_converted");
  EXPECT_TRUE(extracted("가")->diagnostics.empty());
}

TEST(TextExtractor, RefusesOtherEncodingsAndTooMuchText) {
  EXPECT_EQ(extracted("d\xE9penses").error().code, ErrorCode::kTextEncoding);
  Limits limits;
  limits.text_code_points = 5;
  EXPECT_EQ(extracted("abcdef", limits).error().code, ErrorCode::kLimitText);
  EXPECT_TRUE(extracted("abcde", limits));
}

// ninja's habit: every prefix of a file is fed to its reader.
TEST(TextExtractor, EveryPrefixOfAReportGoesThroughAllStages) {
  const std::string report =
      "주 요 업 무 보 고\n2021. 8.\n가나국\nⅠ. 예산집행 현황\n(단위: 천원, ’21.8.13. 기준)\n"
      "구 분 예산현액\n집행액 집행률\n\n원인행위액 지출액 원인행위 지출액\n\n합 계 1,000 700 600 70.0% 60.0%\n\n시 민 과 1,000 700 600 "
      "70.0% 60.0%\n"
      "부서\t정원\t현원\n합계\t4\t3\n가과\t4\t3\n| 구분 | 예산 |\n|---|---|\n| 가 | 1 |\n";
  int read = 0;
  for (std::size_t length = 0; length <= report.size(); ++length) {
    const std::string_view prefix = std::string_view(report).substr(0, length);
    const auto out = process(prefix, kReportPath, sha256_hex(prefix), built_in());
    if (out) {
      ++read;
    } else {
      EXPECT_TRUE(out.error().code == ErrorCode::kTextEncoding || out.error().code == ErrorCode::kFileEmpty ||
                  out.error().code == ErrorCode::kFormatUnknown)
          << length << ": " << describe(out.error());
    }
  }
  EXPECT_GT(read, 200);
  EXPECT_EQ(processed(report).records.size(), 4u);
}

}  // namespace
}  // namespace jangbu
