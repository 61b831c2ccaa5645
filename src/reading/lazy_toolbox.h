// What documents are understood with, made when the first is read.
#pragma once

#include <mutex>
#include <optional>

#include "reading/document_reader.h"

namespace jangbu {

// Thread rule: may be asked from any thread. The answer lives as long as this does.
class LazyToolbox {
 public:
  explicit LazyToolbox(ReadingOptions options) : options_(std::move(options)) {}

  // Errors: profile_invalid.
  Result<const Toolbox*> get() {
    const std::lock_guard lock(making_);
    if (!tools_) {
      auto profiles = parse_profiles(options_.profiles.empty() ? built_in_profiles() : options_.profiles);
      if (!profiles) return profiles.forward();
      auto lexicon = parse_lexicon(options_.profiles);
      if (!lexicon) return lexicon.forward();
      tools_ = Toolbox{std::move(*profiles), std::move(*lexicon), options_.limits, options_.password, CorrectionSet(options_.corrections)};
    }
    return &*tools_;
  }

 private:
  const ReadingOptions options_;
  std::mutex making_;
  std::optional<Toolbox> tools_;
};

}  // namespace jangbu
