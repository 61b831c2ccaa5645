// Words and documents → the full text indexes of the ledger. The indexes hold no texts of their own (content = ''): to take a document out,
// its texts are given once more, from the row that is about to go.
#include "store/ledger_search.h"

namespace jangbu {

// The word's own row tells whether it is in an index: most names of a report stood in last year's.
void make_searchable(LedgerInside& inside, std::int64_t word, const std::string& text, bool prose) {
  if (inside.database->is_shared()) return;
  const int where = prose ? 2 : 1;
  if (!inside.searchable.emplace(word, where).second) return;
  SqlStatement& mark = inside.prepared("UPDATE _word SET found_in = found_in | ?2 WHERE id = ?1 AND found_in & ?2 = 0");
  mark.bind(1, word);
  mark.bind(2, where);
  if (mark.exec() == 0) return;
  SqlStatement& put = inside.prepared(prose ? "INSERT INTO _prose_text (rowid, text) VALUES (?, ?)"  //
                                            : "INSERT INTO _name_text (rowid, text) VALUES (?, ?)");
  put.bind(1, word);
  put.bind(2, searchable_text(text));
  put.exec();
}

void make_searchable(LedgerInside& inside, std::int64_t document, const LedgerDocument& row) {
  if (inside.database->is_shared()) return;
  SqlStatement& put = inside.prepared("INSERT INTO _document_text (rowid, organization, title, path) VALUES (?, ?, ?, ?)");
  put.bind(1, document);
  put.bind(2, searchable_text(row.organization));
  put.bind(3, searchable_text(row.title));
  put.bind(4, searchable_text(row.path));
  put.exec();
}

void make_unsearchable(LedgerInside& inside, std::int64_t document) {
  if (inside.database->is_shared()) return;
  SqlStatement& find = inside.prepared("SELECT coalesce(organization, ''), coalesce(title, ''), path FROM _document WHERE id = ?");
  find.bind(1, document);
  if (!find.executeStep()) return;
  std::string texts[3];
  for (int i = 0; i < 3; ++i) texts[i] = searchable_text(find.getColumn(i).getString());
  find.reset();
  SqlStatement& forget =
      inside.prepared("INSERT INTO _document_text (_document_text, rowid, organization, title, path) VALUES ('delete', ?, ?, ?, ?)");
  forget.bind(1, document);
  for (int i = 0; i < 3; ++i) forget.bind(2 + i, texts[i]);
  forget.exec();
}

}  // namespace jangbu
