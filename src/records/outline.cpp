#include "records/outline.h"

#include <algorithm>
#include <utility>

#include "records/outline_headings.h"
#include "records/outline_lines.h"
#include "text/amount.h"
#include "text/label.h"
#include "text/outline_sign.h"
#include "text/pattern.h"
#include "text/period.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr int kNestedDashRank = 62;   // a list in a list, of which a converter kept only the indentation
constexpr int kDeepestLabelSign = 28;  // □ 사업개요 is a label; ○ 사업내용 is a line that names what it says
constexpr int kDeepestOwnInitiative = 28;
constexpr std::size_t kLongestBoxedTitle = 40;  // code points
constexpr int kCaptionRank = 55;       // < 1단계 >: stands over the dashes behind it

// 사업개요 of `사업개요 : …`, 향후 계획 of `(향후 계획) …`.
std::string head_key(std::string_view text) {
  static const Pattern head(R"(^(?:\(([^()]{2,40})\)\s*\S|([^:：()]{2,40}?)\s*[:：]\s*\S))");
  const auto groups = head.groups(text);
  if (groups.empty()) return {};
  return label_key(groups[1].empty() ? groups[2] : groups[1]);
}

class OutlineReader {
 public:
  OutlineReader(const Document& document, const std::vector<SignedLine>& lines, const Profile& profile)
      : document_(document), profile_(profile), rules_(*profile.outline), lines_(with_boxed_chapters(lines, rules_)), headings_(outline_headings(lines_, rules_)) {
    // In extracted text lines begin at the border, but for those whose sign became a blank; in HWP depth is blanks.
    int at_border = 0, inside = 0;
    for (const SignedLine& line : lines_) {
      if (line.kind.empty() || line.rank < kCircleSignRank || line.bbox) continue;
      ++(line.indent == 0 ? at_border : inside);
    }
    signs_at_border_ = at_border > 10 * inside;
  }

  std::vector<Record> run() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const SignedLine& line = lines_[i];
      if (line.heading_rank > 0 && line.heading_rank <= 4) {
        read_heading(i);
      } else {
        read_line(line);
      }
      if (line.heading_rank > 0) enter(line);
    }
    close();
    for (std::size_t i = 0; i < out_.size(); ++i) out_[i].line->order = static_cast<int>(i);
    return std::move(out_);
  }

 private:
  struct Open {
    int rank;
    std::string_view kind;
    int indent;
    std::size_t record;
    std::string step;
    std::string level;  // empty: that of the label above
  };
  struct Label {
    std::string title;
    std::string level;
    std::string_view sign;
  };

  // Boxes and the signs of a report's own font are of one kind, but □ does not stand beside every one of them. Such signs do: they
  // may be numbers.
  static bool same_sign(const SignedLine& a, const SignedLine& b) {
    static const Pattern own(R"(^[\x{E000}-\x{F8FF}\x{F0000}-\x{FFFFD}]$)");
    return a.kind == b.kind && (a.kind != "□" || a.sign == b.sign || (own.matches(a.sign) && own.matches(b.sign)));
  }

  // A chapter's title may stand in a box without a number.
  static std::vector<SignedLine> with_boxed_chapters(std::vector<SignedLine> lines, const OutlineRules& rules) {
    for (SignedLine& line : lines) {
      if (!line.boxed || code_point_count(line.text) > kLongestBoxedTitle || !rules.is_chapter(title_key(line.text))) continue;
      line.boxed = false;
      line.heading_rank = 2;
      line.heading = line.heading_title = line.text;
    }
    return lines;
  }

  // ---- headings --------------------------------------------------------------------------------------------------------------

  void enter(const SignedLine& line) {
    while (!section_.empty() && section_.back().first >= line.heading_rank) section_.pop_back();
    section_.emplace_back(line.heading_rank, line.heading);
  }

  std::vector<std::string> section_above(int rank) const {
    std::vector<std::string> path;
    for (const auto& [own, shown] : section_) {
      if (own >= rank) break;
      path.push_back(shown);
    }
    return path;
  }

  void read_heading(std::size_t i) {
    const SignedLine& line = lines_[i];
    const OutlineHeading& heading = headings_[i];
    if (heading.role == OutlineHeading::Role::kLabel) {
      if (inside_ && line.heading_rank > rank_) {
        begin_label(line, line.heading_title, heading.level);
      } else {
        close();
      }
      return;
    }
    if (heading.role == OutlineHeading::Role::kInitiative) {
      close();
      begin_initiative(line, line.heading_title, heading.labelled);
      rank_ = line.heading_rank;
      return;
    }
    if (line.heading_rank == 4 && inside_) {
      read_line(line);
      return;
    }
    close();
    if (heading.role == OutlineHeading::Role::kChapter) chapter_ = i;
  }

  // ---- lines -----------------------------------------------------------------------------------------------------------------

  void read_line(const SignedLine& line) {
    if (line.boxed) {
      // The framed sentence below an initiative's title; other boxes stay tables.
      if (!inside_ || !labelled_ || labels_begun_ || (out_.size() != first_ + 1 && summary_box_ != line.block)) return;
      summary_box_ = line.block;
      add_line(line);
      return;
    }
    const std::string_view level = label_level(line);
    if (inside_ && own_rank_ > 0 && level.empty() && !line.kind.empty() && (line.rank < own_rank_ || same_sign(line, own_))) close_initiative();
    if (!inside_) {
      if (!chapter_) return;
      const SignedLine& chapter = lines_[*chapter_];
      if (!level.empty() && headings_[*chapter_].labelled) {
        begin_initiative(chapter, chapter.heading_title, true);
        rank_ = chapter.heading_rank;
      } else if (level.empty() && line.rank <= kDeepestOwnInitiative) {
        begin_initiative(line, line.text, false);
        own_rank_ = line.rank;
        own_ = line;
        rank_ = 4;
        return;
      } else {
        return;
      }
    }
    if (!level.empty()) {
      begin_label(line, line.heading_rank > 0 ? line.heading_title : collapse_blanks(without_letter_spacing(without_markup(line.text))), level);
      return;
    }
    // Another line with the label's own sign: the part is over, and this stands beside it.
    if (label_ && !line.sign.empty() && line.heading_rank > 4 && line.sign == label_->sign) {
      label_.reset();
      stack_.clear();
    }
    add_line(line);
  }

  // The level that a line stands for, if it is nothing but a label.
  std::string_view label_level(const SignedLine& line) const {
    if (line.heading_rank == 0 && (line.kind.empty() || line.rank > kDeepestLabelSign)) return {};
    return rules_.level_of(title_key(line.heading_rank > 0 ? line.heading_title : line.text));
  }

  void begin_initiative(const SignedLine& line, const std::string& title, bool labelled) {
    inside_ = true;
    labelled_ = labelled;
    labels_begun_ = false;
    own_rank_ = 0;
    first_ = out_.size();
    Record& record = add_record(line, title, {});
    record.level = "initiative";
    initiative_ = record.name;
    record.path = {path_step(record.name)};
  }

  void begin_label(const SignedLine& line, std::string title, std::string_view level) {
    label_ = Label{std::move(title), std::string(level), line.sign};
    labels_begun_ = true;
    stack_.clear();
    summary_open_ = false;
  }

  void add_line(const SignedLine& line) {
    const bool before_labels = !labels_begun_ && labelled_;
    if (before_labels && line.kind.empty() && line.heading_rank == 0 && summary_open_) {
      extend(line);  // the framed sentence below an initiative's title is one, however many lines it takes
      return;
    }
    const int rank = rank_of(line);
    while (!stack_.empty() && stack_.back().rank >= rank) stack_.pop_back();
    const std::size_t index = out_.size();
    Record& record = add_record(line, line.text, stack_.empty() ? first_ : stack_.back().record);
    // Where no label stands above, the line may name its part itself: `○ (향후 계획) …`.
    std::string level = label_ ? label_->level : stack_.empty() ? std::string() : stack_.back().level;
    if (level.empty()) level = rules_.level_of(head_key(record.name));
    if (level.empty()) level = rules_.level_of(title_key(record.name));
    record.level = !level.empty() ? level : before_labels ? "summary" : "line";
    record.path = {path_step(initiative_)};
    if (label_) record.path.push_back(path_step(label_->title));
    for (const Open& open : stack_) record.path.push_back(open.step);
    record.path.push_back(path_step(record.name));
    stack_.push_back({rank, line.kind, line.indent, index, record.path.back(), level});
    summary_open_ = before_labels && line.kind.empty();
  }

  int rank_of(const SignedLine& line) const {
    if (line.kind.empty() && line.heading_rank == 0) {
      // Signed lines stand at the border, this one does not: its sign was lost, and it stands above them.
      if (signs_at_border_ && line.indent > 0 && line.indent <= 2) {
        // Some of these signs may have come through: they are of one rank.
        const bool beside_box = std::any_of(stack_.begin(), stack_.end(), [](const Open& open) { return open.rank == kBoxSignRank; });
        return beside_box ? kBoxSignRank : kLostSignRank;
      }
      static const Pattern caption(R"(^[<〈《【].*[>〉》】]$)");
      if (caption.matches(line.text)) return kCaptionRank;
      if (!stack_.empty() && stack_.back().rank == kNoteRank) return kNoteRank;
      if (stack_.empty()) return kCircleSignRank;
      if (stack_.back().kind.empty() && stack_.back().rank != kLostSignRank) return stack_.back().rank;
      return kUnsignedRank;
    }
    if (line.kind == "-" && line.indent > 0) {
      for (const Open& open : stack_) {
        if (open.kind == "-" && open.indent == 0) return kNestedDashRank;
      }
    }
    return line.rank == kUnsignedRank ? kBoxSignRank : line.rank;  // a heading without its sign
  }

  Record& add_record(const SignedLine& line, const std::string& text, std::optional<std::size_t> above) {
    Record record;
    record.type = profile_.type;
    record.organization = document_.organization;
    record.fiscal_year = document_.fiscal_year;
    record.section = section_above(line.heading_rank > 0 ? line.heading_rank : 99);
    record.money = false;
    record.table_index = Record::kNoTable;
    record.line.emplace();
    record.line->page = line.page;
    record.line->bbox = line.bbox;
    record.line->above = above;
    record.name = repaired_line(text, record.repairs);
    out_.push_back(std::move(record));
    read_values(out_.back());
    return out_.back();
  }

  void read_values(Record& record) const {
    record.line->periods = periods_in(record.name, document_.fiscal_year);
    record.line->period = period_of(record.name, document_.fiscal_year);
    record.line->amounts = amounts_in(record.name);
  }

  void extend(const SignedLine& line) {
    Record& record = out_.back();
    record.name += " " + repaired_line(line.text, record.repairs);
    record.path.back() = path_step(record.name);
    if (!stack_.empty()) stack_.back().step = record.path.back();
    read_values(record);
  }

  void close_initiative() {
    if (inside_ && out_.size() == first_ + 1) out_.pop_back();  // nothing stands below it
    inside_ = false;
    own_rank_ = rank_ = 0;
    label_.reset();
    stack_.clear();
    summary_open_ = false;
  }

  void close() {
    close_initiative();
    chapter_.reset();
  }

  const Document& document_;
  const Profile& profile_;
  const OutlineRules& rules_;
  std::vector<SignedLine> lines_;
  std::vector<OutlineHeading> headings_;
  std::vector<std::pair<int, std::string>> section_;  // rank and heading
  std::optional<std::size_t> chapter_;                // line of the chapter that has no headings below it so far
  bool signs_at_border_ = false;
  bool inside_ = false, labelled_ = false, labels_begun_ = false;
  int rank_ = 0;      // heading rank of the initiative
  int own_rank_ = 0;  // rank of its sign, where it is a line and no heading
  SignedLine own_;    // that line
  std::size_t first_ = 0;
  std::string initiative_;
  std::optional<Label> label_;
  std::vector<Open> stack_;
  bool summary_open_ = false;
  std::optional<std::size_t> summary_box_;  // block of the box that holds it
  std::vector<Record> out_;
};

}  // namespace

std::string repaired_line(const std::string& text, std::vector<Repair>& repairs) {
  std::string now = text;
  const auto step = [&](const char* rule, std::string next) {
    next = collapse_blanks(next);
    if (next == now) return;
    repairs.push_back({rule, "name", now, next, {}, -1, -1, 1.0});
    now = std::move(next);
  };
  // Bold and tags of a converter; ** behind a word refers to a note.
  static const Pattern bold(R"((^|[\s(\[:·,])\*\*([^\s*](?:[^*]{0,300}?[^\s*])?)\*\*)"), tag(R"(</?[A-Za-z][^<>]{0,40}>)");
  step("markup", tag.replaced(bold.replaced(now, "\\1\\2"), ""));
  // `구 성 : …`, `(대 면) …`: stretched over the width of its neighbours.
  static const Pattern stretched(R"(^(\(?)((?:[가-힣]\s{1,6}){1,6}[가-힣])(\)|\s*[:：;]))");
  if (const auto groups = stretched.groups(now); !groups.empty()) {
    const std::string head(groups[2]);
    const std::size_t at = groups[1].size();
    step("letter_spacing", now.substr(0, at) + without_letter_spacing(head) + now.substr(at + head.size()));
  }
  return now;
}

std::string path_step(const std::string& text) {
  if (code_point_count(text) <= kLongestStep) return text;
  std::u32string points = to_code_points(text);
  points.resize(kLongestStep - 1);
  return to_utf8(points) + "…";
}

std::vector<Record> read_outline(const Document& document, const std::vector<SignedLine>& lines, const Profile& profile) {
  return OutlineReader(document, lines, profile).run();
}

}  // namespace jangbu
