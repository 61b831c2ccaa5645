#include <gtest/gtest.h>

#include "drawn_table.h"
#include "normalize/normalize.h"

namespace jangbu {
namespace {

Document covered(std::string_view drawing, const std::string& path = "scan0001.txt") {
  Document document = drawing::drawn_document(drawing);
  document.source.path = path;
  read_cover(document);
  return document;
}

std::string codes(const Document& document) {
  std::string out;
  for (const Diagnostic& diagnostic : document.diagnostics) out += (out.empty() ? "" : " ") + diagnostic.code;
  return out;
}

TEST(Cover, TellsKindDateAndOrganization) {
  const Document document = covered(R"(
    주 요 업 무 보 고
    2019. 9.
    서울혁신기획관
    I. 일 반 현 황
  )");
  EXPECT_EQ(document.title, "주요업무보고");
  EXPECT_EQ(document.report_kind, "주요업무보고");
  EXPECT_EQ(document.report_date, "2019-09");
  EXPECT_EQ(document.organization, "서울혁신기획관");
  EXPECT_EQ(document.fiscal_year, 2019);
  EXPECT_EQ(codes(document), "");
}

// Who hears the report stands beside the day of the sitting, who gives it below the title.
TEST(Cover, ACommitteeHearsTheReport) {
  const Document above = covered("2025. 2. 7.(금)\n건설환경위원회\n2025년도\n주요업무계획\n가나광역시 다라원\nⅠ. 기본현황\n");
  EXPECT_EQ(above.organization, "가나광역시 다라원");
  EXPECT_EQ(above.report_date, "2025-02-07");
  EXPECT_EQ(above.title, "2025년도 주요업무계획");
  EXPECT_EQ(above.fiscal_year, 2025);
  const Document boxed = covered("| 건설환경위원회 |\n| 2025. 2. 7.(금) |\n2025년 주요업무계획\n가나국\n");
  EXPECT_EQ(boxed.organization, "가나국");
  EXPECT_EQ(boxed.report_date, "2025-02-07");
  // The one that reports may itself be a committee; the one beside the day alone is no office of the report.
  EXPECT_EQ(covered("2025. 2. 7.\n건설환경위원회\n주요업무보고\n가나경찰위원회\n").organization, "가나경찰위원회");
  EXPECT_EQ(covered("2025. 2. 7.\n건설환경위원회\n주요업무보고\n").organization, "");
  EXPECT_EQ(covered("건설환경위원회 귀중\n주요업무보고\n2025. 2.\n가나과\n").organization, "가나과");
}

// The body, without the sign of its legal form and without the person who stands for it; `소관` before a title names none.
TEST(Cover, TheBodyBehindFormsAndPersons) {
  const auto organization = [](const std::string& line) {
    return covered("2025년도 주요업무보고\n2025. 2. 7.\n" + line + "\n").organization;
  };
  for (const char* line :
       {"(재)가나문화재단", "(재) 가나문화재단", "가나문화재단(재)", "가나문화재단 이사장", "가나문화재단 대표이사 나다라"})
    EXPECT_EQ(organization(line), "가나문화재단") << line;
  for (const char* line : {"㈜가나관광개발", "(주)가나관광개발", "가나관광개발㈜"}) EXPECT_EQ(organization(line), "가나관광개발") << line;
  EXPECT_EQ(organization("가나통상부장관"), "가나통상부");
  EXPECT_EQ(organization("가나청장 다 라 마"), "가나청");
  EXPECT_EQ(organization("가나군수"), "가나군");
  EXPECT_EQ(organization("가나시장"), "가나시");
  EXPECT_EQ(organization("대 변 인"), "대변인");
  EXPECT_EQ(organization("감사담당관"), "감사담당관");
  EXPECT_EQ(organization("가나시 운동장"), "");
  EXPECT_EQ(organization("(가)나다라"), "");
  EXPECT_EQ(covered("2025년도 소관 업무보고\n2025. 2. 7.\n가나미술관\n").organization, "가나미술관");
  EXPECT_EQ(covered("2025년 업무현황보고\n2025. 3.\n가나대학교병원\n").report_kind, "업무현황보고");
}

// Reports and plans of other names, on a page with nothing but title, day and office.
// A legal form is none of the name, and who signs is not who reports.
TEST(Cover, NamesAreWithoutLegalFormsAndSigners) {
  EXPECT_EQ(covered("2025년 업무보고\n2025. 2.\n(재)가나문화재단\nⅠ. 일반현황\n").organization, "가나문화재단");
  EXPECT_EQ(covered("2025년 업무보고\n2025. 2.\n재단법인 가나문화재단\nⅠ. 일반현황\n").organization, "가나문화재단");
  EXPECT_EQ(covered("2025년 업무보고\n2025. 2.\n㈜가나도시공사\nⅠ. 일반현황\n").organization, "가나도시공사");
  EXPECT_EQ(covered("2025년 업무보고\n2025. 2.\n가나산업부 장관\nⅠ. 일반현황\n").organization, "가나산업부");
  EXPECT_EQ(covered("2025년 업무보고\n2025. 2.\n가나산업부장관\nⅠ. 일반현황\n").organization, "가나산업부");
  EXPECT_EQ(covered("2025년 업무보고\n2025. 2.\n가나담당관\nⅠ. 일반현황\n").organization, "가나담당관");
}

TEST(Cover, OfOtherKinds) {
  struct Case {
    const char *cover, *title, *kind, *organization, *date;
  };
  constexpr Case kCases[] = {
      {"2023회계연도 성과보고서\n2024. 5.\n가나시\n", "2023회계연도 성과보고서", "성과보고서", "가나시", "2024-05"},
      {"공공시설 개방 확대 방안\n2024. 5. 3.\n가나다부\n", "공공시설 개방 확대 방안", "방안", "가나다부", "2024-05-03"},
      {"2024년도 자체평가 결과보고서\n2024. 12.\n가나진흥원\n", "2024년도 자체평가 결과보고서", "결과보고서", "가나진흥원", "2024-12"},
      {"마을 돌봄 종합계획\n2025. 1. 6.(월)\n가나재단\n", "마을 돌봄 종합계획", "종합계획", "가나재단", "2025-01-06"},
      {"2023회계연도 세입·세출 결산 개요\n2024. 6.\n가나국\n", "2023회계연도 세입·세출 결산 개요", "세입·세출결산개요", "가나국",
       "2024-06"},
  };
  for (const Case& c : kCases) {
    const Document document = covered(c.cover);
    EXPECT_EQ(document.title, c.title);
    EXPECT_EQ(document.report_kind, c.kind) << c.cover;
    EXPECT_EQ(document.organization, c.organization) << c.cover;
    EXPECT_EQ(document.report_date, c.date) << c.cover;
  }
  // Without a day it may be any line.
  EXPECT_EQ(covered("마을 돌봄 종합계획\n가나재단\n").report_kind, "");
}

// A year in a file's name is no part of another number.
// A title may read as a heading does.
TEST(Cover, StateOfAffairsBeforeACommittee) {
  for (const char* title : {"2025 년도 업무현황", "2025년도 국정감사 업무현황", "2025년 업무현황"}) {
    const Document document = covered(std::string("2025. 10. 14.(화)\n보건복지위원회\n") + title + "\n국립가나의료원\n");
    EXPECT_EQ(document.title, title);
    EXPECT_EQ(document.report_kind, "업무현황");
    EXPECT_EQ(document.organization, "국립가나의료원");
    EXPECT_EQ(document.report_date, "2025-10-14");
  }
}

TEST(Cover, ADateInTheFilesNameStandsAlone) {
  EXPECT_EQ(covered("글\n", "issue2004_cell.txt").report_date, "");
  EXPECT_EQ(covered("글\n", "v20241.txt").report_date, "");
  EXPECT_EQ(covered("글\n", "보고_2024-05.txt").report_date, "2024-05");
  EXPECT_EQ(covered("글\n", "가나국2024년.txt").report_date, "2024");
}

TEST(Cover, WithoutATitleOnlyAnOfficeIsOne) {
  EXPECT_EQ(covered("가나시 시민협력국\n글\n").organization, "가나시 시민협력국");
  for (const char* line : {"주소", "이미지 예시", "부총리 겸 가나부 장관", "다단다단다단다단", "첨부"})
    EXPECT_EQ(covered(std::string(line) + "\n글\n").organization, "") << line;
}

TEST(Cover, TheMostExactDateIsTheReports) {
  for (const char* text : {"2024년\n주요업무보고\n2024. 3. 5.\n가나국\n", "주요업무보고\n2024. 3.\n2024. 3. 5.(화) 14:00\n가나국\n",
                           "2024년도 주요업무보고\n2024. 3. 5.\n가나국\n"}) {
    EXPECT_EQ(covered(text).report_date, "2024-03-05") << text;
    EXPECT_EQ(covered(text).fiscal_year, 2024) << text;
  }
}

// What was done and what is planned under one title: the report is of the later year.
TEST(Cover, OfTwoYearsInATitleTheLaterIsReported) {
  EXPECT_EQ(covered("2023회계연도 결산 및 2024년도 업무보고\n2024. 6. 3.\n가나국\n").fiscal_year, 2024);
  EXPECT_EQ(covered("2023년 주요성과 및 2024년 주요업무계획\n가나국\n").fiscal_year, 2024);
  EXPECT_EQ(covered("2023년 추진실적, 2024년도 업무 추진계획\n가나국\n").fiscal_year, 2024);
  EXPECT_EQ(covered("2023년 사업실적 및 2024년 사업계획\n가나재단\n").fiscal_year, 2024);
  EXPECT_EQ(covered("2023 년 경영성과 및 2024 년 운영방향\n가나공단\n").fiscal_year, 2024);
  EXPECT_EQ(covered("2024년 주요업무보고(2023년 결산 포함)\n가나국\n").fiscal_year, 2024);
  EXPECT_EQ(covered("2023회계연도 결산 및 2024년 예산 개요\n가나국\n").fiscal_year, 2023);
}

// The day that figures stand at, and the year of account from day to day, are printed on covers too.
TEST(Cover, TheReportsDayAmongOthers) {
  EXPECT_EQ(covered("2024. 3. 1. ~ 2025. 2. 28.\n2024회계연도 결산보고서\n2025. 4. 25.\n가나대학교\n").report_date, "2025-04-25");
  EXPECT_EQ(covered("(기준일: 2025. 6. 30.)\n2025년 집행 현황 보고\n2025. 7. 8.\n가나군\n").report_date, "2025-07-08");
  EXPECT_EQ(covered("2025년 주요업무보고\n(2025. 6. 30. 기준)\n2025. 7. 8.\n가나군\n").report_date, "2025-07-08");
  EXPECT_EQ(covered("2025년 주요업무보고\n(2025. 6. 30. 현재)\n가나군\n").report_date, "2025-06-30");  // better than none
}

// A box with a frame and a shadow is a grid of which one cell prints anything.
TEST(Cover, ATitleInAFramedBox) {
  const Document document = covered(R"(
    |  |  |  |
    |  | 2024년도 경영실적 보고 |  |
    |  |  |  |

    2025. 2. 24.

    가나시설관리공단
  )");
  EXPECT_EQ(document.title, "2024년도 경영실적 보고");
  EXPECT_EQ(document.organization, "가나시설관리공단");
  EXPECT_EQ(document.report_date, "2025-02-24");
}

// What stands between dashes below a title says more of it, and is none.
TEST(Cover, ALineBetweenDashesIsBelowTheTitle) {
  const Document document = covered("2025년도 정기총회 자료\n- 2024년도 결산 및 2025년도 예산 -\n2025. 2. 21.\n가나협회재단\n");
  EXPECT_EQ(document.title, "2025년도 정기총회 자료");
  EXPECT_EQ(document.fiscal_year, 2025);
  EXPECT_EQ(covered("이사회 의결 안건 제2025-14호\n2026년도\n예 산 (안)\n2025. 12. 3.\n가나공사\n").fiscal_year, 2026);
}

TEST(Cover, KindsOfReportsOfPublicBodies) {
  for (const char* title : {"2024년도 경영실적 보고", "2024 연차보고서", "2025년도 사업계획서", "2025년도 기금운용계획",
                            "2026~2030년 중기지방재정계획", "2024회계연도 재정공시", "2024회계연도 결산 심사자료"}) {
    const Document document = covered(std::string("과학기술 연구기관\n\n") + title + "\n2025. 3. 28.\n가나연구원\n");
    EXPECT_EQ(document.title, title);
    EXPECT_EQ(document.organization, "가나연구원") << title;
    EXPECT_EQ(document.report_date, "2025-03-28") << title;
    EXPECT_FALSE(document.report_kind.empty()) << title;
  }
}

TEST(Cover, AHalfYearAboveTheTitleIsPartOfIt) {
  EXPECT_EQ(covered("2025년 상반기\n주요업무보고\n2025. 7. 8.\n가나군\n").title, "2025년 상반기 주요업무보고");
  EXPECT_EQ(covered("2025년 3분기\n주요업무 추진실적\n2025. 10. 8.\n가나군\n").title, "2025년 3분기 주요업무 추진실적");
}

TEST(Cover, WhatIsNoTitleIsRefused) {
  const auto title = [](const std::string& own, std::string_view text) {
    Document document = drawing::drawn_document(text);
    document.source.path = "scan0001.hwp";
    document.metadata.title = own;
    read_cover(document);
    return document.title + " from " + document.origins.title;
  };
  for (const char* own : {"3", "문 내용", "제목 없음", "문서1", "Untitled", "", "- - -"})
    EXPECT_EQ(title(own, "- 글\n"), "scan0001 from file_name") << own;
  EXPECT_EQ(title("하천 정비 계획.hwp", "- 글\n하천 정비 계획\n"), "하천 정비 계획 from metadata");
  EXPECT_EQ(title("지난해 다른 문서의 제목", "하천 정비 계획\n글\n"), "하천 정비 계획 from cover");
  EXPECT_EQ(title("하천 정비 계획", "- 글\n"), "하천 정비 계획 from metadata");
}

TEST(Cover, OneLineMaySayItAll) {
  const Document document = covered("2022년 가나구 주요업무계획\nⅠ. 현황\n");
  EXPECT_EQ(document.title, "2022년 가나구 주요업무계획");
  EXPECT_EQ(document.organization, "가나구");
  EXPECT_EQ(document.report_kind, "주요업무계획");
  EXPECT_EQ(document.fiscal_year, 2022);
}

TEST(Cover, ATitleInABoxIsATableOfOneCell) {
  const Document document = covered(R"(
    | 주요업무보고 |
    2021. 8.
    시민협력국
    Ⅰ. 일반현황
  )");
  EXPECT_EQ(document.organization, "시민협력국");
  EXPECT_EQ(document.report_date, "2021-08");
}

TEST(Cover, EndsWhereTheReportBegins) {
  const Document document = covered(R"(
    Ⅰ. 일반현황
    2020. 1.
    가나국
    주요업무보고
  )");
  EXPECT_EQ(document.organization, "");
  EXPECT_EQ(document.report_date, "");
}

TEST(Cover, TheFileNameFillsInAndSaysSo) {
  const Document document = covered("Ⅰ. 일반현황\n", "보고서/2021-08 시민협력국 주요업무보고.pdf");
  EXPECT_EQ(document.organization, "시민협력국");
  EXPECT_EQ(document.report_kind, "주요업무보고");
  EXPECT_EQ(document.report_date, "2021-08");
  EXPECT_EQ(document.title, "시민협력국 주요업무보고");
  EXPECT_EQ(codes(document), "organization_from_file_name date_from_file_name");
}

std::string origins(const Document& document) {
  const Origins& from = document.origins;
  return from.title + "|" + from.organization + "|" + from.report_kind + "|" + from.report_date + "|" + from.fiscal_year;
}

TEST(Cover, SaysWhereEachParticularWasFound) {
  EXPECT_EQ(origins(covered("주 요 업 무 보 고\n2019. 9.\n서울혁신기획관\nI. 일 반 현 황\n")), "cover|cover|cover|cover|report_date");
  EXPECT_EQ(origins(covered("Ⅰ. 일반현황\n", "2021-08 시민협력국 주요업무보고.pdf")),
            "file_name|file_name|file_name|file_name|report_date");
  EXPECT_EQ(origins(covered("2022년 가나구 주요업무계획\nⅠ. 현황\n")), "cover|cover|cover|cover|title");
  EXPECT_EQ(origins(covered("글\n", "scan0001.txt")), "file_name||||");
}

TEST(Cover, HeadingsAndCaptionsComeBeforeTheFilesName) {
  const Document heading = covered("Ⅰ. 일반현황\n글\n2019년도 서울혁신기획관 예산현황\n", "2019-09 보고.txt");
  EXPECT_EQ(heading.organization, "서울혁신기획관");
  EXPECT_EQ(heading.origins.organization, "heading");
  Document caption = drawing::drawn_document("Ⅰ. 현황\n| 가 | 1 |\n");
  caption.tables[0].caption = "2021년 시민협력국 예산 현황";
  caption.source.path = "scan.txt";
  read_cover(caption);
  EXPECT_EQ(caption.organization, "시민협력국");
  EXPECT_EQ(caption.origins.organization, "caption");
  // Words that only end like an office are none.
  for (const char* line : {"2021년 민원 예산현황", "2021년도 대한민국 예산안", "2021 세입·세출 예산현황", "2021년 사회적기업 지원 예산현황",
                           "2021년 보수공사 예산 현황"}) {
    EXPECT_EQ(covered(std::string("Ⅰ. 현황\n글\n") + line + "\n").organization, "") << line;
  }
}

TEST(Cover, NamesFromMacsAreComposedFirst) {
  // 시민협력국 as macOS writes it, taken apart.
  const std::string apart = "\u1109\u1175\u1106\u1175\u11AB\u1112\u1167\u11B8\u1105\u1167\u11A8\u1100\u116E\u11A8";
  EXPECT_EQ(covered("글\n", "2021-08 " + apart + " 주요업무보고.txt").organization, "시민협력국");
}

TEST(Cover, DatesInFileNames) {
  for (const auto& [name, date] : std::vector<std::pair<std::string, std::string>>{
           {"2021-08-13 가나국 보고.txt", "2021-08-13"},
           {"20210813 가나국.txt", "2021-08-13"},
           {"202108_가나국.txt", "2021-08"},
           {"가나국 2021년.txt", "2021"},
           {"가나국.txt", ""},
       }) {
    EXPECT_EQ(covered("글\n", name).report_date, date) << name;
  }
}

TEST(Cover, WhatCannotBeToldIsSaid) {
  const Document document = covered("글\n", "scan0001.txt");
  EXPECT_EQ(document.organization, "");
  EXPECT_EQ(document.report_date, "");
  EXPECT_EQ(document.fiscal_year, std::nullopt);
  EXPECT_EQ(document.title, "scan0001");
  EXPECT_EQ(codes(document), "organization_unknown date_unknown");
}

TEST(Cover, TheYearOfTheFiguresIsThatOfMostAsOfDates) {
  Document document = drawing::drawn_document("| 가 | 1 |\n글\n| 나 | 2 |\n글\n| 다 | 3 |\n");
  document.source.path = "2021-02 가나국 주요업무보고.txt";
  document.tables[0].as_of = "2020-12-31";
  document.tables[1].as_of = "2020-12-31";
  document.tables[2].as_of = "2021-01-31";
  read_cover(document);
  EXPECT_EQ(document.fiscal_year, 2020);
}

// A line that says before whom the report is given is not its title, if another is one.
TEST(Cover, TheTitleIsNotTheOccasion) {
  const Document office = covered("2026. 1. 22.(목) 10:00\n교육위원회 업무보고\n2026년 주요업무계획\n가나광역시동부교육지원청\n");
  EXPECT_EQ(office.title, "2026년 주요업무계획");
  EXPECT_EQ(office.organization, "가나광역시동부교육지원청");
  EXPECT_EQ(office.report_date, "2026-01-22");
  EXPECT_EQ(covered("국가가나기술연구회 업무보고\n2026년도 업무계획\n2026. 2. 5.\n한국가나연구원\n").title, "2026년도 업무계획");
  EXPECT_EQ(covered("2026. 제1차 행정자치위원회 업무보고\n2026년도 주요업무계획\n가나감사관\n").title, "2026년도 주요업무계획");
  // Alone it is the title.
  EXPECT_EQ(covered("2026. 1. 22.\n교육위원회 업무보고\n가나교육지원청\n").title, "교육위원회 업무보고");
}

// The day of the sitting behind the words for it, on one line.
TEST(Cover, ADayAtTheEndOfALine) {
  EXPECT_EQ(covered("제412회 임시회 의회운영위원회 2026. 1. 28.(수) 14:00\n2026년도 주요업무계획\n가나도의회사무처\n").report_date,
            "2026-01-28");
  EXPECT_EQ(covered("가나구의회 복지환경위원회 2026. 1. 21.\n2026년도 주요업무계획\n가나구 복지정책과\n").report_date, "2026-01-21");
}

// (2026년도 예산안 연계): what stands in brackets below the title is none, though it names a kind of report.
TEST(Cover, ASubtitleInBrackets) {
  const Document plan = covered("2026~2030 중기재정계획\n(2026년도 당초예산안 연계)\n2025. 10. 30.\n가나경제자유구역청\n");
  EXPECT_EQ(plan.title, "2026~2030 중기재정계획");
  EXPECT_EQ(plan.report_kind, "재정계획");
  EXPECT_EQ(covered("(2026년도 예산안)\n2025. 10. 30.\n가나시\n").title, "(2026년도 예산안)");
}

// The day of the meeting in front of the words for it.
TEST(Cover, ADayAtTheBeginningOfALine) {
  for (const char* meeting :
       {"2025년 2월 27일 제22차 정기총회 보고", "2025. 2. 27. 제3차 이사회 보고", "2025. 2. 27. 가나시의회 제300회 임시회"}) {
    const Document report = covered(std::string(meeting) + "\n2024 연차보고서\n사단법인 가나협회\n");
    EXPECT_EQ(report.report_date, "2025-02-27") << meeting;
    EXPECT_EQ(report.organization, "가나협회") << meeting;
  }
  EXPECT_EQ(covered("2025년 2월 27일 문을 연 가나관은 넓다\n2024 연차보고서\n사단법인 가나협회\n").report_kind, "");
}

// The first and last day of a year of account are no day of the report, on a line of their own or in front of it.
TEST(Cover, AYearOfAccount) {
  for (const char* days : {"2026. 3. 1. ~ 2027. 2. 28.\n(2026. 1. 28. 운영위원회 심의·의결)", "(2026. 3. 1. ~ 2027. 2. 28.) 2026. 1. 28.",
                           "2026년 1월 28일\n(2026. 3. 1. - 2027. 2. 28.)", "(자: 2026. 3. 1. 지: 2027. 2. 28.)\n2026. 1. 28."})
    EXPECT_EQ(covered(std::string("2026회계연도\n자금예산서\n") + days + "\n가나대학교 산학협력단\n").report_date, "2026-01-28") << days;
}

TEST(Cover, OfficesThatEndAsOtherWordsDo) {
  EXPECT_EQ(covered("2025년도 하반기 주요업무 보고\n2025. 7. 15.(화)\n가나군 기획감사실\n").organization, "가나군 기획감사실");
  EXPECT_EQ(covered("2025년도 주요업무 보고\n2025. 7. 15.(화)\n우리가 마주한 현실\n").organization, "");
}

// Lines with the size of their type, which is what shows that a title goes on.
Document set_in_type(const std::vector<std::pair<const char*, double>>& lines) {
  std::string text;
  for (const auto& [line, size] : lines) text += std::string(line) + "\n";
  Document document = drawing::drawn_document(text);
  document.source.path = "scan0001.pdf";
  for (std::size_t i = 0; i < lines.size(); ++i) document.blocks[i].paragraph.font_size = lines[i].second;
  read_cover(document);
  return document;
}

// A title over two or three lines of one size, whose first line tells the year.
TEST(Cover, ATitleThatGoesOnTellsItsYear) {
  struct Case {
    std::vector<std::pair<const char*, double>> lines;
    const char* title;
  };
  for (const Case& c :
       {Case{{{"제312회 정례회", 14}, {"2026년도 상수도특별회계", 24}, {"예산안 개요", 24}}, "2026년도 상수도특별회계 예산안 개요"},
        Case{{{"심의자료", 14}, {"2026학년도 대학회계", 24}, {"세입·세출 예산(안)", 24}}, "2026학년도 대학회계 세입·세출 예산(안)"},
        Case{{{"2026년도", 24}, {"가나도 출연 동의안", 24}, {"설명자료", 24}}, "2026년도 가나도 출연 동의안 설명자료"}}) {
    auto lines = c.lines;
    lines.insert(lines.end(), {{"2025. 11. 10.", 12}, {"가나도청", 16}});
    const Document report = set_in_type(lines);
    EXPECT_EQ(report.title, c.title);
    EXPECT_EQ(report.fiscal_year, 2026) << c.title;
    EXPECT_EQ(report.organization, "가나도청") << c.title;
  }
  // In another size, and where the line says before whom it is laid, it is no part of the title.
  EXPECT_EQ(set_in_type({{"2026년도 새로운 가나", 12}, {"예산안 개요", 24}, {"2025. 11. 10.", 12}}).title, "예산안 개요");
  EXPECT_EQ(set_in_type({{"2026년도 제3차 예산결산특별위원회", 24}, {"예산안 개요", 24}, {"2025. 11. 10.", 12}}).title, "예산안 개요");
}

// First and last year, which amendment or which audit: on a line of their own, in whatever size.
TEST(Cover, TheLineAboveBeginsTheTitle) {
  const Document plan = covered("2026~2030년\n중기지방재정계획\n2025. 11. 20.\n가나시 (기획예산담당관)\n");
  EXPECT_EQ(plan.title, "2026~2030년 중기지방재정계획");
  EXPECT_EQ(plan.fiscal_year, 2026);
  EXPECT_EQ(plan.organization, "가나시");
  EXPECT_EQ(covered("2025년도 제2회\n추가경정예산안 설명자료\n2025. 9. 3.\n가나도 소방본부\n").title,
            "2025년도 제2회 추가경정예산안 설명자료");
  EXPECT_EQ(covered("가나시의회\n2025년도 행정사무감사\n업무현황 보고\n2025. 11. 18.(화)\n(재)가나재단\n").title,
            "2025년도 행정사무감사 업무현황 보고");
}

TEST(Cover, ADayInBracketsAtTheEndOfALine) {
  EXPECT_EQ(covered("문화복지위원회 보고자료 (2026. 1. 22.)\n2026년 주요업무계획\n가나시 도서관사업소\n").report_date, "2026-01-22");
}

TEST(Cover, AnOverviewOfTheBudget) {
  const Document report = covered("2025년 12월 정기국회 보고자료\n2026년도 예산 및 기금운용계획 개요\n2025. 12. 9.\n가나환경부\n");
  EXPECT_EQ(report.title, "2026년도 예산 및 기금운용계획 개요");
  EXPECT_EQ(report.report_kind, "예산및기금운용계획개요");
  EXPECT_EQ(report.fiscal_year, 2026);
}

// Who signs and when, on one line; who hears the report beside its day signs nothing.
TEST(Cover, SignedAndDatedOnOneLine) {
  for (const char* dot : {" · ", " | ", ", "}) {
    const Document report =
        covered(std::string("이사회 의안 제14호\n2026년도 예산(안) 요약\n가나시설공단 경영부") + dot + "2025. 12. 18.\n");
    EXPECT_EQ(report.organization, "가나시설공단 경영부") << dot;
    EXPECT_EQ(report.report_date, "2025-12-18") << dot;
  }
  EXPECT_EQ(covered("2026년도 주요업무계획\n가나시의회 복지위원회 · 2026. 1. 21.\n가나시 복지국\n").organization, "가나시 복지국");
}

// What is handed in with a budget or an account is called by both; the second may stand on a line of its own.
TEST(Cover, APaperOnAReport) {
  const Document review = covered("2025년도 제2회 추가경정예산안\n검토보고서\n2025. 9. 3.\n가나군의회\n예산결산특별위원회 전문위원\n");
  EXPECT_EQ(review.title, "2025년도 제2회 추가경정예산안 검토보고서");
  EXPECT_EQ(review.report_kind, "추가경정예산안검토보고서");
  EXPECT_EQ(review.fiscal_year, 2025);
  const Document papers = covered("2026년도 예산안 사업설명자료\n(세입예산안 · 세출예산안)\n2025. 9. 30.\n가나관리단\n");
  EXPECT_EQ(papers.title, "2026년도 예산안 사업설명자료");
  EXPECT_EQ(papers.report_kind, "예산안사업설명자료");
  EXPECT_EQ(covered("2026년도\n사업계획 및 예산서\n2025. 12.\n가나공사\n").report_kind, "사업계획및예산서");
  EXPECT_EQ(covered("2024회계연도\n가나특별회계\n결산검사의견서\n2025. 5. 20.\n가나교육청\n").report_kind, "결산검사의견서");
  EXPECT_EQ(covered("2026년도 예산안\n세출예산 사업명세서\n2025. 11.\n가나시\n").title, "2026년도 예산안");
}

TEST(Cover, APlanForFundsBeforeASitting) {
  const Document plan = covered("2026년도\n기금운용계획안\n가나시의회 제289회 제2차 정례회 제출 | 2025. 11. 20.\n가나시\n");
  EXPECT_EQ(plan.title, "2026년도 기금운용계획안");
  EXPECT_EQ(plan.report_kind, "기금운용계획안");
  EXPECT_EQ(plan.report_date, "2025-11-20");
  EXPECT_EQ(plan.organization, "가나시");
}

TEST(Cover, ADayThatSaysWhatHappenedOnIt) {
  for (const char* day : {"발행일 2025년 5월", "발간일 : 2025. 5.", "작성일자 2025. 5."}) {
    const Document report = covered(std::string("2024\n연차보고서\n") + day + "\n가나대학교병원\n");
    EXPECT_EQ(report.report_date, "2025-05") << day;
    EXPECT_EQ(report.organization, "가나대학교병원") << day;
    EXPECT_EQ(report.report_kind, "연차보고서") << day;
    EXPECT_EQ(report.fiscal_year, 2024) << day;
  }
}

TEST(Cover, HowWorkGoesOn) {
  const Document report = covered("2026년 상반기\n업무추진현황\n2026. 7. 14.\n가나시 농업기술센터\n");
  EXPECT_EQ(report.report_kind, "업무추진현황");
  EXPECT_EQ(report.title, "2026년 상반기 업무추진현황");
  EXPECT_EQ(report.organization, "가나시 농업기술센터");
  EXPECT_EQ(covered("가나기관 2024년 결산 및 2025년 예산 보고\n2025. 3. 17.\n가나도\n").fiscal_year, 2025);
}

}  // namespace
}  // namespace jangbu
