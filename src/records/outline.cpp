// Lines with signs → records of initiatives and what stands below them, in one pass with a stack.
// In: the lines of outline_lines.h, with the roles of their headings (outline_headings.h). Out: records in reading order, each with the
// index of the line above it. A line pops from the stack all lines of its own rank or deeper; what is left is its path. Hard cases: signs
// that extraction lost (a line without a sign may be a lost □), the same sign at two depths (a dash in a dash), and cells of tables that
// hold outlines of their own (`Outside` keeps what was open before the table). Ranks are those of text/outline_sign.h: the smaller, the
// higher a line stands.
//
//   stack while `- 3월 착공` is read below □ 향후계획 > ○ 추진일정:   [○ 추진일정]; path [initiative, 향후계획, 추진일정, 3월 착공]
#include "records/outline.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <utility>

#include "records/outline_headings.h"
#include "records/outline_lines.h"
#include "text/amount.h"
#include "text/label.h"
#include "text/outline_sign.h"
#include "text/pattern.h"
#include "text/period.h"
#include "text/unicode.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

constexpr int kNestedDashRank = 62;    // a list in a list, of which a converter kept only the indentation
constexpr int kDeepestLabelSign = 28;  // □ 사업개요 is a label; ○ 사업내용 is a line that names what it says
constexpr int kDeepestOwnInitiative = 28;
constexpr std::size_t kLongestOwnTitle = 60;         // code points of ◆ and 1.; □ may be longer
constexpr std::size_t kLongestBoxedTitle = 40;       // code points
constexpr int kBelowAll = 1 << 20;                   // a level of headings
constexpr std::string_view kResultLevel = "result";  // schemas/profiles/item.json
constexpr int kCaptionRank = 55;                     // < 1단계 >: stands over the dashes behind it

class OutlineReader {
 public:
  OutlineReader(const Document& document, const std::vector<SignedLine>& lines, const Profile& profile)
      : document_(document),
        profile_(profile),
        rules_(*profile.outline),
        changed_(with_boxed_chapters(lines, rules_)),
        lines_(changed_.empty() ? lines : changed_),
        headings_(outline_headings(lines_, rules_, report_of(document, rules_))) {
    // In extracted text lines begin at the border, but for those whose sign became a blank; in HWP depth is blanks.
    int at_border = 0, inside = 0;
    for (const SignedLine& line : lines_) {
      if (line.kind.empty() || line.rank < kCircleSignRank || line.bbox) continue;
      ++(line.indent == 0 ? at_border : inside);
    }
    // Ten to one: a few lines that lost their sign do not change what the report does as a rule.
    signs_at_border_ = at_border > 10 * inside;
    find_titles_over_tables();
  }

  // Headings and lines in the order of the document; sections are entered after the heading was read, so that it is not a section of
  // itself.
  std::vector<Record> run() {
    // Most lines are a record, and so large a list should not move as it grows, nor for what is put before it (line_records.h). What is not
    // used of the room is never touched.
    constexpr std::size_t kMostAtOnce = 16'384;
    out_.reserve(std::min(lines_.size() + lines_.size() / 4, kMostAtOnce));
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const SignedLine& line = lines_[i];
      cross_border(line);
      // Rank 4 is 가.; deeper headings behave as lines.
      if (line.heading_rank > 0 && line.heading_rank <= 4) {
        read_heading(i);
      } else {
        read_line(line);
      }
      if (line.heading_level > 0 && headings_[i].role != OutlineHeading::Role::kAppendix) enter(line);
    }
    close();
    for (std::size_t i = 0; i < out_.size(); ++i) out_[i].line->order = static_cast<int>(i);
    return std::move(out_);
  }

 private:
  // 2. 만족도 향상 with nothing but a table below: the nearest heading above a table of two rows and two columns or more, unless its title
  // says what the table shows (세출 결산, 시설 현황).
  void find_titles_over_tables() {
    static const Pattern shows("(?:" + any_of("titles_of_tables") + R"()\s*(?:\([^()]*\))?\s*$)");
    std::optional<std::size_t> heading;
    for (std::size_t b = 0; b < document_.blocks.size(); ++b) {
      const Block& block = document_.blocks[b];
      if (block.heading_rank > 0) heading = b;
      if (block.kind != Block::Kind::kTable || block.heading_rank > 0 || !heading) continue;
      const Table& table = document_.tables[block.table];
      if (table.rows >= 2 && table.columns >= 2 && !shows.found_in(document_.blocks[*heading].heading_title)) over_tables_.insert(*heading);
    }
  }

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
    std::string_view sign, kind;
  };
  // What was open when the lines of a table's cells began.
  struct Outside {
    std::size_t block;
    bool inside;
    std::size_t first;
    std::optional<Label> label;
    std::vector<Open> stack;
  };

  // By the kind or the title that its cover prints: a file's name promises nothing about its chapters.
  static ReportOf report_of(const Document& document, const OutlineRules& rules) {
    std::string key;
    if (document.origins.report_kind == "cover") {
      key = label_key(document.report_kind);
    } else if (document.report_kind.empty() && document.origins.title == "cover") {
      key = title_key(document.title);
    }
    if (rules.is_report(key)) return ReportOf::kWork;
    return rules.is_no_report(key) ? ReportOf::kMoney : ReportOf::kUnknown;
  }

  // Boxes and the signs of a report's own font are of one kind, but □ does not stand beside every one of them. Such signs do: they
  // may be numbers.
  static bool same_sign(const SignedLine& a, const SignedLine& b) {
    static const Pattern own(R"(^[\x{E000}-\x{F8FF}\x{F0000}-\x{FFFFD}]$)");
    return a.kind == b.kind && (a.kind != "□" || a.sign == b.sign || (own.matches(a.sign) && own.matches(b.sign)));
  }

  // A chapter's title may stand in a box without a number. Empty where none does: the lines are as they were.
  static std::vector<SignedLine> with_boxed_chapters(const std::vector<SignedLine>& as_they_are, const OutlineRules& rules) {
    const auto is_chapter = [&](const SignedLine& line) {
      return line.boxed && code_point_count(line.text) <= kLongestBoxedTitle && rules.is_chapter(title_key(line.text));
    };
    if (std::none_of(as_they_are.begin(), as_they_are.end(), is_chapter)) return {};
    std::vector<SignedLine> lines = as_they_are;
    for (SignedLine& line : lines) {
      if (!is_chapter(line)) continue;
      line.boxed = false;
      line.heading_rank = 2;
      line.heading = line.heading_title = line.text;
    }
    // Right above what comes next; one level more for all others makes room.
    int next = 1;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
      if (line->heading_level > 0) {
        next = line->heading_level++;
      } else if (line->heading_rank == 2) {
        line->heading_level = next;
      }
    }
    return lines;
  }

  // ---- headings --------------------------------------------------------------------------------------------------------------

  // Keeps the headings above the line at hand; the appendix does not become a section of what follows it.
  void enter(const SignedLine& line) {
    while (!section_.empty() && section_.back().first >= line.heading_level) section_.pop_back();
    section_.emplace_back(line.heading_level, line.heading);
  }

  // Headings of the same depth stand beside it, not above.
  std::vector<std::string> section_above(int level) const {
    std::vector<std::string> path;
    for (const auto& [own, shown] : section_) {
      if (own >= level) break;
      path.push_back(shown);
    }
    return path;
  }

  // The role decides: a label opens a part of the initiative, an initiative ends the one before, a chapter ends both, anything else ends
  // both and opens nothing, so that a foreword or an appendix gives no records.
  void read_heading(std::size_t i) {
    const SignedLine& line = lines_[i];
    const OutlineHeading& heading = headings_[i];
    if (heading.role == OutlineHeading::Role::kLabel) {
      if (inside_ && line.heading_rank > rank_) {
        begin_label(line, line.heading_title, heading.level);
      } else if (!inside_ && chapter_) {
        const SignedLine& chapter = lines_[*chapter_];
        begin_initiative(chapter, chapter.heading_title, true);
        rank_ = chapter.heading_rank;
        begin_label(line, line.heading_title, heading.level);
      } else {
        close();
      }
      return;
    }
    if (heading.role == OutlineHeading::Role::kInitiative) {
      bare_ = false;
      close();
      begin_initiative(line, line.heading_title, heading.labelled);
      rank_ = line.heading_rank;
      return;
    }
    // 가. inside an initiative that is no initiative itself: a line like □.
    if (line.heading_rank == 4 && inside_) {
      read_line(line);
      return;
    }
    close();
    if (heading.role == OutlineHeading::Role::kChapter) chapter_ = i;
    bare_ = heading.role == OutlineHeading::Role::kChapter;
  }

  // ---- lines -----------------------------------------------------------------------------------------------------------------

  // What stands behind a table goes on from what stood before it, not from the table's last cell.
  void cross_border(const SignedLine& line) {
    if (line.in_cell && (!outside_ || outside_->block != line.block)) {
      if (outside_) leave_table();
      outside_ = Outside{line.block, inside_, first_, label_, stack_};
    } else if (!line.in_cell && outside_) {
      leave_table();
    }
  }

  // An initiative that a table's cells opened ends with the table; one from before goes on with its label and stack.
  void leave_table() {
    if (inside_ && (!outside_->inside || first_ != outside_->first)) {
      close_initiative();
    } else {
      label_ = outside_->label;
      stack_ = std::move(outside_->stack);
    }
    outside_.reset();
  }

  // A line belongs to the open initiative; without one, it opens one where its chapter lets lines be initiatives (□ 공원 조성 below a bare
  // chapter).
  void read_line(const SignedLine& line) {
    if (line.boxed) {
      if (!inside_) return;
      // The framed sentence below an initiative's title is its summary; of other boxes only lists say more than a caption does.
      const bool summary = labelled_ && !labels_begun_ && (out_.size() == first_ + 1 || summary_box_ == line.block);
      if (summary) summary_box_ = line.block;
      if (summary || !line.kind.empty()) add_line(line);
      return;
    }
    const std::string_view level = label_level(line);
    if (inside_ && own_rank_ > 0 && level.empty() && !line.kind.empty() && (line.rank < own_rank_ || same_sign(line, own_)))
      close_initiative();
    if (!inside_) {
      if (!chapter_) return;
      const SignedLine& chapter = lines_[*chapter_];
      // The chapter itself is the initiative: 1. 공원 관리 with □ 사업개요 right below it.
      if (!level.empty() && headings_[*chapter_].labelled) {
        begin_initiative(chapter, chapter.heading_title, true);
        rank_ = chapter.heading_rank;
      } else if (level.empty() && line.rank <= kDeepestOwnInitiative && may_open(line)) {
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
      const std::string_view bracketed = line.kind.empty() ? in_angles(line.text) : std::string_view();
      begin_label(
          line,
          line.heading_rank > 0
              ? line.heading_title
              : collapse_blanks(without_letter_spacing(without_markup(bracketed.empty() ? std::string_view(line.text) : bracketed))),
          level);
      return;
    }
    // Another line with the label's own sign: the part is over, and this stands beside it.
    if (label_ && !line.sign.empty() &&
        ((line.heading_rank > 4 && line.sign == label_->sign) || (counts(line.kind) && line.kind == label_->kind))) {
      label_.reset();
      stack_.clear();
    }
    add_line(line);
  }

  // Another line than □ opens an initiative only where its chapter has no headings, or none yet; half a sentence never does.
  bool may_open(const SignedLine& line) const {
    static const Pattern dangling(R"((?:[,·ㆍ/(]|(?:^|\s)및|위한|위해|통한|통해|따른|대한|관한|으로|화로)\s*$)");
    if (dangling.found_in(line.text)) return false;
    return line.rank <= kBoxSignRank || ((headings_[*chapter_].alone || bare_) && code_point_count(line.text) <= kLongestOwnTitle);
  }

  // One count over several parts: the sign is another each time.
  static bool counts(std::string_view kind) {
    return kind == "1." || kind == "가." || kind == "1)" || kind == "가)" || kind == "(1)" || kind == "(가)";
  }

  // The level that a line stands for, if it is nothing but a label.
  std::string_view label_level(const SignedLine& line) const {
    if (line.heading_rank == 0 && line.kind.empty()) {
      const std::string_view bracketed = in_angles(line.text);
      return bracketed.empty() ? std::string_view() : rules_.level_of(title_key(bracketed));
    }
    if (line.heading_rank == 0 && line.rank > kDeepestLabelSign && !line.in_cell) return {};
    return rules_.level_of(title_key(line.heading_rank > 0 ? line.heading_title : line.text));
  }

  // `first_` is the index of the initiative's own record: lines without a line above them hang on it.
  void begin_initiative(const SignedLine& line, const std::string& title, bool labelled) {
    inside_ = true;
    labelled_ = labelled;
    labels_begun_ = false;
    own_rank_ = 0;
    first_ = out_.size();
    Record& record = add_record(line, title, {});
    record.level = "initiative";
    initiative_ = without_note(record.name);
    record.path = {path_step(initiative_)};
  }

  // `신혼부부 지원사업 *’26년까지 300세대`: a note behind a title stands in the name, not in paths.
  static std::string without_note(const std::string& title) {
    static const Pattern note(R"(^(.{4,}?)\s+(?:[*※▹▷☞]|\*+)\s*\S.*$)");
    const auto groups = note.groups(title);
    return groups.empty() ? title : std::string(groups[1]);
  }

  // A label ends what was open below the one before: depth begins anew.
  void begin_label(const SignedLine& line, std::string title, std::string_view level) {
    label_ = Label{std::move(title), std::string(level), line.sign, line.kind};
    labels_begun_ = true;
    stack_.clear();
    summary_open_ = false;
  }

  // The level comes from the label above, else from the line above, else from the line's own head; a line before the first label is a
  // summary.
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
    record.path.push_back(path_step(line.rank <= kDeepestOwnInitiative ? without_note(record.name) : record.name));
    read_values(record);  // once more: results lie behind the report, plans before it
    stack_.push_back({rank, line.kind, line.indent, index, record.path.back(), level});
    summary_open_ = before_labels && line.kind.empty();
  }

  // The rank of a line whose sign is printed is the sign's. For others the layout tells: captions, notes that go on, lines that lost their
  // sign.
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
      // First below a label: as high as ○, so that signed lines may still stand beside it.
      if (stack_.empty()) return kCircleSignRank;
      if (stack_.back().kind.empty() && stack_.back().rank != kLostSignRank) return stack_.back().rank;
      return kUnsignedRank;
    }
    // ` - 세부` below `- 내용` at the border: a second level of dashes, told by blanks alone.
    if (line.kind == "-" && line.indent > 0) {
      for (const Open& open : stack_) {
        if (open.kind == "-" && open.indent == 0) return kNestedDashRank;
      }
    }
    return line.rank == kUnsignedRank ? kBoxSignRank : line.rank;  // a heading without its sign
  }

  // A record of a line: no table, no money, its page and box.
  Record& add_record(const SignedLine& line, const std::string& text, std::optional<std::size_t> above) {
    Record record;
    record.type = profile_.type;
    record.organization = document_.organization;
    record.fiscal_year = document_.fiscal_year;
    record.section = section_above(line.heading_level > 0 ? line.heading_level : kBelowAll);
    record.money = false;
    record.table_index = Record::kNoTable;
    record.line.emplace();
    record.line->page = line.page;
    record.line->bbox = line.bbox;
    record.line->block = line.block;
    record.line->above = above;
    record.name = repaired_line(text, record.repairs);
    out_.push_back(std::move(record));
    read_values(out_.back());
    return out_.back();
  }

  // Dates and amounts of the line's own text, once its level is known.
  void read_values(Record& record) const {
    std::optional<int> year = year_above();
    record.line->periods = periods_in(record.name, year);
    if (year && record.level == kResultLevel && lies_ahead(record.line->periods)) {
      // What was done in `(9월)`, says a report of February: last year.
      auto before = periods_in(record.name, *year - 1);
      if (!lies_ahead(before)) {
        record.line->periods = std::move(before);
        --*year;
      }
    }
    record.line->period = period_of(record.name, year);
    record.line->amounts = amounts_in(record.name);
  }

  // The year of dates that print none: that of the label (2024년 추진실적), of the chapter, of the report.
  std::optional<int> year_above() const {
    static const Pattern printed(R"((?:(20\d\d)|['’‘`´′]\s?(\d\d))\s?년)");
    const auto year_in = [&](const std::string& title) -> std::optional<int> {
      const auto groups = printed.groups(title);
      if (groups.empty()) return std::nullopt;
      return groups[1].empty() ? 2000 + std::atoi(std::string(groups[2]).c_str()) : std::atoi(std::string(groups[1]).c_str());
    };
    if (label_) {
      if (const auto year = year_in(label_->title)) return year;
    }
    if (!section_.empty()) {
      if (const auto year = year_in(section_.front().second)) return year;
    }
    return document_.fiscal_year;
  }

  bool lies_ahead(const std::vector<Period>& periods) const {
    const std::string& told = document_.report_date;
    // Only of a report at the year's beginning: one of the summer may count on September.
    return told.size() >= 7 && told.substr(5, 2) <= "03" && std::any_of(periods.begin(), periods.end(), [&](const Period& period) {
             const std::size_t common = std::min(told.size(), period.start.size());
             return common >= 7 && period.start.compare(0, common, told, 0, common) > 0;
           });
  }

  // The values are read again from the whole: a date may be cut in two by the line's end.
  void extend(const SignedLine& line) {
    Record& record = out_.back();
    record.name += " " + repaired_line(line.text, record.repairs);
    record.path.back() = path_step(record.name);
    if (!stack_.empty()) stack_.back().step = record.path.back();
    read_values(record);
  }

  // A title without a line or a table of figures below it was a heading of something else.
  void close_initiative() {
    if (inside_ && out_.size() == first_ + 1 && !over_tables_.contains(*out_[first_].line->block)) out_.pop_back();
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
  const std::vector<SignedLine> changed_;  // empty: none is
  const std::vector<SignedLine>& lines_;
  std::vector<OutlineHeading> headings_;
  std::vector<std::pair<int, std::string>> section_;  // level and heading
  std::optional<std::size_t> chapter_;                // line of the chapter that has no headings below it so far
  bool bare_ = false;                                 // no heading stands between the chapter and here
  bool signs_at_border_ = false;
  bool inside_ = false, labelled_ = false, labels_begun_ = false;
  int rank_ = 0;      // heading rank of the initiative
  int own_rank_ = 0;  // rank of its sign, where it is a line and no heading
  SignedLine own_;    // that line
  std::size_t first_ = 0;
  std::string initiative_;
  std::set<std::size_t> over_tables_;  // blocks of headings with a table of figures right below
  std::optional<Label> label_;
  std::vector<Open> stack_;
  std::optional<Outside> outside_;
  bool summary_open_ = false;
  std::optional<std::size_t> summary_box_;  // block of the box that holds it
  std::vector<Record> out_;
};

}  // namespace

std::vector<Record> read_outline(const Document& document, const std::vector<SignedLine>& lines, const Profile& profile) {
  return OutlineReader(document, lines, profile).run();
}

}  // namespace jangbu
