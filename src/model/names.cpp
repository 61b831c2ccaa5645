// Names of formats and places, as the output has them.
#include "jangbu/document.h"

namespace jangbu {

std::string_view format_name(Format format) {
  switch (format) {
    case Format::kText: return "text";
    case Format::kPdf: return "pdf";
    case Format::kHwp: return "hwp";
    case Format::kHwpx: return "hwpx";
    case Format::kHwp3: return "hwp3";
    case Format::kHwpml: return "hwpml";
  }
  return "unknown";
}

std::string_view where_name(Where where) {
  switch (where) {
    case Where::kBody: return "body";
    case Where::kCell: return "cell";
    case Where::kTextBox: return "text_box";
    case Where::kHeader: return "header";
    case Where::kFooter: return "footer";
    case Where::kNote: return "note";
    case Where::kMasterPage: return "master_page";
  }
  return "body";
}

std::string_view furniture_place_name(FurniturePlace place) {
  switch (place) {
    case FurniturePlace::kHeader: return "header";
    case FurniturePlace::kFooter: return "footer";
    case FurniturePlace::kPageNumber: return "page_number";
  }
  return "header";
}

}  // namespace jangbu
