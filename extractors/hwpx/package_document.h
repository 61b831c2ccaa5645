// content.hpf: the package document, which lists the parts of an HWPX file, their reading order, and what it says about itself.
//
// Facts: KS X 6101, 9; the form is that of the Open Packaging Format 2.0: manifest/item (id, href), spine/itemref (idref), metadata/title
// and metadata/meta (name: creator, CreatedDate, ModifiedDate). Spines list headers and scripts besides sections.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "extractors/hangul/byte_source.h"
#include "jangbu/document.h"

namespace jangbu::hwpx {

struct PackageDocument {
  Metadata metadata;
  std::map<std::string, std::string, std::less<>> parts;  // id → href
  std::vector<std::string> reading_order;                 // hrefs
};

// Errors: those of XmlScanner.
Result<PackageDocument> read_package_document(hangul::ByteSource& source);

// version.xml: application and appVersion. Empty where it says nothing.
std::string read_producer(hangul::ByteSource& source);

}  // namespace jangbu::hwpx
