#include "pipeline/process.h"

#include <exception>
#include <new>

#include "audit/audit.h"
#include "extractors/detect.h"
#include "extractors/registry.h"
#include "normalize/normalize.h"
#include "records/identity.h"
#include "records/mapper.h"
#include "records/repairs.h"
#include "tables/page_tables.h"
#include "tables/text_tables.h"

namespace jangbu {
namespace {

Result<Document> run_reading_stages(std::string_view bytes, const Toolbox& tools, std::vector<Page>* seen) {
  const auto raw = std::as_bytes(std::span(bytes.data(), bytes.size()));
  const auto format = detect_format(raw);
  if (!format) return format.forward();
  const ExtractFunction extract = extractor_for(*format);
  if (!extract) {
    return fail(ErrorCode::kFormatUnsupported, "this build does not read " + std::string(format_name(*format)) + " yet", "convert it to PDF");
  }
  auto document = extract(raw, {tools.limits, tools.password});
  if (!document) return document.forward();
  document->source.bytes = bytes.size();
  if (seen) *seen = document->pages;
  if (!document->pages.empty()) {
    if (Status status = find_page_tables(*document, tools.limits); !status) return status.forward();
  }
  if (!document->lines.empty()) {
    if (Status status = find_text_tables(*document, tools.lexicon, tools.limits); !status) return status.forward();
  }
  return document;
}

// The last fence: whatever a library throws past its own file ends this document, not the run.
template <typename T, typename Stages>
Result<T> fenced(const Stages& stages) {
  try {
    return stages();
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::kLimitMemory, "not enough memory for this document", "run it alone, or with fewer --jobs");
  } catch (const std::exception& error) {
    return fail(ErrorCode::kInternal, std::string("internal error: ") + error.what(), "please report it, with the document if you may");
  }
}

}  // namespace

Result<Document> read_document(std::string_view bytes, const Toolbox& tools, std::vector<Page>* seen) {
  return fenced<Document>([&] { return run_reading_stages(bytes, tools, seen); });
}

Result<Processed> understand(Document read, const Toolbox& tools) {
  return fenced<Processed>([&]() -> Result<Processed> {
    Processed out{std::move(read), {}, {}};
    Document& document = out.document;
    normalize(document);
    out.records = map_records(document, tools.profiles);
    name_document(document);
    name_tables(document);
    name_records(document, out.records);
    repair_figures(document, out.records, tools.profiles);
    repair_names(document, out.records);
    out.findings = audit(document, out.records, tools.profiles);
    return out;
  });
}

Result<Processed> process(std::string_view bytes, const std::string& path, const std::string& sha256, const Toolbox& tools) {
  auto read = read_document(bytes, tools);
  if (!read) return read.forward();
  read->source.path = path;
  read->source.sha256 = sha256;
  return understand(std::move(*read), tools);
}

}  // namespace jangbu
