// A figure is read another way only where the letters allow it (l is 1, O is 0, a point is a comma) and the arithmetic demands
// it: an identity of its row or the sum of its column holds with the other reading, and nothing that could be checked fails.
//
//   예산 l2,300 | 집행 8,000 | 잔액 4,300      12,300 − 8,000 = 4,300 holds: l is read as 1, and a repair says so
//   예산 6.519 of a column that adds up with 6,519        the point is a comma
#include <array>
#include <set>

#include "arithmetic/printed_figure.h"
#include "records/figure_value.h"
#include "records/repairs.h"
#include "records/row_identities.h"
#include "text/digits.h"
#include "text/figure.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr std::size_t kLongestFigure = 24;  // code points
// A cell of many look-alikes could be read in as many ways; more than a few make every proof a matter of chance.
constexpr std::size_t kMostReadings = 8;

struct LookAlike {
  char32_t letter, digit;
};
constexpr std::array<LookAlike, 22> kLookAlikes{{{U'l', U'1'},  {U'I', U'1'}, {U'|', U'1'}, {U'!', U'1'}, {U'i', U'1'},  {U'ㅣ', U'1'},
                                                 {U'O', U'0'},  {U'o', U'0'}, {U'Q', U'0'}, {U'D', U'0'}, {U'ㅇ', U'0'}, {U'○', U'0'},
                                                 {U'〇', U'0'}, {U'S', U'5'}, {U's', U'5'}, {U'B', U'8'}, {U'Z', U'2'},  {U'z', U'2'},
                                                 {U'b', U'6'},  {U'G', U'6'}, {U'q', U'9'}, {U'g', U'9'}}};

// Letters that may be digits, points and commas exchanged, blanks inside left out; most of it must be digits as printed.
std::vector<std::string> readings_of(const std::string& text) {
  std::u32string plain;
  std::size_t digits = 0, letters = 0;
  const std::u32string points = to_code_points(trim(text));
  if (points.empty() || points.size() > kLongestFigure) return {};
  for (const char32_t c : points) {
    if (is_digit(c)) ++digits;
    char32_t as = c;
    for (const LookAlike& alike : kLookAlikes) {
      if (alike.letter == c) as = alike.digit;
    }
    letters += as != c;
    if (!is_blank(c)) plain.push_back(as);
  }
  // More letters than digits is a word: SOB is not 508.
  if (digits == 0 || letters > digits) return {};
  std::vector<std::string> out;
  const auto add = [&](std::u32string reading) {
    std::string as_text = to_utf8(reading);
    if (as_text != text && out.size() < kMostReadings && read_figure(as_text)) out.push_back(std::move(as_text));
  };
  add(plain);
  // 6.519 for 6,519; 6,519.025 for 6,519,025; 71,5% for 71.5%.
  static const Pattern thousands(R"([△▲\-−(\[]?\d{1,3}(?:[.,]\d{3})+[)\]]?)");
  static const Pattern share(R"([△▲\-−]?\d{1,4},\d{1,2}\s*%?)");
  const std::string shown = to_utf8(plain);
  if (thousands.matches(shown) && shown.find('.') != std::string::npos) {
    std::u32string commas = plain;
    std::replace(commas.begin(), commas.end(), U'.', U',');
    add(std::move(commas));
  }
  if (share.matches(shown)) {
    std::u32string point = plain;
    std::replace(point.begin(), point.end(), U',', U'.');
    add(std::move(point));
  }
  return out;
}

// The figure read in another way. False where that is no figure of its field: a bracket may be a sign or a second figure, and a figure with
// a unit of its own needs more than this.
bool read_as(const std::string& text, const Record& record, const Profile& profile, Figure& figure) {
  const auto print = read_figure(text);
  const ProfileField* field = profile.field(figure.field);
  if (!print || !print->value || !field || !is_figure(field->measure) || print->bracketed || !print->suffix.empty()) return false;
  return set_value(figure, *print, *field, unit_of(figure, record));
}

class FigureRepair {
 public:
  FigureRepair(Document& document, std::vector<Record>& records, const std::vector<Profile>& profiles)
      : document_(document), records_(records), profiles_(profiles) {}

  // Records of one table stand together; parents are indices within it.
  void run() {
    for (std::size_t begin = 0; begin < records_.size();) {
      std::size_t end = begin;
      while (end < records_.size() && records_[end].table_index == records_[begin].table_index) ++end;
      begin_ = begin;
      end_ = end;
      profile_ = profile_for(profiles_, records_[begin].type);
      for (std::size_t i = begin; profile_ && i < end; ++i) {
        for (Figure& value : records_[i].values) consider(records_[i], value);
      }
      begin = end;
    }
  }

 private:
  struct Checks {
    int held = 0, failed = 0;
  };

  // Two cases: `l2,300`, which is no figure at all, and `6.519`, which is one but may be 6,519. The second needs a contradiction first.
  void consider(Record& record, Figure& value) {
    const std::string& text = value.place.text;
    if (value.place.corrected) return;  // a person has read it
    if (text.empty() || text.find('\n') != std::string::npos) return;
    const bool unread = !value.value && value.imprint == Imprint::kWords;
    if (!unread && !(value.value && text.find_first_of(".,") != std::string::npos)) return;
    const std::vector<std::string> readings = readings_of(text);
    if (readings.empty()) return;
    // The candidate stands in the record while it is tried, since identities look it up there.
    const Figure before = value;
    // What can be read as it stands must contradict something, or nothing is wrong with it.
    if (!unread && checks(record, value.field).failed == 0) return;
    std::optional<Figure> proved;
    std::string reading;
    int proofs = 0;
    // Two spellings of one value are one reading.
    std::set<std::pair<std::int64_t, int>> seen;
    for (const std::string& candidate : readings) {
      value = before;
      if (!read_as(candidate, record, *profile_, value) || !seen.insert({value.value->digits, value.value->scale}).second) continue;
      // One failure refutes the reading, whatever else holds.
      const Checks result = checks(record, value.field);
      if (result.held == 0 || result.failed > 0) continue;
      ++proofs;
      proved = value;
      reading = candidate;
    }
    value = before;
    if (proofs != 1) return;  // none, or the arithmetic cannot tell them apart
    value = *proved;
    std::erase_if(record.others,
                  [&](const OtherValue& other) { return other.place.row == value.place.row && other.place.column == value.place.column; });
    Table& table = document_.tables[record.table_index];
    for (Cell& cell : table.cells) {
      if (cell.row == value.place.row && cell.column == value.place.column) cell.repaired = reading;
    }
    Repair repair{"figure_proved", value.field, text, reading, table.id, value.place.row, value.place.column, 1};
    record.repairs.push_back(repair);
    document_.repairs.push_back(std::move(repair));
  }

  // Every identity and sum that the figure takes part in and whose other figures are printed.
  Checks checks(const Record& record, const std::string& field) const {
    Checks out;
    const auto count = [&](bool explained) { ++(explained ? out.held : out.failed); };
    for (const IdentityForm& form : identities_of(document_, *profile_, record)) {
      if (!form.takes(field)) continue;
      if (const auto verdict = check_identity(form, [&](const std::string& name) { return printed_figure_of(record, name); }))
        count(verdict->explained);
    }
    const ProfileField* known = profile_->field(field);
    if (!known || !known->additive) return out;
    const auto self = static_cast<std::size_t>(&record - records_.data());
    if (const auto explained = sum_holds(self, field)) count(*explained);
    // The figure as a part: does its parent still add up?
    if (record.parent) {
      if (const auto explained = sum_holds(begin_ + static_cast<std::size_t>(*record.parent), field)) count(*explained);
    }
    return out;
  }

  // Dashes are no evidence of what a damaged figure is.
  static std::optional<RowFigure> printed_figure_of(const Record& record, const std::string& field) {
    const auto found = figure_of(record, field);
    return found && found->printed ? found : std::nullopt;
  }

  // Does the row equal the sum of its parts? Nothing where it has none, or one of them cannot be read.
  std::optional<bool> sum_holds(std::size_t total, const std::string& field) const {
    const Figure* whole = records_[total].find(field);
    if (!whole || !whole->value) return std::nullopt;
    std::vector<SignedTerm> terms;
    for (std::size_t i = begin_; i < end_; ++i) {
      if (!records_[i].parent || begin_ + static_cast<std::size_t>(*records_[i].parent) != total) continue;
      const Figure* value = records_[i].find(field);
      if (!value) continue;
      if (!value->value && value->imprint == Imprint::kWords) return std::nullopt;
      if (value->value) terms.push_back({1, as_printed(*value)});
    }
    // A sum of one part is a copy and may share the damage.
    if (terms.size() < 2) return std::nullopt;
    return check_sum(as_printed(*whole), terms).explained;
  }

  Document& document_;
  std::vector<Record>& records_;
  const std::vector<Profile>& profiles_;
  const Profile* profile_ = nullptr;
  std::size_t begin_ = 0, end_ = 0;  // records of the table at hand
};

}  // namespace

void repair_figures(Document& document, std::vector<Record>& records, const std::vector<Profile>& profiles) {
  FigureRepair(document, records, profiles).run();
}

}  // namespace jangbu
