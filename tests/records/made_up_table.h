// Tables made up from a seed, whose meaning is known: what they measure, how their headings are worded, where their unit stands, which way
// they are laid out. All arithmetic in them is right.
//
// A table is a list of measures (its columns, or its rows where it is laid out sideways) and a list of labels with a printed number for
// each measure. drawn() draws it as a report prints it; expected() tells what each figure is.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "audit/seeded_table.h"

namespace jangbu::made_up {

enum class Kind { kAmount, kRate, kCount };

struct Measure {
  std::vector<std::string> heading;  // one level, or a group and what stands below it
  std::string field;                 // "yearly:2021" for a figure of a series; empty: no field
  Kind kind = Kind::kAmount;
  std::int64_t unit = 1;  // won
};

struct Row {
  std::string label;
  std::vector<std::optional<std::int64_t>> numbers;  // as printed; rates in tenths of a per cent
};

enum class Layout { kStraight, kHalves, kSideways };
enum class UnitPlace { kLine, kTitle, kCorner, kHeadings };

struct Table {
  std::string type;  // of its records
  std::string title;
  std::string row_label;  // 부서, 사업명
  std::string unit;       // 백만원; empty for people
  std::vector<Measure> measures;
  std::vector<Row> rows;  // a total row is labelled 합계, and first or last
  std::string words;      // heading of a last column of words; empty: none
  Layout layout = Layout::kStraight;
  UnitPlace unit_place = UnitPlace::kLine;
  bool spaced_total = false;  // 합 계
};

// label → field → value: won, people, or the share as a fraction; nothing where nothing is printed.
using Meaning = std::map<std::string, std::map<std::string, std::optional<double>>>;

inline bool is_total(const std::string& label) { return label == "합계"; }

inline std::string one_of(Dice& dice, std::initializer_list<const char*> words) {
  return *(words.begin() + dice.between(0, static_cast<std::int64_t>(words.size()) - 1));
}

// ---- what is measured ------------------------------------------------------------------------------------------------------

// Numbers of one digit, or of seven: headings are told from figures by neither.
inline std::int64_t some_number(Dice& dice, bool small) { return small ? dice.between(2, 99) : dice.between(100, 9'999'999); }

// Sums of the rows; a rate is worked out of the columns it is of.
struct Rate {
  std::size_t of = 0, to = 0, at = 0;
  bool growth = false;  // (of - to) / to
};

inline std::optional<std::int64_t> rate_of(const Row& row, const Rate& rate) {
  const std::int64_t base = row.numbers[rate.to].value_or(0);
  if (base == 0) return std::nullopt;
  const std::int64_t part = row.numbers[rate.of].value_or(0) - (rate.growth ? base : 0);
  const double tenths = 1000.0 * static_cast<double>(part) / static_cast<double>(base);
  return static_cast<std::int64_t>(tenths < 0 ? -std::floor(-tenths + 0.5) : std::floor(tenths + 0.5));
}

inline void finish(Table& table, const std::vector<Rate>& rates, Dice& dice) {
  if (dice.once_in(3) == false) {
    Row total{"합계", std::vector<std::optional<std::int64_t>>(table.measures.size(), 0)};
    for (const Row& row : table.rows) {
      for (std::size_t m = 0; m < row.numbers.size(); ++m) *total.numbers[m] += row.numbers[m].value_or(0);
    }
    table.spaced_total = dice.once_in(3);
    table.rows.insert(dice.once_in(3) ? table.rows.end() : table.rows.begin(), total);
  }
  for (const Rate& rate : rates) {
    for (Row& row : table.rows) row.numbers[rate.at] = rate_of(row, rate);
  }
}

inline std::vector<std::string> labels(Dice& dice, const std::string& ending, std::int64_t count) {
  static const char* const kNames[] = {"교육", "상담", "시설", "안전", "공원", "도서", "체육", "문화", "복지", "교통"};
  std::vector<std::string> out;
  const auto first = dice.between(0, 9);
  for (std::int64_t i = 0; i < count; ++i) out.push_back(std::string(kNames[(first + i) % 10]) + ending);
  return out;
}

inline void make_rows(Table& table, Dice& dice) {
  const auto count = dice.between(2, 6);
  std::string ending = "지원과";
  if (table.row_label == "사업명") ending = dice.once_in(2) ? " 지원 사업" : "관 운영";
  if (table.row_label == "기금명") ending = "진흥기금";
  if (table.row_label == "세목") ending = "사용료";
  for (std::string& label : labels(dice, ending, count))
    table.rows.push_back({std::move(label), std::vector<std::optional<std::int64_t>>(table.measures.size(), 0)});
}

inline Table execution(Dice& dice) {
  Table table;
  table.type = "budget";
  table.title = "예산 집행 현황";
  table.row_label = one_of(dice, {"부서", "구분", "사업명"});
  const bool letters = dice.once_in(3);
  const auto heading = [&](std::string word, const char* letter) { return std::vector<std::string>{word + (letters ? letter : "")}; };
  table.measures.push_back({heading(one_of(dice, {"예산현액", "예산 현액"}), "(A)"), "current_appropriation"});
  const bool small = dice.once_in(4);
  if (dice.once_in(3)) {
    table.measures.push_back({{"집행액", one_of(dice, {"원인행위", "원인행위액"})}, "commitment"});
    table.measures.push_back({{"집행액", one_of(dice, {"지출액", "지출"})}, "payment"});
    table.measures.push_back({{"집행률", one_of(dice, {"원인행위", "원인행위액"})}, "commitment_rate", Kind::kRate});
    table.measures.push_back({{"집행률", one_of(dice, {"지출액", "지출"})}, "payment_rate", Kind::kRate});
    table.measures[0].heading = {one_of(dice, {"예산현액", "예산 현액"})};
    make_rows(table, dice);
    for (Row& row : table.rows) {
      row.numbers[0] = some_number(dice, small);
      row.numbers[1] = *row.numbers[0] * dice.between(30, 100) / 100;
      row.numbers[2] = *row.numbers[1] * dice.between(30, 100) / 100;
    }
    finish(table, {{1, 0, 3}, {2, 0, 4}}, dice);
    return table;
  }
  table.measures.push_back({heading(one_of(dice, {"집행액", "집행 금액"}), "(B)"), "execution"});
  std::optional<std::size_t> balance, rate;
  if (dice.once_in(2)) {
    balance = table.measures.size();
    table.measures.push_back({heading(one_of(dice, {"집행잔액", "잔액", "집행 잔액"}), "(A-B)"), "unspent_balance"});
  }
  if (!dice.once_in(3)) {
    rate = table.measures.size();
    table.measures.push_back(
        {letters ? std::vector<std::string>{"집행률(B/A)"} : std::vector<std::string>{one_of(dice, {"집행률", "집행율", "집행률(%)"})},
         "execution_rate", Kind::kRate});
  }
  make_rows(table, dice);
  for (Row& row : table.rows) {
    row.numbers[0] = some_number(dice, small);
    row.numbers[1] = *row.numbers[0] * dice.between(0, 100) / 100;
    if (balance) row.numbers[*balance] = *row.numbers[0] - *row.numbers[1];
  }
  finish(table, rate ? std::vector<Rate>{{1, 0, *rate}} : std::vector<Rate>{}, dice);
  return table;
}

// This year's budget beside last year's: reports of 2021.
inline Table years(Dice& dice) {
  Table table;
  table.type = "budget";
  table.title = "세출예산 현황";
  table.row_label = one_of(dice, {"부서", "구분", "사업명"});
  const std::string word = one_of(dice, {"예산", "예산액", " 예산"});
  const std::string last = one_of(dice, {"2020년", "’20년", "’20", "2020년도", "전년도 ", "전년 ", "2020 "}) + word;
  const std::string now = one_of(dice, {"2021년", "’21년", "’21", "2021년도", "금년도 ", "금년 ", "2021 "}) + word;
  const bool newest_first = dice.once_in(4);
  table.measures.push_back({{newest_first ? now : last}, newest_first ? "budget_amount" : "prior_year_budget"});
  table.measures.push_back({{newest_first ? last : now}, newest_first ? "prior_year_budget" : "budget_amount"});
  const std::size_t a = newest_first ? 1 : 0, b = 1 - a;
  std::optional<std::size_t> rate;
  const bool change = !dice.once_in(4);
  if (change) table.measures.push_back({{one_of(dice, {"증감", "증감액", "증 감"})}, "change_amount"});
  if (change && dice.once_in(2)) {
    rate = table.measures.size();
    table.measures.push_back({{one_of(dice, {"증감률", "증감율", "증감률(%)"})}, "change_rate", Kind::kRate});
  }
  make_rows(table, dice);
  const bool small = dice.once_in(4);
  for (Row& row : table.rows) {
    row.numbers[a] = some_number(dice, small);
    row.numbers[b] = std::max<std::int64_t>(1, *row.numbers[a] * dice.between(50, 180) / 100);
    if (change) row.numbers[2] = *row.numbers[b] - *row.numbers[a];
  }
  finish(table, rate ? std::vector<Rate>{{b, a, *rate, true}} : std::vector<Rate>{}, dice);
  return table;
}

inline Table phases(Dice& dice) {
  Table table;
  table.type = "budget";
  table.title = "예산 현황";
  table.row_label = one_of(dice, {"부서", "사업명"});
  table.measures.push_back({{one_of(dice, {"당초예산", "당초예산액", "본예산"})}, "original_budget"});
  table.measures.push_back({{one_of(dice, {"최종예산", "최종예산액"})}, "final_budget"});
  if (dice.once_in(2)) table.measures.push_back({{one_of(dice, {"집행액", "집행 금액"})}, "execution"});
  make_rows(table, dice);
  for (Row& row : table.rows) {
    row.numbers[0] = some_number(dice, false);
    row.numbers[1] = *row.numbers[0] * dice.between(80, 140) / 100;
    if (table.measures.size() > 2) row.numbers[2] = *row.numbers[1] * dice.between(10, 100) / 100;
  }
  finish(table, {}, dice);
  return table;
}

inline Table sources(Dice& dice) {
  Table table;
  table.type = "budget";
  table.title = "사업 예산 현황";
  table.row_label = "사업명";
  const std::string group = one_of(dice, {"예산액", "예산"});
  table.measures = {{{group, one_of(dice, {"계", "합계", "소계"})}, "budget_amount"},
                    {{group, "국비"}, "central_government_share"},
                    {{group, "시비"}, "city_share"}};
  if (dice.once_in(2)) table.measures.push_back({{group, "구비"}, "district_share"});
  make_rows(table, dice);
  for (Row& row : table.rows) {
    row.numbers[0] = 0;
    for (std::size_t m = 1; m < row.numbers.size(); ++m) {
      if (m + 1 == row.numbers.size() && dice.once_in(3)) {
        row.numbers[m] = std::nullopt;
        continue;
      }
      row.numbers[m] = some_number(dice, false);
      *row.numbers[0] += *row.numbers[m];
    }
  }
  finish(table, {}, dice);
  return table;
}

inline Table project_costs(Dice& dice) {
  Table table;
  table.type = "project_cost";
  table.title = "투자 계획";
  table.row_label = "사업명";
  table.measures = {{{one_of(dice, {"총사업비", "총 사업비"})}, "total_project_cost"},
                    {{one_of(dice, {"기투자", "기투자액"})}, "invested_to_date"}};
  const bool short_years = dice.once_in(2);
  for (int year = 2021; year <= (dice.once_in(2) ? 2022 : 2023); ++year) {
    const std::string text = std::to_string(year);
    table.measures.push_back({{short_years ? "’" + text.substr(2) + "년" : text + "년"}, "yearly:" + text});
  }
  make_rows(table, dice);
  for (Row& row : table.rows) {
    row.numbers[0] = 0;
    for (std::size_t m = 1; m < row.numbers.size(); ++m) {
      row.numbers[m] = some_number(dice, false);
      *row.numbers[0] += *row.numbers[m];
    }
  }
  finish(table, {}, dice);
  return table;
}

inline Table headcount(Dice& dice) {
  Table table;
  table.type = "headcount";
  table.title = "인력 현황";
  table.row_label = one_of(dice, {"부서", "구분", "부서명"});
  table.measures = {{{one_of(dice, {"정원", "정 원"})}, "authorized_headcount", Kind::kCount},
                    {{one_of(dice, {"현원", "현 원"})}, "actual_headcount", Kind::kCount}};
  const bool vacancies = dice.once_in(2);
  table.measures.push_back(
      {{vacancies ? "결원" : one_of(dice, {"과부족", "과·부족"})}, vacancies ? "vacancies" : "headcount_variance", Kind::kCount});
  make_rows(table, dice);
  for (Row& row : table.rows) {
    row.numbers[0] = dice.between(2, 60);
    row.numbers[1] = *row.numbers[0] - dice.between(0, 2);
    row.numbers[2] = vacancies ? *row.numbers[0] - *row.numbers[1] : *row.numbers[1] - *row.numbers[0];
  }
  finish(table, {}, dice);
  return table;
}

inline Table funds(Dice& dice) {
  Table table;
  table.type = "fund";
  table.title = "기금 조성 현황";
  table.row_label = "기금명";
  table.measures = {{{one_of(dice, {"전년도말 조성액", "2020년말 조성액", "전년도 말 조성액"})}, "fund_opening_balance"},
                    {{one_of(dice, {"수입", "수입액"})}, "fund_income"},
                    {{one_of(dice, {"지출", "지출액"})}, "fund_expenditure"},
                    {{one_of(dice, {"당해연도말 조성액", "2021년말 조성액"})}, "fund_closing_balance"}};
  make_rows(table, dice);
  for (Row& row : table.rows) {
    row.numbers[0] = some_number(dice, false);
    row.numbers[1] = some_number(dice, true);
    row.numbers[2] = dice.between(1, *row.numbers[0]);
    row.numbers[3] = *row.numbers[0] + *row.numbers[1] - *row.numbers[2];
  }
  finish(table, {}, dice);
  return table;
}

inline Table revenue(Dice& dice) {
  Table table;
  table.type = "revenue";
  table.title = "세입 현황";
  table.row_label = one_of(dice, {"세목", "구분"});
  table.measures = {{{one_of(dice, {"예산액", "예산"})}, "budget_amount"},
                    {{"징수결정액"}, "revenue_assessed"},
                    {{one_of(dice, {"징수액", "수납액"})}, "revenue_collected"}};
  const bool uncollected = dice.once_in(2);
  if (uncollected) table.measures.push_back({{one_of(dice, {"미수납액", "미수납"})}, "revenue_uncollected"});
  const std::size_t rate = table.measures.size();
  table.measures.push_back({{one_of(dice, {"징수율", "징수률", "징수율(%)"})}, "collection_rate", Kind::kRate});
  make_rows(table, dice);
  for (Row& row : table.rows) {
    row.numbers[0] = some_number(dice, false);
    row.numbers[1] = *row.numbers[0] * dice.between(80, 130) / 100;
    row.numbers[2] = *row.numbers[1] * dice.between(60, 100) / 100;
    if (uncollected) row.numbers[3] = *row.numbers[1] - *row.numbers[2];
  }
  finish(table, {{2, 1, rate}}, dice);
  return table;
}

inline Table carry_over(Dice& dice) {
  Table table;
  table.type = "budget";
  table.title = "이월사업 현황";
  table.row_label = one_of(dice, {"부서", "사업명"});
  table.measures = {{{one_of(dice, {"계", "이월액"})}, "carry_over_out"},
                    {{one_of(dice, {"명시이월", "명시이월액"})}, "carry_over_out_approved"},
                    {{one_of(dice, {"사고이월", "사고이월액"})}, "carry_over_out_incidental"}};
  make_rows(table, dice);
  for (Row& row : table.rows) {
    row.numbers[1] = some_number(dice, false);
    row.numbers[2] = dice.once_in(4) ? std::nullopt : std::optional(some_number(dice, false));
    row.numbers[0] = *row.numbers[1] + row.numbers[2].value_or(0);
  }
  finish(table, {}, dice);
  return table;
}

inline Table table(std::uint64_t seed) {
  Dice dice(seed);
  using Maker = Table (*)(Dice&);
  static constexpr Maker kMakers[] = {execution, years, phases, sources, project_costs, headcount, funds, revenue, carry_over};
  Table out = kMakers[seed % std::size(kMakers)](dice);
  const bool two_levels = std::any_of(out.measures.begin(), out.measures.end(), [](const Measure& m) { return m.heading.size() > 1; });
  const auto roll = dice.between(0, 9);
  if (roll == 0 && !two_levels) out.layout = Layout::kSideways;
  if (roll == 1 && out.rows.size() >= 4) out.layout = Layout::kHalves;
  if (out.layout == Layout::kStraight && dice.once_in(3)) out.words = one_of(dice, {"비고", "담당", "사업기간", "비 고"});
  if (out.type != "headcount") {
    struct Unit {
      const char* word;
      std::int64_t won;
    };
    static constexpr Unit kUnits[] = {{"원", 1}, {"천원", 1'000}, {"백만원", 1'000'000}, {"억원", 100'000'000}};
    const Unit& unit = kUnits[dice.between(0, 3)];
    out.unit = unit.word;
    for (Measure& measure : out.measures) {
      if (measure.kind == Kind::kAmount) measure.unit = unit.won;
    }
    out.unit_place = static_cast<UnitPlace>(dice.between(0, two_levels ? 2 : 3));
  }
  return out;
}

// ---- as it is printed ------------------------------------------------------------------------------------------------------

inline std::string printed(const Measure& measure, const std::optional<std::int64_t>& number) {
  if (!number) return "-";
  if (measure.kind != Kind::kRate) return with_commas(*number);
  const std::int64_t tenths = *number < 0 ? -*number : *number;
  std::string text = std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
  const bool stated = measure.heading.back().find('%') != std::string::npos;  // then it is not said again
  return (*number < 0 ? "△" : "") + text + (stated ? "" : "%");
}

inline std::string drawn(const Table& table) {
  using Line = std::vector<std::string>;
  const auto label = [&](const std::string& text) { return is_total(text) && table.spaced_total ? std::string("합 계") : text; };
  const auto leaf = [&](const Measure& measure) {
    return measure.heading.back() +
           (table.unit_place == UnitPlace::kHeadings && measure.kind == Kind::kAmount && !table.unit.empty() ? "(" + table.unit + ")" : "");
  };
  const std::string corner =
      table.row_label + (table.unit_place == UnitPlace::kCorner && !table.unit.empty() ? "(단위: " + table.unit + ")" : "");
  std::vector<Line> lines;
  std::size_t head = 1;
  if (table.layout == Layout::kSideways) {
    Line top{corner};
    for (const Row& row : table.rows) top.push_back(label(row.label));
    lines.push_back(top);
    for (std::size_t m = 0; m < table.measures.size(); ++m) {
      Line line{leaf(table.measures[m])};
      for (const Row& row : table.rows) line.push_back(printed(table.measures[m], row.numbers[m]));
      lines.push_back(line);
    }
  } else {
    for (const Measure& measure : table.measures) head = std::max(head, measure.heading.size());
    const std::size_t parts = table.layout == Layout::kHalves ? 2 : 1;
    const std::size_t each = (table.rows.size() + parts - 1) / parts;
    for (std::size_t level = 0; level < head; ++level) {
      Line line;
      for (std::size_t part = 0; part < parts; ++part) {
        line.push_back(level == 0 ? corner : "^");
        for (std::size_t m = 0; m < table.measures.size(); ++m) {
          const Measure& measure = table.measures[m];
          const bool goes_on = level == 0 && measure.heading.size() > 1 && m > 0 && table.measures[m - 1].heading.size() > 1 &&
                               table.measures[m - 1].heading[0] == measure.heading[0];
          if (goes_on) {
            line.push_back("<");
          } else if (level >= measure.heading.size()) {
            line.push_back("^");
          } else {
            line.push_back(level + 1 == measure.heading.size() ? leaf(measure) : measure.heading[level]);
          }
        }
      }
      if (!table.words.empty()) line.push_back(level == 0 ? table.words : "^");
      lines.push_back(line);
    }
    for (std::size_t r = 0; r < each; ++r) {
      Line line;
      for (std::size_t part = 0; part < parts; ++part) {
        const std::size_t index = part * each + r;
        const bool is = index < table.rows.size();
        line.push_back(is ? label(table.rows[index].label) : "");
        for (std::size_t m = 0; m < table.measures.size(); ++m)
          line.push_back(is ? printed(table.measures[m], table.rows[index].numbers[m]) : "");
      }
      if (!table.words.empty()) line.push_back(r % 2 == 0 ? "추진 중" : "");
      lines.push_back(line);
    }
  }
  std::string out = "○ " + table.title;
  if (!table.unit.empty() && table.unit_place == UnitPlace::kTitle) out += " (단위: " + table.unit + ")";
  out += "\n";
  if (!table.unit.empty() && table.unit_place == UnitPlace::kLine) out += "(단위: " + table.unit + ")\n";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == head) out += "| ---- |\n";
    for (const std::string& cell : lines[i]) out += "| " + cell + " ";
    out += "|\n";
  }
  return out;
}

inline Meaning expected(const Table& table) {
  Meaning out;
  for (const Row& row : table.rows) {
    for (std::size_t m = 0; m < table.measures.size(); ++m) {
      const Measure& measure = table.measures[m];
      std::optional<double>& value = out[row.label][measure.field];
      if (!row.numbers[m]) continue;
      value = measure.kind == Kind::kRate ? static_cast<double>(*row.numbers[m]) / 1000.0
                                          : static_cast<double>(*row.numbers[m]) * static_cast<double>(measure.unit);
    }
  }
  return out;
}

}  // namespace jangbu::made_up
