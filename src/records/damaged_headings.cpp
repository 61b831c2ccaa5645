// Headings that OCR destroyed, told by a profile's usual order of columns.
// A layout is tried if it has as many fields as the view has columns of figures. Each heading must show most of the letters of the
// layout's, in order (a longest common subsequence), and the figures must keep the profile's identities; letters that are complete need
// less proof. All columns or none: half a layout would be a guess.
//
//   headings seen   예산현 | 집항l액 | 집형넁률       figures   1,000 | 800 | 80.0%
//   layout          예산현액 | 집행액 | 집행률       each shows 60 % of its letters, and 800 / 1,000 = 80.0 % holds: taken
#include "records/damaged_headings.h"

#include <algorithm>

#include "text/unicode.h"

namespace jangbu {
namespace {

// The share of the letters of `heading` that `seen` shows in their order. Measured on the 2019 report: its worst heading still shows all
// letters of its lower line; half keeps words apart that share an ending (가나액, 지출액: a third).
constexpr double kLeastShown = 0.6;

// Letters and digits in one form; blanks and signs are the first to be damaged.
std::u32string letters_of(const std::string& text) {
  std::u32string out;
  for (const char32_t c : to_code_points(to_nfkc(text))) {
    if (is_letter_or_digit(c)) out.push_back(c);
  }
  return out;
}

// Length of the longest common subsequence, as a share of the heading.
double shown(const std::u32string& heading, const std::u32string& seen) {
  if (heading.empty()) return 0;
  std::vector<std::size_t> row(seen.size() + 1, 0);
  for (const char32_t c : heading) {
    // Row by row of the table of common subsequences; `before` is the entry diagonally above.
    std::size_t before = 0;
    for (std::size_t i = 1; i <= seen.size(); ++i) {
      const std::size_t above = row[i];
      row[i] = c == seen[i - 1] ? before + 1 : std::max(row[i], row[i - 1]);
      before = above;
    }
  }
  return static_cast<double>(row.back()) / static_cast<double>(heading.size());
}

// {year} of 2019 is printed as 19: ’19년말, 2019 and `19 all show it.
std::string dated(std::string heading, int year) {
  for (const auto& [mark, value] : {std::pair<std::string, int>{"{year}", year}, {"{last_year}", year - 1}}) {
    if (const auto at = heading.find(mark); at != std::string::npos) heading.replace(at, mark.size(), std::to_string(value % 100));
  }
  return heading;
}

}  // namespace

// The first layout that fits and is proved.
std::optional<ColumnTyping> read_damaged(const ViewWords& words, const TableContext& context, const Profile& profile) {
  std::vector<std::size_t> numeric;
  for (std::size_t c = 0; c < words.columns.size(); ++c) {
    if (words.columns[c].numeric) numeric.push_back(c);
  }
  if (!context.money || !context.document_year) return std::nullopt;
  for (const Layout& layout : profile.layouts) {
    // Columns of words are not counted: a layout speaks of figures.
    if (layout.fields.size() != numeric.size()) continue;
    std::vector<int> column_of(profile.fields.size(), -1);
    bool fits = true, all_shown = true;
    for (std::size_t i = 0; i < numeric.size() && fits; ++i) {
      const TypedColumn& column = words.columns[numeric[i]];
      const ColumnEvidence& evidence = words.evidence[numeric[i]];
      const ProfileField* field = profile.field(layout.fields[i]);
      std::string path;
      for (const HeaderCell& cell : column.path) path += cell.text;
      const double share = shown(letters_of(dated(layout.headings[i], *context.document_year)), letters_of(path));
      all_shown = all_shown && share >= 1;
      fits = share >= kLeastShown &&
             (evidence.percent() == (field->measure == Measure::kRate) || evidence.percents + evidence.plain == 0) && evidence.foreign == 0;
      column_of[static_cast<std::size_t>(field - profile.fields.data())] = static_cast<int>(numeric[i]);
    }
    // All identities of the profile that these columns can fill.
    if (!fits) continue;
    Trial sum;
    for (const Identity& identity : profile.identities) {
      const Trial trial = try_identity(identity, words.evidence, column_of, profile);
      sum.held += trial.held;
      sum.failed += trial.failed;
      sum.rows = std::max(sum.rows, trial.rows);
    }
    // Where every heading shows all its letters, the figures only must not speak against it; else they must prove it.
    if (!(all_shown ? sum.held > sum.failed : proves(sum))) continue;
    ColumnTyping out;
    out.profile = &profile;
    out.year = context.document_year;
    out.columns = words.columns;
    for (std::size_t i = 0; i < numeric.size(); ++i) {
      TypedColumn& column = out.columns[numeric[i]];
      column.field = profile.field(layout.fields[i]);
      column.name = column.field->name;
      column.unit = *context.money;
      column.damaged = true;
    }
    out.typed = static_cast<int>(numeric.size());
    return out;
  }
  return std::nullopt;
}

}  // namespace jangbu
