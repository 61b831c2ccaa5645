// The resources of a page (ISO 32000-1, 7.8.3) as a PageDrawer hands them to Poppler: without what costs much and shows nowhere.
//
// - A graphics state has two dozen entries, which Poppler looks for one by one at each `gs`; five of them tell on what is captured.
// - Colours by ICC profiles are taken as plain ones.
// - An image is parsed anew, its decoders made ready, each time that a page shows it, and none is ever looked into.
// - The file of a simple font is inflated and parsed for its encoding, also where the font has one of its own and the file's is not used.
#pragma once

#include <map>

#include "extractors/pdf/poppler_private.h"

namespace jangbu {

struct PageResources {
  Object others;            // a dictionary
  Object fonts;             // a dictionary of references
  bool fonts_named = true;  // false: there are fonts that are no references, and all fonts are among the others
};

// Of one document. What pages share is made once.
class SlimResources {
 public:
  explicit SlimResources(XRef* xref) : xref_(xref) {}

  // `resources` may be null.
  PageResources of_page(const Dict* resources);
  // A font to be used in the place of `reference`.
  Object font(const Object& reference);

 private:
  using Change = Object (*)(const Object&, XRef*);
  using Made = std::map<Ref, Object>;

  Object with_each(const Object& dictionary, Change change, Made& made);
  Object changed(const Object& entry, Change change, Made& made);
  Object without_images(const Object& objects);

  XRef* xref_;
  Made states_, colours_, fonts_, objects_;
  Object image_;  // shown in the place of each image
};

}  // namespace jangbu
