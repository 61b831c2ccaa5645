// Inspect: what was seen on a page, drawn so that people can check it: text runs, drawn lines, shading, the grids that were
// found and their header rows. For finding out why a table was misread, and for showing it to others.
//
//   auto drawing = jangbu::inspect(bytes, {.form = jangbu::InspectForm::kSvg, .page = 28});
//
// Thread rule: reentrant; the bytes are borrowed for the length of the call.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "jangbu/geometry.h"
#include "jangbu/limits.h"
#include "jangbu/reader_child.h"
#include "jangbu/result.h"

namespace jangbu {

enum class InspectForm {
  kText,  // every table as a grid of text, for every format; of PDFs also what stands on each page
  kSvg,   // the page as it was understood: runs as text, lines, grids. PDF only
  kPng,   // the page as a reader shows it, with what was seen drawn over it. PDF only
  kPage,  // the page as a reader shows it, as PNG, and nothing over it: the document is not read for it. PDF only
};

struct InspectOptions {
  InspectForm form = InspectForm::kText;
  int page = 0;      // from 1; 0: all pages for text, the first for drawings
  double dpi = 144;  // of a PNG
  std::vector<Box> marked =
      {};  // kPage: only the strip of the page that holds these boxes and some around it, with a frame around each; none: all of the page
  std::string profiles = {};  // folder of table profiles; empty: those built in
  std::string password = {};
  Limits limits = {};
  std::filesystem::path reader =
      {};  // program that reads in a child process with limits (reader_child.h); empty: it is read in this process
  std::shared_ptr<ReadyReader> ready_reader = {};  // that child, if it is there already
  Sandbox sandbox = Sandbox::kAuto;                // of that child
};

// SVG and text are UTF-8; the text may hold whatever the document does, control characters included. Errors: those of reading the document;
// page_missing; format_unsupported where a page is to be drawn of a format that has none.
Result<std::string> inspect(std::string_view bytes, const InspectOptions& options);

}  // namespace jangbu
