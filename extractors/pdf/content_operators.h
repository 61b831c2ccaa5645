// What operators of a page's content (ISO 32000-1, annex A) do, as far as leaving some of them out depends on it.
#pragma once

#include <optional>
#include <string_view>

#include "extractors/pdf/content_reader.h"

namespace jangbu {

bool builds_path(std::string_view name);
bool begins_path(const Operation& operation);
bool ends_path(std::string_view name);
// A path that is not painted: at most it clips, which ends with the saved state. (Poppler ends a page at operators that lack operands.)
bool paints_nothing(const Operation& operation);

// Parts of the graphics state that showing text depends on.
enum Part { kColour, kFont, kRendering, kWidth, kCharacterSpace, kWordSpace, kScale, kLeading, kRise, kTextMatrix, kParts };
std::optional<Part> part_set_by(const Operation& operation);
bool shows_text(std::string_view name);
// Changes and needs none of the parts but the text's matrix, which `Tm` puts anew.
bool goes_with_text(std::string_view name);

// Colours of strokes apart, which are needed where they are patterns: these are areas.
bool sets_looks_of_strokes(const Operation& operation);
bool sets_colour_of_strokes(const Operation& operation);

}  // namespace jangbu
