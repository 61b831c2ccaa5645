// One line a format.
#include "extractors/registry.h"

#include "extractors/hwp/hwp_extractor.h"
#include "extractors/hwp3/hwp3_extractor.h"
#include "extractors/hwpml/hwpml_extractor.h"
#include "extractors/hwpx/hwpx_extractor.h"
#include "extractors/pdf/pdf_extractor.h"
#include "extractors/text/text_extractor.h"

namespace jangbu {

ExtractFunction extractor_for(Format format) {
  switch (format) {
    case Format::kText: return extract_text;
    case Format::kPdf: return extract_pdf;
    case Format::kHwp: return extract_hwp;
    case Format::kHwpx: return extract_hwpx;
    case Format::kHwp3: return extract_hwp3;
    case Format::kHwpml: return extract_hwpml;
  }
  return nullptr;
}

}  // namespace jangbu
