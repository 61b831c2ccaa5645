// The stages of one document, for a caller that has its bytes and wants its records: process.h with the tools that it needs.
#include "jangbu/read.h"

#include "reading/process.h"
#include "text/hash.h"

namespace jangbu {

Result<ReadReport> read(std::string_view bytes, const ReadOptions& options) {
  if (bytes.size() > options.limits.file_bytes)
    return fail(ErrorCode::kLimitBytes, "the file has more than " + std::to_string(options.limits.file_bytes) + " bytes",
                "raise Limits::file_bytes");
  std::vector<ProfileFile> files = built_in_profiles();
  if (!options.profiles.empty()) {
    auto own = profiles_in(options.profiles);
    if (!own) return own.forward();
    files = std::move(*own);
  }
  auto profiles = parse_profiles(files);
  if (!profiles) return profiles.forward();
  auto lexicon = parse_lexicon(files);
  if (!lexicon) return lexicon.forward();
  const Toolbox tools{std::move(*profiles), std::move(*lexicon), options.limits, options.password};
  auto done = process(bytes, options.name, sha256_hex(bytes), tools);
  if (!done) return done.forward();
  return ReadReport{std::move(done->document), std::move(done->records), std::move(done->findings)};
}

}  // namespace jangbu
