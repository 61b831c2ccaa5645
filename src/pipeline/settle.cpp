#include "pipeline/settle.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "loader/atomic_file.h"
#include "pipeline/across.h"
#include "pipeline/renditions.h"
#include "pipeline/shelf.h"
#include "text/hash.h"

namespace jangbu {
namespace {

int rank_of(const std::string& format) {
  static constexpr const char* kBestFirst[] = {"hwpx", "hwp", "hwpml", "hwp3", "pdf", "text"};
  int rank = 0;
  for (const char* name : kBestFirst) {
    if (format == name) return rank;
    ++rank;
  }
  return rank;
}

// A document and its record ids, sorted.
struct Member {
  KnownDocument* document;
  std::vector<std::string> rows;
};

// Two files of one organization, kind and date may still be two reports (of two departments whose names the cover leaves out).
// They are taken for one only if a fair part of their rows, by record id, are the same rows.
constexpr double kSharedRows = 0.3;

bool same_rows(const Member& a, const Member& b) {
  if (a.rows.empty() || b.rows.empty()) return true;
  std::vector<std::string> shared;
  std::set_intersection(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(), std::back_inserter(shared));
  return static_cast<double>(shared.size()) >= kSharedRows * static_cast<double>(std::min(a.rows.size(), b.rows.size()));
}

// Editions within each format, then the best format of the latest ones.
void settle_report(const std::vector<KnownDocument*>& members) {
  std::map<std::string, std::vector<KnownDocument*>> formats;
  for (KnownDocument* member : members) formats[member->format].push_back(member);
  std::vector<KnownDocument*> latest;
  for (auto& [format, editions] : formats) {
    std::sort(editions.begin(), editions.end(), [](const KnownDocument* a, const KnownDocument* b) {
      return std::tie(a->dated, a->path, a->sha256) < std::tie(b->dated, b->path, b->sha256);
    });
    for (std::size_t i = 0; i < editions.size(); ++i) {
      editions[i]->edition = static_cast<int>(i) + 1;
      if (i > 0) editions[i]->supersedes = editions[i - 1]->id;
      if (i + 1 < editions.size()) {
        editions[i]->state = "superseded";
        editions[i]->of = editions.back()->id;
      }
    }
    latest.push_back(editions.back());
  }
  std::sort(latest.begin(), latest.end(), [](const auto* a, const auto* b) { return rank_of(a->format) < rank_of(b->format); });
  for (std::size_t i = 1; i < latest.size(); ++i) {
    latest[i]->state = "rendition";
    latest[i]->of = latest.front()->id;
  }
}

// The files that carry one report, in groups. Only where there are several are their rows looked at.
Result<std::vector<std::vector<KnownDocument*>>> groups_of(const std::vector<KnownDocument*>& documents, State& state) {
  if (documents.size() == 1) return std::vector<std::vector<KnownDocument*>>{documents};
  std::vector<std::vector<Member>> groups;
  for (KnownDocument* document : documents) {
    auto rows = state.record_ids(document->id);
    if (!rows) return rows.forward();
    Member mine{document, std::move(*rows)};
    const auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& members) {
      return std::any_of(members.begin(), members.end(), [&](const Member& member) { return same_rows(member, mine); });
    });
    if (group == groups.end()) {
      groups.emplace_back().push_back(std::move(mine));
    } else {
      group->push_back(std::move(mine));
    }
  }
  std::vector<std::vector<KnownDocument*>> out;
  for (const auto& members : groups) {
    for (auto& group = out.emplace_back(); const Member& member : members) group.push_back(member.document);
  }
  return out;
}

// Those that have no place any more beside the documents of this run. Marks a file that was replaced by a later edition of its report.
std::vector<std::string> outdated(std::vector<KnownDocument>& documents, const Present& present) {
  std::set<std::string> paths, hashes, reports;
  for (const KnownDocument& document : documents) {
    if (!present.contains(document.id)) continue;
    paths.insert(document.path);
    hashes.insert(document.sha256);
    if (!document.report.empty()) reports.insert(document.report);
  }
  std::vector<std::string> gone;
  std::erase_if(documents, [&](KnownDocument& old) {
    if (present.contains(old.id)) return false;
    const bool replaced = paths.contains(old.path), renamed = hashes.contains(old.sha256);
    if (renamed || (replaced && !reports.contains(old.report))) {
      gone.push_back(old.id);
      return true;
    }
    if (replaced) old.dated.clear();  // whatever it says, it came before the file that stands there now
    return false;
  });
  return gone;
}

// Writes what changed: the file where it says so itself, and the state.
Status put_standing(const std::filesystem::path& output, State& state, const KnownDocument& before, KnownDocument& now) {
  const auto standing = [](const KnownDocument& d) { return std::tie(d.edition, d.supersedes, d.paths); };
  const auto known = [](const KnownDocument& d) { return std::tie(d.state, d.of, d.dated); };
  if (standing(before) == standing(now)) return known(before) == known(now) ? Status(Done{}) : state.put_standing(now);
  const auto json = read_file(document_path(output, now.id), kLargestOwnFile);
  if (!json) return json.forward();
  const auto settled = with_standing(*json, now);
  if (!settled) return settled.forward();
  if (Status status = write_document(output, *settled, now); !status) return status;
  return state.put_standing(now);
}

// All that the comparison of these documents depends on.
std::string comparison_of(const KnownDocument& lead, const std::vector<const KnownDocument*>& renditions) {
  if (renditions.empty()) return {};
  std::string key;
  const auto add = [&](const KnownDocument& d) {
    for (const std::string* part : {&d.id, &d.path, &d.made.tool, &d.made.limits, &d.made.profiles, &d.made.corrections}) key += *part + "\x1f";
    key += "\x1e";
  };
  add(lead);
  for (const KnownDocument* rendition : renditions) add(*rendition);
  return sha256_hex(key);
}

// Documents are read again only where one of them has changed since they were compared.
Status compare_renditions(const std::filesystem::path& output, State& state, std::vector<KnownDocument>& documents, const std::vector<Profile>& profiles) {
  std::map<std::string, std::vector<const KnownDocument*>> renditions;  // by the document that speaks for them
  for (const KnownDocument& document : documents) {
    if (document.state == "rendition") renditions[document.of].push_back(&document);
  }
  for (KnownDocument& lead : documents) {
    const auto found = renditions.find(lead.id);
    const auto others = found == renditions.end() ? std::vector<const KnownDocument*>{} : found->second;
    std::string comparison = comparison_of(lead, others);
    if (comparison == lead.compared) continue;
    const auto mine = read_file(document_path(output, lead.id), kLargestOwnFile);
    if (!mine) return mine.forward();
    std::vector<std::string> texts;
    for (const KnownDocument* other : others) {
      auto theirs = read_file(document_path(output, other->id), kLargestOwnFile);
      if (!theirs) return theirs.forward();
      texts.push_back(std::move(*theirs));
    }
    const auto compared = with_rendition_findings(*mine, texts, profiles);
    if (!compared) return compared.forward();
    lead.compared = std::move(comparison);
    if (Status status = *compared == *mine ? state.put_standing(lead) : refile(output, state, *compared, lead); !status) return status;
  }
  return Done{};
}

// Last year's figures in this year's reports. Nothing is done where no document changed since the aggregates were written.
Status compare_years(const std::filesystem::path& output, State& state, std::vector<KnownDocument>& documents, const std::vector<Profile>& profiles) {
  const auto written = state.aggregates_written();
  if (!written) return written.forward();
  if (!written->empty()) return Done{};
  const auto types = state.record_counts();
  if (!types) return types.forward();
  AcrossReports across;
  for (const bool asking : {true, false}) {
    if (!asking && !across.wants_answers()) break;
    for (const auto& [type, count] : *types) {
      const Status status = state.each_record(type, [&](std::string_view line) {
        asking ? across.ask(line) : across.answer(line);
        return true;
      });
      if (!status) return status;
    }
  }
  std::map<std::string, std::vector<Finding>> by_document;
  for (Finding& finding : across.findings(profiles)) {
    const std::string document = finding.document_id;
    by_document[document].push_back(std::move(finding));
  }
  std::string had;  // lines of earlier findings, for the documents that have none any more
  const Status status = state.each_finding([&](std::string_view line) {
    if (line.find("\"kind\":\"cross_document\"") != std::string_view::npos) had.append(line).push_back('\n');
    return true;
  });
  if (!status) return status;
  for (KnownDocument& document : documents) {
    if (document.state != "ingested") continue;
    const auto found = by_document.find(document.id);
    if (found == by_document.end() && had.find("\"document_id\":\"" + document.id + "\"") == std::string::npos) continue;
    const auto json = read_file(document_path(output, document.id), kLargestOwnFile);
    if (!json) return json.forward();
    const auto compared = with_findings_across(*json, found == by_document.end() ? std::vector<Finding>{} : found->second);
    if (!compared) return compared.forward();
    if (*compared == *json) continue;
    if (Status refiled = refile(output, state, *compared, document); !refiled) return refiled;
  }
  return Done{};
}

}  // namespace

Result<std::vector<KnownDocument>> settle(const std::filesystem::path& output, State& state, const Present& present, const std::vector<Profile>& profiles) {
  auto documents = state.documents();
  if (!documents) return documents.forward();
  const std::vector<KnownDocument> before = *documents;
  const std::vector<std::string> gone = outdated(*documents, present);

  std::map<std::string, std::vector<KnownDocument*>> reports;
  for (KnownDocument& document : *documents) {
    document.state = "ingested";
    document.of.clear();
    document.edition = 1;
    document.supersedes.clear();
    if (const auto found = present.find(document.id); found != present.end()) {
      document.paths = found->second.size() > 1 ? found->second : std::vector<std::string>{};
    }
    if (!document.report.empty()) reports[document.report].push_back(&document);
  }
  for (const auto& [report, members] : reports) {
    const auto groups = groups_of(members, state);
    if (!groups) return groups.forward();
    for (const auto& group : *groups) settle_report(group);
  }
  auto earlier = before.begin();  // sorted by id, as those that are left are
  for (KnownDocument& document : *documents) {
    while (earlier->id != document.id) ++earlier;
    if (Status status = put_standing(output, state, *earlier, document); !status) return status.forward();
  }
  if (Status status = compare_renditions(output, state, *documents, profiles); !status) return status.forward();
  // The file goes first: a kill in between leaves a document without a file, which is forgotten when stock is taken.
  for (const std::string& id : gone) {
    if (Status status = state.aggregates_are_due(); !status) return status.forward();
    std::error_code error;
    std::filesystem::remove(document_path(output, id), error);
    if (Status status = state.forget_document(id); !status) return status.forward();
  }
  if (!gone.empty()) flush_folder(output / "documents");
  if (Status status = compare_years(output, state, *documents, profiles); !status) return status.forward();
  return documents;
}

}  // namespace jangbu
