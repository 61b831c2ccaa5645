// Opens a PDF with Poppler, checks what could make it loop or crash, and hands out page after page as captured.
// Slimmed content is tried first; if Poppler complains about it, the page is drawn again as it is, and only the
// complaints of that count.
// Hard cases: encryption that Poppler does not know and treats as plain, character maps that use themselves,
// catalogs whose forms never end. All of Poppler's exceptions end here and become errors.
#include "extractors/pdf/poppler_capture.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <exception>
#include <mutex>
#include <optional>
#include <string_view>

#include "extractors/pdf/capture_device.h"
#include "extractors/pdf/page_drawer.h"
#include "extractors/pdf/poppler_settings.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

struct Complaints {
  std::uint64_t count = 0;
  std::string first;
  int first_page = 0;
  int page = 0;
};

// Poppler reports errors to one callback of the process, without saying for which document. Reading stays on one thread, so
// the thread tells: this is the only mutable static of the library, and it points nowhere while no document is being read.
thread_local Complaints* complaints_of_this_thread = nullptr;

void on_complaint(ErrorCategory category, Goffset, const char* message) {
  if (complaints_of_this_thread == nullptr) return;
  // Warnings, and what concerns settings or rights, say nothing about the text.
  if (category == errSyntaxWarning || category == errConfig || category == errNotAllowed || category == errCommandLine) return;
  Complaints& complaints = *complaints_of_this_thread;
  if (complaints.count++ == 0) {
    complaints.first = std::string(message).substr(0, 200);
    complaints.first_page = complaints.page;
  }
}

class ComplaintScope {
 public:
  explicit ComplaintScope(Complaints& complaints) { complaints_of_this_thread = &complaints; }
  ~ComplaintScope() { complaints_of_this_thread = nullptr; }
  ComplaintScope(const ComplaintScope&) = delete;
  ComplaintScope& operator=(const ComplaintScope&) = delete;
};

// May the page show pictures? They are not decoded and leave nothing behind, but white text on them is to be read.
bool has_pictures(::Page* page) {
  if (page == nullptr || page->getResourceDict() == nullptr) return true;
  const Object objects = page->getResourceDict()->lookup("XObject");
  return objects.isDict() && objects.dictGetLength() > 0;
}

std::string_view view_of(std::span<const std::byte> bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

// Keeps of the catalog what reading pages needs. Hancom's output intent alone costs Poppler 80 % of its time on a page, and a
// form can be built so that visiting its fields never ends. The catalog is fetched anew at each use: the copy goes back.
void slim_catalog(PDFDoc& pdf) {
  XRef* xref = pdf.getXRef();
  const Object catalog = xref->getCatalog();
  if (!catalog.isDict()) return;
  Object slim(new Dict(xref));
  for (const char* key : {"Type", "Pages", "OCProperties", "Version", "Lang"}) {
    Object value = catalog.getDict()->lookupNF(key).copy();
    if (!value.isNull()) slim.dictAdd(key, std::move(value));
  }
  xref->setModifiedObject(&slim, xref->getRoot());
}

// Poppler follows a CMap that uses itself until the stack ends. Real ones use one other, by name. The word stands in the plain
// part of the file: dictionaries of streams are never compressed.
bool cmap_loops(PDFDoc& pdf, std::span<const std::byte> bytes) {
  if (view_of(bytes).find("UseCMap") == std::string_view::npos) return false;
  constexpr int kLongestChain = 8;
  XRef* xref = pdf.getXRef();
  for (int number = 0; number < xref->getNumObjects(); ++number) {
    const XRefEntry* entry = xref->getEntry(number, false);
    if (entry == nullptr || entry->type != xrefEntryUncompressed) continue;
    Object cmap = xref->fetch({number, entry->gen});
    for (int used = 0; cmap.isStream(); ++used) {
      if (used == kLongestChain) return true;
      cmap = cmap.streamGetDict()->lookup("UseCMap");
    }
  }
  return false;
}

// An encryption that Poppler does not know leaves the document looking plain, and its text as noise.
bool unknown_encryption(PDFDoc& pdf) {
  const Object* trailer = pdf.getXRef()->getTrailerDict();
  return trailer != nullptr && trailer->isDict() && !trailer->dictLookupNF("Encrypt").isNull() && !pdf.isEncrypted();
}

// A text of the information dictionary, cut at 4,096 bytes: more is no title.
std::string info_text(const Object& info, const char* key) {
  if (!info.isDict()) return {};
  const Object value = info.dictLookup(key);
  if (!value.isString()) return {};
  Unicode* points = nullptr;
  const int length = TextStringToUCS4(value.getString()->toStr().substr(0, 4096), &points);
  std::u32string text;
  for (int i = 0; i < length; ++i) {
    const auto c = static_cast<char32_t>(points[i]);
    // Control characters have no place in a title, and steer a terminal that shows it.
    if (c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0)) text.push_back(c);
  }
  std::free(points);
  return trim(to_nfc(to_utf8(text)));
}

// "D:20210813091500+09'00'" → "2021-08-13T09:15:00+09:00", as far as it goes.
std::string iso_date(std::string_view date) {
  if (date.starts_with("D:")) date.remove_prefix(2);
  const auto digits = [&](std::size_t at, std::size_t n) {
    if (date.size() < at + n) return false;
    return std::all_of(date.begin() + static_cast<std::ptrdiff_t>(at), date.begin() + static_cast<std::ptrdiff_t>(at + n),
                       [](char c) { return c >= '0' && c <= '9'; });
  };
  if (!digits(0, 8)) return {};
  const auto part = [&](std::size_t at, std::size_t n) { return std::string(date.substr(at, n)); };
  std::string out = part(0, 4) + "-" + part(4, 2) + "-" + part(6, 2);
  if (!digits(8, 6)) return out;
  out += "T" + part(8, 2) + ":" + part(10, 2) + ":" + part(12, 2);
  if (date.size() > 14 && date[14] == 'Z') return out + "Z";
  if (date.size() > 14 && (date[14] == '+' || date[14] == '-') && digits(15, 2)) {
    out += date[14] + part(15, 2) + ":";
    out += date.size() >= 20 && date[17] == '\'' && digits(18, 2) ? part(18, 2) : "00";
  }
  return out;
}

// The last two kilobytes: something may stand behind the mark.
bool lacks_end_mark(std::span<const std::byte> bytes) {
  const std::string_view all = view_of(bytes);
  return all.substr(all.size() - std::min<std::size_t>(all.size(), 2048)).find("%%EOF") == std::string_view::npos;
}

// Tells when slimmed content was met with an error. What counts then is what Poppler makes of the whole content, errors too: the first
// reading leaves nothing but its time.
struct ContentErrors {
  Complaints& complaints;
  Complaints before;
  bool met = false;

  void watch(bool begins) {
    if (begins) before = complaints;
    met = !begins && complaints.count > before.count;
  }
  void forget() {
    complaints = before;
    met = false;
  }
};

// The reason that tells what to do comes first: a password, a copy that was cut off, damage.
Unexpected cannot_open(int code, const ExtractOptions& options, const PdfFacts& facts) {
  if (code == errEncrypted) {
    if (options.password.empty()) return fail(ErrorCode::kEncrypted, "the PDF is encrypted", "give its password, or save it without one");
    return fail(ErrorCode::kPasswordWrong, "the password does not open the PDF");
  }
  if (facts.end_missing)
    return fail(ErrorCode::kFileTruncated, "the end of the PDF is missing, and its pages cannot be found", "copy the file again");
  return fail(ErrorCode::kFileDamaged, "the structure of the PDF cannot be followed");
}

Result<PdfFacts> capture(std::span<const std::byte> bytes, const ExtractOptions& options, const PageConsumer& consume) {
  PdfFacts facts;
  facts.end_missing = lacks_end_mark(bytes);
  // Readers accept something in front of the header.
  if (view_of(bytes).substr(0, 4096).find("%PDF-") == std::string_view::npos) {
    return fail(ErrorCode::kFileDamaged, "no PDF header near the start of the file");
  }
  const auto deadline = CpuDeadline(options.limits.cpu_seconds);
  start_poppler();
  Complaints complaints;
  const ComplaintScope scope(complaints);

  std::optional<GooString> password;
  if (!options.password.empty()) password.emplace(options.password);
  // The document owns the stream; the stream borrows the bytes.
  auto* stream = new MemStream(view_of(bytes).data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull));
  PDFDoc pdf(stream, password, password, nullptr, [&facts] { facts.rebuilt_table = true; });
  if (!pdf.isOk()) return cannot_open(pdf.getErrorCode(), options, facts);

  if (unknown_encryption(pdf))
    return fail(ErrorCode::kEncrypted, "the PDF is encrypted in a way that cannot be read", "save it without a password");
  if (cmap_loops(pdf, bytes)) return fail(ErrorCode::kFileDamaged, "a character map of the PDF refers to itself");

  const Object info = pdf.getDocInfo();
  facts.metadata = {info_text(info, "Title"), info_text(info, "Author"), iso_date(info_text(info, "CreationDate")),
                    iso_date(info_text(info, "ModDate"))};
  facts.producer = info_text(info, "Producer");
  slim_catalog(pdf);

  facts.pages = pdf.getNumPages();
  if (facts.pages <= 0) return cannot_open(errBadCatalog, options, facts);
  if (facts.pages > options.limits.pages) {
    return fail(ErrorCode::kLimitPages, std::to_string(facts.pages) + " pages, " + std::to_string(options.limits.pages) + " are allowed");
  }

  CapturedPage page;
  CaptureDevice device(page, options.limits, deadline);
  ContentErrors errors{complaints, {}};
  PageDrawer drawer(pdf, device, [&errors](bool begins) { errors.watch(begins); });
  std::uint64_t code_points = 0;
  for (int number = 1; number <= facts.pages; ++number) {
    page.clear();
    page.number = complaints.page = number;
    page.width = page.height = 0;
    drawer.draw(number);
    if (errors.met) {
      errors.forget();
      page.clear();
      drawer.draw(number, PageDrawer::Content::kWhole);
    }
    if (device.must_stop()) return *device.stopped();
    // Only white text asks what lies below it.
    const bool any_white = std::any_of(page.glyphs.begin(), page.glyphs.end(), [](const Glyph& glyph) { return glyph.white; });
    page.pictures = any_white && has_pictures(pdf.getPage(number));
    code_points += page.text.size();
    facts.oversized_glyphs += page.oversized_glyphs;
    if (code_points > options.limits.text_code_points) return fail(ErrorCode::kLimitText, "more text in the PDF than allowed");
    if (Status consumed = consume(page); !consumed) return consumed.forward();
  }
  facts.fonts = device.fonts();
  facts.complaints = complaints.count;
  facts.first_complaint = std::move(complaints.first);
  facts.first_complaint_page = complaints.first_page;
  return facts;
}

}  // namespace

// Poppler's parameters live for the whole process, once for all documents and threads.
void start_poppler() {
  static const GlobalParamsIniter held(&on_complaint);
  static std::once_flag once;
  std::call_once(once, [] { setErrorCallback(&on_complaint); });
}

Result<PdfFacts> capture_pages(std::span<const std::byte> bytes, const ExtractOptions& options, const PageConsumer& consume) {
  if (bytes.empty()) return fail(ErrorCode::kFileEmpty, "the file has no bytes", "copy it again");
  try {
    return capture(bytes, options, consume);
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::kLimitMemory, "out of memory while reading the PDF");
  } catch (const std::exception& error) {
    return fail(ErrorCode::kInternal, std::string("Poppler: ") + error.what());
  } catch (...) {
    return fail(ErrorCode::kInternal, "Poppler threw something that is no exception");
  }
}

}  // namespace jangbu
