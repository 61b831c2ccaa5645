#include "extractors/pdf/page_content.h"

#include <array>
#include <cstring>
#include <optional>

#include "extractors/pdf/content_reader.h"

namespace jangbu {
namespace {

bool builds_path(std::string_view name) {
  constexpr std::string_view kAll = "mlchvy";
  return name == "re" || (name.size() == 1 && kAll.find(name.front()) != std::string_view::npos);
}

bool ends_path(std::string_view name) {
  constexpr std::string_view kAll = "SsfFBbn";
  return name == "f*" || name == "B*" || name == "b*" || (name.size() == 1 && kAll.find(name.front()) != std::string_view::npos);
}

// A path that is not painted: at most it clips, which ends with the saved state. (Poppler ends a page at operators that lack operands.)
bool paints_nothing(const Operation& operation) {
  const std::string_view name = operation.name;
  if (name == "m" || name == "l") return operation.only_numbers(2);
  if (name == "v" || name == "y" || name == "re") return operation.only_numbers(4);
  if (name == "c") return operation.only_numbers(6);
  return (name == "h" || name == "W" || name == "W*" || name == "n") && operation.only_numbers(0);
}

bool begins_path(const Operation& operation) {
  return (operation.name == "m" && operation.only_numbers(2)) || (operation.name == "re" && operation.only_numbers(4));
}

// Parts of the graphics state that showing text depends on.
enum Part { kColour, kFont, kRendering, kWidth, kCharacterSpace, kWordSpace, kScale, kLeading, kRise, kTextMatrix, kParts };

std::optional<Part> part_set_by(const Operation& operation) {
  const std::string_view name = operation.name;
  if (name == "Tf") return operation.names == 1 && operation.numbers == 1 && !operation.array && !operation.others ? std::optional(kFont) : std::nullopt;
  if (name == "rg" && operation.only_numbers(3)) return kColour;
  if (name == "k" && operation.only_numbers(4)) return kColour;
  if (name == "BT" && operation.only_numbers(0)) return kTextMatrix;
  if (!operation.only_numbers(1)) return std::nullopt;
  if (name == "g") return kColour;
  if (name == "w") return kWidth;
  if (name == "Tc") return kCharacterSpace;
  if (name == "Tw") return kWordSpace;
  if (name == "Tz") return kScale;
  if (name == "TL") return kLeading;
  if (name == "Ts") return kRise;
  return name == "Tr" ? std::optional(kRendering) : std::nullopt;
}

bool shows_text(std::string_view name) { return name == "TJ" || name == "Tj"; }

// Changes and needs none of them but the text's matrix, which `Tm` puts anew.
bool goes_with_text(std::string_view name) { return name == "ET" || name == "Tm" || name == "BDC" || name == "BMC" || name == "EMC"; }

class Slimmer {
 public:
  explicit Slimmer(const std::string& content) : in_(content), out_(content.size(), '\0'), reader_(content, out_.data()) {}

  SlimContent slim() {
    Operation operation;
    for (;;) {
      begin_ = end_;
      if (reader_.next(operation, end_)) {
        look_at(operation);
      } else if (put_off_) {
        take_back();
      } else {
        break;
      }
    }
    stroke_now();
    SlimContent slim{std::move(out_), operation.begin == in_.size() && marked_ == 0 && !clipping_};
    slim.text.resize(end_);
    if (operation.begin < in_.size()) slim.text.append(" ").append(in_, operation.begin);
    return slim;
  }

 private:
  // Where in a piece of text the reading stands: a saved state, a matrix, text, the end of the saved state.
  enum Phase { kOutside, kSaved, kInside, kEnded, kSavedAgain };

  void look_at(const Operation& operation) {
    if (unneeded(operation)) return leave_out();
    if (operation.name == "BDC" || operation.name == "BMC") ++marked_;
    if (operation.name == "EMC" && marked_ > 0) --marked_;
    switch (phase_) {
      case kOutside: return look_outside(operation);
      case kSaved:
        if (operation.name != "cm" || !operation.only_numbers(6)) return look_outside(operation);
        matrix_ = written();
        in_force_.fill({});
        set_ = 0;
        phase_ = kInside;
        hollow_.reset();
        return;
      case kInside:
        if (look_inside(operation)) return;
        return put_off_ ? take_back() : look_outside(operation);
      case kEnded:
        if (operation.name != "q" || !operation.only_numbers(0)) return take_back();
        phase_ = kSavedAgain;
        return leave_out();
      case kSavedAgain:
        if (written() != matrix_) return take_back();
        set_ = 0;
        phase_ = kInside;
        return leave_out();
    }
  }

  // False of what does not belong to a piece of text.
  bool look_inside(const Operation& operation) {
    if (const auto part = part_set_by(operation)) return set(*part);
    if (shows_text(operation.name)) return !put_off_ || all_set();
    if (operation.name != "Q" || !operation.only_numbers(0)) return goes_with_text(operation.name);
    put_off_ = {begin_, operation.begin, marked_};
    phase_ = kEnded;
    leave_out();
    return true;
  }

  bool set(Part part) {
    const std::string_view value = written();
    // Text may also add to the clip, which lasts until the state's end.
    if (part == kRendering && value.find_first_not_of("0123 Tr") != std::string_view::npos) return false;
    set_ |= 1u << part;
    if (part != kTextMatrix && in_force_[part] == value) {
      leave_out();
    } else {
      in_force_[part] = value;
    }
    if (part == kWidth) width_ = value;
    return true;
  }

  bool all_set() const {
    for (unsigned part = 0; part < kParts; ++part) {
      if (!in_force_[part].empty() && (set_ & 1u << part) == 0) return false;
    }
    return true;
  }

  // Reads on from the end of the saved state that was put off, which is now left as it is.
  void take_back() {
    end_ = put_off_->out;
    marked_ = put_off_->marked;
    reader_.back_to(put_off_->in);
    put_off_.reset();
    phase_ = kOutside;
  }

  void look_outside(const Operation& operation) {
    const std::string_view name = operation.name;
    phase_ = name == "q" ? kSaved : kOutside;
    if (name == "Q" && hollow_ && !path_ && operation.only_numbers(0)) {
      end_ = *hollow_;
      hollow_.reset();
      return;
    }
    if (!paints_nothing(operation)) hollow_.reset();
    if (builds_path(name)) {
      path_ = true;
      // Without a beginning this path would go on where the last one ended.
      if (postponed_ == begin_ && !begins_path(operation)) stroke_now();
      return;
    }
    if (name == "w" && operation.only_numbers(1) && written() == width_) return leave_out();
    if (name == "S" && !clipping_ && operation.only_numbers(0)) {
      postponed_ = begin_;
      path_ = false;
      return leave_out();
    }
    stroke_now();
    clipping_ = name.front() == 'W';
    if (ends_path(name)) path_ = false;
    if (name == "q" && !path_ && operation.only_numbers(0)) hollow_ = begin_;
    if (name == "CS") patterns_ = true;
    if (name == "w") width_ = written();
    if (name == "Q" || name == "gs") width_.clear();
  }

  // The stroke that was postponed, before what was written since.
  void stroke_now() {
    if (!postponed_) return;
    char* const place = out_.data() + *postponed_;
    std::memmove(place + 2, place, end_ - *postponed_);
    std::memcpy(place, " S", 2);
    begin_ += 2;
    end_ += 2;
    postponed_.reset();
  }

  bool unneeded(const Operation& operation) const {
    const std::string_view name = operation.name;
    if (name == "J" || name == "j" || name == "M" || name == "i") return operation.only_numbers(1);
    if (name == "d") return operation.array && operation.numbers == 1 && operation.names == 0 && !operation.others;
    // Strokes may be patterns, which are drawn as areas.
    if (patterns_) return false;
    return (name == "G" && operation.only_numbers(1)) || (name == "RG" && operation.only_numbers(3)) || (name == "K" && operation.only_numbers(4));
  }

  // The operation that is being looked at, as it is written.
  std::string_view written() const {
    const std::string_view text(out_.data() + begin_, end_ - begin_);
    return text.substr(text.front() == ' ' ? 1 : 0);
  }
  void leave_out() { end_ = begin_; }

  struct PutOff {
    std::size_t out, in;
    int marked;
  };

  const std::string& in_;
  std::string out_;
  ContentReader reader_;
  std::size_t begin_ = 0, end_ = 0;       // in what is written: of the operation that is being looked at
  std::optional<std::size_t> postponed_;  // where a stroke belongs
  std::string width_;                     // of lines, as written; empty where it is not known
  int marked_ = 0;                        // contents marked and not ended
  bool patterns_ = false, clipping_ = false;
  bool path_ = false;                     // begun and not ended
  std::optional<std::size_t> hollow_;     // where the last saved state begins, while it has painted nothing

  Phase phase_ = kOutside;
  std::optional<PutOff> put_off_;          // the end of a saved state
  std::string matrix_;                     // the first thing put in it
  std::array<std::string, kParts> in_force_;  // what was set since, as written; empty: what was in force outside
  unsigned set_ = 0;                       // the parts set since the end that was put off
};

}  // namespace

SlimContent slim_content(const std::string& content) { return Slimmer(content).slim(); }

}  // namespace jangbu
