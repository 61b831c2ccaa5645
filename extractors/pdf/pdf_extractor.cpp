// One pass over the pages: captured glyphs and lines become runs and rules, and the captured page is freed. Then the
// facts of the whole file become diagnostics. Without any text the reason that helps most is told first: truncated,
// damaged, fonts that tell no letters, a scan.
#include "extractors/pdf/pdf_extractor.h"

#include <algorithm>
#include <set>
#include <utility>

#include "extractors/pdf/drawn_lines.h"
#include "extractors/pdf/font_doubts.h"
#include "extractors/pdf/glyph_runs.h"
#include "extractors/pdf/poppler_capture.h"

namespace jangbu {
namespace {

// Text that means something: not only replacement characters of fonts without Unicode.
bool readable(const Run& run) { return run.text.find_first_not_of("\xEF\xBF\xBD") != std::string::npos; }

// At least four digits, as Unicode writes them: U+F0A7.
std::string hexadecimal(char32_t c) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  for (int shift = 20; shift >= 0; shift -= 4) {
    const auto digit = static_cast<std::size_t>((c >> static_cast<unsigned>(shift)) & 0xF);
    if (digit != 0 || !out.empty() || shift < 16) out += kDigits[digit];
  }
  return "U+" + out;
}

// "3, 7, 12, …"
template <typename Items, typename Show>
std::string listed(const Items& items, Show&& show) {
  constexpr std::size_t kShown = 10;
  std::string list;
  std::size_t shown = 0;
  for (const auto& item : items) {
    if (shown++ == kShown) return list + ", …";
    list += (list.empty() ? "" : ", ") + show(item);
  }
  return list;
}

// What makes the outcome doubtful also sets `degraded`; blank pages and unknown signs do not.
void add_diagnostics(Document& document, const PdfFacts& facts, const GlyphNotes& notes) {
  const auto note = [&](std::string code, std::string message, int page = 0) {
    document.diagnostics.push_back({std::move(code), std::move(message), page > 0 ? std::optional(page) : std::nullopt});
  };
  if (facts.end_missing) {
    document.degraded = true;
    note("pdf_truncated", "the end of the file is missing; pages may be lost");
  }
  if (facts.rebuilt_table) {
    document.degraded = true;
    note("pdf_rebuilt", "the cross-reference table is broken and was guessed from the objects");
  }
  if (facts.complaints > 0) {
    document.degraded = true;
    note("pdf_syntax", std::to_string(facts.complaints) + " errors in the PDF, the first: " + facts.first_complaint,
         facts.first_complaint_page);
  }
  if (facts.oversized_glyphs > 0) {
    document.degraded = true;
    note("pdf_glyph_text", std::to_string(facts.oversized_glyphs) + " glyphs claim to stand for whole texts; each was read as U+FFFD");
  }
  if (!notes.unknown_private_use.empty()) {
    note("private_use", "Private Use characters without a known meaning: " + listed(notes.unknown_private_use, hexadecimal));
  }
  std::vector<int> without_text;
  for (const Page& page : document.pages) {
    if (page.runs.empty()) without_text.push_back(page.number);
  }
  if (!without_text.empty()) {
    note("pages_without_text",
         std::to_string(without_text.size()) +
             " pages are blank or scanned: " + listed(without_text, [](int page) { return std::to_string(page); }),
         without_text.front());
  }
}

}  // namespace

// Captured pages are borrowed and used again: what is kept of them is copied here.
Result<Document> extract_pdf(std::span<const std::byte> bytes, const ExtractOptions& options) {
  Document document;
  GlyphNotes notes;
  FontDoubts doubts;
  bool any_text = false;
  // Called for each page in order; sizes are cut to what is used, since thousands of pages stand in memory together.
  const auto consume = [&](const CapturedPage& captured) -> Status {
    DrawnLines lines = drawn_lines_of(captured);
    const std::vector<Rule> verticals(lines.rules.begin() + static_cast<std::ptrdiff_t>(lines.horizontals), lines.rules.end());
    Page page;
    page.number = captured.number;
    page.width = captured.width;
    page.height = captured.height;
    page.runs = runs_of(captured, {verticals, lines.strikes}, notes);
    doubts.add(captured, page.runs);
    page.rules = std::move(lines.rules);
    page.fills = std::move(lines.fills);
    page.runs.shrink_to_fit();
    page.rules.shrink_to_fit();
    page.fills.shrink_to_fit();
    for (const Run& run : page.runs) any_text = any_text || readable(run);
    document.pages.push_back(std::move(page));
    if (options.page_read) options.page_read();
    return Done{};
  };
  Result<PdfFacts> facts = capture_pages(bytes, options, consume);
  if (!facts) return facts.forward();
  if (!any_text) {
    // A file that lost its text to damage is no scan: the reason that helps the reader comes first.
    if (facts->end_missing)
      return fail(ErrorCode::kFileTruncated, "the end of the PDF is missing, and no text could be read", "copy the file again");
    if (document.pages.empty())
      return fail(ErrorCode::kFileDamaged,
                  "the PDF has no pages" + (facts->complaints > 0 ? ": " + facts->first_complaint : std::string()));
    if (facts->complaints > 0 || facts->rebuilt_table) {
      const std::string reason = facts->first_complaint.empty() ? "its table of objects is broken and was guessed" : facts->first_complaint;
      return fail(ErrorCode::kFileDamaged, "the PDF is damaged, and no text could be read: " + reason,
                  "save it anew with the program that made it; where its pages are scans, run OCR over it first");
    }
    if (std::any_of(facts->fonts.begin(), facts->fonts.end(), [](const FontFacts& font) { return font.untold; })) {
      std::set<std::string> names;
      for (const FontFacts& font : facts->fonts) {
        if (font.untold) names.insert(font.name);
      }
      return fail(ErrorCode::kNoTextLayer,
                  "no font of the PDF tells which letters it draws: " + listed(names, [](const std::string& name) { return name; }),
                  "run OCR over it first");
    }
    return fail(ErrorCode::kNoTextLayer, "no page of the PDF has text; it may be a scan", "run OCR over it first");
  }
  document.source.format = Format::kPdf;
  document.source.pages = facts->pages;
  document.source.producer = facts->producer;
  document.metadata = facts->metadata;
  add_diagnostics(document, *facts, notes);
  doubts.tell(facts->fonts, document);
  return document;
}

}  // namespace jangbu
