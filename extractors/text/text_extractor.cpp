// Decodes a text, cuts it into lines at LF and form feed, and normalizes each to NFC. What is a table is told later
// (tables/text_tables.h).
#include "extractors/text/text_extractor.h"

#include "text/text_encoding.h"
#include "text/unicode.h"

namespace jangbu {

Result<Document> extract_text(std::span<const std::byte> bytes, const ExtractOptions& options) {
  const auto decoded = decode_text({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  if (!decoded) return fail(ErrorCode::kTextEncoding, "the text is neither UTF-8 nor CP949 nor UTF-16", "save it as UTF-8");
  const std::string_view text = decoded->text;
  if (text.size() > options.limits.text_code_points) {
    return fail(ErrorCode::kLimitText, "the text is longer than " + std::to_string(options.limits.text_code_points) + " bytes",
                "split the file or raise the limit");
  }
  Document document;
  document.source.format = Format::kText;
  if (decoded->encoding != "UTF-8") {
    document.diagnostics.push_back(
        {"text_converted", "the text is " + std::string(decoded->encoding) + ", and was converted to UTF-8", {}});
  }
  std::size_t from = 0;
  while (from < text.size()) {
    std::size_t end = text.find_first_of("\n\f", from);
    if (end == std::string_view::npos) end = text.size();
    std::string_view line = text.substr(from, end - from);
    // CRLF, and the CRCRLF that some copies make of it.
    while (line.ends_with('\r')) line.remove_suffix(1);
    document.lines.push_back(to_nfc(line));
    from = end + 1;
  }
  return document;
}

}  // namespace jangbu
