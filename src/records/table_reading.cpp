// A table → its readings. Each part is tried as printed, with measures as columns, with units as rows, and turned; the way in which most
// columns of figures get a field wins, as printed if two are equal. 정원/현원 over 84/90 is cut into two columns before. Rows 세입 and 세출
// split a reading in two, since the same columns are other fields for each. Hard case: a title that types anything, 합계 | 본청 below
// 세출예산. Turned views need a column whose own words say what it is (`said`).
//
//   구분 | 가과 | 나과        turned: 부서 | 정원 | 현원
//   정원 |  10  |   8                가과 |  10  |   9
//   현원 |   9  |   8                나과 |   8  |   8
#include "records/table_reading.h"
#include "records/row_sides.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "meaning/cell_figures.h"
#include "records/hierarchy.h"
#include "records/profile_choice.h"
#include "records/summed_members.h"
#include "records/table_views.h"
#include "text/label.h"
#include "text/unicode.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

// 정원/현원 over 84/90: two columns for one, where every cell prints such a pair, or a sign for nothing.
// Cells made here live in `made`, which the readings share: a view only borrows cells.
// The two measures are told by the column's own heading, or for the whole table by a line above it: (단위 : 명, 정원/현원), or 정원(현원)
// over 84(90). Then they stand in a header row of their own below the printed one.
std::optional<GridView> with_pairs_apart(const GridView& view, const TableContext& context, const Lexicon& lexicon,
                                         std::deque<Cell>& made) {
  const auto halves_of = [](const std::string& text) -> std::optional<std::pair<std::string, std::string>> {
    const std::size_t at = text.find('/');
    if (at == std::string::npos || text.find('/', at + 1) != std::string::npos) return std::nullopt;
    return std::pair(trim(text.substr(0, at)), trim(text.substr(at + 1)));
  };
  const auto figures_of = [&](const std::string& text, bool own) {
    return own || !context.pair->bracketed ? split_pair(text) : split_bracketed_pair(text);
  };
  // A year says when, and leaves open what.
  const auto says_measure = [&](const std::string& text) { return lexicon.is_measure(text) && !lexicon.read(text).atoms.empty(); };
  std::vector<bool> pairs(static_cast<std::size_t>(view.columns()), false), by_own_words = pairs;
  bool any = false, told_above = false;
  for (int c = view.label_columns(); c < view.columns(); ++c) {
    const auto path = view.header_path(c);
    if (path.empty()) continue;
    const auto words = halves_of(path.back().text);
    const bool own = words && lexicon.is_measure(words->first) && lexicon.is_measure(words->second);
    if (!own && (!context.pair || words || says_measure(path.back().text))) continue;
    // One cell that prints no pair, and the column stays as it is.
    int held = 0, other = 0;
    for (int r = view.header_rows(); r < view.rows(); ++r) {
      const Cell* cell = view.cell(r, c);
      if (!cell || trim(cell->best_text()).empty()) continue;
      if (figures_of(cell->best_text(), own)) {
        ++held;
      } else {
        other += !read_cell_figures(cell->best_text()).dash;
      }
    }
    pairs[static_cast<std::size_t>(c)] = held > 0 && other == 0;
    by_own_words[static_cast<std::size_t>(c)] = own;
    any = any || pairs[static_cast<std::size_t>(c)];
    told_above = told_above || (pairs[static_cast<std::size_t>(c)] && !own);
  }
  if (!any) return std::nullopt;
  GridView::Places places;
  places.header_rows = view.header_rows();
  places.label_columns = view.label_columns();
  places.sideways = view.sideways();
  // The left or right half of a cell, as a cell of its own at the same place; a cell that is no pair stands for both.
  const auto half = [&](const Cell* cell, bool second, bool heading, bool own) -> const Cell* {
    if (!cell) return nullptr;
    const auto parts = heading ? halves_of(cell->best_text()) : figures_of(cell->best_text(), own);
    if (!parts) return cell;
    Cell copy = *cell;
    copy.text = second ? parts->second : parts->first;
    copy.repaired.reset();
    copy.corrected.reset();
    made.push_back(std::move(copy));
    return &made.back();
  };
  for (int r = 0; r < view.rows(); ++r) {
    std::vector<const Cell*> row;
    for (int c = 0; c < view.columns(); ++c) {
      const Cell* cell = view.cell(r, c);
      if (!pairs[static_cast<std::size_t>(c)]) {
        row.push_back(cell);
        continue;
      }
      for (const bool second : {false, true})
        row.push_back(told_above && r < view.header_rows()
                          ? cell
                          : half(cell, second, r < view.header_rows(), by_own_words[static_cast<std::size_t>(c)]));
    }
    places.rows.push_back(std::move(row));
    places.printed_rows.push_back(view.printed_row(r));
    if (!told_above || r + 1 != view.header_rows()) continue;
    std::vector<const Cell*> measures;
    for (int c = 0; c < view.columns(); ++c) {
      const Cell* cell = view.cell(r, c);
      if (!pairs[static_cast<std::size_t>(c)]) {
        measures.push_back(cell);
        continue;
      }
      for (const std::string& word : {context.pair->first, context.pair->second}) {
        Cell heading = cell ? *cell : Cell{};
        heading.text = word;
        heading.repaired.reset();
        heading.corrected.reset();
        made.push_back(std::move(heading));
        measures.push_back(&made.back());
      }
    }
    places.rows.push_back(std::move(measures));
    places.printed_rows.push_back(view.printed_row(r));
    ++places.header_rows;
  }
  places.printed_columns.assign(places.rows.front().size(), 0);
  return GridView(std::move(places));
}

// A view with all that is known of it, to be compared with other ways of looking at the part.
struct Attempt {
  GridView view;
  ViewWords words;
  std::vector<ColumnTyping> typings;
  std::vector<std::optional<std::string>> row_flows;  // by row: 세입 or 세출 as its label
  TableContext context;                               // of the table, with what its rows say of it
  int numeric = 0, typed = 0;
  int said = 0;  // typed columns whose own words say what they are, or when
  bool unit_missing = false;
  bool by_accounts = false;  // turned, so that its rows are accounts
  bool halves = false;       // 수입 and 지출 beside several rows each

  // Of the columns of figures, how many have a field; in hundredths.
  int share() const { return numeric == 0 ? 0 : typed * 100 / numeric; }
};

// 세입, 세출, 수입, 지출.
bool is_flow(const std::string& atom) { return atom == "revenue" || atom == "expenditure" || atom == "income" || atom == "spending"; }

// Does the atom say what is measured, and not only how (total, amount) or of which side?
bool says_what(const std::string& atom) {
  return !is_flow(atom) && atom != "total" && atom != "amount" && atom != "people" && atom != "count" && !atom.starts_with("source.");
}

// A label that says more than the side (세입 증감) is none of these.
std::optional<std::string> flow_of_label(const GridView& view, int row, const Lexicon& lexicon) {
  for (const Cell* cell : view.labels(row)) {
    const Facets facets = lexicon.read(cell->best_text());
    if (!facets.understood() || facets.atoms.empty() || facets.atoms.size() > 2) continue;
    if (facets.has("revenue") && !lexicon.is_revenue_row(cell->best_text())) return "revenue";  // 지방세수입 is one kind of it
    if (facets.has("expenditure")) return "expenditure";
    // 수입 | 지출 of public corporations: the same two, where nothing else is said of them.
    const bool in = facets.has("income"), out = facets.has("spending");
    const bool bare = std::all_of(facets.atoms.begin(), facets.atoms.end(), [](const std::string& atom) {
      return atom == "income" || atom == "spending" || atom == "budget" || atom == "amount" || atom == "total";
    });
    if (in != out && bare) return in ? "revenue" : "expenditure";
  }
  // 수익적수입, 자본적지출 of public enterprises.
  static const Pattern comes(any_of("rows_of_income")), goes(any_of("rows_of_spending"));
  for (const Cell* cell : view.labels(row)) {
    const std::string key = label_key(cell->best_text());
    if (comes.matches(key)) return "revenue";
    if (goes.matches(key)) return "expenditure";
  }
  return std::nullopt;
}

// 2025년, 2024년: times, and no names of what has figures.
bool rows_are_times(const GridView& view, const Lexicon& lexicon) {
  for (int r = view.header_rows(); r < view.rows(); ++r) {
    const auto labels = view.labels(r);
    if (labels.empty()) continue;
    const Facets facets = lexicon.read(labels.back()->best_text());
    if (!facets.period || !facets.understood() || !facets.atoms.empty()) return false;
  }
  return true;
}

// Does any typed column say when?
bool any_period(const Attempt& attempt) {
  return std::any_of(attempt.typings.begin(), attempt.typings.end(), [](const ColumnTyping& typing) {
    return std::any_of(typing.columns.begin(), typing.columns.end(),
                       [](const TypedColumn& column) { return column.typed() && column.facets.period; });
  });
}

// Does either side hold rows that it does not name itself: 수입 | 이자수입, 지출 | 융자사업?
bool holds_two_halves(const GridView& view, const std::vector<std::optional<std::string>>& flows) {
  std::map<std::string, int> held;
  for (int r = view.header_rows(); r < view.rows(); ++r) {
    if (const auto& side = flows[static_cast<std::size_t>(r)]; side && view.labels(r).size() > 1) ++held[*side];
  }
  return held["revenue"] >= 2 && held["expenditure"] >= 2;
}

// What speaks for the rows of one side. Of a fund's halves its title says nothing more than whose they are.
TableContext of_side(const TableContext& context, const std::string& side, bool halves) {
  TableContext own = context;
  own.flow = side;
  if (!halves) return own;
  for (const char* atom : {"fund", "raised"}) own.substance.erase(atom);
  return own;
}

// 부문별 지출 over 2025년 | 2026년 in a report on the budget of 2026: what is to be spent, since nothing has been.
bool says_only_sides(const std::set<std::string>& substance) {
  return !substance.empty() && !substance.contains("investment") && std::all_of(substance.begin(), substance.end(), is_side_of_accounts);
}

bool names_year(const ViewWords& words, std::optional<int> year) {
  return year && std::any_of(words.columns.begin(), words.columns.end(), [&](const TypedColumn& column) {
           return column.numeric && column.facets.period && column.facets.period->kind == FacetPeriod::Kind::kYear &&
                  column.facets.period->year == *year;
         });
}

// An attempt without a body or without columns of figures types nothing.
Attempt attempt(GridView view, const TableContext& around, const std::vector<Profile>& profiles, const Lexicon& lexicon) {
  Attempt out{std::move(view), {}, {}, {}, around, 0, 0, 0, false, false, false};
  if (out.view.rows() <= out.view.header_rows() || out.view.columns() <= out.view.label_columns()) return out;
  out.words = words_of_view(out.view, lexicon);
  // 목 | 2025 | 2026 in a report on the budget, below titles that say nothing of it: accounts of it, since what else has 목?
  if (around.substance.empty() && around.in_budget && out.words.account_rows) out.context.substance.insert("budget");
  if (around.in_budget && says_only_sides(around.substance) && names_year(out.words, around.document_year))
    out.context.substance.insert("budget");
  const TableContext& context = out.context;
  take_summed_members(out.words, lexicon);
  // Does any row say 세입 or 세출 by its label?
  bool flows = false;
  for (int r = 0; r < out.view.rows(); ++r) {
    out.row_flows.push_back(r < out.view.header_rows() ? std::nullopt : flow_of_label(out.view, r, lexicon));
    flows = flows || out.row_flows.back();
  }
  auto flow = out.words.side ? out.words.side : context.flow;
  const bool other_head = !context.titles.empty() && context.titles.front().has("other_head");  // 세입 감소 현황
  // Rows 지방세 and 세외수입 say of which flow a budget is, but not that 인원 and 금액 of debtors are one.
  const bool measured =
      !context.substance.empty() || std::any_of(out.words.columns.begin(), out.words.columns.end(),
                                                [](const TypedColumn& column) { return column.numeric && says_quantity(column.facets); });
  if (!flow && out.words.revenue_rows && !other_head && measured) flow = "revenue";
  // 수입 | 2025년 | 2024년 below 예산: what heads the labels tells the side.
  const auto of_accounts = [](const auto& said) { return said.has("budget") || said.has("settlement"); };
  const bool planned = std::any_of(context.titles.begin(), context.titles.end(), of_accounts) ||
                       std::any_of(out.words.columns.begin(), out.words.columns.end(),
                                   [&](const TypedColumn& column) { return column.numeric && of_accounts(column.facets); });
  for (int c = 0; c < out.view.label_columns() && !flow && planned && !other_head; ++c) {
    const auto path = out.view.header_path(c);
    if (!path.empty()) flow = side_of_labels(path.back().text, lexicon);
  }
  // 세입 합계 over rows that name no side: they are its parts.
  if (const auto side = side_of_total(out.view, out.row_flows, lexicon); flows && !flow && !other_head && side) {
    flow = side;
    out.context = of_side(out.context, *side, false);
  }
  // 지방세수입 among the rows of a table that is of revenue anyway: one of them, and no side of its own.
  if (flows && flow && std::all_of(out.row_flows.begin(), out.row_flows.end(), [&](const auto& own) { return !own || own == flow; })) {
    flows = false;
    out.row_flows.assign(out.row_flows.size(), std::nullopt);
  }
  const auto columns_typed = [](const std::vector<ColumnTyping>& typings) {
    return std::accumulate(typings.begin(), typings.end(), 0, [](int sum, const ColumnTyping& typing) { return sum + typing.typed; });
  };
  out.typings = type_columns(out.words, context, profiles, flow, out.unit_missing);
  // 예산지출 among rows of a budget, as 기금지출 and 일반회계 are: a name, since no row is of the other side and the columns say it all.
  const auto spends_or_is_silent = [](const auto& own) { return !own || *own == "expenditure"; };
  if (flows && !flow && columns_typed(out.typings) > 0 && std::all_of(out.row_flows.begin(), out.row_flows.end(), spends_or_is_silent))
    flows = false;
  // 수입 and 지출 beside several rows each, below 기금 운용계획: kinds of income and spending, and no funds.
  out.halves = flows && !flow && holds_two_halves(out.view, out.row_flows);
  // 세입결산 and 세출결산 over 2025년 | 2024년: the columns have fields on either side, and none before a side is named.
  for (const char* side : {"revenue", "expenditure"}) {
    if (flow || !flows || !measured || out.view.sideways() ||
        std::find(out.row_flows.begin(), out.row_flows.end(), std::string(side)) == out.row_flows.end())
      continue;
    TableContext own = of_side(context, side, out.halves);
    auto typings = type_columns(out.words, own, profiles, own.flow, out.unit_missing);
    if (columns_typed(typings) > columns_typed(out.typings)) out.typings = std::move(typings);
  }
  std::set<int> typed;
  bool quantity = false;
  for (const TypedColumn& column : out.words.columns) out.numeric += column.numeric;
  for (const ColumnTyping& typing : out.typings) {
    for (const TypedColumn& column : typing.columns) {
      if (!column.typed() || !is_figure(column.field->measure)) continue;
      typed.insert(column.index);
      const auto& atoms = column.facets.atoms;
      const bool what = std::any_of(atoms.begin(), atoms.end(), says_what), in_or_out = std::any_of(atoms.begin(), atoms.end(), is_flow);
      quantity = quantity || what;
      out.said += what || in_or_out || column.facets.period.has_value();
    }
  }
  out.typed = static_cast<int>(typed.size());
  // What a title says of columns 합계 | 본청 does not hold for rows 정원 / 현원; nor does it make a record of each column of 합계 | 가팀 |
  // 나팀.
  // 지방세수입 among others that say nothing is one of them, and no measure of what stands at the other side.
  const bool one_row_of_many =
      out.typed < out.numeric && (out.view.sideways() || out.typed == 1) && out.said == out.typed && out.said > 0 && !any_period(out);
  // 2025년 추경 세입 편성 as one of the rows of 처리 구분: a name, as the others are.
  const bool few = out.view.sideways() && out.typed * 2 < out.numeric;
  if (few || (!quantity && (out.words.rows_measure || one_row_of_many ||
                            (out.view.sideways() && ((out.said == 0 && !flows) || rows_are_times(out.view, lexicon)))))) {
    out.typings.clear();
    out.typed = 0;
  }
  if (flows) {
    settle_row_sides(out.view, out.row_flows);
  } else {
    out.row_flows.clear();
  }
  return out;
}

// Most of them, where hardly one of the others ends like a department (장학관 beside 4급): 원장 | 1급 | 2급 | 가나직. Those stay untyped.
// `named`: the title says by what they are parted (직렬별 현원), so that words that no list knows are parts as well.
bool rows_are_members(const GridView& view, const std::set<std::string>& dimensions, const Profile& profile, const Lexicon& lexicon,
                      bool named = false) {
  int members = 0, strangers = 0, units = 0;
  for (int r = view.header_rows(); r < view.rows(); ++r) {
    const auto labels = view.labels(r);
    if (labels.empty()) continue;
    const std::string label = labels.back()->best_text();
    if (is_total_label(label) || is_subtotal_label(label)) continue;
    bool figures = false;
    for (int c = view.label_columns(); c < view.columns(); ++c)
      figures = figures || (view.cell(r, c) && view.is_anchor(r, c) && read_cell_figures(view.cell(r, c)->best_text()).prints_figure());
    if (!figures) continue;
    const auto member = member_of_labels(labels, lexicon);
    const bool other = !member && lexicon.is_source(label);  // 기타
    if (other) continue;
    const bool known = member && dimensions.contains(member->dimension);
    const bool unit = !known && std::any_of(profile.levels.begin(), profile.levels.end(), [&](const LevelRule& rule) {
      return rule.level == "department" && rule.label.matches(label_key(label));
    });
    ++(known || (named && !unit) ? members : unit ? units : strangers);
  }
  return members > strangers + units && members > units * 2;
}

// 세입 and 세출 as the only rows, 합계 | 일반회계 | 특별회계 as columns: the accounts are what has the money, whichever way it is printed.
bool prints_sides_over_accounts(const Attempt& attempt) {
  if (attempt.row_flows.empty() || attempt.view.sideways()) return false;
  for (int r = attempt.view.header_rows(); r < attempt.view.rows(); ++r) {
    if (!attempt.row_flows[static_cast<std::size_t>(r)] || attempt.view.labels(r).size() != 1) return false;
  }
  bool any = false;
  for (const TypedColumn& column : attempt.words.columns) {
    if (!column.numeric) continue;
    const Facets& facets = column.facets;
    if (!facets.understood() || facets.period || facets.members.size() > 1) return false;
    const bool account = !facets.members.empty() && is_in("dimension_of_accounts", facets.members.front().dimension);
    if (account ? !facets.atoms.empty() : facets.atoms != std::set<std::string>{"total"}) return false;
    any = any || account;
  }
  return any;
}

// Words that kept a column of figures from its field, each once a column: they tell which words the lexicon lacks.
void count_unknown(const Attempt& attempt, std::map<std::string, int>& unknown) {
  std::set<int> typed;
  for (const ColumnTyping& typing : attempt.typings) {
    for (const TypedColumn& column : typing.columns) {
      if (column.typed()) typed.insert(column.index);
    }
  }
  for (const TypedColumn& column : attempt.words.columns) {
    if (!column.numeric || typed.contains(column.index)) continue;
    const std::set<std::string> words(column.facets.unknown.begin(), column.facets.unknown.end());
    for (const std::string& word : words) ++unknown[word];
  }
}

// What each column of figures says of itself, kept with the table even where no profile takes it. Sideways, the columns of the view are
// rows of the table.
void note_headings(const Attempt& attempt, std::optional<int> year, std::vector<HeadingWords>& headings) {
  for (const TypedColumn& column : attempt.words.columns) {
    if (!column.numeric) continue;
    const Facets& facets = column.facets;
    HeadingWords heading;
    bool any = false;
    for (int r = attempt.view.header_rows(); r < attempt.view.rows(); ++r) {
      const Cell* cell = attempt.view.cell(r, column.index);
      if (!cell) continue;
      const int along = attempt.view.sideways() ? cell->column : cell->row;
      if (!any) (attempt.view.sideways() ? heading.row : heading.column) = attempt.view.sideways() ? cell->row : cell->column;
      heading.first = any ? std::min(heading.first, along) : along;
      heading.last = any ? std::max(heading.last, along) : along;
      any = true;
    }
    if (!any) continue;
    heading.says.assign(facets.atoms.begin(), facets.atoms.end());
    if (facets.period) heading.period = edtf(*facets.period, year);
    heading.phase = phase_named(facets.atoms);
    for (const FacetMember& member : facets.members) heading.members.push_back(member.dimension + "=" + member.name);
    if (!facets.units.empty()) heading.unit = facets.units.front().name;
    if (facets.percent) heading.unit = "%";
    heading.unknown = facets.unknown;
    headings.push_back(std::move(heading));
  }
}

// 직렬별 현원 over the table, or in the line above it; empty: the nearest title that says anything says none.
std::string dimension_of_titles(const TableContext& context) {
  for (const Facets& title : context.titles) {
    if (!title.dimension.empty()) return title.dimension;
    if (!title.atoms.empty() || !title.unknown.empty()) break;
  }
  return {};
}

void take(Attempt attempt, const std::vector<Profile>& profiles, const Lexicon& lexicon, std::vector<PartReading>& out,
          std::shared_ptr<std::deque<Cell>> made) {
  const auto add = [&](ColumnTyping typing, std::vector<bool> rows) {
    // Kinds of one whole, as columns or as rows below their total: one record and its parts. Rows that no total adds up stand for
    // themselves.
    const Profile& profile = *typing.profile;
    // Rows that no total adds up, or whose columns are parts themselves or of other years, stand for themselves.
    const bool parted = std::any_of(typing.columns.begin(), typing.columns.end(),
                                    [](const TypedColumn& one) { return one.member.has_value() || one.yearly(); });
    const std::string dimension = attempt.view.sideways() ? dimension_of_titles(attempt.context) : std::string();
    const bool named = profile.members.contains(dimension);
    const bool folded =
        attempt.view.sideways()
            ? !attempt.by_accounts && !profile.members.empty() && rows_are_members(attempt.view, profile.members, profile, lexicon, named)
            : !profile.row_members.empty() && !parted && rows_are_members(attempt.view, profile.row_members, profile, lexicon) &&
                  rows_add_up(attempt.view, typing.columns);
    out.push_back({attempt.view, std::move(typing), std::move(rows), folded, named ? dimension : std::string(), made});
  };
  const auto n = static_cast<std::size_t>(attempt.view.rows());
  if (attempt.row_flows.empty()) {
    for (ColumnTyping& typing : attempt.typings) add(std::move(typing), std::vector<bool>(n, true));
    return;
  }
  // Rows 세입 and 세출 make the same columns a revenue and a budget.
  // Rows that say neither (합계) come first, with what the title says.
  const std::vector<std::optional<std::string>> flows{std::nullopt, std::string("revenue"), std::string("expenditure")};
  for (const auto& flow : flows) {
    std::vector<bool> rows(n, false);
    bool any = false;
    for (std::size_t r = static_cast<std::size_t>(attempt.view.header_rows()); r < n; ++r) {
      rows[r] = attempt.row_flows[r] == flow;
      any = any || rows[r];
    }
    if (!any) continue;
    const TableContext own = flow ? of_side(attempt.context, *flow, attempt.halves) : attempt.context;
    for (ColumnTyping& typing : type_columns(attempt.words, own, profiles,
                                             flow                 ? flow
                                             : attempt.words.side ? attempt.words.side
                                                                  : attempt.context.flow,
                                             attempt.unit_missing))
      add(std::move(typing), rows);
  }
}

}  // namespace

std::vector<PartReading> read_table(const Table& table, const TableContext& context, const std::vector<Profile>& profiles,
                                    const Lexicon& lexicon, TableNotes& notes) {
  std::vector<PartReading> readings;
  for (const GridView& part : parts_of(table, lexicon)) {
    auto made = std::make_shared<std::deque<Cell>>();
    std::optional<Attempt> best;
    const auto consider = [&](GridView view, bool rather = false) {
      if (auto apart = with_pairs_apart(view, context, lexicon, *made)) view = std::move(*apart);
      Attempt next = attempt(std::move(view), context, profiles, lexicon);
      next.by_accounts = rather;
      if (!best || next.share() > best->share() || (rather && next.share() == best->share())) best = std::move(next);
    };
    if (auto unfolded = with_measures_as_columns(part, lexicon)) consider(std::move(*unfolded));
    if (auto sources = with_sources_as_rows(part, lexicon)) consider(std::move(*sources));
    // As printed only if the columns worked out gave nothing: both would read the same cells.
    if (!best || best->typed == 0) consider(part);
    if (best->share() < 100) {
      if (auto units = with_units_as_rows(part, lexicon)) consider(std::move(*units));
    }
    const bool turned = prints_sides_over_accounts(*best);
    if ((best->share() < 100 || turned) && part.rows() >= 2 && part.columns() >= 2 && part.header_rows() > 0)
      consider(part.transposed(), turned);
    count_unknown(*best, notes.unknown);
    note_headings(*best, context.document_year, notes.headings);
    notes.unit_missing = notes.unit_missing || (best->unit_missing && best->typed < best->numeric);
    if (best->typed > 0) take(std::move(*best), profiles, lexicon, readings, made);
  }
  // Parts of one table are read one after the other; their headings are told in one order.
  const auto place = [](const HeadingWords& heading) { return std::tuple(heading.column, heading.row, heading.first); };
  std::stable_sort(notes.headings.begin(), notes.headings.end(),
                   [&](const HeadingWords& a, const HeadingWords& b) { return place(a) < place(b); });
  return readings;
}

}  // namespace jangbu
