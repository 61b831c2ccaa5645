// Amount: money as a line of prose prints it, in won. Read by src/text/amount.h, which has the forms.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace jangbu {

struct AmountPart {
  std::string name;  // as printed: "국비"
  std::string text;  // as printed: "26억"
  std::int64_t won = 0;
  std::int64_t step = 1;  // one unit of the last printed place, in won: 100,000,000 for 26억
};

struct Amount {
  std::string text;  // as printed, without brackets: "656억원"
  std::int64_t won = 0;
  std::int64_t step = 1;  // as above: 10,000,000 for 95.4억원
  std::string period;     // of the amount alone, where the line says so: "2022" of `(’22년) 444억원`; else empty
  std::vector<AmountPart> parts;
};

}  // namespace jangbu
