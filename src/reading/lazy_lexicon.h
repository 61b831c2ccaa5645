// The lexicon of a set of profiles, made when it is first asked for.
#pragma once

#include <mutex>
#include <optional>
#include <vector>

#include "jangbu/result.h"
#include "records/profile.h"
#include "text/header_lexicon.h"

namespace jangbu {

// Thread rule: may be asked from any thread. The answer lives as long as this does.
class LazyLexicon {
 public:
  // Empty: the profiles built in.
  explicit LazyLexicon(std::vector<ProfileFile> profiles) : files_(std::move(profiles)) {}

  // Errors: profile_invalid.
  Result<const HeaderLexicon*> get() {
    const std::lock_guard lock(making_);
    if (!lexicon_) {
      const auto profiles = parse_profiles(files_.empty() ? built_in_profiles() : files_);
      if (!profiles) return profiles.forward();
      lexicon_ = make_lexicon(*profiles);
    }
    return &*lexicon_;
  }

 private:
  std::vector<ProfileFile> files_;
  std::mutex making_;
  std::optional<HeaderLexicon> lexicon_;
};

}  // namespace jangbu
