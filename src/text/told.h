// A message of the catalogue in both languages at once, as findings, outcomes of corrections and diagnostics carry it.
//
//   told("finding.sum", {{"place", place}, {"field", "지출액", "payment"}, {"count", 3}})
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/messages.h"

namespace jangbu {

struct Told {
  std::string ko, en;
};

// What an argument is in each language.
struct ToldArgument {
  std::string name;
  Told value;

  ToldArgument(std::string_view name_, std::string_view ko, std::string_view en) : name(name_), value{std::string(ko), std::string(en)} {}
  ToldArgument(std::string_view name_, std::string_view both) : ToldArgument(name_, both, both) {}
  ToldArgument(std::string_view name_, Told value_) : name(name_), value(std::move(value_)) {}
  template <std::integral Number>
  ToldArgument(std::string_view name_, Number both) : ToldArgument(name_, std::to_string(both)) {}
};

Told told(std::string_view code, const std::vector<ToldArgument>& arguments = {});

// Where there is one text for both languages: `ko / en`.
inline std::string in_both(const Told& message) { return message.ko + " / " + message.en; }

// What carries messages: a finding, the outcome of a correction.
template <typename Carrier>
void tell(Carrier& carrier, const Told& message) {
  carrier.message_ko = message.ko;
  carrier.message_en = message.en;
}

// Behind what it tells already, with a blank between.
template <typename Carrier>
void tell_more(Carrier& carrier, const Told& more) {
  carrier.message_ko += " " + more.ko;
  carrier.message_en += " " + more.en;
}

}  // namespace jangbu
