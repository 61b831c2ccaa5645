#include "extractors/registry.h"

#include "extractors/pdf/pdf_extractor.h"
#include "extractors/text/text_extractor.h"

namespace jangbu {

ExtractFunction extractor_for(Format format) {
  switch (format) {
    case Format::kText: return extract_text;
    case Format::kPdf: return extract_pdf;
    case Format::kHwp:
    case Format::kHwpx:
    case Format::kHwp3:
    case Format::kHwpml: return nullptr;
  }
  return nullptr;
}

}  // namespace jangbu
