// Puts glyphs together to words in the order of painting: a glyph follows the last one if it begins where that ends,
// on the same line, in the same look, and no rule stands between. The gap is measured along the line's own
// direction, so that vertical and turned text is read too.
// Hard cases: text painted twice for boldness; dots that lead from a label to its figure, parted from the word;
// white text on white, which is hidden unless an area lies below it; figures wider than their cell, kept whole where
// one operator showed all of it.
#include "extractors/pdf/glyph_runs.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_map>

#include "extractors/pdf/figure_runs.h"
#include "extractors/pdf/watermark.h"
#include "text/private_use.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

// Shares of the font size.
constexpr double kWordGap = 0.17;        // wider than any kerning, narrower than the thinnest blank
constexpr double kOverlap = 0.6;         // how far a glyph may step back and still follow
constexpr double kBaselineShift = 0.12;  // a raised figure (footnote mark) is a run of its own
constexpr double kRepaintShift = 0.15;   // fake bold and shadows
constexpr double kNoGap = 0.05;          // glyphs of one word, kerning aside
constexpr std::size_t kLeaders = 4;      // dots in a row that lead on
constexpr double kStruck = 0.7;          // a line that strikes text out lies below this height
constexpr double kSlanted = 0.2;         // share of a unit vector along either axis: text that runs across the page
constexpr double kAscent = 0.82;
constexpr std::uint64_t kMostLooksAtAreas = 20'000'000;  // at areas below white text; bounds the work on hostile pages

struct Follower {
  double along, across;  // from the end of one glyph to the origin of the next, in the line's own directions
};

// A vector from the end of one glyph to the origin of the next, turned into the direction of the line.
Follower step(const Glyph& from, const Glyph& to) {
  const double dx = to.x - (from.x + from.advance_x), dy = to.y - (from.y + from.advance_y);
  return {dx * from.along_x + dy * from.along_y, dy * from.along_x - dx * from.along_y};
}

// The box around a glyph's four corners, by usual ascents: the same for all fonts, so that lines compare.
Box box_of(const Glyph& glyph) {
  const double end_x = glyph.x + glyph.advance_x, end_y = glyph.y + glyph.advance_y;
  // Up is the direction of the line turned left by a right angle (y grows downwards).
  const double up_x = glyph.along_y, up_y = -glyph.along_x;
  const double above = (glyph.column ? 0.5 : kAscent) * glyph.size, below = (glyph.column ? 0.5 : kDescent) * glyph.size;
  Box box{glyph.x + up_x * above, glyph.y + up_y * above, glyph.x + up_x * above, glyph.y + up_y * above};
  for (const auto& [x, y] :
       {std::pair{glyph.x - up_x * below, glyph.y - up_y * below}, std::pair{end_x + up_x * above, end_y + up_y * above},
        std::pair{end_x - up_x * below, end_y - up_y * below}}) {
    box = united(box, {x, y, x, y});
  }
  return box;
}

// A soft hyphen and control characters are blank as well.
bool blank_glyph(const CapturedPage& page, const Glyph& glyph) {
  for (std::uint32_t i = 0; i < glyph.text_length; ++i) {
    const char32_t c = page.text[glyph.text_begin + i];
    if (!is_blank(c) && c >= 0x20 && c != 0xAD) return false;
  }
  return true;
}

class RunMaker {
 public:
  RunMaker(const CapturedPage& page, const DrawnOnPage& drawn, GlyphNotes& notes)
      : page_(page), verticals_(drawn.verticals), strikes_(drawn.strikes), notes_(notes) {}

  std::vector<Run> make() {
    for (const Glyph& glyph : page_.glyphs) add(glyph);
    finish();
    drop_repaints();
    mark_watermarks(runs_, looks_);
    join_leaders();
    join_figures(runs_, verticals_);
    mark_raised(runs_);
    return std::move(runs_);
  }

 private:
  // At least the middle of the glyph: what lies beyond the page is not printed.
  bool on_page(const Glyph& glyph) const {
    const double middle_x = glyph.x + glyph.advance_x / 2, middle_y = glyph.y + glyph.advance_y / 2 - glyph.size * 0.3;
    return middle_x >= 0 && middle_x <= page_.width && middle_y >= -glyph.size && middle_y <= page_.height;
  }

  // One glyph in order of painting: a blank ends the run, a repaint is dropped, anything else follows or begins a
  // run.
  void add(const Glyph& glyph) {
    if (!on_page(glyph)) return;
    if (blank_glyph(page_, glyph)) {
      blank_behind_ = blank_behind_ || glyph.text_length > 0;
      return;
    }
    // A blank that was drawn back to nothing (writers move by `Tw`) parts no word.
    if (last_ != nullptr && blank_behind_ && !no_gap_before(glyph)) finish();
    blank_behind_ = false;
    if (last_ != nullptr && dots_ >= kLeaders && !leader(glyph)) finish();
    if (last_ != nullptr) {
      if (repaint(glyph)) {
        run_.bold = true;
        return;
      }
      if (!follows(glyph)) finish();
    }
    const Box box = box_of(glyph);
    if (last_ == nullptr) {
      run_ = Run();
      run_.box = box;
      run_.font_size = glyph.size;
      run_.bold = glyph.bold;
      run_.invisible = hidden(glyph);
      run_.vertical = std::abs(glyph.along_y) > std::abs(glyph.along_x);
      run_.upwards = run_.vertical && glyph.along_y < 0;
      run_.struck = struck(glyph);
      look_ = {glyph.pale, std::min(std::abs(glyph.along_x), std::abs(glyph.along_y)) > kSlanted};
      run_.glued = glued_next_;
    }
    const bool dot = leader(glyph);
    if (dot && dots_++ == 0) before_dots_ = run_.box;
    if (!dot) dots_ = 0;
    run_.box = united(run_.box, box);
    for (std::uint32_t i = 0; i < glyph.text_length; ++i) text_.push_back(shown(page_.text[glyph.text_begin + i]));
    if (dots_ == kLeaders && text_.size() > kLeaders) part_leaders(box);
    last_ = &glyph;
    glued_next_ = false;
  }

  bool no_gap_before(const Glyph& glyph) const {
    // Of Latin letters only: Korean text is set so tight that a true blank may be as narrow.
    const auto latin = [&](const Glyph& g) {
      const char32_t c = g.text_length == 1 ? page_.text[g.text_begin] | 0x20 : U' ';
      return c >= U'a' && c <= U'z';
    };
    if (!latin(*last_) || !latin(glyph)) return false;
    const Follower gap = step(*last_, glyph);
    return std::abs(gap.along) <= kNoGap * glyph.size && std::abs(gap.across) <= kBaselineShift * glyph.size;
  }

  // A dot of those that lead from a label to its figure.
  bool leader(const Glyph& glyph) const {
    if (glyph.text_length != 1) return false;
    const char32_t c = page_.text[glyph.text_begin];
    return c == U'.' || c == U'·' || c == U'…' || c == U'‥' || c == U'⋅' || c == U'ㆍ';
  }

  // Dots that lead on are no part of the word before them.
  void part_leaders(const Box& last) {
    Run leaders = run_;
    leaders.box = united({before_dots_.x1, last.y0, before_dots_.x1, last.y1}, last);
    run_.box = before_dots_;
    std::u32string dots = text_.substr(text_.size() - kLeaders);
    text_.erase(text_.size() - kLeaders);
    const Glyph* const glyph = last_;
    const std::size_t count = dots_;
    finish();
    run_ = std::move(leaders);
    text_ = std::move(dots);
    last_ = glyph;
    dots_ = count;
  }

  // Dots that lead on with blanks between them (`. . . . .`) come as runs of their own, and are one rule of dots.
  void join_leaders() {
    constexpr double kApart = 1.2;  // of the font size
    const auto dots = [](const Run& run) {
      const std::u32string text = to_code_points(run.text);
      return !run.vertical && !text.empty() && text.find_first_not_of(U".·…‥⋅ㆍ") == std::u32string::npos;
    };
    const auto follows = [&](const Run& left, const Run& right) {
      const double gap = right.box.x0 - left.box.x1;
      return dots(right) && gap > -kNoGap * left.font_size && gap < kApart * left.font_size &&
             std::abs(left.box.y1 - right.box.y1) < kBaselineShift * left.font_size;
    };
    std::size_t kept = 0;
    for (std::size_t i = 0; i < runs_.size();) {
      std::size_t end = i + 1;
      if (dots(runs_[i])) {
        while (end < runs_.size() && follows(runs_[end - 1], runs_[end])) ++end;
      }
      if (end - i < kLeaders) end = i + 1;
      Run joined = std::move(runs_[i]);
      for (std::size_t j = i + 1; j < end; ++j) {
        joined.text += runs_[j].text;
        joined.box = united(joined.box, runs_[j].box);
      }
      runs_[kept++] = std::move(joined);
      i = end;
    }
    runs_.resize(kept);
  }

  // Painted to be found and not to be seen: in no mode at all, or in white on the white page.
  bool hidden(const Glyph& glyph) {
    if (glyph.invisible || !glyph.white || page_.pictures) return glyph.invisible;
    const double x = glyph.x + glyph.advance_x / 2, y = glyph.y + glyph.advance_y / 2 - 0.3 * glyph.size * glyph.along_x;
    // Each look at an area counts: hostile pages have many of both.
    for (const Area& area : page_.areas) {
      if (looks_left_ == 0) return false;
      --looks_left_;
      if (area.luminance < kWhite && area.box.x0 <= x && x <= area.box.x1 && area.box.y0 <= y && y <= area.box.y1) return false;
    }
    return true;
  }

  // Control characters have no look; Private Use ones get the sign that readers see, or stay and are noted.
  char32_t shown(char32_t c) {
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return U'\uFFFD';
    if (!is_private_use(c)) return c;
    const char32_t plain = plain_character(c);
    if (plain == 0 && notes_.unknown_private_use.size() < 1000) notes_.unknown_private_use.insert(c);
    return plain == 0 ? c : plain;
  }

  // Texts of glyphs stand in one array: they are compared there, without copies.
  bool same_text(const Glyph& a, const Glyph& b) const {
    return a.text_length == b.text_length && page_.text.compare(a.text_begin, a.text_length, page_.text, b.text_begin, b.text_length) == 0;
  }

  // A digit, or what parts digits.
  bool in_figure(const Glyph& glyph) const {
    if (glyph.text_length != 1) return false;
    const char32_t c = page_.text[glyph.text_begin];
    return (c >= U'0' && c <= U'9') || c == U',' || c == U'.';
  }

  // Lines come sorted downwards.
  bool struck(const Glyph& glyph) {
    if (strikes_.empty()) return false;
    const double x = glyph.x + glyph.advance_x / 2;
    auto line = std::lower_bound(strikes_.begin(), strikes_.end(), glyph.y - kStruck * glyph.size,
                                 [](const Rule& r, double y) { return r.box.y0 < y; });
    for (; line != strikes_.end() && line->box.y0 < glyph.y && looks_left_ > 0; ++line, --looks_left_) {
      if (line->box.x0 <= x && x <= line->box.x1) return true;
    }
    return false;
  }

  // The same letter again with a shift of a fraction of its size: fake bold, not a doubled letter.
  bool repaint(const Glyph& glyph) const {
    return std::abs(glyph.x - last_->x) < kRepaintShift * glyph.size && std::abs(glyph.y - last_->y) < kRepaintShift * glyph.size &&
           same_text(glyph, *last_);
  }

  // Also notes in `glued_next_` that the next run goes on inside of a word, though it looks different.
  bool follows(const Glyph& glyph) {
    const Glyph& last = *last_;
    if (glyph.column != last.column || glyph.along_x * last.along_x + glyph.along_y * last.along_y < 0.99) return false;
    const Follower gap = step(last, glyph);
    const double size = std::min(last.size, glyph.size);
    if (gap.along > kWordGap * size || gap.along < -kOverlap * size) return false;
    const bool same_line = std::abs(gap.across) <= 0.5 * std::max(last.size, glyph.size);
    if (!same_line) return false;
    if (!run_.vertical) {
      // Between the middles: glyphs of neighbouring cells may overlap the border a little.
      const double from = last.x + last.advance_x / 2, to = glyph.x + glyph.advance_x / 2;
      const bool one_figure = glyph.shown == last.shown && std::abs(gap.along) <= kNoGap * size && in_figure(last) && in_figure(glyph);
      if (from < to && !one_figure && rule_between(verticals_, from, to, glyph.y - 0.3 * glyph.size)) return false;
    }
    glued_next_ = true;
    const bool same_look = std::abs(last.size - glyph.size) <= 0.02 * size && last.bold == glyph.bold &&
                           last.invisible == glyph.invisible && last.white == glyph.white &&
                           std::abs(gap.across) <= kBaselineShift * size && run_.struck == struck(glyph);
    return same_look;
  }

  // Ends the run; a run of nothing but blanks is none.
  void finish() {
    if (last_ != nullptr && !text_.empty()) {
      run_.text = trim(to_nfc(to_utf8(text_)));
      if (!run_.text.empty()) {
        runs_.push_back(std::move(run_));
        looks_.push_back(look_);
      }
    }
    text_.clear();
    last_ = nullptr;
    dots_ = 0;
  }

  // Words painted again at nearly the same place: found by their text, so that the cost stays near-linear.
  void drop_repaints() {
    constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    // newest: the last run of each text; older: the one before it with the same text. At most 64 of these are
    // compared.
    std::unordered_map<std::string_view, std::size_t> newest;
    newest.reserve(runs_.size());
    std::vector<std::size_t> older(runs_.size(), kNone);
    std::vector<char> dropped(runs_.size(), 0);
    bool any = false;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      const auto [entry, fresh] = newest.try_emplace(runs_[i].text, i);
      if (fresh) continue;
      older[i] = entry->second;
      entry->second = i;
      std::size_t looked = 0;
      for (std::size_t j = older[i]; j != kNone && looked < 64; j = older[j], ++looked) {
        if (dropped[j] != 0) continue;
        const double shift = kRepaintShift * runs_[i].font_size;
        if (std::abs(runs_[i].box.x0 - runs_[j].box.x0) < shift && std::abs(runs_[i].box.y0 - runs_[j].box.y0) < shift &&
            std::abs(runs_[i].box.x1 - runs_[j].box.x1) < shift) {
          if (!runs_[i].invisible && runs_[j].invisible) runs_[j].invisible = false;
          runs_[j].bold = true;
          dropped[i] = 1;
          any = true;
          break;
        }
      }
    }
    if (!any) return;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      if (dropped[i] != 0) continue;
      if (kept != i) runs_[kept] = std::move(runs_[i]);
      looks_[kept] = looks_[i];
      ++kept;
    }
    runs_.resize(kept);
    looks_.resize(kept);
  }

  const CapturedPage& page_;
  const std::vector<Rule>& verticals_;
  const std::vector<Rule>& strikes_;
  GlyphNotes& notes_;
  std::vector<Run> runs_;
  std::vector<RunLook> looks_;  // of each run
  Run run_;
  RunLook look_;
  std::u32string text_;
  const Glyph* last_ = nullptr;
  std::size_t dots_ = 0;  // at the end of the text so far
  Box before_dots_;
  bool glued_next_ = false;
  bool blank_behind_ = false;  // a blank was painted since the last glyph
  std::uint64_t looks_left_ = kMostLooksAtAreas;
};

}  // namespace

std::vector<Run> runs_of(const CapturedPage& page, const DrawnOnPage& drawn, GlyphNotes& notes) {
  return RunMaker(page, drawn, notes).make();
}

}  // namespace jangbu
