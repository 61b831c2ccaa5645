// Reads periods of a line of prose from left to right: a candidate expression finds where a date may begin,
// printed_date.h reads it, then the words around it make it a start, an end or a range. The year that was printed
// last holds for dates that print none.
// Hard cases: dates that figures stand for (`8.13. 기준`); years that name a plan (`’26년도 기금운용계획`) or a figure
// (`(’22년) 444억원`); `3, 6, 9월`, whose sign stands once; an end that would lie before its beginning and is of the
// next year.
#include "text/period.h"

#include <algorithm>

#include "text/pattern.h"
#include "text/printed_date.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

struct Words {
  Pattern candidate{
      R"(\d{1,2}(?:\s?[,·ㆍ․]\s?\d{1,2}){1,11}\s?월|(?:19|20)\d\d|['’‘`´′]\s?\d\d?|\d{1,2}\s?(?:월|(?:/\s?4\s?)?분기|[~∼〜～–-]\s?\d{1,2}\s?월|년\s|\.\s{0,2}\d{1,2}\s?(?:\.|월|\())|[상하]반기|연[중내])"};
  Pattern months{R"(^(\d{1,2})\s?[~∼〜～–-]\s?\d{1,2}\s?월)"};
  Pattern month_list{R"(^(\d{1,2}(?:\s?[,·ㆍ․]\s?\d{1,2}){1,11})\s?월)"};
  Pattern next_in_list{R"(^\D{0,6}(\d{1,2}))"};
  Pattern until{R"([~∼〜～]\s{0,3}$)"};
  Pattern range{R"(^\s{0,3}[~∼〜～]\s{0,3}|^\s?부터\s{0,3})"};
  Pattern hyphen{R"(^\s?[–-]\s?)"};
  Pattern as_of{R"(^\s{0,2}말?[.,]?\s{0,2}(?:기\s?준|현\s?재))"};
  Pattern from_then{R"(^\s?(?:부터|이후|\s?[~∼〜～]))"};
  Pattern until_then{R"(^\s?(?:까지|이전|이내))"};
  Pattern goes_on{R"(^(?:계\s?속|현\s?재|지\s?금))"};
  Pattern word_in_front{R"([\p{L}\d.,/%]$)"};
  Pattern letter_in_front{R"([\p{L}]$)"};
  Pattern names{R"(^\s?[\p{Hangul}A-Za-z])"};  // a year that is a part of what follows: ’26년도 기금운용계획
  Pattern tells_when{R"(^\s?(?:말|초|중|부터|까지|이후|이전|이내|상반기|하반기|[1-4]\s?분기))"};
  // A year whose figure stands beside it: (’22년) 444억원, 444억원(’22년)
  Pattern figure_behind{R"(^\s{0,2}[)\]]?\s{0,2}[:：]?\s{0,2}(?:약|총)?\s?\d[\d,.]*\s?(?:%|[십백천만억조]|원|명|개|건|회|곳|호|㎡|㎞|톤))"};
  Pattern figure_in_front{R"(\d\s?(?:[십백천]?[만억조]|천|백만)?\s?원\s{0,2}[(\[]\s{0,2}$)"};
  Pattern alone_behind{R"(^\s{0,2}(?:$|[)\],]))"};
  Pattern alone_in_front{R"((?:[:(\[]|^)\s{0,2}$)"};
};

const Words& words() {
  static const Words instance;
  return instance;
}

// "2021-03" ≤ "2021-03-15": where one says less, neither is later.
bool in_order(const std::string& start, const std::string& end) {
  const std::size_t common = std::min(start.size(), end.size());
  return start.compare(0, common, end, 0, common) <= 0;
}

class Reader {
 public:
  Reader(std::string_view text, std::optional<int> year) : text_(text), year_(year) {}

  std::vector<Period> run() {
    while (at_ < text_.size()) {
      const auto found = words().candidate.groups(text_.substr(at_));
      if (found.empty()) break;
      const auto begin = static_cast<std::size_t>(found[0].data() - text_.data());
      at_ = begin;
      if (!read()) at_ = begin + skip(found[0]);
    }
    return std::move(out_);
  }

 private:
  // A candidate that is none: its digits go with it, so that 12345월 is not read as 45월.
  static std::size_t skip(std::string_view candidate) {
    std::size_t n = 0;
    while (n < candidate.size() && candidate[n] >= '0' && candidate[n] <= '9') ++n;
    return std::max<std::size_t>(n, candidate.size() > 2 && n == 0 ? 1 : n == 0 ? candidate.size() : n);
  }

  // Twelve bytes are enough for the marks that are looked for in front.
  std::string_view before() const { return text_.substr(at_ > 12 ? at_ - 12 : 0, std::min<std::size_t>(at_, 12)); }
  std::string_view behind(std::size_t at) const { return text_.substr(at, 64); }

  // A period that ends before it begins was read wrongly, and is left out.
  void add(std::size_t end, std::string start_date, std::string end_date) {
    if (!start_date.empty() && !end_date.empty() && !in_order(start_date, end_date)) return;
    out_.push_back({trim(text_.substr(begin_, end - begin_)), std::move(start_date), std::move(end_date)});
  }

  // One candidate. False where it is no date: then the search goes on behind its digits.
  bool read() {
    begin_ = at_;
    const std::string_view rest = behind(at_), front = before();
    const bool digit = rest[0] >= '0' && rest[0] <= '9';
    // 1,2021 and B12월 are no dates; 상반기 may follow a word, and so may a mark.
    if (digit && words().word_in_front.found_in(front) && !words().letter_in_front.found_in(front)) return false;
    if (!digit && rest.starts_with("연") && words().letter_in_front.found_in(front)) return false;
    const bool ends_here = words().until.found_in(front);
    if (const auto list = words().month_list.groups(rest); !list.empty() && year_ && read_list(list[1], list[0].size())) return true;
    if (const auto months = words().months.groups(rest); !months.empty() && year_) return read_months(months[1], ends_here);
    const auto date = date_at(rest, year_);
    if (!date) return false;
    // A month and a day of no year at the front of a line number it: 2.1. 개요.
    if (digit && at_ == 0 && !date->year_printed && date->day > 0 && rest.find("월") > date->length) return false;
    at_ += date->length;
    if (date->year_printed && (date->month > 0 || !names_what_follows())) year_ = date->year;
    return settle(*date, ends_here);
  }

  bool names_what_follows() const { return words().names.found_in(behind(at_)) && !words().tells_when.found_in(behind(at_)); }

  // 3, 6, 9월: the sign stands once, behind all; each is a month of its own.
  bool read_list(std::string_view list, std::size_t length) {
    std::vector<int> months;
    for (std::string_view rest = list;;) {
      const auto next = words().next_in_list.groups(rest);
      if (next.empty()) break;
      const int month = std::atoi(std::string(next[1]).c_str());
      if (month < 1 || month > 12 || (!months.empty() && month <= months.back())) return false;
      months.push_back(month);
      rest.remove_prefix(next[0].size());
    }
    at_ += length;
    for (const int month : months) {
      PrintedDate date;
      date.year = *year_;
      date.month = month;
      add(at_, date.first(), date.last());
    }
    return true;
  }

  // 9~12월: the sign stands once, behind both.
  bool read_months(std::string_view first, bool ends_here) {
    PrintedDate start;
    start.year = *year_;
    start.month = std::atoi(std::string(first).c_str());
    start.length = first.size();
    if (ends_here || start.month < 1 || start.month > 12) return false;
    at_ += first.size();
    return settle(start, false);
  }

  // What stands behind a date: as-of marks, a range, 까지, 부터. True also where the date is no period: it has been read.
  bool settle(const PrintedDate& date, bool ends_here) {
    std::string_view next = behind(at_);
    if (words().as_of.found_in(next)) return true;
    if (date.vague) {
      const bool within = text_.substr(begin_).starts_with("연내");
      add(at_, within ? std::string() : date.first(), date.first());
      return true;
    }
    if (ends_here) {
      begin_ -= trim_back(begin_);
      add(at_, {}, date.last());
      return true;
    }
    if (read_end(date)) return true;
    next = behind(at_);
    if (words().until_then.found_in(next) && (date.month > 0 || date.year_printed)) {
      at_ += words().until_then.groups(next)[0].size();
      add(at_, {}, date.last());
    } else if (words().from_then.found_in(next)) {
      at_ += words().from_then.groups(next)[0].size();
      add(at_, date.first(), {});
    } else if (date.month > 0 || (stands_alone() && !of_a_figure())) {
      add(at_, date.first(), date.last());
    }
    return true;
  }

  // The blanks and the ~ in front of a date that ends an open period.
  std::size_t trim_back(std::size_t begin) const {
    const auto mark = words().until.groups(text_.substr(begin > 12 ? begin - 12 : 0, std::min<std::size_t>(begin, 12)));
    return mark.empty() ? 0 : mark[0].size();
  }

  // The end of a range behind `~`, 부터 or a hyphen.
  bool read_end(const PrintedDate& start) {
    auto mark = words().range.groups(behind(at_));
    const bool hyphen = mark.empty();
    if (hyphen) mark = words().hyphen.groups(behind(at_));
    if (mark.empty()) return false;
    const std::size_t from = at_ + mark[0].size();
    if (!hyphen) {
      if (const auto on = words().goes_on.groups(behind(from)); !on.empty()) {
        at_ = from + on[0].size();
        add(at_, start.first(), {});
        return true;
      }
    }
    auto end = range_end_at(behind(from), start);
    // Two years with a hyphen (`2021-2022`) may be a number; `~` is needed.
    if (!end || (hyphen && start.month == 0 && end->month == 0)) return false;
    if (!end->year_printed && !in_order(start.first(), end->last())) ++end->year;
    at_ = from + end->length;
    if (end->year_printed) year_ = end->year;
    if (words().until_then.found_in(behind(at_))) at_ += words().until_then.groups(behind(at_))[0].size();
    add(at_, start.first(), end->last());
    return true;
  }

  // A lone year: (’22), (2021년), or : ’22년 at the end of the line.
  bool stands_alone() const {
    return words().alone_behind.found_in(behind(at_)) &&
           words().alone_in_front.found_in(text_.substr(0, begin_).substr(begin_ > 12 ? begin_ - 12 : 0)) && begin_ > 0;
  }

  // `(’22년) 444억원` and `444억원(’22년)` say what the amount is of, not when anything happens.
  bool of_a_figure() const {
    const std::string_view front = text_.substr(0, begin_);
    return words().figure_behind.found_in(behind(at_)) ||
           words().figure_in_front.found_in(front.substr(front.size() > 24 ? front.size() - 24 : 0));
  }

  std::string_view text_;
  std::optional<int> year_;
  std::size_t at_ = 0, begin_ = 0;
  std::vector<Period> out_;
};

}  // namespace

std::vector<Period> periods_in(std::string_view text, std::optional<int> fiscal_year) {
  const std::string plain = half_width(text);
  return Reader(plain, fiscal_year).run();
}

// A range says more than a date, and a date more than a word such as 연중.
std::optional<Period> period_of(std::string_view text, std::optional<int> fiscal_year) {
  const std::string plain = half_width(text);
  const auto periods = Reader(plain, fiscal_year).run();
  if (periods.empty()) return std::nullopt;
  // The text behind the last colon is what a labelled line says: `○ 기간 : …`.
  if (const std::size_t colon = plain.find_last_of(':'); colon != std::string::npos && plain.size() - colon < 200) {
    const auto behind = Reader(std::string_view(plain).substr(colon), fiscal_year).run();
    if (!behind.empty()) return behind.front();
  }
  const auto exact = [](const Period& period) { return period.text.find_first_of("0123456789") != std::string::npos; };
  const auto range =
      std::find_if(periods.begin(), periods.end(), [&](const Period& period) { return exact(period) && period.start != period.end; });
  if (range != periods.end()) return *range;
  const auto date = std::find_if(periods.begin(), periods.end(), exact);
  return date != periods.end() ? *date : periods.front();
}

}  // namespace jangbu
