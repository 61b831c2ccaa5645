// Each language with its own arguments.
#include "text/told.h"

namespace jangbu {

Told told(std::string_view code, const std::vector<ToldArgument>& arguments) {
  std::vector<MessageArgument> korean, english;
  for (const ToldArgument& argument : arguments) {
    korean.emplace_back(argument.name, argument.value.ko);
    english.emplace_back(argument.name, argument.value.en);
  }
  return {Say{Language::kKorean}(code, korean), Say{Language::kEnglish}(code, english)};
}

}  // namespace jangbu
