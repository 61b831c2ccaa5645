// Words go as one array. They are put in one order by everybody, so that of two writers that bring the same new ones one waits for the
// other and not each for each. What PostgreSQL cannot hold of a word is not in what it gives back: numbers are remembered by the word as it
// came.
#include "store/postgres_words.h"

#include <set>

#include "store/postgres_dialect.h"

namespace jangbu {
namespace {

std::set<std::string> words_of(const LedgerDocument& document) {
  std::set<std::string> out{document.organization};
  for (const LedgerRecord& r : document.records) {
    for (const std::string* word :
         {&r.type, &r.organization, &r.section, &r.path, &r.name, &r.level, &r.role, &r.status, &r.currency, &r.table})
      out.insert(*word);
  }
  for (const LedgerFigure& f : document.figures) {
    for (const std::string* word :
         {&f.table, &f.row_heading, &f.column_heading, &f.unit, &f.period, &f.phase, &f.members, &f.field, &f.slot})
      out.insert(*word);
  }
  out.erase("");
  return out;
}

// {"a","b\"c"}
std::string array_of(const std::set<std::string>& words) {
  std::string out = "{";
  for (const std::string& word : words) {
    out += out.size() > 1 ? ",\"" : "\"";
    for (const char c : postgres_text(word)) {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
    out += '"';
  }
  return out + "}";
}

}  // namespace

void learn_words(LedgerInside& inside, const LedgerDocument& document) {
  const std::set<std::string> words = words_of(document);
  if (words.empty()) return;
  const std::string array = array_of(words);
  SqlStatement& find = inside.prepared("SELECT id, word FROM _word WHERE word = ANY (CAST(? AS text[]))");
  std::map<std::string, std::int64_t> numbers;
  const auto look = [&] {
    find.reset();
    find.bind(1, array);
    while (find.executeStep()) numbers[find.getColumn(1).getString()] = find.getColumn(0).getInt64();
    find.reset();
  };
  look();
  if (numbers.size() < words.size()) {
    SqlStatement& add = inside.prepared(
        "INSERT INTO _word (word) SELECT w FROM unnest(CAST(? AS text[])) AS w WHERE NOT EXISTS (SELECT 1 FROM _word WHERE word = w) "
        "GROUP BY w ORDER BY w COLLATE \"C\" ON CONFLICT DO NOTHING");
    add.bind(1, array);
    add.exec();
    look();
  }
  for (const std::string& word : words) inside.words.emplace(word, numbers.at(postgres_text(word)));
}

}  // namespace jangbu
