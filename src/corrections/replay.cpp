// Corrections → a corrected Document, and for each what became of it. Words first, then cells, then metadata, each in the set's order.
// A correction of a record's field is one of the cell that the field was read from,
// so it works even where the record is read differently afterwards.
// States of cells are kept for the whole replay: the second correction of a cell sees what the first has made of it.
// Hard case: a cell of two lines (317,500 over (31,800)), of which a record's field is the first only. The other line stays.
#include "corrections/replay.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "text/label.h"
#include "text/told.h"
#include "text/unicode.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

// "t027" → 26.
std::optional<std::size_t> table_index(const std::string& id, std::size_t tables) {
  std::size_t number = 0;
  if (!id.starts_with('t')) return std::nullopt;
  const auto [end, error] = std::from_chars(id.data() + 1, id.data() + id.size(), number);
  if (error != std::errc() || end != id.data() + id.size() || number == 0 || number > tables) return std::nullopt;
  return number - 1;
}

// 26 → "t027", as identity.cpp names tables.
std::string table_name(std::size_t index) {
  const std::string number = std::to_string(index + 1);
  return "t" + std::string(number.size() < 3 ? 3 - number.size() : 0, '0') + number;
}

// Which cell covers a place; a table's map is made when the first correction asks for it.
class CellFinder {
 public:
  explicit CellFinder(Document& document) : document_(document) {}

  // nullptr outside of the table, or where no cell covers the place.
  Cell* at(std::size_t t, int row, int column) {
    Table& table = document_.tables[t];
    if (row < 0 || column < 0 || row >= table.rows || column >= table.columns) return nullptr;
    const auto columns = static_cast<std::size_t>(table.columns);
    auto [found, fresh] = maps_.try_emplace(t);
    std::vector<int>& map = found->second;
    if (fresh) {
      map.assign(static_cast<std::size_t>(table.rows) * columns, -1);
      for (std::size_t i = 0; i < table.cells.size(); ++i) {
        const Cell& cell = table.cells[i];
        for (int r = std::max(0, cell.row); r < std::min(table.rows, cell.row + cell.row_span); ++r) {
          for (int c = std::max(0, cell.column); c < std::min(table.columns, cell.column + cell.column_span); ++c) {
            map[static_cast<std::size_t>(r) * columns + static_cast<std::size_t>(c)] = static_cast<int>(i);
          }
        }
      }
    }
    const int index = map[static_cast<std::size_t>(row) * columns + static_cast<std::size_t>(column)];
    return index < 0 ? nullptr : &table.cells[static_cast<std::size_t>(index)];
  }

  // The label that gave a record its name: in its row, or in its column where units are printed as columns.
  Cell* label_of(const Record& record) {
    const Table& table = document_.tables[record.table_index];
    // The name may have been repaired since: the cell still says what stood there before.
    const auto names_it = [&](const Cell* cell) {
      if (!cell) return false;
      const std::string text = collapse_blanks(cell->best_text());
      return text == record.name || std::any_of(record.repairs.begin(), record.repairs.end(), [&](const Repair& repair) {
               return repair.field == "name" && collapse_blanks(repair.before) == text;
             });
    };
    // In its row first; in a turned table Record::row is a column.
    for (int c = 0; c < table.columns; ++c) {
      if (Cell* cell = at(record.table_index, record.row, c); names_it(cell)) return cell;
    }
    for (int r = 0; r < table.rows; ++r) {
      if (Cell* cell = at(record.table_index, r, record.row); names_it(cell)) return cell;
    }
    return nullptr;
  }

 private:
  Document& document_;
  std::map<std::size_t, std::vector<int>> maps_;
};

// The cell that a field of a record was read from: a value, the name, a column without a field, a member of a breakdown.
Cell* cell_of(const Record& record, const std::string& field, CellFinder& cells) {
  const auto at = [&](const CellPlace& place) { return cells.at(record.table_index, place.row, place.column); };
  if (const Figure* value = record.find(field)) return at(value->place);
  if (field == "name") return cells.label_of(record);
  for (const OtherValue& other : record.others) {
    if (other.header == field) return at(other.place);
  }
  for (const Figure& part : record.breakdown) {
    if (part.member == field) return at(part.place);
  }
  return nullptr;
}

// Fields by either name: "payment" and 지출액.
class FieldNames {
 public:
  explicit FieldNames(const std::vector<Profile>& profiles) : profiles_(profiles) {}

  // As records have it; a name that no profile knows stays as it is.
  std::string field(const Record& record, const std::string& called) const {
    if (record.find(called)) return called;
    const std::string key = label_key(called);
    if (is_in("names_of_the_name", key)) return "name";
    if (const Profile* profile = of(record.type)) {
      for (const ProfileField& one : profile->fields) {
        if (label_key(one.korean) == key && record.find(one.name)) return one.name;
      }
    }
    return called;
  }

  // What a record's cells can be called by: "payment (지출액), name (이름)".
  std::string all_of(const Record& record) const {
    std::string out;
    const auto add = [&](const std::string& name, const std::string& korean) {
      out += (out.empty() ? "" : ", ") + name + (korean.empty() ? "" : " (" + korean + ")");
    };
    add("name", words_in("names_of_the_name").front());
    const Profile* profile = of(record.type);
    for (const Figure& value : record.values) {
      std::string korean;
      for (const ProfileField& one : profile ? profile->fields : std::vector<ProfileField>{}) {
        if (one.name == value.field) korean = one.korean;
      }
      add(value.field, korean);
    }
    for (const OtherValue& other : record.others) add(other.header, "");
    for (const Figure& part : record.breakdown) add(part.member, "");
    return out;
  }

 private:
  const Profile* of(const std::string& type) const {
    const auto found = std::find_if(profiles_.begin(), profiles_.end(), [&](const Profile& profile) { return profile.type == type; });
    return found == profiles_.end() ? nullptr : &*found;
  }

  const std::vector<Profile>& profiles_;
};

// A correction of a cell, and the record that it names, if it does.
struct Pointing {
  const Correction* correction;
  const Record* record = nullptr;
};

class CellReplay {
 public:
  CellReplay(Document& document, const std::vector<Profile>& profiles, std::vector<ReplayedCorrection>& replayed)
      : document_(document), names_(profiles), cells_(document), replayed_(replayed) {}

  // Finds the cell; a target that is not there is unmatched, with the names that would be.
  void run(const Pointing& pointing) {
    const Correction& correction = *pointing.correction;
    ReplayedCorrection out;
    out.correction = &correction;
    out.outcome.correction = correction.id;
    out.outcome.field = correction.field;
    std::size_t t = 0;
    Cell* cell = nullptr;
    if (pointing.record) {
      t = pointing.record->table_index;
      out.outcome.field = names_.field(*pointing.record, correction.field);
      cell = t < document_.tables.size() ? cell_of(*pointing.record, out.outcome.field, cells_) : nullptr;
      if (!cell) {
        const std::string known = names_.all_of(*pointing.record);
        unmatched(out, told("corrections.no_field", {{"field", correction.field}, {"known", known}}));
      }
    } else if (const auto index = table_index(correction.table, document_.tables.size())) {
      t = *index;
      cell = cells_.at(t, correction.row, correction.column);
      if (!cell) unmatched(out, told("corrections.no_cell", {{"table", correction.table}}));
    } else {
      unmatched(out, told("corrections.no_table", {{"table", correction.table}}));
    }
    if (cell) apply(correction, t, *cell, pointing.record, out);
    replayed_.push_back(std::move(out));
  }

 private:
  static void unmatched(ReplayedCorrection& out, Told why) {
    out.outcome.state = CorrectionState::kUnmatched;
    tell(out.outcome, std::move(why));
  }

  // The texts that may stand there, the correction on them, and if it is applied, the cell and what changed.
  void apply(const Correction& correction, std::size_t t, Cell& cell, const Record* record, ReplayedCorrection& out) {
    out.outcome.table = table_name(t);
    out.outcome.row = cell.row;
    out.outcome.column = cell.column;
    // All that the cell has been taken to say: a person may have seen any of them.
    std::vector<std::string> readings{trim(cell.text)};
    if (cell.repaired) readings.push_back(*cell.repaired);
    if (cell.corrected) readings.push_back(*cell.corrected);  // by a word
    if (record) {  // as it was read in the end: repairs that come after the mapper are not in this document yet
      for (const Repair& repair : record->repairs) {
        if (repair.field == out.outcome.field) readings.push_back(repair.after);
      }
    }
    // A record's figure may be the first of two lines (`317,500` over `(31,800)`); the other stays.
    const std::string printed = readings.front();
    std::string rest;
    if (const std::size_t end = printed.find('\n'); record && end != std::string::npos && correction.expect &&
                                                    collapse_blanks(printed.substr(0, end)) == collapse_blanks(*correction.expect)) {
      rest = printed.substr(end);
      readings.push_back(printed.substr(0, end));
    }
    State& state = states_.try_emplace(&cell, State{CorrectedText(std::move(readings)), std::move(rest)}).first->second;
    std::string before = collapse_blanks(cell.best_text());
    if (!state.text.apply(correction, out.outcome)) return;
    cell.corrected = correction.value.value_or("") + state.rest;
    out.outcome.places = 1;
    out.cells.push_back({t, cell.row, cell.column, std::move(before), collapse_blanks(*cell.corrected)});
  }

  Document& document_;
  FieldNames names_;
  CellFinder cells_;
  std::vector<ReplayedCorrection>& replayed_;
  struct State {
    CorrectedText text;
    std::string rest;  // lines below that stay
  };
  std::map<const Cell*, State> states_;  // looked up only, never walked
};

}  // namespace

// The fiscal year is a number here and a text in corrections. A corrected office or year changes every record.
void replay_metadata(Document& document, const std::vector<const Correction*>& corrections, std::vector<ReplayedCorrection>& replayed) {
  std::map<std::string, CorrectedText> texts;
  for (const Correction* correction : corrections) {
    const std::string& name = correction->metadata;
    std::string* field = name == "title"          ? &document.title
                         : name == "organization" ? &document.organization
                         : name == "report_kind"  ? &document.report_kind
                         : name == "report_date"  ? &document.report_date
                                                  : nullptr;
    ReplayedCorrection out;
    out.correction = correction;
    out.outcome.correction = correction->id;
    out.outcome.field = name;
    const std::string said = field ? *field : document.fiscal_year ? std::to_string(*document.fiscal_year) : std::string();
    CorrectedText& text = texts.try_emplace(name, CorrectedText({said})).first->second;
    if (text.apply(*correction, out.outcome)) {
      const std::string value = collapse_blanks(correction->value.value_or(""));
      if (field) {
        *field = value;
      } else {
        int year = 0;
        const bool read = std::from_chars(value.data(), value.data() + value.size(), year).ec == std::errc();
        document.fiscal_year = read ? std::optional(year) : std::nullopt;
      }
      out.outcome.places = 1;
      out.every_record = name == "organization" || name == "fiscal_year";
    }
    replayed.push_back(std::move(out));
  }
}

std::vector<ReplayedCorrection> replay(Document& document, const CorrectionSet& corrections, const std::vector<Record>& known,
                                       const std::vector<Profile>& profiles) {
  std::vector<ReplayedCorrection> replayed;
  replay_terms(document, corrections, replayed);

  std::vector<Pointing> pointing;
  std::vector<const Correction*> metadata;
  for (const Correction* correction : corrections.of_document(document.id)) {
    if (correction->target == Correction::Target::kCell) {
      pointing.push_back({correction});
    } else {
      metadata.push_back(correction);
    }
  }
  // In the order of records first; the sort below makes it that of the set.
  if (corrections.has_any_for_records()) {
    for (const Record& record : known) {
      for (const Correction* correction : corrections.of_record(record.id)) pointing.push_back({correction, &record});
    }
  }
  // Pointers into the set: their order is that of the replay.
  std::stable_sort(pointing.begin(), pointing.end(),
                   [](const Pointing& a, const Pointing& b) { return std::less<>()(a.correction, b.correction); });
  CellReplay cells(document, profiles, replayed);
  for (const Pointing& one : pointing) cells.run(one);
  replay_metadata(document, metadata, replayed);
  return replayed;
}

}  // namespace jangbu
