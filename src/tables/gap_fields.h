// Pieces of a line that runs of blanks part, with the columns of characters that they take up.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jangbu {

struct GapField {
  std::string text;
  int begin = 0, end = 0;  // columns of characters, half open
  double centre() const { return (begin + end) / 2.0; }
};

// How wide a Hangul syllable counts: pdftotext -layout lines up characters, people line up what they see on a terminal.
enum class CharacterWidth { kOne, kDisplayed };

// Parted by two or more blanks; figures also by one.
std::vector<GapField> gap_fields(std::string_view line, CharacterWidth width);

}  // namespace jangbu
