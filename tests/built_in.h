// What most tests need to read a report: the profiles that are built in, and a report given as text.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "places.h"
#include "reading/process.h"
#include "text/hash.h"

namespace jangbu {

inline const Toolbox& built_in() {
  static const Toolbox tools = [] {
    auto profiles = load_profiles({});
    if (!profiles) throw std::runtime_error(describe(profiles.error()));
    Toolbox out;
    auto lexicon = parse_lexicon({});
    if (!lexicon) throw std::runtime_error(describe(lexicon.error()));
    out.lexicon = std::move(*lexicon);
    out.profiles = std::move(*profiles);
    return out;
  }();
  return tools;
}

inline const Profile& built_in_profile(std::string_view type) {
  for (const Profile& profile : built_in().profiles) {
    if (profile.type == type) return profile;
  }
  throw std::runtime_error("no profile " + std::string(type));
}

// The report that most tests pretend to read.
inline constexpr const char* kReportPath = "2021-08 시민협력국 주요업무보고.txt";

inline Processed processed(std::string_view text, const std::string& path = kReportPath) {
  auto out = process(text, path, sha256_hex(text), built_in());
  if (!out) throw std::runtime_error(describe(out.error()));
  return std::move(*out);
}

inline std::string file_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot open " + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::string fixture(const std::string& path) { return (fixture_folder() / path).string(); }

}  // namespace jangbu
