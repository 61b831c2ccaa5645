// Of a value and the text of its cell, as our own files keep both: the number that the value was made of. A record that is read back from
// its file then tells the same of its figures as one that was just read.
//
//   "51,288(30.7)"  5,128,800,000,000 in a table of 억원   printed 51288, scale 100,000,000
//                   0.307                                  printed 30.7, scale 0.01
//   "3억원"         300,000,000 in a table of 천원          printed 3, scale 100,000,000, unit 억원
//   "(1,200)"       -1,200,000 in a table of 천원           printed 1200, no scale: the arithmetic has told that the bracket is a sign
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "jangbu/decimal.h"

namespace jangbu {

struct NumberBehind {
  Decimal printed;               // with the decimals that are printed
  std::optional<Decimal> scale;  // value = printed x scale; none of 0, or where the value follows in no such way
  std::string unit;              // of money, printed beside the number; else empty
};

// `unit_factor`: won for one, of the record. Nothing where the text prints no figure.
std::optional<NumberBehind> number_behind(std::string_view text, const Decimal& value, std::int64_t unit_factor);

// How the value follows from the number, where it is one of the ways that there are: so many won for one, per cent, or the number itself.
std::optional<Decimal> scale_between(const Decimal& printed, const Decimal& value, std::int64_t unit_factor);

}  // namespace jangbu
