// Totals in running text against the parts that stand beside them (listed_totals.h says which).
//
//   `총 114회(서면 22회, 화상 53회, 대면 38회)`      sure: 22 + 53 + 38 = 113 is a finding
//   `18명(가과 1명, 나과 4명)`                        not sure, and 5 is no slip of 18: nothing is told
#include <algorithm>
#include <cmath>
#include <set>

#include "audit/audit.h"
#include "audit/listed_totals.h"
#include "audit/message.h"
#include "text/finding_id.h"
#include "text/label.h"
#include "text/spoken.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr std::size_t kMostJoinedLines = 3;  // a bracket that the line's end cut: as many lines belong together
constexpr std::size_t kLongestQuote = 80;    // code points
// Of the printed total: what misses by more has left something out, rather than slipped.
constexpr long double kNearMiss = 0.1L;

// Where the text stands: a page, or a row of a table.
struct Place {
  std::optional<int> page;
  const Table* table = nullptr;
  int row = -1;
};

// 34 for 43, 33 for 32: one digit another, or two that changed places.
bool one_slip_apart(long double a, long double b) {
  std::string x = to_decimal(a, 0).to_string(), y = to_decimal(b, 0).to_string();
  if (x.size() != y.size() || x.size() < 2) return false;
  std::vector<std::size_t> unlike;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (x[i] != y[i]) unlike.push_back(i);
  }
  if (unlike.size() == 1) return true;
  return unlike.size() == 2 && unlike[1] == unlike[0] + 1 && x[unlike[0]] == y[unlike[1]] && x[unlike[1]] == y[unlike[0]];
}

// As the text writes it: 656억원 stays in 억, 1,234명 has no scale.
Shown shown(long double value, const Quantity& like) {
  const bool won = like.counter == "원";
  const std::string figure = grouped(to_decimal(value / like.scale, 3).to_string());
  std::string scale;
  struct Scale {
    long double factor;
    const char* ko;
    const char* en;
  };
  static constexpr Scale kScales[] = {{1e12L, "조", " trillion"},       {1e8L, "억", " x 100 million"}, {1e6L, "백만", " million"},
                                      {1e4L, "만", " x 10,000"},        {1e3L, "천", " thousand"},      {1e11L, "천억", " x 100 billion"},
                                      {1e10L, "백억", " x 10 billion"}, {1e9L, "십억", " billion"},     {1e7L, "천만", " x 10 million"},
                                      {1e5L, "십만", " x 100,000"}};
  Shown out{figure, figure};
  for (const Scale& known : kScales) {
    if (known.factor != like.scale) continue;
    out.ko += known.ko;
    out.en += known.en;
  }
  out.ko += like.counter;
  if (won) out.en += " won";
  return out;
}

// Keeps what was told already: a sentence may stand in the summary and again in the body.
class ProseCheck {
 public:
  ProseCheck(const Document& document, std::vector<Finding>& findings) : document_(document), findings_(findings) {}

  void read(const std::string& text, const Place& place) {
    for (const ListedTotal& listed : listed_totals(without_markup(text))) check(listed, place);
  }

 private:
  // A finding without records: it speaks of a sentence.
  void check(const ListedTotal& listed, const Place& place) {
    std::vector<SignedTerm> terms;
    for (const Quantity& part : listed.parts) terms.push_back({1, part.figure});
    const Printed& printed = listed.total.figure;
    const Verdict verdict = check_sum(printed, terms);
    if (verdict.explained) return;
    // A list that does not claim to be complete may leave something out; only what looks like a slip of one figure is told.
    const long double miss = std::fabs(printed.value - verdict.computed);
    if (!listed.sure &&
        (miss > kNearMiss * printed.value || !one_slip_apart(printed.value / listed.total.scale, verdict.computed / listed.total.scale)))
      return;
    Finding finding;
    finding.kind = FindingKind::kSum;
    finding.document_id = document_.id;
    finding.printed = to_decimal(printed.value, 1);
    finding.computed = to_decimal(verdict.computed, 1);
    finding.tolerance = to_decimal(verdict.tolerance, 1);
    finding.severity = severity_of(Measure::kAmount, printed.value, verdict.computed, verdict.tolerance);
    if (!listed.sure) finding.severity = std::min(finding.severity, Severity::kWarning);
    finding.page = place.page;
    if (place.table) finding.table = place.table->id;
    finding.row = place.row;
    // The words themselves are the finding's identity: a paragraph has no record.
    const std::string quote = collapse_blanks(listed.text);
    finding.id = finding_id(document_.id + "|sum|prose|" + quote);
    if (!told_.insert(finding.id).second) return;  // the same words twice
    const std::u32string points = to_code_points(quote);
    const std::string words = points.size() <= kLongestQuote ? quote : to_utf8(std::u32string_view(points).substr(0, kLongestQuote)) + "…";

    const Shown p = shown(printed.value, listed.total), c = shown(verdict.computed, listed.total),
                d = shown(printed.value - verdict.computed, listed.total);
    tell(finding, told("finding.text", {{"words", words},
                                        {"where", where(place)},
                                        {"printed", p},
                                        {"count", listed.parts.size()},
                                        {"computed", c},
                                        {"difference", d}}));
    findings_.push_back(std::move(finding));
  }

  // ` (표 t003, 12쪽)`, ` (12쪽)`; nothing where neither is known.
  static Told where(const Place& place) {
    if (!place.table && !place.page) return {};
    if (!place.table) {
      const Told page = told("place.page", {{"page", *place.page}});
      return {" (" + page.ko + ")", " (" + page.en + ")"};
    }
    const Told table = told("place.table", {{"table", place.table->id}}), page = shown_page(place.page);
    return {" (" + table.ko + page.ko + ")", " (" + table.en + page.en + ")"};
  }

  const Document& document_;
  std::vector<Finding>& findings_;
  std::set<std::string> told_;
};

// More opened than closed: the line's end cut a bracket.
bool goes_on(std::string_view text) { return std::count(text.begin(), text.end(), '(') > std::count(text.begin(), text.end(), ')'); }

}  // namespace

// Paragraphs first, with brackets that a line's end cut joined; then the cells of tables.
void check_prose(const Document& document, std::vector<Finding>& findings) {
  ProseCheck check(document, findings);
  const std::vector<Block>& blocks = document.blocks;
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    if (blocks[b].kind == Block::Kind::kTable) continue;
    std::string text = blocks[b].paragraph.best_text();
    const std::optional<int> page = blocks[b].paragraph.page;
    for (std::size_t more = 1;
         more < kMostJoinedLines && goes_on(text) && b + 1 < blocks.size() && blocks[b + 1].kind == Block::Kind::kParagraph; ++more) {
      text += " " + blocks[++b].paragraph.best_text();
    }
    check.read(text, {page, nullptr, -1});
  }
  for (const Table& table : document.tables) {
    for (const Cell& cell : table.cells) check.read(cell.best_text(), {cell.page, &table, cell.row});
  }
}

}  // namespace jangbu
