// The last line above a table, and from there up: the first item with a line below it of its costs, time or size is the project. Lines of
// another section are of something else, and so is an item that says nothing of these: the record then tells no project. Hard case: that
// line stands right over the table (it is below the item itself), or lines about other things stand between. The table's own title speaks
// first, where it names a project; then a line right above it that is nothing but a name; then a line that tells one (사업명 : …), among
// those that stand with the table below one item.
//
//   □ 무루항 정비사업                        an item …
//     ○ 총사업비 : 1,240억원                 … with a line that only a project has below it: it is one
//     ○ 추진상황                             the last line above the table; from it up, 무루항 정비사업 is the first project
//   | 구분 | 2025년까지 | 2026년 |           records of this table are of 무루항 정비사업
#include "records/table_projects.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

#include "records/hierarchy.h"
#include "records/outline_headings.h"
#include "text/bullets.h"
#include "text/caption.h"
#include "text/outline_sign.h"
#include "text/particle.h"
#include "text/pattern.h"
#include "text/unicode.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

// 사업비 : 1,240억원; (총사업비) 1,240억원; 사업기간 : 2025년 ~ 2028년: what only a project has.
bool is_of_project(const std::string& line, const Lexicon& lexicon) {
  static const Pattern head(R"(^(?:\(([^()]{2,20})\)\s*\S|([^:：]{2,20}?)\s*(?:\([^()]*\)\s*)?[:：]\s*\S))");
  const auto groups = head.groups(line);
  if (groups.empty()) return false;
  const Facets said = lexicon.read(trim(groups[1].empty() ? groups[2] : groups[1]));
  return said.understood() && (said.has("project_cost") || said.has("investment") || said.has("budget") || said.has("of_project"));
}

// 연차별 투자계획, 재원별 투자계획: nothing but what a table of costs is called.
bool is_title_of_costs(const std::string& line, const Lexicon& lexicon) {
  if (is_bracketed(line)) return false;  // <재원별 투자계획>: of the table below it, whatever stands above
  const Facets said = lexicon.read_title(line);
  return said.understood() && (said.has("project_cost") || said.has("investment"));
}

// 무루항 정비사업 of 사업명 : 무루항 정비사업. Empty: the line names none.
std::string named_by_line(const std::string& line, const Lexicon& lexicon) {
  static const Pattern named(R"(^([^:：]{2,20}?)\s*[:：]\s*(\S.*)$)");
  const auto groups = named.groups(line);
  if (groups.empty() || !lexicon.is_project_label(groups[1])) return {};
  return trim(groups[2]);
}

// 무루항 정비사업 of 〈무루항 정비사업 투자계획〉: a name that ends as names of projects do, and behind it nothing but what is told of it.
// A plan of so many years (무루항 활성화 5개년 계획) is called by all of it. 주요사업 is no name, since all its words are known. Empty: the
// title names none.
std::string named_by_title(const std::string& caption, const Lexicon& lexicon) {
  static const Pattern plan("^" + class_of(bullets(), R"(\sㅇ•·*\-–<〈《【\[「『)") +
                            R"(*([가-힣A-Za-z0-9][^<>〈〉《》【】\[\]「」『』():：]{3,60}\s(?:)" + any_of("plans_over_years") +
                            R"())\s*[>〉》】\]」』]*\s*(?:\([^()]*\))?\s*$)");
  if (const auto named = plan.groups(caption); !named.empty() && !lexicon.read_title(named[1]).understood())
    return collapse_blanks(named[1]);
  static const Pattern title("^" + class_of(bullets(), R"(\sㅇ•·*\-–<〈《【\[「『)") +
                             R"(*([가-힣A-Za-z0-9][^<>〈〉《》【】\[\]「」『』():：]{3,60}(?:)" + any_of("project_endings") +
                             R"()(?:\s*\(?(?:\d{1,2}|[IVⅠ-Ⅹ]+)\s*(?:)" + any_of("project_stages") +
                             R"()\)?)?)\s+([가-힣][가-힣\s·]{1,20}?)\s*[>〉》】\]」』]*\s*(?:\([^()]*\))?\s*$)");
  const auto groups = title.groups(caption);
  if (groups.empty()) return {};
  const Facets said = lexicon.read_title(groups[2]);
  static const Pattern of_sources(any_of("of_sources"));
  if (!said.understood() ||
      !(said.has("project_cost") || said.has("investment") || said.has("plan") || said.has("budget") || of_sources.found_in(groups[2])))
    return {};
  return lexicon.read_title(groups[1]).understood() ? std::string() : collapse_blanks(groups[1]);
}

// 호남권 센터 조성 of ○ 호남권 센터 조성 (2024~2027): a line that is nothing but a name. Empty: it says something of one (센터를 차질 없이
// 조성), or all its words are known.
std::string named_by_itself(const std::string& line, const Lexicon& lexicon) {
  static const Pattern form(R"(^([가-힣A-Za-z0-9][^():：]{3,40}(?:)" + any_of("project_endings") + R"()(?:\s*(?:\d{1,2}|[IVⅠ-Ⅹ]+)\s*(?:)" +
                            any_of("project_stages") + R"())?)\s*(?:\([^()]*\))?$)");
  static const Pattern sentence(any_of("particles_before_verbs"));
  const auto groups = form.groups(line);
  if (groups.empty() || names_an_object(groups[1]) || sentence.found_in(groups[1]) || lexicon.read_title(groups[1]).understood()) return {};
  return collapse_blanks(groups[1]);
}

// 무루항 정비사업 of `무루항 정비사업 연차별 투자`, and of `출자계획 : 무루항 정비사업`: the last line above a table that is no caption.
std::string named_by_plan(const std::string& line, const Lexicon& lexicon) {
  if (std::string name = named_by_title(line, lexicon); !name.empty()) return name;
  static const Pattern plan(R"(^[^:：]{2,20}?(?:)" + any_of("plans_of_one") + R"()\s*[:：]\s*(\S.*)$)");
  const auto groups = plan.groups(line);
  return groups.empty() ? std::string() : named_by_itself(std::string(groups[1]), lexicon);
}

// 사업기간 | 2020 ~ 2026 over 사업비 | 298억원: what is told of one project, in two columns.
bool lists_fields_of_project(const Table& table, const Lexicon& lexicon) {
  if (table.columns != 2 || table.rows < 2) return false;
  return std::any_of(table.cells.begin(), table.cells.end(), [&](const Cell& cell) {
    if (cell.column != 0) return false;
    const Facets said = lexicon.read(cell.best_text());
    return said.understood() && (said.has("project_cost") || said.has("of_project"));
  });
}

// Lines by block, so that the last one above a table is found by a search; from there a walk up by ids, of kMostSteps at most.
class ProjectNames {
 public:
  ProjectNames(const Document& document, const std::vector<Profile>& profiles, const Lexicon& lexicon, const std::vector<Record>& records)
      : document_(document), profiles_(profiles), lexicon_(lexicon), records_(records) {
    for (std::size_t i = 0; i < records.size(); ++i) {
      if (!records[i].line || !records[i].line->block) continue;
      lines_.push_back(i);
      by_id_.emplace(records[i].id, i);
      if (std::string name = named_by_line(records[i].name, lexicon); !name.empty())
        named_[records[i].line->above_id].emplace_back(block_of(i), std::move(name));
      if (!is_of_project(records[i].name, lexicon) && !is_title_of_costs(records[i].name, lexicon)) continue;
      const auto [first, fresh] = told_below_.emplace(records[i].line->above_id, block_of(i));
      first->second = std::min(first->second, block_of(i));
    }
    std::stable_sort(lines_.begin(), lines_.end(), [&](std::size_t a, std::size_t b) { return block_of(a) < block_of(b); });
    for (std::size_t b = 0; b < document.blocks.size(); ++b) {
      if (document.blocks[b].kind == Block::Kind::kTable) block_of_table_.emplace(document.blocks[b].table, b);
    }
  }

  // Empty: no line above the table tells it.
  std::string above(std::size_t table) const {
    const auto block = block_of_table_.find(table);
    if (block == block_of_table_.end()) return {};
    const auto end =
        std::lower_bound(lines_.begin(), lines_.end(), block->second, [&](std::size_t line, std::size_t b) { return block_of(line) < b; });
    if (end == lines_.begin()) return {};
    const std::size_t last = *(end - 1);
    if (!in_section(records_[last], document_.tables[table])) return {};
    // Right above, with nothing but a unit between.
    const auto between = document_.blocks.begin() + static_cast<std::ptrdiff_t>(block_of(last)) + 1;
    if (std::none_of(between, document_.blocks.begin() + static_cast<std::ptrdiff_t>(block->second),
                     [](const Block& b) { return b.kind == Block::Kind::kTable; })) {
      if (std::string name = project_named_by(records_[last].name); !name.empty()) return name;
    }
    std::optional<std::size_t> at = last;
    for (int steps = 0; at && steps < kMostSteps; ++steps) {
      const auto named = named_.find(records_[*at].line->above_id);
      if (named != named_.end()) {
        const std::pair<std::size_t, std::string>* nearest = nullptr;
        for (const auto& line : named->second) {
          if (line.first < block->second && (!nearest || line.first > nearest->first)) nearest = &line;
        }
        if (nearest) return nearest->second;
      }
      const auto told = told_below_.find(records_[*at].id);
      if (told != told_below_.end() && told->second < block->second) {
        const std::string& name = records_[*at].path.back();
        if (std::string own = project_named_by(name); !own.empty()) return own;
        return lexicon_.read_title(name).understood() || is_called_as_chapters(name) ? std::string() : name;
      }
      const auto up = by_id_.find(records_[*at].line->above_id);
      at = up == by_id_.end() ? std::nullopt : std::optional(up->second);
    }
    return {};
  }

  // The same where no outline was read: 사업명 : … among the lines right above; or a line that is nothing but a name, the nearest of them
  // or the one that holds all between it and the table, by its sign: ◈ 무루관 조성 over ○ 사업기간, ○ 재원별 투자계획.
  std::string told_right_above(std::size_t table) const {
    const auto block = block_of_table_.find(table);
    if (block == block_of_table_.end()) return {};
    bool nearest = true;
    int held = kUnsignedRank;  // the highest sign so far
    for (std::size_t b = block->second, looked = 0; b > 0 && looked < kLinesHeld; ++looked) {
      const Block& line = document_.blocks[--b];
      if (line.kind == Block::Kind::kTable && lists_fields_of_project(document_.tables[line.table], lexicon_)) continue;
      if (line.kind != Block::Kind::kParagraph) break;
      const std::string text = line.paragraph.best_text();
      if (is_bracketed(text)) continue;  // a unit
      const OutlineSign sign = outline_sign(text);
      const std::string rest(sign.rest);
      if (std::string name = looked < kLinesAbove ? named_by_line(rest, lexicon_) : std::string(); !name.empty()) return name;
      if (std::string name = nearest ? named_by_plan(rest, lexicon_) : std::string(); !name.empty()) return name;
      const bool holds = sign.rank < held && sign.rank < kUnsignedRank;
      if (std::string name = nearest || holds ? project_named_by(rest) : std::string(); !name.empty()) return name;
      nearest = false;
      held = std::min(held, sign.rank);
      if (line.heading_rank > 0) break;
    }
    return {};
  }

 private:
  static constexpr int kMostSteps = 12;
  static constexpr std::size_t kLinesAbove = 4;
  static constexpr std::size_t kLinesHeld = 12;

  std::size_t block_of(std::size_t record) const { return *records_[record].line->block; }

  // A line that is nothing but the name of a project; empty: another line, 중점 추진사업 too, which is a chapter of projects.
  std::string project_named_by(const std::string& line) const {
    std::string name = named_by_itself(line, lexicon_);
    const bool chapter = std::any_of(profiles_.begin(), profiles_.end(), [&](const Profile& profile) {
      return profile.outline && profile.outline->is_chapter(title_key(name));
    });
    return chapter ? std::string() : name;
  }

  // 2026년도 사업계획: no project, though lines below it tell of one.
  bool is_called_as_chapters(const std::string& name) const {
    return std::any_of(profiles_.begin(), profiles_.end(), [&](const Profile& profile) {
      return profile.outline && profile.outline->chapter_words.holds_no_other_word(title_key(name));
    });
  }

  // The headings over a table are those over the line, and the line's initiative itself may be one. □ 재원별 투자현황 beside □ 사업개요 is
  // of the same thing: a heading that says only what is measured.
  bool in_section(const Record& line, const Table& table) const {
    if (!table.section.empty() && line.section.size() == table.section.size() &&
        std::equal(line.section.begin(), line.section.end() - 1, table.section.begin()) && line.section.back() != table.section.back()) {
      const Facets said = lexicon_.read_title(table.section.back());
      return said.understood() && (said.has("project_cost") || said.has("investment") || said.has("budget"));
    }
    if (line.section.size() > table.section.size()) return false;
    if (!std::equal(line.section.begin(), line.section.end(), table.section.begin())) return false;
    return table.section.size() <= line.section.size() + 1;
  }

  const Document& document_;
  const std::vector<Profile>& profiles_;
  const Lexicon& lexicon_;
  const std::vector<Record>& records_;
  std::vector<std::size_t> lines_;  // records of lines, in reading order
  std::map<std::string_view, std::size_t> by_id_;
  std::map<std::string_view, std::size_t> told_below_;  // by the id of an item: the block of its first line that only a project has
  std::map<std::string_view, std::vector<std::pair<std::size_t, std::string>>>
      named_;  // by the id of an item: its lines that name a project
  std::map<std::size_t, std::size_t> block_of_table_;
};

// 재원 over labels, or 재원별 투자계획 over the table: the rows are sources of money, whatever they are called (공사채, 특별교부금).
bool rows_are_sources(const Table& table) {
  static const Pattern sources(any_of("of_sources"));
  if (sources.found_in(table.caption)) return true;
  return std::any_of(table.cells.begin(), table.cells.end(), [](const Cell& cell) {
    return cell.row == 0 && cell.column == 0 && sources.found_in(without_blanks(cell.best_text()));
  });
}

// 사업명 over labels: each row is a project of its own.
bool rows_are_projects(const Table& table, const Lexicon& lexicon) {
  return std::any_of(table.cells.begin(), table.cells.end(), [&](const Cell& cell) {
    return cell.row < table.header_rows && cell.column < 2 && lexicon.is_project_label(cell.best_text());
  });
}

}  // namespace

// Only tables whose rows are sources or kinds of costs: where the rows are projects themselves, or name theirs, nothing is added.
void name_projects(const Document& document, const std::vector<Profile>& profiles, const Lexicon& lexicon, std::vector<Record>& records) {
  const auto of_costs = [&](const Record& record) {
    return record.table_index != Record::kNoTable && std::any_of(profiles.begin(), profiles.end(), [&](const Profile& profile) {
             return profile.type == record.type && !profile.yearly.empty();
           });
  };
  std::map<std::size_t, std::vector<Record*>> tables;
  for (Record& record : records) {
    if (of_costs(record)) tables[record.table_index].push_back(&record);
  }
  if (tables.empty()) return;
  const ProjectNames names(document, profiles, lexicon, records);
  for (const auto& [table, rows] : tables) {
    const Table& printed = document.tables[table];
    const bool told = std::any_of(rows.begin(), rows.end(), [](const Record* row) { return !row->project.empty(); });
    if (told || rows_are_projects(printed, lexicon)) continue;
    // Where one row is 민자 or 국비, the others are sources, too, whatever they are called; 기타 may be any rest.
    const auto is_certain = [&](const Record* row) {
      const std::string source = lexicon.source_of(row->name);
      return !source.empty() && source != "source.other";
    };
    const bool sources = rows_are_sources(printed) || std::any_of(rows.begin(), rows.end(), is_certain) ||
                         std::all_of(rows.begin(), rows.end(), [&](const Record* row) {
                           return row->role == RowRole::kTotal || lexicon.is_source(row->name) || lexicon.read(row->name).understood();
                         });
    // A title names the project of rows of any kind; a line above only that of sources and times, as other rows may be projects themselves.
    std::string project = named_by_title(printed.caption, lexicon);
    if (project.empty() && sources) project = names.above(table);
    if (project.empty() && sources) project = names.told_right_above(table);
    for (Record* row : rows) row->project = project;
  }
}

}  // namespace jangbu
