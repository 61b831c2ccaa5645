#include "normalize/cover_date.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "text/caption.h"
#include "text/pattern.h"
#include "text/unicode.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

// Longer lines are sentences: in bytes where a day stands anywhere, in code points where it ends the line.
constexpr std::size_t kLongestDayLine = 40, kLongestEndingLine = 60;

// 2025. 2. 20. of `(2025. 3. 1. ~ 2026. 2. 28.) 2025. 2. 20.`
std::string without_year_of_account(const std::string& line) {
  static const Pattern two_days(
      R"([(〈<\[]?\s*(?:자\s*[:：]?\s*)?20\d\d\s*[.년]\s*\d{1,2}\s*[.월](?:\s*\d{1,2}\s*[.일]?)?\s*(?:[~∼～〜-]|지\s*[:：]?)\s*(?:20\d\d\s*[.년]\s*)?\d{1,2}\s*[.월](?:\s*\d{1,2}\s*[.일]?)?\s*[)〉>\]]?)");
  return two_days.replaced(line, " ");
}

// The day that figures stand at.
bool tells_other_day(const std::string& line) {
  static const Pattern as_of(R"(기준일?\s*[:：)\]]|\d\s*[.일]?\s*(?:기준|현재))");
  return as_of.found_in(line);
}

// 제412회 임시회 의회운영위원회 2026. 1. 28.(수) 14:00
std::string_view day_at_end(std::string_view line) {
  static const Pattern ends_with_day(
      R"((20\d\d\s*[.년]\s*\d{1,2}\s*[.월]\s*\d{1,2}\s*[.일]?\s*(?:\(\s*[월화수목금토일]\s*\))?\s*(?:\d{1,2}\s*:\s*\d\d)?)\s*[)\]]?\s*$)");
  const auto groups = ends_with_day.groups(line);
  return groups.empty() ? std::string_view() : groups[1];
}

// The first year of this century in a text.
std::optional<int> year_in(std::string_view text) {
  static const Pattern year(R"((20\d\d)\s*(?:년|년도|회계연도)?)");
  const auto groups = year.groups(text);
  return groups.empty() ? std::nullopt : std::optional(std::stoi(std::string(groups[1])));
}

// 2024회계연도 결산 및 2025년도 업무보고: what is planned or reported comes last, and is of the later year.
std::optional<int> year_of_title(const std::string& title) {
  static const Pattern later_year(
      R"((20\d\d)\s*(?:년도?|회계연도|학년도)?\s*[가-힣·ㆍ\s]{2,20}?(?:\s및\s|\s*[,·ㆍ&]\s*)(20\d\d)\s*(?:년도?|회계연도|학년도)?\s*[가-힣\s]{0,16}(?:)" +
      any_of("work_planned") + ")");
  if (const auto years = later_year.groups(title); years.size() > 2 && years[1] < years[2]) return year_in(years[2]);
  return year_in(title);
}

// Of the days that most tables stand at; the earliest of equals.
std::optional<int> year_of_tables(const Document& document) {
  std::map<std::string, int> years;
  for (const Table& table : document.tables) {
    if (table.as_of.size() >= 4) ++years[table.as_of.substr(0, 4)];
  }
  const auto most = std::max_element(years.begin(), years.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == years.end() ? std::nullopt : year_in(most->first);
}

}  // namespace

std::string day_on_cover(const Cover& cover, std::optional<std::size_t> title) {
  std::string best, as_of, in_title;
  for (std::size_t i = 0; i < cover.lines.size(); ++i) {
    const std::string text = without_year_of_account(cover.lines[i].text);
    const bool is_title = title == i;
    const std::string_view at_end = day_at_end(text);
    const bool short_enough = text.size() <= kLongestDayLine || tells_sitting(text) ||
                              (!is_title && !at_end.empty() && code_point_count(text) <= kLongestEndingLine);
    const auto day = short_enough ? date_in(at_end.empty() ? std::string_view(text) : at_end) : std::nullopt;
    if (!day) continue;
    if (is_title) {
      in_title = *day;
    } else if (tells_other_day(text)) {
      if (as_of.empty()) as_of = *day;
    } else if (day->size() > best.size()) {  // `2024-05-03` says more than `2024-05`
      best = *day;
    }
  }
  return !best.empty() ? best : !as_of.empty() ? as_of : in_title;
}

std::string day_in_file_name(const std::string& stem) {
  // No part of another number or word.
  static const Pattern day(R"((?:^|[^0-9A-Za-z])(20\d\d)(?:[-._]?(0[1-9]|1[0-2])(?:[-._]?([0-2]\d|3[01]))?)?(?:년도?)?(?:[^0-9]|$))");
  const auto groups = day.groups(stem);
  if (groups.empty()) return {};
  std::string told(groups[1]);
  if (groups[2].empty()) return told;
  told += "-" + std::string(groups[2]);
  if (!groups[3].empty()) told += "-" + std::string(groups[3]);
  return told;
}

std::optional<ToldYear> fiscal_year_of(const Document& document, const Cover& cover, bool titled) {
  static const Pattern plan(R"(20\d\d\s*년?도?.*계획)");
  if (const auto year = year_of_title(document.title)) return ToldYear{*year, "title"};
  for (const CoverLine& line : cover.lines) {
    if (const auto year = titled ? year_in(year_alone(line.text)) : std::nullopt) return ToldYear{*year, "title"};
  }
  for (const Block& block : document.blocks) {
    if (block.heading_rank != 1 || !plan.found_in(block.heading_title)) continue;
    if (const auto year = year_in(block.heading_title)) return ToldYear{*year, "title"};
  }
  const auto of_report = year_in(document.report_date);
  if (of_report && document.origins.report_date == "cover") return ToldYear{*of_report, "report_date"};
  if (const auto year = year_of_tables(document)) return ToldYear{*year, "as_of"};
  return of_report ? std::optional(ToldYear{*of_report, "report_date"}) : std::nullopt;
}

}  // namespace jangbu
