// Period: when something happens, as a line of prose prints it. Read by src/text/period.h, which has the forms.
#pragma once

#include <string>

namespace jangbu {

struct Period {
  std::string text;        // as printed
  std::string start, end;  // ISO 8601, as exact as printed: "2021", "2021-09", "2021-09-01"; empty: open
};

}  // namespace jangbu
