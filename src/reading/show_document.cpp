// What was seen in a document: text of its tables, or a page with their frames drawn over it (SVG, PNG).
// The bare page is a way of its own: it must work where reading the document fails.
#include "reading/show_document.h"

#include <algorithm>
#include <span>

#include "extractors/detect.h"
#include "extractors/pdf/page_picture.h"
#include "inspect/page_marks.h"
#include "inspect/page_png.h"
#include "inspect/page_svg.h"
#include "inspect/seen_text.h"
#include "reading/read_document.h"

namespace jangbu {
namespace {

constexpr double kPointsAnInch = 72;
constexpr std::size_t kLargestPicture = 100'000'000;  // pixels: an A0 sheet at 200 dpi has 60 million

// SVG holds the letters where the reader saw them; PNG is the page as it looks, with marks.
Result<std::string> drawing(std::string_view bytes, const Showing& showing, const Page& page, const std::vector<Table>& tables,
                            const std::string& password) {
  const std::vector<Mark> marks = marks_of(page, tables);
  if (showing.form == InspectForm::kSvg) return page_svg(page, marks);
  auto picture = render_page(std::as_bytes(std::span(bytes)), page.number, showing.dpi, password, kLargestPicture);
  if (!picture) return picture.forward();
  paint_marks(*picture, page.width, marks);
  return png_of(*picture);
}

// The page alone: nothing of the document is read that drawing it does not read.
Result<std::string> bare_page(std::string_view bytes, const Showing& showing, const std::string& password) {
  const auto raw = std::as_bytes(std::span(bytes));
  const auto format = detect_format(raw);
  if (!format) return format.forward();
  if (*format != Format::kPdf)
    return fail(ErrorCode::kFormatUnsupported, "only PDFs have pages that can be drawn, this is " + std::string(format_name(*format)));
  auto picture = render_page(raw, std::max(1, showing.page), showing.dpi, password, kLargestPicture);
  if (!picture) return picture.forward();
  if (!showing.marked.empty()) cut_out(*picture, showing.dpi / kPointsAnInch, showing.marked);
  return png_of(*picture);
}

}  // namespace

// Reads and understands the whole document: tables over several pages are known only then.
Result<std::string> show_document(std::string_view bytes, const Showing& showing, const Toolbox& tools) {
  if (showing.form == InspectForm::kPage) return bare_page(bytes, showing, tools.password);
  std::vector<Page> pages;
  auto read = read_document(
      bytes, tools.limits, tools.password, [&] { return Result<const Lexicon*>(&tools.lexicon); }, &pages);
  if (!read) return read.forward();
  const auto processed = understand(std::move(*read), tools);
  if (!processed) return processed.forward();
  const Document& document = processed->document;

  const bool drawn = showing.form != InspectForm::kText;
  if (drawn && document.source.format != Format::kPdf)
    return fail(ErrorCode::kFormatUnsupported,
                "only PDFs have pages that can be drawn, this is " + std::string(format_name(document.source.format)),
                "leave out --svg and --png to see its tables as text");
  // Pages count from 1; 0 means all, of which a drawing shows the first.
  const int number = showing.page == 0 && drawn ? 1 : showing.page;
  const auto page = std::find_if(pages.begin(), pages.end(), [&](const Page& candidate) { return candidate.number == number; });
  if (number != 0 && page == pages.end())
    return fail(ErrorCode::kPageMissing, "there is no page " + std::to_string(number),
                "the document has " + std::to_string(document.source.pages.value_or(0)) + " pages");
  return drawn ? drawing(bytes, showing, *page, document.tables, tools.password) : Result<std::string>(seen_text(document, pages, number));
}

}  // namespace jangbu
