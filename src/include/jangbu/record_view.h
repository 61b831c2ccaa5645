// One record of an output folder, for people: what it says, where it stands, and the cut-out of the page that prints it.
//
//   auto seen = jangbu::view_record("out", "a1a9547eee5e3fada981", {});
//   auto png = jangbu::picture_of(*seen, {});    // where seen->page is set
//
// Thread rule: reentrant.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "jangbu/geometry.h"
#include "jangbu/inspect.h"
#include "jangbu/result.h"

namespace jangbu {

struct ViewedFigure {
  std::string field;       // as in the records: "payment"
  std::string text;        // as printed
  std::string value;       // JSON; empty where there is none
  std::optional<Box> box;  // on RecordView::page
};

struct RecordView {
  std::string record_id, record_type, document_id;
  std::string path;  // of the file, as the output names it
  std::string organization, as_of, name, currency;
  std::vector<std::string> labels;  // its row's labels, outermost first; the last is `name`, but of a total
  std::string table;                // empty for what stands in prose
  int row = -1;
  std::vector<ViewedFigure> figures;  // in the order of the table
  // The page that prints it. Of a document without pages: of a rendition of the same report that has some and holds the same record, whose
  // file `pictured` is then; else nothing.
  std::optional<int> page;
  std::string pictured;            // path of the file that has the page; empty: none has
  std::filesystem::path location;  // where that file was read from
  std::string sha256;              // of its bytes
};

// `field`: of that figure alone; empty: of all of the row. `id` may be the beginning of an id, where there is one such only. Errors:
// path_missing (no such output, record or field), output_damaged.
Result<RecordView> view_record(const std::filesystem::path& output, const std::string& id, const std::string& field);

// The strip of the page with its figures framed, as PNG; of `options` form, page and marks are set here. Errors: page_missing (no page
// prints it), path_missing and file_damaged (the file is not as it was read any more), those of inspect().
Result<std::string> picture_of(const RecordView& record, const InspectOptions& options);

}  // namespace jangbu
