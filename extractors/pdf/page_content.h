// The content of a page without what no reader of tables looks at.
//
// Hancom draws each dash of a dashed line as a line of its own, with colour, dash pattern, cap and join before it, and each word within a
// saved state of its own, with matrix, colour and font before it: two thirds of what such a page consists of, and passing over it here
// costs a fraction of what it takes Poppler's parser. Left out:
// - colours of strokes, dash patterns, caps, joins, miter limits, flatness;
// - the width of lines where it is the one already in force, and strokes between paths of the same look: one stroke draws them all;
// - gaps between the dashes of a line that a reader of tables takes for none, at most 1.5 points: from the third on they are one;
// - saved states that only clip, and paint nothing;
// - the end of a saved state and the beginning of the next, where both put the same matrix first, only show text, and the second sets all
//   that the first has set before it shows any; and what it sets to what is in force.
//
// Only what stands as the specification says, operands and operator, is left out. All else, damage too, is passed on as it is, and from
// an inline image or a thing without an end on everything is. But for the dashes, what Poppler paints on a CaptureDevice is the same,
// piece by piece. (Not so the place of text outside of a text object, which the specification forbids: it is where the last path was.)
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace jangbu {

// The streams of a page's content, one after the other. The specification lets no token run over a stream's end; a reader meets a blank
// there, whether the stream ends with one or not.
struct JoinedContent {
  std::string text;                // parted by a blank each
  std::vector<std::size_t> seams;  // where these blanks are, growing
};

struct SlimContent {
  std::string text;
  // It ends the marked content that it begins, and asks for no clip without a path to go with. Not so where not all of it could be
  // followed.
  bool complete = false;
  // A string or an inline image runs over a stream's end, or may: there a blank would be part of it. What is right is only the streams as
  // they are; `text` is not to be used.
  bool cut = false;
};

// Two blanks longer than `content` at most.
SlimContent slim_content(const JoinedContent& content);
SlimContent slim_content(const std::string& content);

}  // namespace jangbu
