// Opens the streams of an HWP 5 document in order: FileHeader, summary, DocInfo, then the sections. Each stream is
// read, deciphered where the document has a password or is a distribution document, and inflated as it is read. Hard
// cases: documents that track changes, whose full text stands in ViewText; distribution documents that forget their
// flag; newer ones, of which only a placeholder can be deciphered. A wrong password is told by noise: it does not
// inflate, or holds no shapes.
#include "extractors/hwp/hwp_extractor.h"

#include <algorithm>
#include <memory>
#include <new>

#include "extractors/hangul/inflate.h"
#include "extractors/hangul/story.h"
#include "extractors/hwp/compound_file.h"
#include "extractors/hwp/doc_info.h"
#include "extractors/hwp/file_header.h"
#include "extractors/hwp/protection.h"
#include "extractors/hwp/section_reader.h"
#include "extractors/hwp/summary.h"

namespace jangbu {
namespace hwp {
namespace {

// One opened document: its file, how its streams are kept, and what it may cost.
class Reading {
 public:
  Reading(CompoundFile file, FileHeader header, const ExtractOptions& options)
      : file_(std::move(file)), header_(header), options_(options), budget_(options.limits) {}

  Result<Document> read() {
    // Some writers forget the flag.
    if (!file_.has("BodyText/Section0") && file_.has("ViewText/Section0")) header_.distribution = true;
    if (header_.drm || header_.certificate_encrypted)
      return fail(ErrorCode::kDrmProtected, "the document is wrapped by a rights manager or a certificate",
                  "open it in Hangul and save it without protection");
    if (header_.password) {
      if (header_.encrypt_version != 4)
        return fail(ErrorCode::kEncrypted, "the document has a password, kept in the way of Hangul before 7.0",
                    "open it in Hangul and save it without a password");
      if (options_.password.empty()) return fail(ErrorCode::kEncrypted, "the document needs a password", "give it with --password");
    }
    Document document;
    document.source.format = Format::kHwp;
    document.source.producer = "HWP " + header_.version_text();
    read_metadata(document);

    auto info = read_info();
    if (!info) return info.forward();
    hangul::Story story(document, options_.limits);
    hangul::NumberCounter counter;
    SectionReader reader(*info, counter, story);
    const std::string folder = header_.distribution || has_marked_text() ? "ViewText/Section" : "BodyText/Section";
    std::size_t sections = 0;
    for (; file_.has(folder + std::to_string(sections)); ++sections)
      if (auto ok = read_section(reader, folder + std::to_string(sections)); !ok) return ok.forward();
    if (sections == 0) return fail(ErrorCode::kFileDamaged, "the document has no " + folder + "0");
    if (header_.distribution && only_placeholder(document))
      return fail(ErrorCode::kDistributionOnly, "a distribution document of a newer kind: only its placeholder can be read",
                  "ask its author for the original");
    return document;
  }

 private:
  // Metadata is of use and never needed: a summary that is missing or damaged is passed over.
  void read_metadata(Document& document) const {
    auto stream = file_.read("\005HwpSummaryInformation");
    if (!stream) return;
    Summary summary = read_summary(*stream);
    document.metadata = std::move(summary.metadata);
    if (!summary.program.empty()) document.source.producer += " (" + summary.program + ")";
  }

  // Whether streams are deflated is told once for the whole document.
  std::unique_ptr<hangul::ByteSource> source_of(hangul::Bytes stream, hangul::WorkBudget& budget) const {
    if (header_.compressed) return std::make_unique<hangul::InflateSource>(stream, budget);
    return std::make_unique<hangul::MemorySource>(stream, budget);
  }

  Result<DocInfo> read_info() {
    auto stream = file_.read("DocInfo");
    if (!stream) return stream.forward();
    if (header_.password) {
      stream = decipher_with_password(*stream, options_.password);
      if (!stream) return stream.forward();
    }
    auto info = read_doc_info(*source_of(*stream, budget_));
    // A wrong password deciphers to noise, which does not inflate or holds no shapes.
    const bool empty = info && info->char_shapes.empty() && info->para_shapes.empty();
    // From 300 on errors are limits, which say nothing about the password.
    if (header_.password && (!info || empty) && (empty || static_cast<int>(info.error().code) < 300))
      return fail(ErrorCode::kPasswordWrong, "the password does not open the document");
    return info;
  }

  // Documents that track changes hold all of their text, with marks, in ViewText, and in BodyText what readers without tracking
  // are to see; the two are known to differ in more than what is marked, and Hangul shows the first. Where ViewText cannot be read,
  // BodyText stands in for it. (Published readers, on real files.)
  bool has_marked_text() {
    if (!header_.tracks_changes || header_.distribution) return false;
    auto stream = file_.read("ViewText/Section0");
    if (stream && header_.password) stream = decipher_with_password(*stream, options_.password);
    if (!stream) return false;
    // A budget of its own: this look must not count against reading the section.
    hangul::WorkBudget aside(options_.limits);
    const auto source = source_of(*stream, aside);
    RecordStream records(*source);
    const Record* first = records.next();
    return first != nullptr && first->tag == kTagParaHeader;
  }

  // Errors name the stream, since a document may have hundreds of sections.
  Status read_section(SectionReader& reader, const std::string& name) {
    auto stream = file_.read(name);
    if (!stream) return stream.forward();
    if (stream->empty()) return fail(ErrorCode::kFileDamaged, "stream " + name + " is empty");
    if (header_.distribution)
      stream = decipher_distribution(*stream);
    else if (header_.password)
      stream = decipher_with_password(*stream, options_.password);
    if (!stream) return stream.forward();
    auto ok = reader.read(*source_of(*stream, budget_));
    if (!ok) {
      Error error = ok.error();
      error.message = name + ": " + error.message;
      return Unexpected{std::move(error)};
    }
    return Done{};
  }

  // The sentence may be quoted in a real document: it counts only where nothing like a table is beside it.
  static bool only_placeholder(const Document& document) {
    return document.tables.empty() && std::any_of(document.blocks.begin(), document.blocks.end(),
                                                  [](const Block& block) { return is_distribution_placeholder(block.paragraph.text); });
  }

  CompoundFile file_;
  FileHeader header_;
  const ExtractOptions& options_;
  hangul::WorkBudget budget_;
};

Result<Document> extract(std::span<const std::byte> bytes, const ExtractOptions& options) {
  auto file = CompoundFile::open(bytes);
  if (!file) return file.forward();
  if (!file->has("FileHeader")) return fail(ErrorCode::kFormatUnknown, "a compound file, but not of Hangul");
  auto stream = file->read("FileHeader");
  if (!stream) return stream.forward();
  auto header = read_file_header(*stream);
  if (!header) return header.forward();
  return Reading(*std::move(file), *header, options).read();
}

}  // namespace
}  // namespace hwp

Result<Document> extract_hwp(std::span<const std::byte> bytes, const ExtractOptions& options) {
  if (bytes.size() > options.limits.file_bytes) return fail(ErrorCode::kLimitBytes, "the file is larger than the limit");
  try {
    return hwp::extract(bytes, options);
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::kLimitMemory, "no memory to read the document");
  }
}

bool looks_like_hwp(std::span<const std::byte> bytes) { return hwp::looks_like_compound_file(bytes); }

}  // namespace jangbu
