// The document read once more with its corrections, and what they changed.
// Round by round: corrections are replayed on the document as normalized, records are read, and if they bring forth ids that further
// corrections name, the next round knows them, too. Each round starts from the unchanged document, so that the order of corrections stays
// the set's.
//
//   round 1   a header is corrected: its table gives records now
//   round 2   a correction of one of these records finds it
#include "reading/with_corrections.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string_view>

#include "audit/audit.h"
#include "corrections/listing.h"
#include "corrections/replay.h"
#include "records/line_records.h"
#include "records/table_projects.h"

namespace jangbu {
namespace {

// A corrected header may bring forth records that another correction names, and that one more of them. People do not nest deeper.
constexpr int kMostRounds = 4;

// Lines keep the ids that they had before corrections, and so do those that they stand above.
std::vector<Record> corrected_lines(Document& document, const Processed& plain, const Toolbox& tools) {
  std::vector<Record> before, after = read_line_records(document, tools.profiles, plain.report);
  std::copy_if(plain.records.begin(), plain.records.end(), std::back_inserter(before),
               [](const Record& record) { return record.line.has_value(); });
  std::vector<std::string> own;
  for (const Record& record : after) own.push_back(record.id);
  keep_ids(before, after);
  std::map<std::string_view, std::string_view> kept;
  for (std::size_t i = 0; i < after.size(); ++i) kept.emplace(own[i], after[i].id);
  for (Record& record : after) {
    if (const auto above = kept.find(record.line->above_id); above != kept.end()) record.line->above_id = above->second;
  }
  return after;
}

}  // namespace

// Rounds, then the audit, lines, and what each correction changed.
Processed with_corrections(const Document& normalized, Processed plain, const Toolbox& tools) {
  // All records that any round has shown, with their places.
  std::vector<Record> known = plain.records;
  Processed out;
  std::vector<ReplayedCorrection> replayed;
  for (int round = 0; round < kMostRounds; ++round) {
    out = {normalized, {}, {}, plain.report, {}};
    replayed = replay(out.document, tools.corrections, known, tools.profiles);
    // No correction is meant for this document.
    if (replayed.empty()) return plain;
    out.records = read_table_records(out.document, plain.report, tools);
    keep_ids(plain.records, out.records);
    std::set<std::string_view> ids;
    for (const Record& record : known) ids.insert(record.id);
    const std::size_t before = known.size();
    // Records that only the corrected document has.
    std::vector<Record> more;
    for (const Record& record : out.records) {
      if (!ids.contains(record.id)) more.push_back(record);
    }
    // A further round is worth its time only if a correction names one of them.
    const bool wanted =
        std::any_of(more.begin(), more.end(), [&](const Record& record) { return !tools.corrections.of_record(record.id).empty(); });
    known.insert(known.end(), more.begin(), more.end());
    if (!wanted || known.size() == before) break;
  }
  out.findings = audit(out.document, out.records, tools.profiles);
  std::vector<Record> lines = corrected_lines(out.document, plain, tools);
  std::move(lines.begin(), lines.end(), std::back_inserter(out.records));
  name_projects(out.document, tools.profiles, tools.lexicon, out.records);
  list_corrections(out.document, plain.records, out.records, replayed);
  tell_findings(plain.findings, out.findings, out.records, replayed);
  for (ReplayedCorrection& one : replayed) out.document.corrections.push_back(std::move(one.outcome));
  for (const Record& record : known) out.addressed.push_back(record.id);
  return out;
}

}  // namespace jangbu
