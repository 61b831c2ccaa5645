// Damaged words, replaced in labels (header cells and short texts in cells that are no figures), headings and captions.
//
// A word is found where it begins one: 사민 is not found in 회사민원, but in `사민이`, `2019사민` and `「사민`.
//
//   term 사민, value 시민       「사민참여 지원」 → 「시민참여 지원」       회사민원 stays
#include <algorithm>
#include <map>
#include <set>

#include "corrections/replay.h"
#include "text/figure.h"
#include "text/label.h"
#include "text/told.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr std::size_t kLongestLabel = 80;  // code points: what is longer is prose

// Does a letter end right before `at`? Digits do not glue: `2019사민` is two words.
bool letter_before(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  std::size_t begin = at - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  const std::u32string before = to_code_points(text.substr(begin, at - begin));
  return !before.empty() && is_letter_or_digit(before.front()) && !(before.front() >= U'0' && before.front() <= U'9');
}

// From `from` on, the first place where the word begins one. A word that begins with a sign may stand anywhere.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t from) {
  const std::u32string first = to_code_points(word.substr(0, std::min<std::size_t>(word.size(), 4)));
  const bool starts_with_letter = !first.empty() && is_letter_or_digit(first.front());
  for (std::size_t at = text.find(word, from); at != std::string_view::npos; at = text.find(word, at + 1)) {
    if (!starts_with_letter || !letter_before(text, at)) return at;
  }
  return std::string_view::npos;
}

bool holds(std::string_view text, std::string_view word) { return find_word(text, word, 0) != std::string_view::npos; }

// Every place of the word at once; blanks are tidied, since a word may be replaced by nothing.
std::string with_word(const std::string& text, const std::string& word, const std::string& value) {
  std::string out;
  std::size_t from = 0;
  for (std::size_t at = find_word(text, word, 0); at != std::string::npos; at = find_word(text, word, from)) {
    out += text.substr(from, at - from) + value;
    from = at + word.size();
  }
  return collapse_blanks(out + text.substr(from));
}

// A text of the document that words are replaced in.
struct Label {
  std::string source, now;  // blanks collapsed
  std::size_t table = 0;
  Cell* cell = nullptr;               // a cell …
  std::vector<std::string*> heading;  // … or a heading or caption, at all its places
};

// Headings by text: the same words in the table of contents and in the body are one label.
void add_headings(std::vector<Section>& sections, std::map<std::string, Label>& headings) {
  for (Section& section : sections) {
    headings[collapse_blanks(section.title)].heading.push_back(&section.title);
    add_headings(section.children, headings);
  }
}

// Cells that are labels each by themselves; headings and captions by their text, since the same one stands in many places.
std::vector<Label> labels_of(Document& document) {
  std::vector<Label> labels;
  std::map<std::string, Label> headings;  // by text
  add_headings(document.sections, headings);
  std::set<std::string> titles;
  for (const auto& [text, label] : headings) titles.insert(label_key(text));
  for (std::size_t t = 0; t < document.tables.size(); ++t) {
    Table& table = document.tables[t];
    for (std::string& step : table.section) headings[collapse_blanks(step)].heading.push_back(&step);
    if (!table.caption.empty()) headings[collapse_blanks(table.caption)].heading.push_back(&table.caption);
    for (Cell& cell : table.cells) {
      if (cell.text.empty() ||
          (cell.row >= table.header_rows && (code_point_count(cell.text) > kLongestLabel || read_first_figure(cell.text))))
        continue;
      const std::string text = collapse_blanks(cell.best_text());
      labels.push_back({text, text, t, &cell, {}});
    }
  }
  // The heading's own line: records of outlines are read from it.
  for (Block& block : document.blocks) {
    std::string& text = block.paragraph.text;
    if (block.kind != Block::Kind::kParagraph || text.empty() || code_point_count(text) > kLongestLabel) continue;
    const std::string key = label_key(text);
    const bool heading = block.paragraph.outline_level > 0 || std::any_of(titles.begin(), titles.end(), [&](const std::string& title) {
                           return !title.empty() && key.ends_with(title);
                         });
    if (heading) headings[collapse_blanks(text)].heading.push_back(&text);
  }
  for (auto& [text, label] : headings) {
    label.source = label.now = text;
    labels.push_back(std::move(label));
  }
  return labels;
}

}  // namespace

// A word that stands in no label is left without an outcome: it is meant for other documents.
void replay_terms(Document& document, const CorrectionSet& corrections, std::vector<ReplayedCorrection>& replayed) {
  const std::vector<const Correction*> terms = corrections.terms();
  if (terms.empty()) return;
  std::vector<Label> labels = labels_of(document);
  std::string all;  // most words stand in no label: one look at everything tells
  for (const Label& label : labels) all += label.source + "\n";
  for (const Correction* correction : terms) {
    const std::string& term = correction->term;
    const std::string value = collapse_blanks(correction->value.value_or(""));
    // What else the label must say; usually the word itself.
    const std::string expect = correction->expect ? collapse_blanks(*correction->expect) : std::string();
    ReplayedCorrection out;
    out.correction = correction;
    out.outcome.correction = correction->id;
    bool stands = false, agrees = false, expected = false;
    if (all.find(term) == std::string::npos) {
      // An earlier word may have brought this one in.
      const bool chained = std::any_of(terms.begin(), terms.end(), [&](const Correction* other) {
        return other->value && other->value->find(term) != std::string::npos;
      });
      if (!chained) continue;
    }
    for (Label& label : labels) {
      const bool in_source = holds(label.source, term);
      // The word stands in the source, or an earlier correction has put it there.
      if (!in_source && !holds(label.now, term)) continue;
      stands = true;
      if (label.source.find(expect) == std::string::npos && label.now.find(expect) == std::string::npos) continue;
      expected = true;
      std::string after = with_word(label.now, term, value);
      if (after == label.now) {
        agrees = agrees || (in_source && label.now != label.source && with_word(label.source, term, value) == label.now);
        continue;
      }
      out.outcome.places += label.cell ? 1 : label.heading.size();
      if (label.cell) {
        label.cell->corrected = after;
        out.cells.push_back({label.table, label.cell->row, label.cell->column, label.now, after});
      } else {
        out.headings.emplace_back(label.now, after);
        for (std::string* text : label.heading) *text = after;
      }
      label.now = std::move(after);
    }
    if (!stands) continue;
    out.outcome.before = term;
    if (out.outcome.places > 0 || agrees) {
      out.outcome.state = CorrectionState::kApplied;
      out.outcome.after = value;
    } else if (!expected) {
      out.outcome.state = CorrectionState::kStale;
      tell(out.outcome, told("corrections.term_elsewhere", {{"term", term}, {"expect", expect}}));
    } else {
      out.outcome.state = CorrectionState::kConflict;
      tell(out.outcome, told("corrections.term_taken", {{"term", term}}));
    }
    replayed.push_back(std::move(out));
  }
}

}  // namespace jangbu
