// Honest reports, made up from a seed: offices and their programmes with exact amounts in won, printed in a unit, rounded or cut
// off as one office does it throughout.
#pragma once

#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace jangbu {

struct SeededRow {
  std::string label;
  int level = 2;                                                // 0 total, 1 office, 2 programme
  std::int64_t appropriation = 0, commitment = 0, payment = 0;  // won
};

// std distributions differ between libraries: only the engine is used.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed * 7919 + 17) {}
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(high - low + 1));
  }
  bool once_in(int n) { return between(1, n) == 1; }

 private:
  std::mt19937_64 engine_;
};

inline std::vector<SeededRow> seeded_rows(Dice& dice) {
  static const char* const kNames[] = {"교육", "상담", "시설", "안전", "공원", "도서", "체육", "문화", "복지", "교통"};
  std::vector<SeededRow> rows{{"합계", 0, 0, 0, 0}};
  const auto offices = dice.between(2, 5);
  for (std::int64_t o = 0; o < offices; ++o) {
    const std::size_t head = rows.size();
    rows.push_back({std::string(kNames[o]) + "지원과", 1, 0, 0, 0});
    const auto programmes = dice.between(2, 7);
    for (std::int64_t p = 0; p < programmes; ++p) {
      SeededRow row{std::string(kNames[o]) + " " + kNames[p] + " 사업", 2, 0, 0, 0};
      row.appropriation = dice.between(30'000'000, 9'000'000'000);
      row.commitment = row.appropriation * dice.between(20, 100) / 100 - dice.between(0, 999'999);
      row.payment = row.commitment * dice.between(30, 100) / 100 - dice.between(0, 999'999);
      for (const std::size_t above : {std::size_t{0}, head}) {
        rows[above].appropriation += row.appropriation;
        rows[above].commitment += row.commitment;
        rows[above].payment += row.payment;
      }
      rows.push_back(row);
    }
  }
  return rows;
}

inline std::string with_commas(std::int64_t number) {
  std::string digits = std::to_string(number < 0 ? -number : number);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), ",");
  return (number < 0 ? "△" : "") + digits;
}

struct Printing {
  std::int64_t unit = 1'000'000;  // won
  bool cut = false;               // cut off, else rounded
  int places = 1;                 // of rates
};

inline std::string printed_amount(std::int64_t won, const Printing& how) {
  return with_commas(how.cut ? won / how.unit : (won + how.unit / 2) / how.unit);
}

inline std::string printed_rate(std::int64_t part, std::int64_t base, const Printing& how) {
  std::int64_t scale = 100;
  for (int i = 0; i < how.places; ++i) scale *= 10;
  const long double share = static_cast<long double>(part) / static_cast<long double>(base) * static_cast<long double>(scale);
  const auto digits = static_cast<std::int64_t>(how.cut ? std::floor(share) : std::floor(share + 0.5L));
  std::string text = std::to_string(digits);
  if (how.places > 0) {
    const auto places = static_cast<std::size_t>(how.places);
    if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
    text.insert(text.size() - places, 1, '.');
  }
  return text + "%";
}

// The cells of each row: label, 예산현액, 원인행위액, 지출액, 원인행위 집행률, 지출 집행률.
inline std::vector<std::vector<std::string>> printed_cells(const std::vector<SeededRow>& rows, const Printing& how) {
  std::vector<std::vector<std::string>> cells;
  for (const SeededRow& row : rows) {
    cells.push_back({row.label, printed_amount(row.appropriation, how), printed_amount(row.commitment, how),
                     printed_amount(row.payment, how), printed_rate(row.commitment, row.appropriation, how),
                     printed_rate(row.payment, row.appropriation, how)});
  }
  return cells;
}

}  // namespace jangbu
