#include "pipeline/replayed.h"

#include <algorithm>
#include <set>

#include "audit/audit.h"
#include "corrections/listing.h"
#include "corrections/replay.h"
#include "records/identity.h"
#include "records/mapper.h"

namespace jangbu {
namespace {

// A corrected header may bring forth records that another correction names, and that one more of them. People do not nest deeper.
constexpr int kMostRounds = 4;

}  // namespace

Processed with_corrections(const Document& normalized, Processed plain, const Toolbox& tools) {
  std::vector<Record> known = plain.records;
  Processed out;
  std::vector<ReplayedCorrection> replayed;
  for (int round = 0; round < kMostRounds; ++round) {
    out = {normalized, {}, {}, plain.report, {}};
    replayed = replay(out.document, tools.corrections, known);
    if (replayed.empty()) return plain;
    out.records = map_records(out.document, tools.profiles, tools.lexicon);
    name_tables(out.document);
    name_records(out.document, plain.report, out.records);
    keep_ids(plain.records, out.records);
    std::set<std::string_view> ids;
    for (const Record& record : known) ids.insert(record.id);
    const std::size_t before = known.size();
    std::vector<Record> more;
    for (const Record& record : out.records) {
      if (!ids.contains(record.id)) more.push_back(record);
    }
    const bool wanted = std::any_of(more.begin(), more.end(), [&](const Record& record) { return !tools.corrections.of_record(record.id).empty(); });
    known.insert(known.end(), more.begin(), more.end());
    if (!wanted || known.size() == before) break;
  }
  out.findings = audit(out.document, out.records, tools.profiles);
  list_corrections(out.document, plain.records, out.records, replayed);
  tell_findings(plain.findings, out.findings, out.records, replayed);
  for (ReplayedCorrection& one : replayed) out.document.corrections.push_back(std::move(one.outcome));
  for (const Record& record : known) out.addressed.push_back(record.id);
  return out;
}

}  // namespace jangbu
