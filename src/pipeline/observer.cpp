// What an observer does where it is not asked to do otherwise.
#include "jangbu/ingest.h"
#include "text/messages.h"

namespace jangbu {

void Observer::notice(Level level, const std::string& code, const std::vector<std::pair<std::string, std::string>>& arguments) {
  std::vector<MessageArgument> named;
  for (const auto& [name, value] : arguments) named.emplace_back(name, value);
  log(level, Say{Language::kEnglish}(code, named));
}

}  // namespace jangbu
