// Copies a page's content and leaves out what does not show in tables. Reading and writing go side by side: each
// operation is written by the reader, looked at, and taken back where it is not needed (leave_out). A stroke is put
// off until something comes that needs it, so that many paths are stroked at once. The end of a saved state is put
// off until the next one proves to begin alike.
// The hard case is to change nothing that is painted: whatever is not known by name and operands ends all
// postponing, and where a piece of text turns out different after all, reading goes back to where it was put off
// (take_back).
#include "extractors/pdf/page_content.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <optional>
#include <span>
#include <string_view>

#include "extractors/pdf/content_operators.h"
#include "extractors/pdf/content_reader.h"

namespace jangbu {
namespace {

// One stroke of two points, as it is written: a dash of a dashed line, for all we know.
struct Dash {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  std::size_t begin = 0, line_begin = 0;  // of its `m` and of its `l`
  int count = 1;                          // dashes so far
};

// Where the gaps are so small that a reader of tables takes them for none (drawn_lines.cpp), dashes are drawn as one. Not the first ones:
// three dots are no line.
bool continues(const Dash& last, const Dash& next) {
  constexpr double kSmallestGap = 0, kLargestGap = 1.5, kLongestDash = 12;
  const bool level = last.y0 == last.y1 && next.y0 == next.y1 && last.y0 == next.y0;
  const bool upright = last.x0 == last.x1 && next.x0 == next.x1 && last.x0 == next.x0;
  if (level == upright) return false;
  const double from = level ? last.x0 : last.y0, to = level ? last.x1 : last.y1, begin = level ? next.x0 : next.y0,
               end = level ? next.x1 : next.y1;
  const double gap = to > from ? begin - to : to - begin;
  return (to > from) == (end > begin) && gap >= kSmallestGap && gap <= kLargestGap && std::abs(end - begin) <= kLongestDash;
}

class Slimmer {
 public:
  Slimmer(const std::string& content, std::span<const std::size_t> seams)
      : in_(content), out_(content.size() + kMostAdded, '\0'), seams_(seams), reader_(content, out_.data(), seams) {}

  // At the end of what can be read, a state that was put off is written after all; what cannot be read follows as it
  // is.
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
    slim.cut = operation.begin < in_.size() && !seams_.empty() && seams_.back() >= operation.begin;
    slim.text.resize(end_);
    if (operation.begin < in_.size()) slim.text.append(" ").append(in_, operation.begin);
    return slim;
  }

 private:
  static constexpr std::size_t kMostAdded = 1;  // a blank behind a postponed stroke that is the first thing of all

  // Where in a piece of text the reading stands: a saved state, a matrix, text, the end of the saved state.
  enum Phase { kOutside, kSaved, kInside, kEnded, kSavedAgain };

  // One operation by the phase: looks of strokes go in any of them, all else depends on where in a piece of text it
  // stands.
  void look_at(const Operation& operation) {
    if (sets_looks_of_strokes(operation) || (!patterns_ && sets_colour_of_strokes(operation))) return leave_out();
    if (operation.name == "BDC" || operation.name == "BMC") ++marked_;
    if (operation.name == "EMC" && marked_ > 0) --marked_;
    switch (phase_) {
      case kOutside: return look_outside(operation);
      case kSaved:
        if (operation.name != "cm" || !operation.only_numbers(6)) return look_outside(operation);
        matrix_ = written();
        enlarged();
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

  // A value that is in force already is left out; what the text needs is kept by parts.
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

  // Text may be shown in the next state only if that has set all that the first had set.
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

  // Outside of pieces of text: paths, strokes and everything that is not known.
  void look_outside(const Operation& operation) {
    const std::string_view name = operation.name;
    phase_ = name == "q" ? kSaved : kOutside;
    // A saved state that painted nothing goes, with all that was written since it began.
    if (name == "Q" && hollow_ && !path_ && operation.only_numbers(0)) {
      end_ = *hollow_;
      hollow_.reset();
      --depth_;
      return;
    }
    if (!paints_nothing(operation)) hollow_.reset();
    if (builds_path(name)) {
      // Without a beginning this path would go on where the last one ended.
      if (postponed_ == begin_ && !begins_path(operation)) stroke_now();
      if (postponed_ == begin_) prologue_ = std::string_view(in_).substr(stroke_end_, operation.begin - stroke_end_);
      follow(operation);
      path_ = true;
      return;
    }
    if (name == "w" && operation.only_numbers(1) && written() == width_) return leave_out();
    if (name == "S" && !clipping_ && operation.only_numbers(0)) {
      leave_out();
      join_dashes();
      postponed_ = end_;
      path_ = false;
      // What was left out before the last path is left out before the next one if it is the same: mostly it is, and long.
      stroke_end_ = reader_.at();
      reader_.pass(prologue_);
      return;
    }
    stroke_now();
    if (name == "W" || name == "W*") clipping_ = true;
    if (ends_path(name)) path_ = clipping_ = false;
    if (name == "q" && !path_ && !clipping_ && operation.only_numbers(0)) hollow_ = begin_;
    if (name == "CS") patterns_ = true;
    if (name == "w") width_ = written();
    if (name == "Q" || name == "gs") width_.clear();
    if (name == "q") ++depth_;
    if (name == "Q") --depth_;
    if (name == "cm") enlarged();
    if (depth_ < scaled_at_) scaled_at_ = kNever;
  }

  // A matrix may enlarge the gaps between dashes, until its saved state ends.
  void enlarged() { scaled_at_ = std::min(scaled_at_, depth_); }

  // Remembers a path as a dash, while it can be one.
  void follow(const Operation& operation) {
    if (operation.name == "m" && !path_ && operation.only_numbers(2)) {
      stage_ = kMoved;
      dash_.x0 = operation.first;
      dash_.y0 = operation.second;
      dash_.begin = begin_;
    } else if (operation.name == "l" && stage_ == kMoved && operation.only_numbers(2)) {
      stage_ = kDrawn;
      dash_.x1 = operation.first;
      dash_.y1 = operation.second;
      dash_.line_begin = begin_;
    } else {
      stage_ = kNoDash;
    }
  }

  // At the end of a stroke that is put off.
  void join_dashes() {
    const bool dash = stage_ == kDrawn && scaled_at_ == kNever;
    stage_ = kNoDash;
    if (!dash) {
      last_dash_.reset();
      return;
    }
    const bool follows = last_dash_ && postponed_ == dash_.begin && continues(*last_dash_, dash_);
    constexpr int kFewest = 3;
    if (follows && last_dash_->count >= kFewest) {
      // The last one goes on to where this one ends.
      const std::size_t length = end_ - dash_.line_begin;
      std::memmove(out_.data() + last_dash_->line_begin, out_.data() + dash_.line_begin, length);
      end_ = last_dash_->line_begin + length;
      last_dash_->x1 = dash_.x1;
      last_dash_->y1 = dash_.y1;
    } else {
      dash_.count = follows ? last_dash_->count + 1 : 1;
      last_dash_ = dash_;
    }
  }

  // The stroke that was postponed, before what was written since.
  void stroke_now() {
    // Two bytes fit: each stroke that was left out has freed at least as many.
    if (!postponed_) return;
    char* const place = out_.data() + *postponed_;
    std::memmove(place + 2, place, end_ - *postponed_);
    // Where it comes first, what follows has no blank before it.
    std::memcpy(place, *postponed_ == 0 ? "S " : " S", 2);
    begin_ += 2;
    end_ += 2;
    postponed_.reset();
    prologue_ = {};
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
  std::span<const std::size_t> seams_;
  ContentReader reader_;
  std::size_t begin_ = 0, end_ = 0;       // in what is written: of the operation that is being looked at
  std::optional<std::size_t> postponed_;  // where a stroke belongs
  std::size_t stroke_end_ = 0;            // where it stands in the content
  std::string_view prologue_;             // what was left out between it and the path that follows
  std::string width_;                     // of lines, as written; empty where it is not known
  int marked_ = 0;                        // contents marked and not ended
  bool patterns_ = false;                 // strokes may be patterns, which are drawn as areas
  bool clipping_ = false;
  bool path_ = false;                  // begun and not ended
  std::optional<std::size_t> hollow_;  // where the last saved state begins, while it has painted nothing

  enum Stage { kNoDash, kMoved, kDrawn };
  static constexpr int kNever = std::numeric_limits<int>::max();
  Stage stage_ = kNoDash;
  Dash dash_;
  std::optional<Dash> last_dash_;
  int depth_ = 0, scaled_at_ = kNever;  // of saved states; the outermost one with a matrix of its own

  Phase phase_ = kOutside;
  std::optional<PutOff> put_off_;             // the end of a saved state
  std::string matrix_;                        // the first thing put in it
  std::array<std::string, kParts> in_force_;  // what was set since, as written; empty: what was in force outside
  unsigned set_ = 0;                          // the parts set since the end that was put off
};

}  // namespace

SlimContent slim_content(const JoinedContent& content) { return Slimmer(content.text, content.seams).slim(); }
SlimContent slim_content(const std::string& content) { return Slimmer(content, {}).slim(); }

}  // namespace jangbu
