#include "extractors/detect.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "built_in.h"

namespace jangbu {
namespace {

Result<Format> detected(std::string_view bytes) { return detect_format(std::as_bytes(std::span(bytes.data(), bytes.size()))); }

// `before`, then n times `c`, then `after`.
std::string padded(std::string_view before, std::size_t n, char c, std::string_view after) {
  std::string out(before);
  out.append(n, c);
  out.append(after);
  return out;
}

TEST(Detect, ByBytesNotByName) {
  struct Case {
    std::string_view bytes;
    Format format;
  };
  const std::string late_pdf = padded("", 1000, ' ', "%PDF-1.4\n"), compound = padded("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 600, '\0', "");
  const Case kCases[] = {
      {"%PDF-1.7\n...", Format::kPdf},
      {late_pdf, Format::kPdf},
      {compound, Format::kHwp},
      {"PK\x03\x04 and more", Format::kHwpx},
      {"HWP Document File V3.00 \x1A\x01\x02", Format::kHwp3},
      {"<?xml version=\"1.0\"?><HWPML Version=\"2.8\">", Format::kHwpml},
      {"가나다\n", Format::kText},
      {"\xEF\xBB\xBF가나다\n", Format::kText},
      {"| 가 | 나 |\n", Format::kText},
      {"\xB1\xB8\xBA\xD0\t\xBF\xB9\xBB\xEA\n", Format::kText},  // 구분, 예산 in CP949
  };
  for (const Case& c : kCases) {
    const auto format = detected(c.bytes);
    ASSERT_TRUE(format) << describe(format.error());
    EXPECT_EQ(*format, c.format) << c.bytes.substr(0, 30);
  }
}

TEST(Detect, RefusesEachWithItsOwnError) {
  struct Case {
    std::string_view bytes;
    ErrorCode code;
  };
  const std::string with_nul = padded("a", 1, '\0', "b"), late_nul = padded("\x01", 1, '\0', "%PDX-1.4");
  const Case kCases[] = {
      {"", ErrorCode::kFileEmpty},
      {" \n\t\n", ErrorCode::kFileEmpty},
      {"\xEF\xBB\xBF\n", ErrorCode::kFileEmpty},
      {with_nul, ErrorCode::kFormatUnknown},
      {late_nul, ErrorCode::kFormatUnknown},
      {"\xFF\xFE\x01\x02\x03\x04\x05\x06", ErrorCode::kFormatUnknown},
      {"d\xE9penses arr\xEAt\xE9"
       "es\n",
       ErrorCode::kTextEncoding},  // Latin-1
  };
  for (const Case& c : kCases) {
    const auto format = detected(c.bytes);
    ASSERT_FALSE(format);
    EXPECT_EQ(format.error().code, c.code) << describe(format.error());
  }
}

TEST(Detect, TheBrokenFixtures) {
  const std::map<std::string, std::string> expected{{"empty.pdf", "file_empty"},
                                                    {"zero.txt", "file_empty"},
                                                    {"unknown.bin", "format_unknown"},
                                                    {"latin1.txt", "text_encoding"},
                                                    {"half.pdf", "pdf"}};
  for (const auto& [name, told] : expected) {
    const auto format = detected(file_text((std::filesystem::path(fixture("broken")) / name).string()));
    EXPECT_EQ(format ? format_name(*format) : error_name(format.error().code), told) << name;
  }
}

TEST(Detect, EveryPrefixOfAFixtureIsToldOrRefused) {
  const std::string text = file_text(fixture("inbox/2019-09 서울혁신기획관 주요업무보고.txt")).substr(0, 600);
  for (std::size_t length = 0; length <= text.size(); ++length) {
    const auto format = detected(std::string_view(text).substr(0, length));
    if (format) {
      EXPECT_EQ(*format, Format::kText) << length;
    }
  }
}

TEST(Detect, OldHangulIsNamedInItsRefusal) {
  for (const std::string version : {"2.00", "2.10", "1.20"}) {
    for (const std::size_t more : {0U, 100U, 4096U}) {  // a header alone, a file, one as long as a package
      const std::string old = "HWP Document File V" + version + " \x1A" + std::string("\1\2\3\4\5", 5) + std::string(more, '\0');
      const auto format = detect_format(std::as_bytes(std::span(old.data(), old.size())));
      ASSERT_FALSE(format) << version;
      EXPECT_EQ(format.error().code, ErrorCode::kFormatUnsupported) << version << " " << more;
      EXPECT_NE(format.error().message.find(version), std::string::npos) << format.error().message;
    }
  }
}

TEST(Detect, APackageMayStandBehindOtherBytes) {
  const std::string end = std::string("PK\x05\x06", 4) + std::string(18, '\0');
  const auto told = [](const std::string& bytes) {
    const auto format = detect_format(std::as_bytes(std::span(bytes.data(), bytes.size())));
    return format ? std::string(format_name(*format)) : std::string(error_name(format.error().code));
  };
  const std::string part = std::string("PK\x03\x04", 4) + std::string(40, '\0');
  EXPECT_EQ(told("--part\r\n\r\n" + part + end), "hwpx");
  EXPECT_EQ(told("--part\r\n\r\n" + part), "format_unknown") << "no end of a package";
}

}  // namespace
}  // namespace jangbu
