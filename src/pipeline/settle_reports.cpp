// Editions and renditions of the reports that are due, and the comparison of renditions with the document that speaks for them.
#include <algorithm>
#include <set>
#include <tuple>

#include "loader/atomic_file.h"
#include "pipeline/renditions.h"
#include "pipeline/settle.h"
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
Result<std::vector<std::vector<KnownDocument*>>> groups_of(std::vector<KnownDocument>& documents, Ledger& ledger) {
  if (documents.size() == 1) return std::vector<std::vector<KnownDocument*>>{{&documents.front()}};
  std::vector<std::vector<Member>> groups;
  for (KnownDocument& document : documents) {
    auto rows = ledger.record_ids(document.id);
    if (!rows) return rows.forward();
    Member mine{&document, std::move(*rows)};
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

// Writes what changed: the file where it says so itself, files of records, the ledger and the state.
Status put(Shelf& shelf, const KnownDocument& before, KnownDocument& now) {
  const auto standing = [](const KnownDocument& d) { return std::tie(d.edition, d.supersedes); };
  const auto known = [](const KnownDocument& d) { return std::tie(d.state, d.of); };
  if (standing(before) == standing(now) && known(before) == known(now)) return Done{};
  if (known(before) != known(now)) {
    // What this document says about other years' reports, and they about it, comes or goes with it.
    const auto years = shelf.ledger.office_years(now.id);
    if (!years) return years.forward();
    std::vector<std::string> names;
    for (const auto& year : *years) names.push_back(office_year_name(year));
    if (Status status = shelf.state.make_due("years", names); !status) return status;
    if (Status status = shelf.state.make_due("findings", {"all"}); !status) return status;
  }
  if (standing(before) == standing(now)) return put_standing(shelf, now);
  auto own = filed(shelf, now.id);
  if (!own) return own.forward();
  own->set_standing({now.edition, now.supersedes}, now.paths);
  return reshelve(shelf, *own, now);
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

// Files are read again only where one of them has changed since they were compared.
Status compare_renditions(Shelf& shelf, std::vector<KnownDocument>& documents, const std::vector<Profile>& profiles) {
  for (KnownDocument& lead : documents) {
    std::vector<const KnownDocument*> others;
    for (const KnownDocument& other : documents) {
      if (other.state == "rendition" && other.of == lead.id) others.push_back(&other);
    }
    std::string comparison = comparison_of(lead, others);
    if (comparison == lead.compared) continue;
    auto mine = filed(shelf, lead.id);
    if (!mine) return mine.forward();
    std::vector<FiledDocument> theirs;
    for (const KnownDocument* other : others) {
      auto one = filed(shelf, other->id);
      if (!one) return one.forward();
      theirs.push_back(std::move(*one));
    }
    const std::string before = mine->json();
    if (Status status = find_rendition_differences(*mine, theirs, profiles, shelf.judgement); !status) return status;
    lead.compared = std::move(comparison);
    if (mine->json() == before) {
      if (Status status = shelf.state.put_standing(lead, shelf.ledger.sequence()); !status) return status;
      continue;
    }
    if (Status status = shelf.state.make_due("findings", {"all"}); !status) return status;
    if (Status status = reshelve(shelf, *mine, lead); !status) return status;
  }
  return Done{};
}

}  // namespace

Status settle_reports(Shelf& shelf, const std::vector<Profile>& profiles) {
  const auto due = shelf.state.due("report");
  if (!due) return due.forward();
  for (const std::string& report : *due) {
    std::vector<KnownDocument> documents;
    if (report.starts_with(kAlone)) {
      auto alone = shelf.state.document(report.substr(kAlone.size()));
      if (!alone) return alone.forward();
      if (*alone && (*alone)->report.empty()) documents.push_back(std::move(**alone));
    } else {
      auto found = shelf.state.documents_of_report(report);
      if (!found) return found.forward();
      documents = std::move(*found);
    }
    const std::vector<KnownDocument> before = documents;
    for (KnownDocument& document : documents) {
      document.state = "ingested";
      document.of.clear();
      document.edition = 1;
      document.supersedes.clear();
    }
    if (!documents.empty()) {
      const auto groups = groups_of(documents, shelf.ledger);
      if (!groups) return groups.forward();
      for (const auto& group : *groups) settle_report(group);
    }
    for (std::size_t i = 0; i < documents.size(); ++i) {
      if (Status status = put(shelf, before[i], documents[i]); !status) return status;
    }
    if (Status status = compare_renditions(shelf, documents, profiles); !status) return status;
    if (Status status = shelf.state.settled("report", report); !status) return status;
  }
  return Done{};
}

}  // namespace jangbu
