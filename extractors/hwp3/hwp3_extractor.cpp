// Head, decipher, inflate, read: the steps of an HWP 3 file, each bounded by the limits. A body that stops making
// sense gives what was read before and `degraded`; one of which nothing could be read is an error.
#include "extractors/hwp3/hwp3_extractor.h"

#include <new>
#include <sstream>

#include "extractors/hangul/inflate.h"
#include "extractors/hangul/story.h"
#include "extractors/hwp3/body_reader.h"
#include "extractors/hwp3/document_head.h"

namespace jangbu {
namespace hwp3 {
namespace {

constexpr std::size_t kLargestBody = 256u << 20;  // the body is read in one piece; the largest seen is 5 MB

// The body, where it stands: in the source, or else in `room`.
Result<hangul::Bytes> inflate_body(hangul::InflateSource& source, std::vector<std::byte>& room) {
  auto whole = source.whole();
  if (!whole || !whole->empty()) return whole;
  auto all = hangul::read_all(source, kLargestBody);
  if (!all) return all.forward();
  room = *std::move(all);
  return hangul::Bytes(room);
}

// `clear` and `inflated` hold the body while it is read: the reader only borrows it.
Result<Document> extract(std::span<const std::byte> bytes, const ExtractOptions& options) {
  CharacterCodes codes;
  auto head = read_head(bytes, codes);
  if (!head) return head.forward();
  hangul::WorkBudget budget(options.limits);
  std::vector<std::byte> clear;
  hangul::Bytes body = bytes.subspan(head->body_at);
  if (head->password) {
    if (options.password.empty()) return fail(ErrorCode::kEncrypted, "the document needs a password", "give it with --password");
    if (!head->compressed)
      return fail(ErrorCode::kEncrypted, "the document has a password and an uncompressed body, which nobody can open");
    auto deciphered = decipher_body(body, options.password);
    if (!deciphered) return deciphered.forward();
    clear = *std::move(deciphered);
    body = clear;
  }
  hangul::InflateSource source(body, budget);
  std::vector<std::byte> inflated;
  if (head->compressed) {
    auto all = inflate_body(source, inflated);
    if (!all) {
      if (head->password && static_cast<int>(all.error().code) < 300)
        return fail(ErrorCode::kPasswordWrong, "the password does not open the document");
      return all.forward();
    }
    body = *all;
  }
  // What stands in front of the body of a document with a password only tests the password.
  if (head->password) body = body.subspan(std::min(body.size(), kPasswordProbe));

  Document document;
  document.source.format = Format::kHwp3;
  document.source.producer = "HWP 3";
  document.metadata = std::move(head->metadata);
  hangul::Story story(document, options.limits);
  BodyReader reader(hangul::ByteView(body), codes, story, options.limits.nesting);
  const std::string trouble = reader.read();
  if (story.failed()) return Unexpected{story.status().error()};
  if (!trouble.empty()) {
    if (reader.nothing_read()) return fail(ErrorCode::kFileDamaged, trouble);
    document.degraded = true;
    document.diagnostics.push_back({"hwp3_body", "reading stopped: " + trouble, {}});
  }
  if (reader.damaged_drawings() > 0)
    document.diagnostics.push_back(
        {"hwp3_drawing", std::to_string(reader.damaged_drawings()) + " drawings could not be read to their end", {}});
  if (codes.unknown() > 0) {
    std::ostringstream message;
    message << codes.unknown() << " characters have codes that are not known:" << std::hex;
    for (const std::uint16_t code : codes.unknown_examples()) message << " 0x" << code;
    document.diagnostics.push_back({"unreadable", message.str(), {}});
  }
  return document;
}

}  // namespace
}  // namespace hwp3

Result<Document> extract_hwp3(std::span<const std::byte> bytes, const ExtractOptions& options) {
  if (bytes.size() > options.limits.file_bytes) return fail(ErrorCode::kLimitBytes, "the file is larger than the limit");
  try {
    return hwp3::extract(bytes, options);
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::kLimitMemory, "no memory to read the document");
  }
}

bool looks_like_hwp3(std::span<const std::byte> bytes) { return hwp3::has_signature(bytes); }

}  // namespace jangbu
