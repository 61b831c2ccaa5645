// Reads a package: what kind it is, which parts are enciphered, the package document, the header part, then the
// sections in reading order and master pages that no section names. Order: the spine of content.hpf; without one,
// the numbers in the names of the parts.
// Hard cases: packages without manifest, header or mimetype, and bytes in front of the package. What can be read is
// read, and each lack is a diagnostic; limits and wrong passwords stop the whole.
#include "extractors/hwpx/hwpx_extractor.h"

#include <algorithm>
#include <cctype>
#include <memory>
#include <new>
#include <set>

#include "extractors/hangul/story.h"
#include "extractors/hwpx/encryption.h"
#include "extractors/hwpx/header_part.h"
#include "extractors/hwpx/package.h"
#include "extractors/hwpx/package_document.h"
#include "extractors/hwpx/section_part.h"
#include "text/unicode.h"

namespace jangbu {
namespace hwpx {
namespace {

constexpr std::size_t kElementsPerNesting = 16;  // tbl, tr, tc, subList, p, run and drawings around a nested table
constexpr std::size_t kLargestEncipheredPart = 256u << 20;

// "section12.xml" in any folder, in any case → 12.
std::optional<long> number_in(std::string_view name, std::string_view stem) {
  if (const auto slash = name.rfind('/'); slash != std::string_view::npos) name.remove_prefix(slash + 1);
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
  if (!lower.starts_with(stem) || !lower.ends_with(".xml")) return std::nullopt;
  const std::string digits = lower.substr(stem.size(), lower.size() - stem.size() - 4);
  if (digits.empty() || digits.size() > 6 || !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return std::nullopt;
  return std::stol(digits);
}

// A part of an enciphered document, in the clear.
class PlainSource : public hangul::ByteSource {
 public:
  PlainSource(std::vector<std::byte> bytes, hangul::WorkBudget& budget) : bytes_(std::move(bytes)), source_(bytes_, budget) {}
  Result<std::size_t> read(std::span<std::byte> out) override { return source_.read(out); }

 private:
  std::vector<std::byte> bytes_;
  hangul::MemorySource source_;
};

// One package from its parts to a document. The order matters: shapes of the header part and the reading order of the package document are
// needed before the first section, and a master page is read where the first section names it.
class Reading {
 public:
  Reading(Package package, const ExtractOptions& options)
      : package_(std::move(package)),
        options_(options),
        budget_(options.limits),
        depth_(static_cast<std::size_t>(std::max(options.limits.nesting, 1)) * kElementsPerNesting) {}

  Result<Document> read() {
    if (auto ok = check_kind(); !ok) return ok.forward();
    if (auto ok = read_ciphers(); !ok) return ok.forward();
    document_.source.format = Format::kHwpx;
    if (!package_.doubled().empty())
      document_.diagnostics.push_back({"package_doubled",
                                       "parts that stand twice in the package: " + std::to_string(package_.doubled().size()) +
                                           ", the first: " + package_.doubled().front(),
                                       {}});
    if (auto ok = read_package_parts(); !ok) return ok.forward();
    const std::vector<std::string> sections = section_parts();
    if (sections.empty()) return fail(ErrorCode::kFileDamaged, "the package holds no section");

    hangul::Story story(document_, options_.limits);
    hangul::NumberCounter counter;
    for (const std::string& name : sections)
      if (auto ok = read_section(name, story, counter); !ok) return ok.forward();
    for (const std::string& name : numbered_parts("masterpage"))  // those that no section names
      if (auto ok = read_master_page(name, story, counter); !ok) return ok.forward();
    return std::move(document_);
  }

 private:
  // A part, deciphered where the manifest says so.
  Result<std::unique_ptr<hangul::ByteSource>> open(std::string_view name) {
    auto source = package_.source(name, budget_);
    if (!source) return source;
    const auto cipher = ciphers_.find(name);
    if (cipher == ciphers_.end()) return source;
    auto bytes = hangul::read_all(**source, kLargestEncipheredPart);
    if (!bytes) return bytes.forward();
    auto plain = decipher_part(*bytes, cipher->second, options_.password, budget_);
    if (!plain) return plain.forward();
    return std::unique_ptr<hangul::ByteSource>(std::make_unique<PlainSource>(*std::move(plain), budget_));
  }

  // A ZIP file that says it is something else is not read as HWPX, whatever its parts are called.
  Status check_kind() {
    if (!package_.has("mimetype")) {
      if (numbered_parts("section").empty()) return fail(ErrorCode::kFormatUnknown, "a ZIP file, but not of Hangul");
      return Done{};
    }
    auto source = package_.source("mimetype", budget_);
    if (!source) return source.forward();
    auto bytes = hangul::read_all(**source, 4096);
    if (!bytes) return bytes.forward();
    const std::string kind(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    if (kind.find("hwp") == std::string::npos && kind.find("owpml") == std::string::npos)
      return fail(ErrorCode::kFormatUnknown, "a package of another kind than Hangul's");
    return Done{};
  }

  Status read_ciphers() {
    if (!package_.has("META-INF/manifest.xml")) return Done{};
    auto source = package_.source("META-INF/manifest.xml", budget_);
    if (!source) return source.forward();
    auto ciphers = read_manifest(**source);
    if (!ciphers) return Done{};  // a manifest that cannot be read lists nothing: parts speak for themselves
    ciphers_ = *std::move(ciphers);
    if (!ciphers_.empty() && options_.password.empty())
      return fail(ErrorCode::kEncrypted, "the document needs a password", "give it with --password");
    return Done{};
  }

  // Producer, package document, header part: each may be missing.
  Status read_package_parts() {
    if (package_.has("version.xml"))
      if (auto source = open("version.xml")) document_.source.producer = read_producer(**source);
    if (const std::string name = "Contents/content.hpf"; package_.has(name)) {
      auto source = open(name);
      if (!source) return source.forward();
      if (auto contents = read_package_document(**source)) {
        contents_ = *std::move(contents);
        // From 300 on errors are limits: they end the reading, others only lose the part.
        document_.metadata = contents_.metadata;
      } else if (static_cast<int>(contents.error().code) >= 300) {
        return contents.forward();
      } else {
        document_.diagnostics.push_back({"package_document", "content.hpf cannot be read: " + contents.error().message, {}});
      }
    }
    // Without the header part text is read all the same, but headings cannot be told by their look: degraded.
    for (const char* name : {"Contents/header.xml", "header.xml"}) {
      if (!package_.has(name)) continue;
      auto source = open(name);
      if (!source) return source.forward();
      auto header = read_header(**source, depth_);
      if (header) {
        header_ = *std::move(header);
      } else {
        if (static_cast<int>(header.error().code) >= 300) return header.forward();
        document_.degraded = true;
        document_.diagnostics.push_back({"header_part", "header.xml cannot be read: " + header.error().message, {}});
      }
      break;
    }
    return Done{};
  }

  // hrefs are told from the root of the package or from the folder of content.hpf.
  std::string resolved(const std::string& href) const {
    if (package_.has(href)) return href;
    const std::string inside = "Contents/" + href;
    return package_.has(inside) ? inside : std::string();
  }

  // section0.xml, section1.xml … section10.xml: by number, as names would put 10 before 2.
  std::vector<std::string> numbered_parts(std::string_view stem) const {
    std::vector<std::pair<long, std::string>> found;
    for (const std::string& name : package_.names())
      if (const auto number = number_in(name, stem)) found.emplace_back(*number, name);
    std::sort(found.begin(), found.end());
    std::vector<std::string> out;
    for (auto& [number, name] : found) out.push_back(std::move(name));
    return out;
  }

  // A spine may name a part twice, and headers and scripts besides: only sections count, each once.
  std::vector<std::string> section_parts() const {
    std::vector<std::string> out;
    std::set<std::string> seen;
    for (const std::string& href : contents_.reading_order)
      if (const std::string name = resolved(href); number_in(name, "section") && seen.insert(name).second) out.push_back(name);
    return out.empty() ? numbered_parts("section") : out;
  }

  Status read_section(const std::string& name, hangul::Story& story, hangul::NumberCounter& counter) {
    auto source = open(name);
    if (!source) return source.forward();
    SectionPart part(header_, counter, story, [&](std::string_view id) {
      // A section names its master page by an id of the package document, or by the file's name.
      const auto found = contents_.parts.find(id);
      std::string page = found == contents_.parts.end() ? std::string() : resolved(found->second);
      if (page.empty()) page = resolved(std::string(id) + ".xml");
      return page.empty() ? Status(Done{}) : read_master_page(page, story, counter);
    });
    auto ok = part.read(**source, depth_);
    if (ok) return ok;
    Error error = ok.error();
    error.message = name + ": " + error.message;
    return Unexpected{std::move(error)};
  }

  // Its text comes at the place where the first section names it.
  Status read_master_page(const std::string& name, hangul::Story& story, hangul::NumberCounter& counter) {
    // Once for the document, though every section may name it.
    if (!master_pages_read_.insert(name).second) return Done{};
    auto source = open(name);
    if (!source) return source.forward();
    SectionPart part(header_, counter, story, nullptr);
    story.begin_part(Where::kMasterPage);
    auto ok = part.read(**source, depth_);
    story.end_part();
    return ok;
  }

  Package package_;
  const ExtractOptions& options_;
  hangul::WorkBudget budget_;
  std::size_t depth_;
  PartCiphers ciphers_;
  PackageDocument contents_;
  Header header_;
  Document document_;
  std::set<std::string> master_pages_read_;
};

}  // namespace
}  // namespace hwpx

Result<Document> extract_hwpx(std::span<const std::byte> bytes, const ExtractOptions& options) {
  if (bytes.size() > options.limits.file_bytes) return fail(ErrorCode::kLimitBytes, "the file is larger than the limit");
  try {
    const std::size_t before = bytes_before_package(bytes).value_or(0);
    auto package = hwpx::Package::open(bytes.subspan(before));
    if (!package) return package.forward();
    auto document = hwpx::Reading(*std::move(package), options).read();
    if (document && before > 0)
      document->diagnostics.push_back({"package_shifted", std::to_string(before) + " bytes stand before the package", {}});
    return document;
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::kLimitMemory, "no memory to read the document");
  }
}

std::optional<std::size_t> bytes_before_package(std::span<const std::byte> bytes) {
  constexpr std::string_view kLocalHeader("PK\x03\x04", 4);
  constexpr std::size_t kMost = 4096;  // a header of a mail or of a download, or a byte-order mark
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  const std::size_t at = text.substr(0, kMost + kLocalHeader.size()).find(kLocalHeader);
  if (at == std::string_view::npos) return std::nullopt;
  return at;
}

bool looks_like_hwpx(std::span<const std::byte> bytes) {
  constexpr unsigned char kLocal[4] = {'P', 'K', 3, 4};
  return bytes.size() >= 4 && std::equal(std::begin(kLocal), std::end(kLocal), bytes.begin(),
                                         [](unsigned char a, std::byte b) { return a == std::to_integer<unsigned char>(b); });
}

}  // namespace jangbu
