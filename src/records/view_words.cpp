// What words say of a view before a profile is asked: facets of each column's path, evidence of its figures, and what kind of things its
// rows are. Shares that decide about rows: all rows name sources of money; more than half are kinds of revenue; four of five are measures.
// Totals are left out of them, since 합계 stands among rows of any kind.
//
//   사업명 | 2025년 예산(A) | 2026년 예산(B) | 증감(B-A)      facets: budget of 2025, letter A; budget of 2026, letter B; change, sum B-A
//   국비                                                    rows that are sources of money: sources_as_rows
#include "records/view_words.h"

#include <map>

#include "records/hierarchy.h"
#include "records/table_views.h"
#include "text/label.h"
#include "text/pattern.h"
#include "text/unicode.h"
#include "text/word_lists.h"

namespace jangbu {

// Atoms that are a quantity by themselves.
bool says_quantity(const Facets& facets) {
  static const std::set<std::string> kQuantities{"budget",        "current_appropriation",
                                                 "allotment",     "commitment",
                                                 "execution",     "recipient_execution",
                                                 "settlement",    "lapsed",
                                                 "balance",       "change",
                                                 "authorized",    "actual",
                                                 "variance",      "vacancy",
                                                 "assessed",      "collected",
                                                 "uncollected",   "arrears",
                                                 "written_off",   "raised",
                                                 "held",          "size",
                                                 "projection",    "surplus",
                                                 "carry_over",    "invested",
                                                 "returned",      "original",
                                                 "final",         "supplementary",
                                                 "pre_amendment", "proposed",
                                                 "requested"};
  return facets.understood() &&
         std::any_of(facets.atoms.begin(), facets.atoms.end(), [](const std::string& atom) { return kQuantities.contains(atom); });
}

namespace {

// 논문 게재(편), 과제 수, 참여율(%): what the figures count, by a unit that is no money or a last word for it.
bool is_counted(const Facets& said, const std::string& label) {
  static const Pattern number(".*(?:" + any_of("counted_labels") + R"()\s*)");
  if (said.percent || (said.understood() && (said.has("count") || said.has("rate") || said.has("share")))) return true;
  if (!said.units.empty()) return std::none_of(said.units.begin(), said.units.end(), [](const Unit& unit) { return unit.money; });
  return number.matches(label);
}

// What stands over labels: in a list, or said by its words, or the kind of office that its last word names (시 위탁부서, 수행기관); or
// levels of one tree under one heading (부서·정책·단위(회계)·세부사업), one of them so.
bool heads_known_rows(const std::string& heading, const Lexicon& lexicon) {
  static const Pattern of_offices(".*(?:" + any_of("kinds_of_offices") + ")");
  const auto known = [&](const std::string& text) {
    return lexicon.is_row_label(text) || lexicon.read(text).understood() || side_of_labels(text, lexicon) ||
           of_offices.matches(label_key(text)) || is_in("last_words_of_label_headings", text.substr(text.find_last_of(' ') + 1));
  };
  const std::vector<std::string> levels = levels_of_heading(heading);
  return known(heading) || std::any_of(levels.begin(), levels.end(), known);
}

bool ends_as_a_fund(std::string_view key) {
  const auto& funds = words_in("funds");
  return std::any_of(funds.begin(), funds.end(), [&](const std::string& fund) { return key.ends_with(fund); });
}

bool names_funds(std::string_view key) {
  const auto& funds = words_in("funds");
  return std::any_of(funds.begin(), funds.end(), [&](const std::string& fund) { return key.find(fund) != std::string_view::npos; });
}

bool is_side(const std::string& atom) { return atom == "revenue" || atom == "expenditure" || atom == "income" || atom == "spending"; }

// Headings over labels that say a side, where they are not the innermost: 수입 over 항목 | 금액.
std::set<std::string> headings_of_sides(const GridView& view, const Lexicon& lexicon) {
  std::set<std::string> out;
  for (int c = 0; c < view.label_columns(); ++c) {
    const auto path = view.header_path(c);
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
      if (side_of_labels(path[i].text, lexicon)) out.insert(path[i].key);
    }
  }
  return out;
}

}  // namespace

bool says_comparison(const Facets& facets) {
  if (!facets.understood() || !facets.members.empty()) return false;
  return facets.has("change") || facets.has("rate") || facets.has("share") || (facets.atoms.empty() && facets.percent);
}

bool tells_rate(const Facets& said, const std::string& label) {
  static const Pattern rate(".*(?:" + any_of("labels_of_rates") + R"()(?:\s*[(\[][^)\]]*[)\]])?)");
  static const Pattern work(".*(?:" + any_of("words_that_end_as_rates") + R"()(?:\s*[(\[][^)\]]*[)\]])?)");
  const std::string text = trim(to_nfkc(label));
  return said.percent || (rate.matches(text) && !work.matches(text));
}

bool tells_no_money(const Facets& said, const std::string& label) { return tells_rate(said, label) || is_counted(said, label); }

// Columns first, then rows, then the headings over the labels.
ViewWords words_of_view(const GridView& view, const Lexicon& lexicon) {
  ViewWords out;
  const std::set<std::string> sides = headings_of_sides(view, lexicon);
  for (int c = view.label_columns(); c < view.columns(); ++c) {
    TypedColumn column;
    column.index = c;
    column.path = view.header_path(c);
    for (std::size_t i = 0; i < column.path.size(); ++i) {
      const HeaderCell& cell = column.path[i];
      // 지출 over 항목 | 금액: which half it is, and not that the money was paid.
      if (i + 1 < column.path.size() && sides.contains(cell.key)) {
        out.side = side_of_labels(cell.text, lexicon);
        const Facets said = lexicon.read(cell.text);
        if (!said.has("revenue") && !said.has("expenditure")) continue;
      }
      column.facets = lexicon.below(column.facets, cell.text);
    }
    ColumnEvidence evidence = evidence_of(view, c, false);
    const int figures = evidence.plain + evidence.percents;
    // A column of dashes is one of figures that are all nought.
    column.numeric = figures > 0 ? evidence.texts <= figures : evidence.dashes > 0 && evidence.texts == 0;
    // 계획액 (수정) over 1,200 (1,150): two measures in one column.
    if (!column.path.empty() && evidence.seconds > 0) {
      if (const auto pair = lexicon.read_pair(column.path.back().text)) {
        Facets outer;
        for (std::size_t i = 0; i + 1 < column.path.size(); ++i) outer = lexicon.below(outer, column.path[i].text);
        column.facets = lexicon.below(outer, pair->first);
        column.second_heading = pair->second.atoms;
      }
    }
    out.columns.push_back(std::move(column));
    out.evidence.push_back(std::move(evidence));
  }
  std::vector<Facets*> beside;
  for (TypedColumn& column : out.columns) {
    if (column.numeric) beside.push_back(&column.facets);
  }
  lexicon.read_beside(beside);
  // 영업수익, 영업비용, 당기순이익: an account of profit and loss, whose rows are of both sides and of neither.
  static const Pattern of_profit(".*(?:" + any_of("rows_of_profit") + ")");
  std::map<std::string, int> said_by_rows;
  static const Pattern of_either_side(".*(?:" + any_of("rows_of_either_side") + ")");
  int rows = 0, either_side = 0, accounts = 0, sources = 0, funds = 0, revenues = 0, nets = 0, quantities = 0, counted = 0;
  for (int r = view.header_rows(); r < view.rows(); ++r) {
    const auto labels = view.labels(r);
    if (labels.empty()) continue;
    const std::string label = labels.back()->best_text();
    if (is_total_label(label) || is_subtotal_label(label)) continue;
    ++rows;
    sources += lexicon.is_source(label);
    const auto member = lexicon.member(label);
    accounts += member && is_in("dimension_of_accounts", member->dimension);
    funds += ends_as_a_fund(label_key(label));
    revenues += lexicon.is_revenue_row(label);
    either_side += of_either_side.matches(label_key(label));
    nets += of_profit.matches(label_key(label));
    const Facets said = lexicon.read(label);
    const bool bare = said.understood() && said.atoms == std::set<std::string>{"amount"};  // 금액
    if (said.understood()) {
      for (const std::string& atom : said.atoms) ++said_by_rows[atom];
    }
    out.dated_rows = out.dated_rows || (said.understood() && said.period);
    const bool quantity = says_quantity(said) || bare || (said.understood() && said.against);  // 당초대비 (A-B)
    quantities += quantity;
    counted += !quantity && is_counted(said, label);
  }
  out.sources_as_rows = rows > 0 && sources == rows;
  out.profit_rows = nets > 0;
  // 일반회계 holds kinds of revenue, and is none; beside 자체수입, 출연금 is what a body gets.
  out.revenue_rows = rows >= 2 && ((revenues >= 2 && revenues * 2 > rows - accounts) ||
                                   (revenues > 0 && either_side > 0 && revenues + either_side == rows));
  // 예산액 | 과제 수(건) | 논문(편): what is counted is no name of something that has a budget, where another row is a measure.
  out.rows_measure = quantities > 0 && quantities + counted >= 2 && (quantities + counted) * 5 >= rows * 4;
  if (rows > 0 && funds * 2 > rows) out.label_atoms.insert("fund");
  for (const auto& [atom, count] : said_by_rows) {
    if (count * 2 > rows && !is_side(atom) && !atom.starts_with("source.") && atom != "total" && atom != "amount")
      out.row_atoms.insert(atom);
  }
  if (view.rows() - view.header_rows() == 1 && !view.sideways()) {
    out.only_row = out.row_atoms;
    out.label_atoms.insert(out.only_row.begin(), out.only_row.end());
  }
  for (int c = 0; c < view.label_columns(); ++c) {
    for (const HeaderCell& cell : view.header_path(c)) {
      if (lexicon.is_project_label(cell.text)) out.projects_as_rows = true;
      out.account_rows = out.account_rows || is_in("headings_of_accounts", cell.key);
      if (names_funds(cell.key)) out.label_atoms.insert("fund");
      const Facets facets = lexicon.read(cell.text);
      if (!facets.understood()) continue;
      out.label_atoms.insert(facets.atoms.begin(), facets.atoms.end());
      out.label_heading.insert(facets.atoms.begin(), facets.atoms.end());
    }
    const auto path = view.header_path(c);
    if (!path.empty() && !path.back().key.empty() && c + 1 == view.label_columns()) {
      out.unknown_rows = !heads_known_rows(path.back().text, lexicon);
      out.rows_by_kind = label_key(path.back().text).ends_with(words_in("by_kinds").front());
    }
  }
  return out;
}

}  // namespace jangbu
