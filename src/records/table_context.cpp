// What speaks for a table from outside, nearest first: caption, lines above, the cell that frames it (and that table's own context),
// headings. The first title that says what is measured gives the substance; one with words that no list knows ends the search, since it may
// say anything. Unit, year and flow (세입 or 세출) are each taken from the nearest title that tells them. Bounded: kLinesAbove lines,
// kMostFrames tables inside of tables, titles of kLongestTitle code points.
//
//   □ 2024회계연도 세출결산     year 2024, flow expenditure, substance {settlement, expenditure}
//   ※ 단위 미만 반올림          a note: no title
//   (단위 : 천원)               money: 천원, unless the table's own caption names another
#include "records/table_context.h"

#include <algorithm>
#include <map>

#include "records/hierarchy.h"
#include "text/label.h"
#include "text/particle.h"
#include "text/pattern.h"
#include "text/unicode.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

// A unit or title further up than this is of another table as a rule.
constexpr std::size_t kLinesAbove = 4;
constexpr std::size_t kLongestTitle = 80, kLongestStatement = 200, kShortestSentence = 24;  // code points
constexpr int kMostFrames = 3;                                                              // tables inside of tables

// Atoms that do not say by themselves what is measured.
bool is_substance(const std::string& atom) {
  return atom != "amount" && atom != "total" && atom != "people" && atom != "count" && atom != "yearly" && atom != "remarks" &&
         !atom.starts_with("source.");
}

// ※ and 주) explain single figures and are no title of them.
bool is_note(std::string_view line) {
  static const Pattern note(R"(^\s*(?:※|\*|주\)|주:|\d\)))");
  return note.found_in(line);
}

// Three counts of things one behind the other, and no unit of figures.
bool counts_several(const std::string& line) {
  static const Pattern counts(R"((?:\d[\d,]*\s?(?:개\s?)?[가-힣]+[\s,·ㆍ/]*){3,}$)");
  return !unit_mark_in(line) && counts.found_in(line);
}

// Fills TableContext::titles, money and project.
class Collector {
 public:
  Collector(const Document& document, const Lexicon& lexicon, TableContext& out) : document_(document), lexicon_(lexicon), out_(out) {}

  // The order of the calls is the order of nearness.
  void collect(std::size_t index, int depth) {
    const Table& table = document_.tables[index];
    if (!out_.money) take_unit(table.unit);
    add(table.caption);
    const auto block = std::find_if(document_.blocks.begin(), document_.blocks.end(),
                                    [&](const Block& b) { return b.kind == Block::Kind::kTable && b.table == index; });
    if (block != document_.blocks.end()) {
      std::size_t taken = 0;
      for (auto at = block; at != document_.blocks.begin() && taken < kLinesAbove;) {
        --at;
        // Behind another table the lines are of that one.
        if (at->kind != Block::Kind::kParagraph) break;
        add(at->paragraph.best_text());
        ++taken;
        if (at->heading_rank > 0) break;
      }
    }
    if (depth < kMostFrames) frame_of(index, depth);
    for (auto heading = table.section.rbegin(); heading != table.section.rend(); ++heading) add(*heading);
    if (!out_.money) take_unit(table.nearby_unit);
    if (!out_.money && depth == 0) take_unit(unit_of_stated_total(table));
  }

 private:
  void take_unit(std::string_view name) {
    if (const auto unit = unit_named(name); unit && unit->money) out_.money = unit;
  }

  // 정원/현원 or 정원(현원) in the line that names the unit, or by itself in brackets.
  void take_pair(const std::string& line) {
    static const Pattern stroke(R"((?:^|[(,:\[])\s*([가-힣]{2,8})\s*/\s*([가-힣]{2,8})\s*(?:[),\]]|$))");
    static const Pattern bracket(R"((?:^|[(,:\[])\s*([가-힣]{2,8})\s*[(\[]\s*([가-힣]{2,8})\s*[)\]]\s*(?:[),\]]|$))");
    for (const bool bracketed : {false, true}) {
      const auto groups = (bracketed ? bracket : stroke).groups(line);
      if (out_.pair || groups.size() < 3 || !lexicon_.is_measure(groups[1]) || !lexicon_.is_measure(groups[2])) continue;
      out_.pair = TwoMeasures{std::string(groups[1]), std::string(groups[2]), bracketed};
    }
  }

  // ○ 사업비 : 5,000백만원 over a table without a unit whose total prints 5,000: what the line states is the table's own total, and so is
  // its unit. Empty: no line above states the figure of a row of totals, or of the only row.
  std::string unit_of_stated_total(const Table& table) const {
    static const Pattern stated(R"((?:^|[^\d.,])(\d{1,3}(?:,\d{3})+|\d{3,})\s*(?:)" + any_of("units_behind_amounts") +
                                R"()(?:[^\p{Hangul}]|$))"),
        unit("(" + any_of("units_behind_amounts") + ")");
    std::map<std::string, std::string> units;  // by the figure that a line states, as printed; of the nearest line
    for (const std::string& line : lines_) {
      std::string_view rest = line;
      for (auto groups = stated.groups(rest); !groups.empty(); groups = stated.groups(rest)) {
        units.emplace(groups[1], unit.groups(groups[0]).at(1));
        rest = rest.substr(static_cast<std::size_t>(groups[1].data() + groups[1].size() - rest.data()));
      }
    }
    if (units.empty()) return {};
    std::set<int> totals;  // rows
    for (const Cell& label : table.cells) {
      if (label.row < table.header_rows || label.column > 1) continue;
      if (is_total_label(label.best_text()) || table.rows - table.header_rows == 1) totals.insert(label.row);
    }
    for (const Cell& cell : table.cells) {
      if (!totals.contains(cell.row)) continue;
      if (const auto told = units.find(trim(cell.best_text())); told != units.end()) return told->second;
    }
    return {};
  }

  // A line of more than kLongestTitle is a sentence.
  void add(const std::string& line) {
    if (code_point_count(line) <= kLongestStatement) lines_.push_back(line);
    if (trim(line).empty() || is_note(line) || code_point_count(line) > kLongestTitle) return;
    if (counts_several(line)) return;  // what an office has: 4과 1단 1학교 5개 소방서
    // What is done with something, or how much it is, and no title: 2024회계연도 잉여금을 재원으로 편성, 총규모는 9,431억원으로 5.1% 증가.
    if (names_an_object(line) || states_a_figure(line)) return;
    // 정산에 따른 감액에도 기금 전입으로 추경 규모 유지: long enough for a sentence, with a word that leads to a verb.
    static const Pattern sentence(any_of("particles_before_verbs"));
    if (code_point_count(line) > kShortestSentence && sentence.found_in(line)) return;
    // (2025년, 단위 : 천원): of which year the figures are. It is no title, and hides none further up.
    if (is_bracketed(line) && unit_mark_in(line)) {
      const Facets said = lexicon_.read_title(line);
      if (!out_.figures_year && said.period && said.period->kind == FacetPeriod::Kind::kYear) out_.figures_year = said.period->year;
      if (said.atoms.empty()) {
        take_pair(line);
        if (!out_.money) take_money(line);
        return;
      }
    }
    // 조직 : 3개 과, 2개 시설: what stands behind the colon is told of the one, and is no title.
    static const Pattern told_of(R"(^([^:：()\[\]<>〈〉]{2,40}?)\s*[:：]\s)");
    const auto head = told_of.groups(line);
    const std::string_view title = head.empty() ? std::string_view(line) : head[1];
    static const Pattern parted(R"((?:^|[\s.])[가-힣]{2,6}별\s)");
    out_.titles.push_back(lexicon_.read_title(title));
    if (!head.empty()) out_.titles.back().atoms.erase("clients");  // 주요시설 : 화장장 1개소, of the office over its table
    out_.parts.push_back(parted.found_in(title));
    out_.names_a_part.push_back(names_a_part(title, out_.titles.back()));
    static const Pattern a_year(
        R"(^(?:[^\p{L}\p{N}]*(?:[가-하]|\d{1,2})\s*[.)])?[^\p{L}\p{N}]*(?:20\d\d|['’‘]\d\d)\s*(?:년도?|회계연도|학년도)[^\p{L}\p{N}]*$)");
    out_.is_a_year.push_back(a_year.matches(line));
    take_pair(line);
    if (!out_.money) take_money(line);
  }

  void take_money(const std::string& line) {
    if (const auto unit = unit_mark_in(line); unit && unit->money) out_.money = unit;
  }

  // The cell that holds the table: its lines are titles, nearest the one that names a unit.
  void frame_of(std::size_t index, int depth) {
    const std::string& id = document_.tables[index].id;
    const std::string number = std::to_string(index);
    for (std::size_t t = 0; t < document_.tables.size(); ++t) {
      if (t == index) continue;
      for (const Cell& cell : document_.tables[t].cells) {
        const bool holds = std::any_of(cell.tables.begin(), cell.tables.end(),
                                       [&](const std::string& inner) { return inner == number || (!id.empty() && inner == id); });
        if (!holds) continue;
        read_frame(cell.best_text());
        collect(t, depth + 1);
        return;
      }
    }
  }

  // 사업명 : … in the form around a table of costs is the project that the figures are of.
  void read_frame(const std::string& text) {
    static const Pattern project_line("^[^가-힣]{0,6}(?:" + any_of("names_of_projects") + R"()\s*[:：]\s*(.+)$)");
    static const Pattern of_costs(any_of("lines_of_costs"));
    static const Pattern next_item(R"(^\s*(?:[^가-힣\s(]|[가-힣 ]{2,8}\s*[:：]))");
    std::vector<std::string> lines;
    for (std::size_t from = 0; from <= text.size() && lines.size() < 40;) {
      const std::size_t end = std::min(text.find('\n', from), text.size());
      lines.push_back(text.substr(from, end - from));
      from = end + 1;
    }
    // Lines that name a unit come first among the titles of the frame: they stand right above the table.
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string line = lines[i];
      if (unit_in(line)) add(line);
      if (!out_.project.empty()) continue;
      const auto groups = project_line.groups(line);
      if (groups.size() < 2) continue;
      out_.project = trim(groups[1]);
      // A name goes on over the line's end until the next item begins.
      for (std::size_t k = i + 1; k < lines.size() && k < i + 3 && !next_item.found_in(lines[k]); ++k) {
        out_.project += (needs_blank(out_.project, lines[k]) ? " " : "") + trim(lines[k]);
      }
    }
    for (const std::string& line : lines) {
      if (of_costs.found_in(line)) add(line);
    }
  }

  // 고유목적사업, 물류본부: ends as works and offices are called, and says nothing of what is measured or when.
  static bool names_a_part(std::string_view title, const Facets& said) {
    static const Pattern name(R"(^\s*(?:[^가-힣\s]+\s*)?([가-힣][가-힣A-Za-z0-9·\s]{1,30}(?:)" + any_of("names_of_parts") + R"())\s*$)");
    return said.atoms.empty() && !said.period && name.matches(title);
  }

  static bool needs_blank(const std::string& before, const std::string&) { return before.ends_with(",") || before.ends_with(")"); }

  const Document& document_;
  const Lexicon& lexicon_;
  TableContext& out_;
  std::vector<std::string> lines_;  // all that add() was given
};

std::optional<std::string> side_of_unread(const Facets& title) {
  static const Pattern in(R"(.*(?:수입|세입)(?:예산안?|결산|계획안?)?)"), out(R"(.*(?:지출|세출)(?:예산안?|결산|계획안?)?)");
  bool comes = false, goes = false;
  for (const std::string& word : title.unknown) {
    comes = comes || in.matches(word);
    goes = goes || out.matches(word);
  }
  if (comes == goes) return std::nullopt;
  return comes ? "revenue" : "expenditure";
}

// 고유목적사업 below 사업별 예산: a title that is nothing but the name of one of the parts that the next one speaks of.
bool part_of_next(const TableContext& context, std::size_t title) {
  std::size_t next = title;
  while (next < context.titles.size() && context.names_a_part[next]) ++next;  // a caption is a heading, too
  return next > title && next < context.titles.size() && context.parts[next];
}

// The years of headings go on from the report's, or from the one before it, for two years at least.
bool tells_years_to_come(const Table& table, const Lexicon& lexicon, std::optional<int> report) {
  if (!report) return false;
  std::set<int> years;
  for (const Cell& cell : table.cells) {
    if (cell.row >= table.header_rows) continue;
    const Facets said = lexicon.read(cell.best_text());
    if (!said.period || said.period->kind != FacetPeriod::Kind::kYear) continue;
    if (said.period->year < *report - 1) return false;
    years.insert(said.period->year);
  }
  return years.size() >= 2 && *years.rbegin() > *report && (*years.begin() == *report || *years.rbegin() > *report + 1);
}

}  // namespace

bool is_side_of_accounts(const std::string& atom) {
  return atom == "revenue" || atom == "expenditure" || atom == "income" || atom == "spending" || atom == "investment";
}

bool TableContext::any_title_says(const std::string& atom) const {
  return std::any_of(titles.begin(), titles.end(), [&](const Facets& title) { return title.has(atom); });
}

// Three questions to the same list of titles: of what, of which year, of which side (세입, 세출).
TableContext context_of(const Document& document, std::size_t table, const Lexicon& lexicon) {
  TableContext out;
  out.document_year = document.fiscal_year;
  const Table& own = document.tables[table];
  out.guessed_grid = own.guessed_grid;
  Collector(document, lexicon, out).collect(table, 0);
  // 세입 전망 over years that are all to come: a plan.
  if (tells_years_to_come(own, lexicon, out.document_year)) {
    for (Facets& title : out.titles) {
      const bool of_accounts =
          title.has("budget") || title.has("revenue") || title.has("expenditure") || title.has("income") || title.has("spending");
      if (of_accounts && title.atoms.erase("projection") > 0) title.atoms.insert("plan");
    }
  }
  std::set<std::string> spoken, side;  // by the nearest title that speaks of something; of one that says only 지출
  for (std::size_t i = 0; i < out.titles.size(); ++i) {
    const Facets& title = out.titles[i];
    std::set<std::string> said;
    for (const std::string& atom : title.atoms) {
      if (is_substance(atom)) said.insert(atom);
    }
    // ○ 자본적지출(목별) below □ 지출예산: the one says which side, the other what.
    const bool only_side = !said.empty() && std::all_of(said.begin(), said.end(), is_side_of_accounts);
    if (only_side && !title.has("other_head") && (side.empty() || side == said)) {  // a caption is a line above, too
      side = said;
      spoken = said;
      out.substance = said;
      continue;
    }
    if (!said.empty()) {
      if (!side.empty()) {
        if (!said.contains("budget")) break;
        said = side;
        said.erase("investment");  // 정책과제별 투자 below 주요사업 예산
        said.insert("budget");
      }
      spoken = said;
      if (!title.has("other_head")) out.substance = std::move(said);  // 예산 절감 현황: no title of budgets
      break;
    }
    // 국고보조사업 재원별 현황: of what is paid by others, and not of what the chapter is of.
    const bool of_sources =
        std::any_of(title.atoms.begin(), title.atoms.end(), [](const std::string& atom) { return atom.starts_with("source."); });
    if (of_sources || (!title.unknown.empty() && !part_of_next(out, i))) break;
  }
  const Facets report = lexicon.read_title(document.title);
  out.in_budget = report.has("budget") && !report.has("settlement") && !report.has("execution");
  // The year of the nearest title that speaks of the same: ○ 결산현황 below □ 2023회계연도 결산; or that is nothing but a year.
  for (std::size_t i = 0; i < out.titles.size(); ++i) {
    const Facets& title = out.titles[i];
    const bool same = out.is_a_year[i] ||
                      std::any_of(title.atoms.begin(), title.atoms.end(), [&](const std::string& atom) { return spoken.contains(atom); });
    if (!same || !title.period || title.period->kind != FacetPeriod::Kind::kYear) continue;
    out.title_year = title.period->year;
    break;
  }
  // A chapter of results has tables of its own year, whatever they are of. A day (2024. 12. 31. 기준) is no title's year.
  for (const Facets& title : out.titles) {
    if (!title.period || title.period->kind != FacetPeriod::Kind::kYear) continue;
    if (title.has("carry_over") && !title.soft.contains("done")) continue;  // 2026년도 이월사업: what 2025 left over
    if (title.soft.contains("done")) out.done_year = title.period->year;
    break;
  }
  const auto year_of = [](const std::string& day) {
    return day.size() >= 4 && day.find_first_not_of("0123456789") >= 4 ? std::optional(std::stoi(day.substr(0, 4))) : std::nullopt;
  };
  // A report of early 2025 tells what was executed up to the end of 2024; the plan for 2026 what was so by September 2025.
  out.stands_at = year_of(own.as_of.empty() ? own.nearby_as_of : own.as_of);
  const auto dated = year_of(document.report_date);
  if (document.report_date.size() > 4) out.dated_year = dated;  // a year alone may be that of the title
  if (out.stands_at && ((dated && *out.stands_at < *dated) || (document.fiscal_year && *out.stands_at < *document.fiscal_year)))
    out.as_of_year = out.stands_at;
  for (const Facets& title : out.titles) {
    const bool in = title.has("revenue") || title.has("nontax") || (title.has("income") && !title.has("spending")),
               outgo = title.has("expenditure") || (title.has("spending") && title.has("budget") && !title.has("income"));
    if (title.has("other_head") && (in || outgo)) {  // 세입 감소 현황
      out.of_other_head = in && !outgo;
      break;
    }
    // 자금운용수입예산, of which only 수입 is understood: of that side, if it says nothing of the other.
    if (!in && !outgo && !title.unknown.empty()) {
      if (const auto unread = side_of_unread(title)) {
        out.flow = unread;
        break;
      }
    }
    if (in && title.has("execution")) break;  // 예산 집행 및 세입 징수: of either
    if (in == outgo) {
      // 세입·세출: says nothing of the one or the other; 수지율 below 수입 현황 is of neither.
      if (in || title.has("other_head")) break;
      continue;
    }
    out.flow = in ? "revenue" : "expenditure";
    break;
  }
  return out;
}

}  // namespace jangbu
