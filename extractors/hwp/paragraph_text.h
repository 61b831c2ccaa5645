// ParagraphText: the text record of one paragraph, given out piece by piece around the controls that stand in it.
//
// Facts: HWP 5.0 specification, 4.3.2 — UTF-16LE code units; below 32 they are controls: 0, 10, 13 and 24–31 take one unit, all
// others eight. Of the latter 1–3, 11, 12, 14–18 and 21–23 ("extended") stand for a control that follows as a CTRL_HEADER record, whose
// id they repeat in their second and third unit; the rest ("inline") stand for themselves (9 is a tab).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extractors/hangul/byte_view.h"

namespace jangbu::hwp {

class ParagraphText {
 public:
  void clear();
  // Payload of PARA_TEXT. False where a control is cut off by the end of the record.
  bool assign(hangul::Bytes payload);

  // Leaves out the units from `first` to before `last`, as a tracked change has deleted them. Before anything is taken, in ascending
  // order: what lies before the end of the last call is not looked at again. False where nothing stands there.
  bool remove(std::size_t first, std::size_t last);

  // What stands from `first` to before `last` is raised: a mark behind a figure becomes raised characters (text/raised.h).
  void raise(std::size_t first, std::size_t last);

  enum class Control : std::uint8_t { kMissing, kShown, kRemoved };
  // UTF-8 of all that stands before the next extended control with this id, and steps over it. kMissing, and nothing
  // taken, where no such control is ahead; kRemoved where it is among what was left out.
  Control take_until_control(std::uint32_t id, std::string& out);
  // Passes over this text if it comes next and a field ends behind it.
  bool pass_field(std::u16string_view text);
  void take_rest(std::string& out);
  // Position of the first unit that shows, for looking up its shape; 0 where there is none.
  std::uint32_t first_visible() const;

 private:
  void decode(std::size_t first, std::size_t last, std::string& out) const;

  std::u16string units_;
  std::vector<std::size_t> removed_controls_;  // where extended controls stand that were left out
  std::size_t removed_to_ = 0;
  std::size_t cursor_ = 0;
};

}  // namespace jangbu::hwp
