// What another project's first use of jangbu looks like: the bytes of a report in, its records and findings out.
#include <iostream>

#include "jangbu/error.h"
#include "jangbu/read.h"

int main() {
  const auto report = jangbu::read(
      "2025년 주요업무보고\n\n□ 2025년 예산집행 현황\n(단위: 천원)\n"
      "부서명 | 예산현액 | 지출액\n합계 | 900 | 700\n가과 | 500 | 400\n나과 | 400 | 200\n",
      {.name = "2025 주요업무보고.txt"});
  if (!report) {
    std::cout << jangbu::describe(report.error()) << '\n';
    return 1;
  }
  for (const jangbu::Record& record : report->records) {
    const jangbu::Figure* payment = record.find("payment");
    std::cout << record.name << ' ' << (payment && payment->value ? payment->value->to_string() : "-") << '\n';
  }
  for (const jangbu::Finding& finding : report->findings) std::cout << finding.message_en << '\n';
  const auto nothing = jangbu::read("");
  std::cout << (nothing ? "" : jangbu::describe(nothing.error())) << '\n';
  return 0;
}
