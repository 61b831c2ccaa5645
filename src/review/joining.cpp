// Two series of the ledger → the word that makes them one, or why none can.
// A series is an office, a kind of record and the labels down to its name. A word changes labels only, so offices and kinds must agree; and
// what stands twice in one report is two things, whatever it is called.
// Hard case: a word is replaced wherever it stands, so that 「운영」 → 「운영비」 would make 「운영비」 「운영비비」. Such a pair is
// refused that way round, and other names that hold the word are listed before anybody says yes.
//
//   사민참여 예산 (2021)  →  시민참여 예산 (2022)      one office, one kind, never in one report: can be joined
//   일반운영비 and 운영비 in the same report           why_not: one_report
#include "review/joining.h"

#include <algorithm>

#include "store/search_text.h"

namespace jangbu {
namespace {

constexpr std::size_t kMostCounted = 1'000;

// Null where there is none. The spelling that most of its records have; a series may know several, which differ in blanks and signs.
Result<Json> of_series(LedgerAsking& ledger, std::int64_t series) {
  auto rows = rows_of(ledger,
                      "SELECT n.word AS name, o.word AS organization, t.word AS record_type, min(r.record_id) AS record_id, count(*) AS "
                      "records FROM _record r JOIN _document d ON d.id = r.document AND d.speaks JOIN _word n ON n.id = r.name JOIN _word "
                      "t ON t.id = r.type LEFT JOIN _word o ON o.id = r.organization WHERE r.series = ? GROUP BY n.word ORDER BY records "
                      "DESC, 1 LIMIT 1",
                      {series});
  if (!rows) return rows.forward();
  if (rows->empty()) return Json();
  return std::move((*rows)[0]);
}

}  // namespace

// The index of letters finds candidates, which may have the letters apart; instr() keeps those that have the word as it stands.
Result<std::vector<std::string>> documents_naming(LedgerAsking& ledger, const std::vector<std::string>& words, std::size_t most) {
  std::vector<std::string> out;
  for (const std::string& word : words) {
    const std::string question = search_question(word);
    if (question.empty()) continue;
    const auto rows =
        rows_of(ledger,
                "SELECT DISTINCT d.document_id FROM _name_text CROSS JOIN _word n ON n.id = _name_text.rowid CROSS JOIN _record r ON "
                "r.name = n.id JOIN _document d ON d.id = r.document WHERE _name_text MATCH ? AND instr(n.word, ?) > 0 LIMIT ?",
                {question, word, static_cast<std::int64_t>(most)});
    if (!rows) return rows.forward();
    for (const Json& row : *rows) {
      std::string id = row["document_id"];
      if (out.size() < most && std::find(out.begin(), out.end(), id) == out.end()) out.push_back(std::move(id));
    }
  }
  return out;
}

Result<std::int64_t> series_of_record(LedgerAsking& ledger, const std::string& record_id) {
  return count_of(
      ledger,
      "SELECT r.series FROM _record r JOIN _document d ON d.id = r.document AND d.speaks WHERE r.record_id = ? AND r.series IS NOT "
      "NULL LIMIT 1",
      {record_id});
}

Result<Json> joining_of(LedgerAsking& ledger, std::int64_t from, std::int64_t into) {
  Json out = {{"why_not", nullptr}};
  const auto cannot = [&](const char* why) {
    out["why_not"] = why;
    return out;
  };
  if (from == into) return cannot("one_series");
  const auto one = of_series(ledger, from);
  if (!one) return one.forward();
  const auto other = of_series(ledger, into);
  if (!other) return other.forward();
  if (one->is_null() || other->is_null()) return cannot("no_series");
  const std::string name = (*one)["name"], stays = (*other)["name"];
  out["name"] = name;
  out["into_name"] = stays;
  for (const char* what : {"organization", "record_type"}) {
    if ((*one)[what] != (*other)[what]) return cannot("other_office");
    out[what] = (*one)[what];
  }
  out["record_id"] = (*one)["record_id"];
  if (name == stays) return cannot("same_name");
  if (stays.find(name) != std::string::npos) return cannot("name_within");
  const auto together =
      count_of(ledger,
               "SELECT count(*) FROM _record a JOIN _document d ON d.id = a.document AND d.speaks WHERE a.series = ?1 AND EXISTS "
               "(SELECT 1 FROM _record b WHERE b.series = ?2 AND b.document = a.document)",
               {from, into});
  if (!together) return together.forward();
  if (*together > 0) return cannot("one_report");
  const auto documents = documents_naming(ledger, {name}, kMostCounted + 1);
  if (!documents) return documents.forward();
  out["documents"] = std::min(documents->size(), kMostCounted);
  out["documents_more"] = documents->size() > kMostCounted;
  auto others = rows_of(ledger,
                        "SELECT n.word AS name FROM _name_text CROSS JOIN _word n ON n.id = _name_text.rowid WHERE _name_text MATCH ? AND "
                        "instr(n.word, ?) > 0 AND n.word <> ? AND EXISTS (SELECT 1 FROM _record r WHERE r.name = n.id) LIMIT 21",
                        {search_question(name), name, name});
  if (!others) return others.forward();
  out["others_more"] = cut_to(*others, 20);
  out["others"] = Json::array();
  for (const Json& row : *others) out["others"].push_back(row["name"]);
  return out;
}

Result<Json> joining(LedgerAsking& ledger, const Asked& asked) {
  return joining_of(ledger, number_in(asked.value("from"), 0, INT64_MAX, -1), number_in(asked.value("into"), 0, INT64_MAX, -1));
}

}  // namespace jangbu
