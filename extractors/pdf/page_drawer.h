// Draws page after page of a PDF on a CaptureDevice.
//
// Two things make this several times as fast as Poppler's own way, and are why it is done here. The content of a page is inflated at
// once and slimmed (page_content.h) before it is parsed. And the fonts of a page, which Poppler makes anew for each and is busy with as
// long as with reading it, stay: while pages look alike and agree on their fonts' names, they are drawn by one interpreter. (A page that
// uses a font's name without having it among its own resources may then get another page's font instead of none.)
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "extractors/pdf/capture_device.h"
#include "extractors/pdf/page_resources.h"

namespace jangbu {

class PageDrawer {
 public:
  enum class Content { kSlimmed, kWhole };

  // Called when slimmed content is about to be displayed, and when it has been.
  using Watch = std::function<void(bool begins)>;

  // Borrows both.
  PageDrawer(PDFDoc& pdf, CaptureDevice& device, Watch watch)
      : pdf_(pdf), device_(device), watch_(std::move(watch)), resources_(pdf.getXRef()) {}

  // Pages count from 1. Damaged ones stay empty, or as far as they can be read; whether to stop is the device's to tell.
  void draw(int number, Content as = Content::kSlimmed);

 private:
  struct Geometry {
    PDFRectangle box, crop_box;
    bool crop = true;
    int rotation = 0;
  };

  XRef* xref() { return pdf_.getXRef(); }
  void prepare(::Page& page, int number, Content as);
  void display(Object& contents);
  bool same(const Geometry& geometry) const;
  bool agree(const Object& fonts) const;
  void add(const Object& fonts);

  PDFDoc& pdf_;
  CaptureDevice& device_;
  Watch watch_;
  SlimResources resources_;
  std::unique_ptr<Gfx> gfx_;                       // none after a page that may have left something behind
  Geometry geometry_;                              // of its pages
  std::map<std::string, Ref, std::less<>> fonts_;  // it has
  int layers_ = 0;                                 // it has them in
};

}  // namespace jangbu
