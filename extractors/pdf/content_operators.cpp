// Tables of operators by what they touch: paths, text state, looks of strokes. An operator counts only with the
// operands it has to have: with others Poppler may end the page, and then leaving it out would change what is shown.
#include "extractors/pdf/content_operators.h"

namespace jangbu {

bool builds_path(std::string_view name) {
  constexpr std::string_view kAll = "mlchvy";
  return name == "re" || (name.size() == 1 && kAll.find(name.front()) != std::string_view::npos);
}

bool ends_path(std::string_view name) {
  constexpr std::string_view kAll = "SsfFBbn";
  return name == "f*" || name == "B*" || name == "b*" || (name.size() == 1 && kAll.find(name.front()) != std::string_view::npos);
}

bool paints_nothing(const Operation& operation) {
  const std::string_view name = operation.name;
  if (name == "m" || name == "l") return operation.only_numbers(2);
  if (name == "v" || name == "y" || name == "re") return operation.only_numbers(4);
  if (name == "c") return operation.only_numbers(6);
  return (name == "h" || name == "W" || name == "W*" || name == "n") && operation.only_numbers(0);
}

bool begins_path(const Operation& operation) {
  return (operation.name == "m" && operation.only_numbers(2)) || (operation.name == "re" && operation.only_numbers(4));
}

// Nothing for operators that set several things at once (`Tm`, `TD`, `"`): they have to stay where they are.
std::optional<Part> part_set_by(const Operation& operation) {
  const std::string_view name = operation.name;
  if (name == "Tf")
    return operation.names == 1 && operation.numbers == 1 && !operation.array && !operation.others ? std::optional(kFont) : std::nullopt;
  if (name == "rg" && operation.only_numbers(3)) return kColour;
  if (name == "k" && operation.only_numbers(4)) return kColour;
  if (name == "BT" && operation.only_numbers(0)) return kTextMatrix;
  if (!operation.only_numbers(1)) return std::nullopt;
  if (name == "g") return kColour;
  if (name == "w") return kWidth;
  if (name == "Tc") return kCharacterSpace;
  if (name == "Tw") return kWordSpace;
  if (name == "Tz") return kScale;
  if (name == "TL") return kLeading;
  if (name == "Ts") return kRise;
  return name == "Tr" ? std::optional(kRendering) : std::nullopt;
}

bool shows_text(std::string_view name) { return name == "TJ" || name == "Tj"; }

bool goes_with_text(std::string_view name) { return name == "ET" || name == "Tm" || name == "BDC" || name == "BMC" || name == "EMC"; }

bool sets_looks_of_strokes(const Operation& operation) {
  const std::string_view name = operation.name;
  if (name == "J" || name == "j" || name == "M" || name == "i") return operation.only_numbers(1);
  return name == "d" && operation.array && operation.numbers == 1 && operation.names == 0 && !operation.others;
}

bool sets_colour_of_strokes(const Operation& operation) {
  const std::string_view name = operation.name;
  return (name == "G" && operation.only_numbers(1)) || (name == "RG" && operation.only_numbers(3)) ||
         (name == "K" && operation.only_numbers(4));
}

}  // namespace jangbu
