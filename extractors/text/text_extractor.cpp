#include "extractors/text/text_extractor.h"

#include "text/unicode.h"

namespace jangbu {

Result<Document> extract_text(std::span<const std::byte> bytes, const ExtractOptions& options) {
  std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (!is_valid_utf8(text)) {
    return fail(ErrorCode::kTextEncoding, "the text is not UTF-8", "convert it first: iconv -f CP949 -t UTF-8 IN > OUT");
  }
  if (text.size() > options.limits.text_code_points) {
    return fail(ErrorCode::kLimitText, "the text is longer than " + std::to_string(options.limits.text_code_points) + " bytes",
                "split the file or raise the limit");
  }
  Document document;
  document.source.format = Format::kText;
  std::size_t from = 0;
  while (from < text.size()) {
    std::size_t end = text.find_first_of("\n\f", from);
    if (end == std::string_view::npos) end = text.size();
    std::string_view line = text.substr(from, end - from);
    while (line.ends_with('\r')) line.remove_suffix(1);
    document.lines.push_back(to_nfc(line));
    from = end + 1;
  }
  return document;
}

}  // namespace jangbu
