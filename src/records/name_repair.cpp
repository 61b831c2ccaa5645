// Which of two names is the damaged one, the report's own words tell: what OCR makes of a word (와일정, 살행) stands nowhere else,
// what it was (의사결정, 실행) often does. Words are compared by their pairs of neighbouring letters, so that endings do not matter.
//
//   table 1: 사민참여 지원사업   500   300          table 2: 시민참여 지원사업   500   300
//   사민 stands nowhere else, 시민 does, and both figures agree: table 1 gets the name of table 2
#include <algorithm>
#include <map>
#include <set>

#include "records/repairs.h"
#include "records/same_programme.h"
#include "text/label.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr double kSureEnough = 0.9;  // from here on a name is put right, below it is only proposed
constexpr double kLikeliest = 0.99;  // letters alone prove nothing

class Vocabulary {
 public:
  // All words of the document with the places where they stand: a paragraph or a cell each.
  explicit Vocabulary(const Document& document) {
    for (const Block& block : document.blocks) {
      if (block.kind == Block::Kind::kParagraph) add(block.paragraph.text);
    }
    for (const Table& table : document.tables) {
      for (const Cell& cell : table.cells) add(cell.best_text());
    }
  }

  // In how many places the letters of a word stand beside each other as they do in it: the least of all its pairs. Places that
  // say nothing but `name` do not count.
  int places_of(std::string_view word, const std::string& name) const {
    const std::u32string points = to_code_points(label_key(word));
    int least = -1;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
      const auto found = pairs_.find(points.substr(i, 2));
      int places = 0;
      if (found != pairs_.end()) {
        places = static_cast<int>(found->second.size()) -
                 static_cast<int>(
                     std::count_if(found->second.begin(), found->second.end(), [&](std::size_t place) { return keys_[place] == name; }));
      }
      least = least < 0 ? places : std::min(least, places);
    }
    return std::max(least, points.size() < 2 ? 1 : 0);  // a single letter is never called damaged
  }

 private:
  // Pairs of neighbouring letters within words, each with its places, once a place.
  void add(const std::string& text) {
    const std::size_t place = keys_.size();
    keys_.push_back(label_key(text));
    for (const std::string_view word : words_of(text)) {
      const std::u32string points = to_code_points(label_key(word));
      for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        auto& places = pairs_[points.substr(i, 2)];
        if (places.empty() || places.back() != place) places.push_back(place);
      }
    }
  }

  std::vector<std::string> keys_;
  std::map<std::u32string, std::vector<std::size_t>> pairs_;
};

// A name beside its twin in another table.
struct Reading {
  std::string name;
  bool damaged = false;  // something in the name as printed stands nowhere else, and its replacement does
  bool proved = true;    // so it is with every word that differs
};

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

// `own` with the words that stand nowhere else in the report taken from `other`.
Reading read_beside(const std::string& own, const std::string& other, const Vocabulary& vocabulary) {
  const auto a = words_of(own), b = words_of(other);
  const std::string own_key = label_key(own), other_key = label_key(other);
  Reading out;
  // `mine` and `theirs`: places in the report. Ours is damaged if it stands nowhere else and the other does.
  const auto judge = [&](int mine, int theirs) {
    if (mine > 0 || theirs <= mine) {
      out.proved = out.proved && mine > 0 && theirs == 0;  // ours is the good one
      return false;
    }
    out.damaged = true;
    return true;
  };
  if (a.size() == b.size()) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < a.size(); ++i) {
      // 조성 and 조성사업 are two spellings of one word.
      const bool differs = !one_shortens_other(label_key(a[i]), label_key(b[i]));
      const bool take = differs && judge(vocabulary.places_of(a[i], own_key), vocabulary.places_of(b[i], other_key));
      words.emplace_back(take ? b[i] : a[i]);
    }
    out.name = joined(words);
    return out;
  }
  // Other blanks, other words: the name as a whole.
  out.name = own;
  if (one_shortens_other(own_key, other_key)) return out;
  const auto least = [&](const std::vector<std::string_view>& words, const std::string& key) {
    int places = -1;
    for (const std::string_view word : words) {
      const int here = vocabulary.places_of(word, key);
      places = places < 0 ? here : std::min(places, here);
    }
    return places;
  };
  if (judge(least(a, own_key), least(b, other_key))) out.name = other;
  return out;
}

class NameRepair {
 public:
  NameRepair(Document& document, std::vector<Record>& records) : document_(document), records_(records), vocabulary_(document) {}

  void consider(const SameProgramme& pair) {
    // Both readings before either changes.
    const std::string a = records_[pair.a].name, b = records_[pair.b].name;
    const Reading first = read_beside(a, b, vocabulary_), second = read_beside(b, a, vocabulary_);
    change(pair.a, first, pair);
    change(pair.b, second, pair);
  }

 private:
  void change(std::size_t index, const Reading& reading, const SameProgramme& pair) {
    Record& record = records_[index];
    if (!reading.damaged || reading.name == record.name) return;
    Cell* cell = label_cell(record);
    if (cell && cell->corrected) return;  // a person has read it
    // Likeness of the letters gives from 0.6 to 1; without full agreement of the figures it counts once more, which keeps it below
    // kSureEnough unless the names are nearly equal.
    const double evidence = 0.6 + 0.4 * pair.likeness;
    // The damage is proved word by word, and every figure of the two rows agrees.
    const bool sure = reading.proved && pair.agreeing == pair.compared && pair.agreeing >= 2;
    Repair repair{"name_of_twin",
                  "name",
                  record.name,
                  reading.name,
                  document_.tables[record.table_index].id,
                  -1,
                  -1,
                  std::min(kLikeliest, sure ? evidence : evidence * pair.likeness)};
    repair.applied = repair.confidence >= kSureEnough;
    if (cell) {
      repair.row = cell->row;
      repair.column = cell->column;
    }
    if (repair.applied) {
      if (cell) cell->repaired = reading.name;
      const std::size_t depth = record.path.size();
      for (Record& other : records_) {  // the row itself, and rows below it
        if (other.table_index != record.table_index || other.path.size() < depth || depth == 0) continue;
        if (!std::equal(record.path.begin(), record.path.end(), other.path.begin()) || &other == &record) continue;
        other.path[depth - 1] = reading.name;
      }
      if (depth > 0) record.path.back() = reading.name;
      record.name = reading.name;
    }
    record.repairs.push_back(repair);
    document_.repairs.push_back(std::move(repair));
  }

  // The cell that prints the name: the record's row, or its column where the table was turned.
  Cell* label_cell(const Record& record) {
    Cell* found = nullptr;
    for (Cell& cell : document_.tables[record.table_index].cells) {
      if ((cell.row == record.row || cell.column == record.row) && collapse_blanks(cell.best_text()) == record.name) {
        if (found) return nullptr;  // twice: which of them cannot be told
        found = &cell;
      }
    }
    return found;
  }

  Document& document_;
  std::vector<Record>& records_;
  Vocabulary vocabulary_;
};

}  // namespace

// Most reports have no such pair, and need no vocabulary.
void repair_names(Document& document, std::vector<Record>& records, const std::vector<Profile>& profiles) {
  const std::vector<SameProgramme> pairs = same_programmes(records, profiles);
  if (pairs.empty()) return;
  NameRepair repair(document, records);
  for (const SameProgramme& pair : pairs) repair.consider(pair);
}

}  // namespace jangbu
