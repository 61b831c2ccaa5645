#include "records/outline_headings.h"

#include <cstdlib>

#include "text/label.h"
#include "text/outline_sign.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr int kDeepestInitiative = 3;  // without labels; with them one deeper (가.)
constexpr int kDeepestHeading = 4;
constexpr int kDeepestOwnSign = 28;    // □ … 1.: lines that may be initiatives themselves

struct Node {
  std::size_t line;
  int rank, level;
  int parent;                      // among the nodes; -1: none
  std::set<std::string_view> labels;
  int signed_titles = 0;           // lines right below it that may be initiatives
  bool has_headings = false;       // that are no labels, down to kDeepestInitiative
  bool has_initiatives = false;    // somewhere below
  bool in_chapter = false;
  bool excluded = false;           // holds none, and nothing below it does
};

}  // namespace

std::string title_key(std::string_view title) {
  static const Pattern brackets(R"(\s*[(\[（〔][^()\[\]（）〔〕]*[)\]）〕]\s*$)");
  const std::string shorter = brackets.replaced(title, "");
  std::string key = label_key(shorter);
  return key.empty() ? label_key(title) : key;
}

namespace {

class Roles {
 public:
  Roles(const std::vector<SignedLine>& lines, const OutlineRules& rules) : lines_(lines), rules_(rules), headings_(lines.size()) {
    // In a report of work every chapter may hold initiatives.
    for (const SignedLine& line : lines) of_work_ = of_work_ || (is_heading(line) && names_chapter(line));
  }

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
  static bool is_heading(const SignedLine& line) { return line.heading_level > 0 && line.heading_rank > 0 && line.heading_rank <= kDeepestHeading; }

  bool names_chapter(const SignedLine& line) const { return line.heading_rank <= kDeepestInitiative && rules_.is_chapter(title_key(line.heading_title)); }

  Node* innermost() { return open_.empty() ? nullptr : &nodes_[static_cast<std::size_t>(open_.back())]; }

  // □ and what stands as high: labels, or the lines that are initiatives of a heading that has no others.
  void look_at_line(const SignedLine& line) {
    if (appendix_ || (line.heading_rank <= kDeepestHeading && (line.kind.empty() || line.rank > kCircleSignRank))) return;
    Node* node = innermost();
    if (node == nullptr) return;
    const std::string_view level = rules_.level_of(title_key(line.heading_rank > 0 ? line.heading_title : line.text));
    if (!level.empty()) {
      node->labels.insert(level);
    } else if (line.rank <= kDeepestOwnSign || line.heading_rank > kDeepestHeading) {
      ++node->signed_titles;
    }
  }

  void look_at_heading(std::size_t i) {
    const SignedLine& line = lines_[i];
    if (appendix_ && !ends_appendix(line)) {
      headings_[i].role = OutlineHeading::Role::kAppendix;
      return;
    }
    appendix_ = false;
    while (!open_.empty() && nodes_[static_cast<std::size_t>(open_.back())].level >= line.heading_level) open_.pop_back();
    const std::string key = title_key(line.heading_title);
    if (const std::string_view level = rules_.level_of(key); !level.empty() && line.heading_rank > 1) {
      // A label never opens: what stands below it is its initiative's.
      headings_[i] = {OutlineHeading::Role::kLabel, level, false};
      if (Node* node = innermost()) node->labels.insert(level);
      return;
    }
    Node node{i, line.heading_rank, line.heading_level, open_.empty() ? -1 : open_.back(), {}, 0, false, false, false, false};
    const bool named = names_chapter(line);
    node.excluded = !named && rules_.is_no_chapter(key);
    const bool chapter = !node.excluded && (open_.empty() || !nodes_[static_cast<std::size_t>(open_.back())].excluded) && (named || (of_work_ && open_.empty() && line.heading_rank == 1));
    if (chapter) headings_[i].role = OutlineHeading::Role::kChapter;
    if (node.parent >= 0) {
      Node& parent = nodes_[static_cast<std::size_t>(node.parent)];
      node.excluded = node.excluded || parent.excluded;
      node.in_chapter = parent.in_chapter || headings_[parent.line].role == OutlineHeading::Role::kChapter;
      parent.has_headings = parent.has_headings || node.rank <= kDeepestInitiative;
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
    if (first && *first >= U'①' && *first <= U'⑳') return static_cast<int>(*first - U'①') + 1;
    if (first && *first >= U'❶' && *first <= U'❿') return static_cast<int>(*first - U'❶') + 1;
    return 0;
  }

  // From the end: what stands below is settled before what stands above.
  void settle() {
    for (auto node = nodes_.rbegin(); node != nodes_.rend(); ++node) {
      OutlineHeading& heading = headings_[node->line];
      heading.labelled = static_cast<int>(node->labels.size()) >= rules_.labels_needed;
      if (node->excluded) {
        heading = {OutlineHeading::Role::kExcluded, {}, false};
        continue;
      }
      const bool leaf = node->rank <= kDeepestInitiative && node->in_chapter && !node->has_headings && !node->has_initiatives;
      if (heading.role != OutlineHeading::Role::kChapter && (heading.labelled || leaf)) {
        // A bar without a number groups the titles below it, where these have lines of their own.
        const bool groups = node->labels.empty() && node->signed_titles > 0 && lines_[node->line].heading_title == lines_[node->line].heading;
        heading.role = groups ? OutlineHeading::Role::kChapter : OutlineHeading::Role::kInitiative;
      }
      heading.alone = !node->has_headings;
      // What stands right below a section, before or beside its headings, is work as well.
      if (heading.role == OutlineHeading::Role::kOther && node->in_chapter && node->has_headings && node->signed_titles > 0) heading.role = OutlineHeading::Role::kChapter;
      if (node->parent >= 0 && (heading.role == OutlineHeading::Role::kInitiative || node->has_initiatives)) {
        nodes_[static_cast<std::size_t>(node->parent)].has_initiatives = true;
      }
    }
  }

  const std::vector<SignedLine>& lines_;
  const OutlineRules& rules_;
  std::vector<OutlineHeading> headings_;
  std::vector<Node> nodes_;
  std::vector<int> open_;  // nodes
  bool of_work_ = false, appendix_ = false;
};

}  // namespace

std::vector<OutlineHeading> outline_headings(const std::vector<SignedLine>& lines, const OutlineRules& rules) { return Roles(lines, rules).run(); }

}  // namespace jangbu
