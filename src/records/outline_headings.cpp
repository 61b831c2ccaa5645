#include "records/outline_headings.h"

#include "text/label.h"
#include "text/outline_sign.h"
#include "text/pattern.h"

namespace jangbu {
namespace {

constexpr int kDeepestInitiative = 3;  // without labels; with them one deeper (가.)
constexpr int kDeepestHeading = 4;

struct Node {
  std::size_t line;
  int rank;
  int parent;                      // among the nodes; -1: none
  std::set<std::string_view> labels;
  bool has_headings = false;       // that are no labels, down to kDeepestInitiative
  bool has_initiatives = false;    // somewhere below
  bool in_chapter = false;
};

}  // namespace

std::string title_key(std::string_view title) {
  static const Pattern brackets(R"(\s*[(\[（〔][^()\[\]（）〔〕]*[)\]）〕]\s*$)");
  const std::string shorter = brackets.replaced(title, "");
  std::string key = label_key(shorter);
  return key.empty() ? label_key(title) : key;
}

std::vector<OutlineHeading> outline_headings(const std::vector<SignedLine>& lines, const OutlineRules& rules) {
  std::vector<OutlineHeading> headings(lines.size());
  std::vector<Node> nodes;
  std::vector<int> open;  // nodes
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const SignedLine& line = lines[i];
    const bool heading = line.heading_rank > 0 && line.heading_rank <= kDeepestHeading;
    const bool box = !heading && (line.heading_rank > kDeepestHeading || (!line.kind.empty() && line.rank <= kCircleSignRank));
    if (!heading && !box) continue;
    const std::string_view level = rules.level_of(title_key(heading ? line.heading_title : line.text));
    if (box) {
      if (!level.empty() && !open.empty()) nodes[static_cast<std::size_t>(open.back())].labels.insert(level);
      continue;
    }
    while (!open.empty() && nodes[static_cast<std::size_t>(open.back())].rank >= line.heading_rank) open.pop_back();
    if (!level.empty()) {
      // A label never opens: what stands below it is its initiative's.
      headings[i] = {OutlineHeading::Role::kLabel, level, false};
      if (!open.empty()) nodes[static_cast<std::size_t>(open.back())].labels.insert(level);
      continue;
    }
    const bool chapter = line.heading_rank <= kDeepestInitiative && rules.is_chapter(title_key(line.heading_title));
    if (chapter) headings[i].role = OutlineHeading::Role::kChapter;
    Node node{i, line.heading_rank, open.empty() ? -1 : open.back(), {}, false, false, false};
    if (node.parent >= 0) {
      Node& parent = nodes[static_cast<std::size_t>(node.parent)];
      node.in_chapter = parent.in_chapter || headings[parent.line].role == OutlineHeading::Role::kChapter;
      parent.has_headings = parent.has_headings || node.rank <= kDeepestInitiative;
    }
    open.push_back(static_cast<int>(nodes.size()));
    nodes.push_back(std::move(node));
  }
  // From the end: what stands below is settled before what stands above.
  for (auto node = nodes.rbegin(); node != nodes.rend(); ++node) {
    OutlineHeading& heading = headings[node->line];
    heading.labelled = static_cast<int>(node->labels.size()) >= rules.labels_needed;
    const bool leaf = node->rank <= kDeepestInitiative && node->in_chapter && !node->has_headings && !node->has_initiatives;
    if (heading.role != OutlineHeading::Role::kChapter && (heading.labelled || leaf)) heading.role = OutlineHeading::Role::kInitiative;
    if (node->parent >= 0 && (heading.role == OutlineHeading::Role::kInitiative || node->has_initiatives)) {
      nodes[static_cast<std::size_t>(node->parent)].has_initiatives = true;
    }
  }
  return headings;
}

}  // namespace jangbu
