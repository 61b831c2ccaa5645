// Amounts, periods and outline signs of any line: no input may crash or hang, and what is read must be sound.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "text/amount.h"
#include "text/outline_sign.h"
#include "text/period.h"

namespace {

void insist(bool holds) {
  if (!holds) std::abort();
}

bool is_date(const std::string& text) {
  if (text.empty()) return true;
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((i == 4 || i == 7) ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  }
  return text.size() < 7 || (text.substr(5, 2) >= "01" && text.substr(5, 2) <= "12");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const jangbu::Amount& amount : jangbu::amounts_in(text)) {
    insist(!amount.text.empty() && amount.step >= 1);
    for (const jangbu::AmountPart& part : amount.parts) insist(!part.name.empty() && !part.text.empty() && part.step >= 1);
  }
  for (const jangbu::Period& period : jangbu::periods_in(text, 2021)) {
    insist(!period.text.empty() && is_date(period.start) && is_date(period.end) && !(period.start.empty() && period.end.empty()));
    const std::size_t common = std::min(period.start.size(), period.end.size());
    insist(period.start.compare(0, common, period.end, 0, common) <= 0);
  }
  (void)jangbu::period_of(text, std::nullopt);
  const jangbu::OutlineSign sign = jangbu::outline_sign(text);
  insist(sign.rest.size() <= text.size() && sign.indent >= 0);
  return 0;
}
