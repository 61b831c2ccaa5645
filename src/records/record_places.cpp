// Rows of one table → parent, role, level and path.
// Several label columns print the hierarchy themselves (부서 | 사업명) and are believed; a single one leaves it to the figures
// (hierarchy.h). Hard case: one column of labels with a total that no word names. The row that all others hang on is the total, and no step
// of their paths. Levels come last, since they ask who the siblings are.
//
//   부서 | 사업명                       paths as printed → after placing
//   합계 |                              [합계]            → []                  role total
//   가과 | 소계                         [가과, 소계]      → [가과]              role subtotal, parent 합계
//   ^    | 가사업                       [가과, 가사업]    → [가과, 가사업]      parent 가과
#include "records/record_places.h"

#include <algorithm>
#include <map>

#include "arithmetic/printed_figure.h"
#include "records/hierarchy.h"
#include "text/label.h"
#include "text/pattern.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

constexpr std::size_t kMostPartColumns = 64;  // of a table; more parts say nothing more of what its rows add up to

// One word: `민관협치 활성화 지원` ends like 의료원 but names a programme.
bool names_office(const std::string& label, const Profile& profile) {
  if (words_of(label).size() != 1) return false;
  const std::string key = label_key(label);
  return std::any_of(profile.levels.begin(), profile.levels.end(),
                     [&](const LevelRule& rule) { return rule.level == "department" && rule.label.matches(key); });
}

// The level that the label names by itself; empty: none.
std::string named_level(const std::string& label, const Profile& profile) {
  const std::string key = label_key(label);
  for (const LevelRule& rule : profile.levels) {
    if (rule.label.matches(key) && (rule.level != "department" || names_office(label, profile))) return rule.level;
  }
  return {};
}

// The figure that a row prints for a part of a measure: 일반회계 of the budget.
const Figure* part_of(const Record& record, const Figure& like) {
  const auto found = std::find_if(record.breakdown.begin(), record.breakdown.end(), [&](const Figure& part) {
    return part.field == like.field && part.dimension == like.dimension && part.member == like.member;
  });
  return found == record.breakdown.end() ? nullptr : &*found;
}

// In: rows as read. Out: the parent and the role of each, as find_hierarchy() finds them from the sums. Parts (일반회계 of a budget) are
// columns as others are: a tree that holds in them too is better proved.
// Additive fields and their parts: rates do not add up. What no row prints is no column.
std::vector<RowPlace> by_figures(const std::vector<ReadRow>& rows, const Profile& profile) {
  std::vector<const ProfileField*> additive;
  for (const ProfileField& field : profile.fields) {
    if (field.additive &&
        std::any_of(rows.begin(), rows.end(), [&](const ReadRow& row) { return row.record.find(field.name) != nullptr; })) {
      additive.push_back(&field);
    }
  }
  std::vector<Figure> parts;  // one of each
  for (const ReadRow& row : rows) {
    for (const Figure& part : row.record.breakdown) {
      const auto same = [&](const Figure& known) {
        return known.field == part.field && known.dimension == part.dimension && known.member == part.member;
      };
      if (parts.size() < kMostPartColumns && std::none_of(parts.begin(), parts.end(), same)) parts.push_back(part);
    }
  }
  std::vector<HierarchyRow> tree;
  for (const ReadRow& row : rows) {
    HierarchyRow place{row.record.name, names_office(row.record.name, profile), {}, row.printed_label, row.indent, row.source};
    for (const ProfileField* field : additive) {
      const Figure* value = row.record.find(field->name);
      place.figures.push_back(value && value->value ? std::optional(as_printed(*value)) : std::nullopt);
    }
    for (const Figure& like : parts) {
      const Figure* part = part_of(row.record, like);
      place.figures.push_back(part && part->value ? std::optional(as_printed(*part)) : std::nullopt);
    }
    tree.push_back(std::move(place));
  }
  return find_hierarchy(tree);
}

// Several label columns print the hierarchy themselves: `시민참여과 | 소계`, `시민참여과 | 시민 제안 …`.
std::vector<RowPlace> by_labels(std::vector<ReadRow>& rows) {
  std::vector<RowPlace> places(rows.size());
  std::optional<int> total;
  // Rows by the path that they stand over; the first of a path wins.
  std::map<std::vector<std::string>, int> heads;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Record& record = rows[i].record;
    if (!total && std::all_of(record.path.begin(), record.path.end(), [](const std::string& label) { return is_total_label(label); })) {
      places[i].role = RowRole::kTotal;
      total = static_cast<int>(i);
      record.path.clear();
      continue;
    }
    std::vector<std::string> head = record.path;
    if (record.path.size() > 1 && (is_subtotal_label(record.name) || is_total_label(record.name))) {
      places[i].role = RowRole::kSubtotal;
      static const Pattern of_what(R"(\s*(?:)" + any_of("subtotal_endings") + ")$");
      const std::string rest = of_what.replaced(record.name, "");
      if (rest.empty() || rest == record.name) {
        record.path.pop_back();
        head = record.path;
      } else {
        head.back() = rest;  // 인건비 소계 is over the rows of 인건비
      }
    }
    heads.emplace(std::move(head), static_cast<int>(i));
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (places[i].role == RowRole::kTotal) continue;
    // The nearest ancestor that has a row of its own; steps without one (a merged label alone) are skipped.
    std::vector<std::string> above = rows[i].record.path;
    while (!above.empty()) {
      above.pop_back();
      const auto head = heads.find(above);
      if (head != heads.end() && head->second != static_cast<int>(i)) {
        places[i].parent = head->second;
        places[static_cast<std::size_t>(head->second)].role = RowRole::kSubtotal;
        break;
      }
    }
    if (!places[i].parent && total) places[i].parent = total;
  }
  // No row says that it is the total, but one holds all others: it is.
  std::size_t tops = 0, top = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (places[i].parent) continue;
    ++tops;
    top = i;
  }
  if (!total && tops == 1 && rows.size() > 2 && rows[top].record.path.size() == 1 && !is_subtotal_label(rows[top].record.name)) {
    places[top].role = RowRole::kTotal;
    for (ReadRow& row : rows) row.record.path.erase(row.record.path.begin());
  }
  return places;
}

// 수입 beside all rows, the first or last of which is 합계: the side that all are of, and no level above them.
void drop_common_label(std::vector<ReadRow>& rows) {
  const auto common = [&](const ReadRow& row) {
    const std::vector<std::string>& path = row.record.path;
    return path.size() == 2 && path.front() == rows.front().record.path.front() && path.front() != path.back();
  };
  const auto total = [](const ReadRow& row) { return is_total_label(row.record.name) && !is_subtotal_label(row.record.name); };
  if (rows.size() < 3 || !std::all_of(rows.begin(), rows.end(), common) || std::count_if(rows.begin(), rows.end(), total) != 1) return;
  if (!total(rows.front()) && !total(rows.back())) return;
  for (ReadRow& row : rows) row.record.path.erase(row.record.path.begin());
}

// 정책 | 기초생활보장, 단위 | 생계급여: the front column says how deep a row stands, and is no name above it. Levels stand in the order in
// which they first come, since the outer one opens what it holds.
void take_levels(std::vector<ReadRow>& rows) {
  static const Pattern level(any_of("levels_of_rows"));
  std::vector<std::string> levels;
  for (const ReadRow& row : rows) {
    const std::vector<std::string>& path = row.record.path;
    if (path.size() < 2) continue;
    std::string key = label_key(path.front());
    if (path.size() > 2 || !level.matches(key)) return;
    if (std::find(levels.begin(), levels.end(), key) == levels.end()) levels.push_back(std::move(key));
  }
  if (levels.size() < 2) return;
  for (ReadRow& row : rows) {
    std::vector<std::string>& path = row.record.path;
    if (path.size() < 2) continue;
    row.indent = 1 + static_cast<int>(std::find(levels.begin(), levels.end(), label_key(path.front())) - levels.begin());
    path.erase(path.begin());
  }
}

// Rows without a parent count as each other's siblings. A level that most siblings name is that of those that name it:
// `자산관리과` beside `세무과` is an office, `성과` among programmes is none.
void set_levels(std::vector<ReadRow>& rows, const Profile& profile) {
  struct Siblings {
    std::map<std::string, int> named;
    int all = 0;
  };
  std::map<int, Siblings> siblings;  // by parent; -1: none
  for (const ReadRow& row : rows) {
    if (row.record.role == RowRole::kTotal) continue;
    Siblings& beside = siblings[row.record.parent.value_or(-1)];
    ++beside.all;
    ++beside.named[named_level(row_subject(row.record), profile)];
  }
  for (ReadRow& row : rows) {
    Record& record = row.record;
    const bool sum = record.role == RowRole::kSubtotal;
    record.level = record.role == RowRole::kTotal ? "total" : sum ? profile.subtotal_level : profile.item_level;
    if (record.role == RowRole::kTotal) continue;
    const std::string named = named_level(row_subject(record), profile);
    if (named.empty()) continue;
    Siblings& beside = siblings[record.parent.value_or(-1)];
    if (sum || beside.named[named] * 2 > beside.all) record.level = named;
  }
}

}  // namespace

// Places, roles, then paths (those of several labels have theirs already), then levels.
void place_records(std::vector<ReadRow>& rows, const Profile& profile) {
  if (rows.empty()) return;
  drop_common_label(rows);
  take_levels(rows);
  const bool several_labels = std::any_of(rows.begin(), rows.end(), [](const ReadRow& row) { return row.record.path.size() > 1; });
  const std::vector<RowPlace> places = several_labels ? by_labels(rows) : by_figures(rows, profile);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].record.parent = places[i].parent;
    rows[i].record.role = places[i].role;
  }
  if (!several_labels) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      std::vector<std::string> path;
      for (std::optional<int> at = static_cast<int>(i); at; at = rows[static_cast<std::size_t>(*at)].record.parent) {
        const Record& step = rows[static_cast<std::size_t>(*at)].record;
        if (step.role == RowRole::kTotal) break;
        path.insert(path.begin(), step.name);
        // Parents form no circle, but a path must end even if they did.
        if (path.size() > rows.size()) break;
      }
      rows[i].record.path = std::move(path);
    }
  }
  set_levels(rows, profile);
}

}  // namespace jangbu
