// Totals in running text: what is a list of parts, and when it contradicts its total.
#include <gtest/gtest.h>

#include "audit/audit.h"
#include "audit/listed_totals.h"
#include "audit/seeded_table.h"
#include "drawn_table.h"
#include "dump.h"

namespace jangbu {
namespace {

std::vector<Finding> findings_in(std::string_view text) {
  const Document document = drawing::drawn_document(text);
  std::vector<Finding> findings;
  check_prose(document, findings);
  return findings;
}

TEST(Prose, PartsThatMissTheirTotal) {
  for (const auto& [text, expected] : std::vector<std::pair<const char*, const char*>>{
           {"소요예산 : 656억원(국비26억, 시비 620억)", "prints 65600000000, computed 64600000000"},
           {"소요예산 : 656억원(국비 26, 시비 620)", "prints 65600000000, computed 64600000000"},
           {"총 1,234명(남 600, 여 643) 참여", "prints 1234, computed 1243"},
           {"총 61개소 (운영 41개소, 조성 중 30개소)", "prints 61, computed 71"},
           {"총 61개소(41개소 운영, 30개소 조성)", "prints 61, computed 71"},
           {"18명 별도(가과 1명, 나과 4명, 다과 14명)", "prints 18, computed 19"},
           {"접수 71개, 선정 32개(신규19, 재입주14)", "prints 32, computed 33"},
           {"서면(22회)·화상(53회)·대면회의(39회), 총 144회 실시", "prints 144, computed 114"},
           {"총 114회: 서면 22회, 화상 53회, 대면 29회", "prints 114, computed 104"},
           {"총 12개 사업(지정 5개, 자율 8개)", "prints 12, computed 13"},
           {"사업비 1조 2,000억원(국비 7,000억원, 도비 4,000억원)", "prints 1200000000000, computed 1100000000000"},
           {"**656억원**(국비26억, 시비 620억)", "prints 65600000000, computed 64600000000"},
           {"12개 사업(지정주제 5개, 자율주제 8개, 400,000천원)", "prints 12, computed 13"},
           {"656억원（국비 ２６억, 시비 ６２０억）", "prints 65600000000, computed 64600000000"},
           {"130억원(국비 6,519백만원, 시비 6,281백만원)", "prints 13000000000, computed 12800000000"},
       }) {
    const auto findings = findings_in(text);
    ASSERT_EQ(findings.size(), 1U) << text;
    EXPECT_TRUE(finding_line(findings[0]).ends_with(expected)) << finding_line(findings[0]);
  }
}

TEST(Prose, HonestOrNoPartsAtAll) {
  for (const char* text : {
           "656억원(국비26억, 시비 630억)",
           "총 1,234명(남 600, 여 634)",
           "총 61개소 (운영 41개소, 조성 중 20개소)",
           "130억원(국비 6,519백만원, 시비 6,481백만원)",
           "656억원(국비 26.4억, 시비 629.8억)",                  // rounding explains it
           "12개 사업(지정주제 5개, 자율주제 7개, 400,000천원)",  // the last item is about the whole
           "서면(22회)·화상(53회)·대면회의(39회), 총 114회",
           "총 114회: 서면 22회, 화상 53회, 대면 39회",
           "마을공동체형(40개소/운영 26), 거점형(7개소/운영 1)",
           "1,081명(남성 500명, 청년 800명)",  // may overlap: nothing says that these are all
           "전체 100명 중(남 20명, 여 30명)",
           "온라인 공모(3,201명 신청)",
           "5개 기관(가기관 등 3개, 나기관 1개)",
           "총 50명(공무원 5명 포함, 전문가 30명)",
           "(당초) ’21.7.19 ~ 8.9(22일간) → (정정) ’21.7.19 ~ 8.27(40일간)",
           "1,815.6㎡(550평), 공용면적 포함 2,974.46㎡",
           "100억원(국비 50%, 시비 50%)",
           "약 656억원(국비 26억, 시비 620억)",
           "주제별회의 개최(3회, 2,460명 참여)",
           "총 9개 사업 공모 신청 ⇒ 4개 사업 선정, 총 200백만원 지원",
           "공사(5.12.~6.10.), 정비(6.24.~7.22.)",
           "구성(전문가 270명, 참여예산위원 314명, 공무원 82명)",
           "15개 분야, 총 54개 사업(358.4억원) 선정",
       }) {
    EXPECT_EQ(finding_lines(findings_in(text)), "") << text;
  }
}

TEST(Prose, TheMessageNamesBothFiguresAndTheWords) {
  const auto findings = findings_in("○ 소요예산 : 656억원(국비26억, 시비 620억)");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].message_ko,
            "본문 「656억원(국비26억, 시비 620억)」에는 656억원으로 적혀 있으나, 함께 적힌 2개 항목의 합은 646억원입니다 (차이 10억원).");
  EXPECT_EQ(findings[0].message_en,
            "The text \"656억원(국비26억, 시비 620억)\" prints 656 x 100 million won, but the 2 parts beside it add up to 646 x 100 "
            "million won (difference 10 x 100 million won).");
  EXPECT_EQ(findings[0].severity, Severity::kError);
  EXPECT_TRUE(findings[0].record_ids.empty());
}

TEST(Prose, ABracketThatTheLinesEndCut) {
  EXPECT_EQ(findings_in("소요예산 : 656억원(국비26억,\n시비 620억)\n").size(), 1U);
  EXPECT_EQ(findings_in("소요예산 : 656억원(국비26억,\n시비 630억)\n").size(), 0U);
}

TEST(Prose, TheSameWordsTwiceAreOneFinding) {
  EXPECT_EQ(findings_in("656억원(국비26억, 시비 620억)\n다시 656억원(국비26억, 시비 620억)\n").size(), 1U);
}

TEST(Prose, InTheCellsOfATable) {
  const auto findings = findings_in("| 가 | 총 1,234명(남 600, 여 643) |\n| 나 | - |\n");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].row, 0);
}

// Amounts of up to five sources and a total, each rounded or cut off by itself, in units and decimals of its own.
std::string printed_in_eok(std::int64_t won, int places, bool cut) {
  std::int64_t step = 100'000'000;
  for (int i = 0; i < places; ++i) step /= 10;
  const std::int64_t units = cut ? won / step : (won + step / 2) / step;
  if (places == 0) return with_commas(units) + "억원";
  const std::string digit = std::to_string(units % 10);
  return with_commas(units / 10) + "." + digit + "억원";
}

struct SeededProse {
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> figures;  // where the digits of each figure stand
};

SeededProse seeded_prose(Dice& dice) {
  static const char* const kSources[] = {"국비", "시비", "구비", "민자", "기금"};
  const auto count = static_cast<std::size_t>(dice.between(2, 5));
  std::vector<std::int64_t> won(count);
  std::int64_t total = 0;
  for (auto& part : won) total += part = dice.between(2'000'000'000, 900'000'000'000);
  const bool cut = dice.once_in(2);
  const int places = dice.once_in(2) ? 1 : 0;
  SeededProse out;
  const auto add = [&](std::int64_t amount) {
    const std::string figure = printed_in_eok(amount, places, cut);
    out.figures.emplace_back(out.text.size(), out.text.size() + figure.find("억"));
    out.text += figure;
  };
  out.text = "○ 소요예산 : ";
  add(total);
  out.text += "(";
  for (std::size_t i = 0; i < count; ++i) {
    out.text += std::string(i ? ", " : "") + kSources[i] + (dice.once_in(2) ? " " : "");
    add(won[i]);
  }
  out.text += ")";
  return out;
}

TEST(ProseProperty, HonestTotalsRaiseNothingAndAChangedDigitIsFound) {
  constexpr int kLines = 10'000;
  int found = 0, last_place = 0;
  for (int seed = 0; seed < kLines; ++seed) {
    Dice dice(static_cast<std::uint64_t>(seed) + 3'000'000);
    SeededProse line = seeded_prose(dice);
    ASSERT_EQ(finding_lines(findings_in(line.text)), "") << line.text;
    const auto [begin, end] = line.figures[static_cast<std::size_t>(dice.between(0, static_cast<std::int64_t>(line.figures.size()) - 1))];
    std::vector<std::size_t> digits;
    for (std::size_t i = begin; i < end; ++i) {
      if (line.text[i] >= '0' && line.text[i] <= '9') digits.push_back(i);
    }
    const std::size_t at = digits[static_cast<std::size_t>(dice.between(0, static_cast<std::int64_t>(digits.size()) - 1))];
    const char was = line.text[at];
    line.text[at] = static_cast<char>('0' + (was - '0' + dice.between(1, 8)) % 10);
    if (line.text[at] == was) continue;
    const bool hit = !findings_in(line.text).empty();
    found += hit;
    last_place += !hit && at == digits.back();
  }
  std::printf("%d totals in text, one digit changed: %d found (%.1f %%), %d missed in the last place\n", kLines, found,
              100.0 * found / kLines, last_place);
  EXPECT_GE(found, kLines * 90 / 100);
}

}  // namespace
}  // namespace jangbu
