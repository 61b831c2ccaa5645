// The lexicon of a set of profiles, made when it is first asked for.
#pragma once

#include <mutex>
#include <optional>
#include <vector>

#include "jangbu/result.h"
#include "records/profile.h"
#include "meaning/lexicon.h"

namespace jangbu {

// Thread rule: may be asked from any thread. The answer lives as long as this does.
class LazyLexicon {
 public:
  // Empty: the profiles built in.
  explicit LazyLexicon(std::vector<ProfileFile> profiles) : files_(std::move(profiles)) {}

  // Errors: profile_invalid.
  Result<const Lexicon*> get() {
    const std::lock_guard lock(making_);
    if (!lexicon_) {
      auto lexicon = parse_lexicon(files_);
      if (!lexicon) return lexicon.forward();
      lexicon_ = std::move(*lexicon);
    }
    return &*lexicon_;
  }

 private:
  std::vector<ProfileFile> files_;
  std::mutex making_;
  std::optional<Lexicon> lexicon_;
};

}  // namespace jangbu
