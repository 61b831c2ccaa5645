// Two passes over the headings. From the top: a stack of open headings gives each its parent, and counts the labels and titles right below
// it. From the end (settle): a heading is an initiative if it is labelled, or a leaf of a chapter, once all below it is settled. Hard
// cases: a bar without a number that only groups titles, and an appendix in the middle of a report, whose headings have numbers of their
// own. Cost: one visit a line, and the depth of headings for the number behind an appendix.
//
//   Ⅲ. 주요업무            chapter: the profile names it
//     1. 공원 조성          initiative: a leaf of the chapter, or labelled (□ 사업개요, □ 추진현황 below it)
//     2. 하천 정비          initiative
//   붙임 추진일정           appendix, until a heading shows that the report goes on
#include "records/outline_headings.h"

#include <algorithm>
#include <cstdlib>

#include "text/circled.h"
#include "text/label.h"
#include "text/outline_sign.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr int kDeepestInitiative = 3;  // without labels; with them one deeper (가.)
constexpr int kDeepestHeading = 4;
constexpr int kDeepestTitleSign = 46;  // (1)
constexpr int kDeepestOwnSign = 28;    // □ … 1.: lines that may be initiatives themselves

constexpr std::size_t kFactsNeeded = 2;

// What lines tell of a piece of work: 위치, 사업기간.
struct Facts {
  std::set<std::string> keys;
  bool own = false;  // one that only work has

  bool tell_of_work() const { return own && keys.size() >= kFactsNeeded; }
};

// A heading that is no label, with what its parts say of it.
struct Node {
  std::size_t line = 0;
  int rank = 0, level = 0;
  int parent = -1;  // among the nodes; -1: none
  std::set<std::string_view> labels;
  int signed_titles = 0;         // lines right below it that may be initiatives
  int signed_lines = 0;          // other signed lines right below it
  Facts facts;                   // of the heading itself
  Facts title_facts;             // of the title that was signed last
  bool holds_work = false;       // facts stand below one of its signed titles
  bool has_headings = false;     // that are no labels, down to kDeepestInitiative
  bool has_children = false;     // that are no labels, of any rank
  bool has_initiatives = false;  // somewhere below
  bool in_chapter = false;
  bool excluded = false;  // holds none, and nothing below it does
  bool named = false;     // called as chapters are
};

}  // namespace

std::string title_key(std::string_view title) {
  static const Pattern brackets(R"(\s*[(\[（〔][^()\[\]（）〔〕]*[)\]）〕]\s*$)");
  const std::string shorter = brackets.replaced(title, "");
  std::string key = label_key(shorter);
  return key.empty() ? label_key(title) : key;
}

std::string head_key(std::string_view text) {
  static const Pattern head(R"(^(?:\(([^()]{2,40})\)\s*\S|([^:：()]{2,40}?)\s*[:：]\s*\S))");
  const auto groups = head.groups(text);
  if (groups.empty()) return {};
  return label_key(groups[1].empty() ? groups[2] : groups[1]);
}

std::string_view in_angles(std::string_view text) {
  static const Pattern angles(R"(^\s*[<〈《【\[〔＜]\s*([^<>〈〉《》【】\[\]〔〕]{2,30}?)\s*[>〉》】\]〕＞]\s*$)");
  const auto groups = angles.groups(text);
  return groups.empty() ? std::string_view() : groups[1];
}

namespace {

class Roles {
 public:
  Roles(const std::vector<SignedLine>& lines, const OutlineRules& rules, ReportOf of)
      : lines_(lines), rules_(rules), headings_(lines.size()), of_work_(of == ReportOf::kWork) {
    if (of != ReportOf::kUnknown) return;
    for (const SignedLine& line : lines) of_work_ = of_work_ || (is_heading(line) && names_chapter(line));
  }

  // An appendix lasts until a heading shows that the report goes on.
  std::vector<OutlineHeading> run() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].appendix) {
        appendix_ = true;
        headings_[i].role = OutlineHeading::Role::kAppendix;
      } else if (is_heading(lines_[i])) {
        look_at_heading(i);
      } else {
        look_at_line(lines_[i]);
      }
    }
    settle();
    return std::move(headings_);
  }

 private:
  static bool is_heading(const SignedLine& line) {
    return line.heading_level > 0 && line.heading_rank > 0 && line.heading_rank <= kDeepestHeading;
  }

  bool names_chapter(const SignedLine& line) const {
    return line.heading_rank <= kDeepestInitiative && rules_.is_chapter(title_key(line.heading_title));
  }

  Node* innermost() { return open_.empty() ? nullptr : &nodes_[static_cast<std::size_t>(open_.back())]; }

  // □ and what stands as high: labels, or the lines that are initiatives of a heading that has no others.
  void look_at_line(const SignedLine& line) {
    const std::string_view bracketed = line.kind.empty() ? in_angles(line.text) : std::string_view();
    if (appendix_ || (line.heading_rank <= kDeepestHeading && line.kind.empty() && bracketed.empty()) || line.rank == kNoteRank) return;
    Node* node = innermost();
    if (node == nullptr) return;
    const std::string_view level = rules_.level_of(title_key(line.heading_rank > 0 ? line.heading_title
                                                             : bracketed.empty()   ? line.text
                                                                                   : bracketed));
    if (line.heading_rank <= kDeepestHeading && line.rank > kDeepestTitleSign && bracketed.empty()) {
      ++node->signed_lines;
      look_for_facts(line, *node);
      return;
    }
    if (!level.empty()) {
      node->labels.insert(level);
    } else if (line.rank <= kDeepestOwnSign || line.heading_rank > kDeepestHeading) {
      ++node->signed_titles;
      node->title_facts = {};
    } else {
      ++node->signed_lines;
      look_for_facts(line, *node);
    }
  }

  // ○ 위치 : … and ○ 사업기간 : … below a title; ○ 사업기간 : … / 사업규모 : … are two.
  void look_for_facts(const SignedLine& line, Node& node) const {
    if (line.in_cell) return;
    std::vector<std::string> keys{head_key(line.text)};
    static const Pattern further(R"(/\s*[가-힣][가-힣 ]{1,9}\s*[:：])");
    for (const std::string_view head : further.all(line.text)) keys.push_back(label_key(head));
    Facts& facts = node.signed_titles > 0 ? node.title_facts : node.facts;
    for (std::string& key : keys) {
      const bool own = rules_.is_own_fact(key);
      if (!own && !rules_.is_shared_fact(key)) continue;
      facts.keys.insert(std::move(key));
      facts.own = facts.own || own;
    }
    node.holds_work = node.holds_work || node.title_facts.tell_of_work();
  }

  // Opens a node below the headings that are still open, unless the heading is a label or stands in an appendix.
  void look_at_heading(std::size_t i) {
    const SignedLine& line = lines_[i];
    if (appendix_ && !ends_appendix(line)) {
      headings_[i].role = OutlineHeading::Role::kAppendix;
      return;
    }
    appendix_ = false;
    while (!open_.empty() && nodes_[static_cast<std::size_t>(open_.back())].level >= line.heading_level) open_.pop_back();
    const std::string key = title_key(line.heading_title);
    // Outermost it is a chapter: of a plan for one piece of work, which goes from 추진배경 to 향후계획.
    if (const std::string_view level = rules_.level_of(key); !level.empty() && line.heading_rank > 1 && (!open_.empty() || !of_work_)) {
      // A label never opens: what stands below it is its initiative's.
      headings_[i] = {OutlineHeading::Role::kLabel, level, false};
      if (Node* node = innermost()) node->labels.insert(level);
      return;
    }
    Node node;
    node.line = i;
    node.rank = line.heading_rank;
    node.level = line.heading_level;
    node.parent = open_.empty() ? -1 : open_.back();
    node.named = names_chapter(line) || (line.heading_rank <= kDeepestInitiative && rules_.is_result(key));
    node.excluded = !node.named && rules_.is_no_chapter(key);
    if (node.parent >= 0) {
      Node& parent = nodes_[static_cast<std::size_t>(node.parent)];
      parent.has_headings = parent.has_headings || node.rank <= kDeepestInitiative;
      parent.has_children = true;
    }
    open_.push_back(static_cast<int>(nodes_.size()));
    nodes_.push_back(std::move(node));
  }

  // A chapter, or the number that comes next beside what stood before the appendix.
  bool ends_appendix(const SignedLine& line) const {
    if (line.heading_rank == 1) return true;
    const int number = number_of(line);
    for (auto at = open_.rbegin(); at != open_.rend(); ++at) {
      const Node& node = nodes_[static_cast<std::size_t>(*at)];
      if (node.rank != line.heading_rank) continue;
      return number > 0 && number == number_of(lines_[node.line]) + 1;
    }
    return false;
  }

  // 3 of `3. 공원 관리`, `③ …`; 0: none.
  static int number_of(const SignedLine& line) {
    static const Pattern digits(R"(^\D{0,8}?(?:\d{1,2}[-.])*(\d{1,2}))");
    if (const auto groups = digits.groups(line.heading); !groups.empty()) return std::atoi(std::string(groups[1]).c_str());
    const auto first = code_point_at(line.heading, 0);
    return first ? circled_number(*first) : 0;
  }

  // Chapters are called as chapters are; in a report of work all outermost headings are that hold others or have a Roman number.
  void settle_chapters() {
    for (Node& node : nodes_) {
      if (node.parent >= 0) {
        const Node& parent = nodes_[static_cast<std::size_t>(node.parent)];
        node.excluded = node.excluded || parent.excluded;
        node.in_chapter = parent.in_chapter || headings_[parent.line].role == OutlineHeading::Role::kChapter;
      }
      if (node.excluded) continue;
      const bool outermost = of_work_ && node.parent < 0 && (node.rank == 1 || node.has_children || says_work(node));
      const bool holds_work = node.holds_work && !node.in_chapter && node.labels.empty();
      if (node.named || holds_work || (outermost && (node.rank == 1 || static_cast<int>(node.labels.size()) < rules_.labels_needed)))
        headings_[node.line].role = OutlineHeading::Role::kChapter;
    }
  }

  // A chapter with nothing but lines is work itself where its title says so (2025년 주요성과), and where no chapter holds more than that.
  void settle_plain_chapters() {
    const auto role = [&](const Node& node) { return headings_[node.line].role; };
    const bool any = std::any_of(nodes_.begin(), nodes_.end(), [&](const Node& node) {
      return role(node) == OutlineHeading::Role::kInitiative || (role(node) == OutlineHeading::Role::kChapter && node.signed_titles > 0);
    });
    for (const Node& node : nodes_) {
      if (role(node) != OutlineHeading::Role::kChapter || node.has_children || !node.labels.empty() || node.signed_titles > 0 ||
          node.signed_lines == 0)
        continue;
      if (!any || node.named || says_work(node)) headings_[node.line].role = OutlineHeading::Role::kInitiative;
    }
  }

  // 추진실적 and 업무성과 say that what stands below them was done.
  bool says_work(const Node& node) const {
    const std::string key = title_key(lines_[node.line].heading_title);
    return !rules_.level_of(key).empty() || rules_.is_result(key);
  }

  // From the end: what stands below is settled before what stands above.
  void settle() {
    settle_chapters();
    for (auto node = nodes_.rbegin(); node != nodes_.rend(); ++node) {
      OutlineHeading& heading = headings_[node->line];
      heading.labelled = static_cast<int>(node->labels.size()) >= rules_.labels_needed;
      if (node->excluded) {
        heading = {OutlineHeading::Role::kExcluded, {}, false};
        continue;
      }
      // 가. right below a chapter is as high as 1. elsewhere.
      const bool high =
          node->rank <= kDeepestInitiative ||
          (node->parent >= 0 && headings_[nodes_[static_cast<std::size_t>(node->parent)].line].role == OutlineHeading::Role::kChapter &&
           !nodes_[static_cast<std::size_t>(node->parent)].has_headings);
      const bool leaf = high && node->in_chapter && !node->has_headings && !node->has_initiatives;
      if (heading.role != OutlineHeading::Role::kChapter && (heading.labelled || (node->rank > 1 && node->facts.tell_of_work()) || leaf)) {
        // A bar without a number groups the titles below it, where these have lines of their own.
        const bool groups =
            node->labels.empty() && node->signed_titles > 0 && lines_[node->line].heading_title == lines_[node->line].heading;
        heading.role = groups ? OutlineHeading::Role::kChapter : OutlineHeading::Role::kInitiative;
      }
      // Lines below a chapter are initiatives of their own only where no heading competes with them.
      heading.alone = !node->has_headings;
      // What stands right below a section, before or beside its headings, is work as well.
      if (heading.role == OutlineHeading::Role::kOther && node->in_chapter && node->has_headings && node->signed_titles > 0)
        heading.role = OutlineHeading::Role::kChapter;
      if (node->parent >= 0 && (heading.role == OutlineHeading::Role::kInitiative || node->has_initiatives)) {
        nodes_[static_cast<std::size_t>(node->parent)].has_initiatives = true;
      }
    }
    settle_plain_chapters();
  }

  const std::vector<SignedLine>& lines_;
  const OutlineRules& rules_;
  std::vector<OutlineHeading> headings_;
  std::vector<Node> nodes_;
  std::vector<int> open_;  // nodes
  bool of_work_ = false, appendix_ = false;
};

}  // namespace

std::vector<OutlineHeading> outline_headings(const std::vector<SignedLine>& lines, const OutlineRules& rules, ReportOf of) {
  return Roles(lines, rules, of).run();
}

}  // namespace jangbu
