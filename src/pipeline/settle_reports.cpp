// Editions and renditions of the reports that are due, and the comparison of renditions with the document that speaks for them.
//
//   보고.hwp, 보고(수정).hwp      one format: editions 1 and 2, the first superseded
//   보고.hwp, 보고.pdf            two formats: the HWP speaks, the PDF is its rendition and is compared with it
//   보고.pdf of two departments   one key, other rows: two groups, both speak
#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "loader/atomic_file.h"
#include "pipeline/renditions.h"
#include "pipeline/settle.h"
#include "text/file_name.h"
#include "text/hash.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

// Formats that keep tables as such come before those that only draw them.
int rank_of_format(const std::string& format) {
  static constexpr const char* kBestFirst[] = {"hwpx", "hwp", "hwpml", "hwp3", "pdf", "text"};
  int rank = 0;
  for (const char* name : kBestFirst) {
    if (format == name) return rank;
    ++rank;
  }
  return rank;
}

// A document, its record ids, sorted, and where it stands.
struct Member {
  KnownDocument* document;
  std::vector<std::string> rows;
  std::vector<State::Place> places = {};
  FileNameSays name = {};  // of the name that was meant to come latest
};

// Two files of one organization, kind and date may still be two reports (of two departments whose names the cover leaves out).
// They are taken for one only if a fair part of their rows, by record id, are the same rows.
constexpr double kSharedRows = 0.3;

// Without rows nothing speaks against it.
bool same_rows(const Member& a, const Member& b) {
  if (a.rows.empty() || b.rows.empty()) return true;
  std::vector<std::string> shared;
  std::set_intersection(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(), std::back_inserter(shared));
  return static_cast<double>(shared.size()) >= kSharedRows * static_cast<double>(std::min(a.rows.size(), b.rows.size()));
}

// What the names say under which the bytes stand: a file that has other names beside one that is no copy's is no copy.
FileNameSays name_of(const KnownDocument& document, const std::vector<State::Place>& places) {
  std::optional<FileNameSays> best;
  const auto consider = [&](const std::string& path) {
    FileNameSays says = file_name_says(to_nfc(stem_of_path(path)));
    if (!best || std::pair(!best->copy, best->order()) < std::pair(!says.copy, says.order())) best = std::move(says);
  };
  for (const State::Place& place : places) consider(place.shown);
  if (!best) consider(document.path);
  return *best;
}

// The order in which people mean editions: what stands at a path now is later than whatever stood there before; then the file's own date,
// where all of them tell it; then words in the name; then the order of names. Copies come before what they were copied from. Those that
// stand nowhere any more keep the order that they had.
void sort_editions(std::vector<Member*>& editions) {
  const bool dated = std::all_of(editions.begin(), editions.end(),
                                 [](const Member* one) { return one->document->past || one->name.copy || !one->document->dated.empty(); });
  const auto place = [](const Member* one) { return one->places.empty() ? std::string() : one->places.front().location; };
  // From the earliest to the latest.
  std::sort(editions.begin(), editions.end(), [&](const Member* x, const Member* y) {
    const KnownDocument &a = *x->document, &b = *y->document;
    if (a.past != b.past) return a.past;
    if (a.past) return std::tie(a.edition, a.dated, a.path, a.id) < std::tie(b.edition, b.dated, b.path, b.id);
    if (x->name.copy != y->name.copy) return x->name.copy;
    if (dated && a.dated != b.dated) return a.dated < b.dated;
    if (x->name.order() != y->name.order()) return x->name.order() < y->name.order();
    return std::tuple(a.path, place(x), a.id) < std::tuple(b.path, place(y), b.id);
  });
}

// Editions within each format, then the best format of the latest ones.
void settle_report(std::vector<Member>& members) {
  std::map<std::string, std::vector<Member*>> formats;
  for (Member& member : members) formats[member.document->format].push_back(&member);
  std::vector<Member*> latest;
  for (auto& [format, editions] : formats) {
    sort_editions(editions);
    for (std::size_t i = 0; i < editions.size(); ++i) {
      KnownDocument& edition = *editions[i]->document;
      edition.edition = static_cast<int>(i) + 1;
      edition.supersedes = i > 0 ? editions[i - 1]->document->id : std::string();
      edition.state = i + 1 < editions.size() ? DocumentState::kSuperseded : DocumentState::kIngested;
      edition.of = i + 1 < editions.size() ? editions.back()->document->id : std::string();
    }
    // The last edition of each format stands for it.
    latest.push_back(editions.back());
  }
  // What stands nowhere any more speaks only where nothing else does.
  std::sort(latest.begin(), latest.end(), [](const Member* a, const Member* b) {
    return std::pair(a->document->past, rank_of_format(a->document->format)) <
           std::pair(b->document->past, rank_of_format(b->document->format));
  });
  for (std::size_t i = 1; i < latest.size(); ++i) {
    latest[i]->document->state = latest[i]->document->past ? DocumentState::kSuperseded : DocumentState::kRendition;
    latest[i]->document->of = latest.front()->document->id;
  }
}

// The group of the document that took this one's place, whatever its rows are.
std::vector<std::vector<Member>>::iterator group_of_successor(const KnownDocument& past, std::vector<std::vector<Member>>& groups) {
  const auto with = [&](const auto& is_it) {
    return std::find_if(groups.begin(), groups.end(),
                        [&](const auto& members) { return std::any_of(members.begin(), members.end(), is_it); });
  };
  // Surest first: what stands at its path now, then what says that it supersedes it, then any that stands at all.
  const auto at_its_path = with([&](const Member& one) {
    return std::any_of(one.places.begin(), one.places.end(), [&](const auto& place) { return place.shown == past.path; });
  });
  if (at_its_path != groups.end()) return at_its_path;
  const auto named = with([&](const Member& one) { return one.document->supersedes == past.id; });
  if (named != groups.end()) return named;
  return with([](const Member& one) { return !one.places.empty(); });
}

// The files that carry one report, in groups. Only where there are several are their rows looked at.
Result<std::vector<std::vector<Member>>> groups_of(std::vector<KnownDocument>& documents, Shelf& shelf) {
  std::vector<std::vector<Member>> groups;
  // Nearly every report is one file: nothing is asked of the ledger for it.
  if (documents.size() == 1) {
    groups.push_back({{&documents.front(), {}}});
    return groups;
  }
  std::vector<Member> past;
  for (KnownDocument& document : documents) {
    auto rows = shelf.ledger.record_ids(document.id);
    if (!rows) return rows.forward();
    auto places = shelf.state.places_of(document.id);
    if (!places) return places.forward();
    FileNameSays name = name_of(document, *places);
    Member mine{&document, std::move(*rows), std::move(*places), std::move(name)};
    // Members that stand nowhere come last, as their group follows from those that do.
    if (document.past) {
      past.push_back(std::move(mine));
      continue;
    }
    const auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& members) {
      return std::any_of(members.begin(), members.end(), [&](const Member& member) { return same_rows(member, mine); });
    });
    (group == groups.end() ? groups.emplace_back() : *group).push_back(std::move(mine));
  }
  for (Member& one : past) {
    const auto group = group_of_successor(*one.document, groups);
    (group == groups.end() ? groups.emplace_back() : *group).push_back(std::move(one));
  }
  return groups;
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
  return put_standing(shelf, now, standing(before) != standing(now));
}

// All that the comparison of these documents depends on.
// Paths and makings, no content: if none of them changed, neither did the files.
std::string comparison_of(const KnownDocument& lead, const std::vector<const KnownDocument*>& renditions) {
  if (renditions.empty()) return {};
  std::string key;
  const auto add = [&](const KnownDocument& d) {
    for (const std::string* part : {&d.id, &d.path, &d.made.tool, &d.made.limits, &d.made.profiles, &d.made.corrections})
      key += *part + "\x1f";
    key += "\x1e";
  };
  add(lead);
  for (const KnownDocument* rendition : renditions) add(*rendition);
  return sha256_hex(key);
}

// Whether the lead has the findings of its comparison with these, as the ledger tells: it has none, and they hold the same figures.
Result<bool> agrees(Shelf& shelf, const KnownDocument& lead, const std::vector<const KnownDocument*>& renditions) {
  const auto had = shelf.ledger.finding_lines(lead.id, std::string(finding_kind_name(FindingKind::kCrossRendition)));
  if (!had) return had.forward();
  if (!had->empty()) return false;
  for (const KnownDocument* rendition : renditions) {
    const auto same = shelf.ledger.same_figures(lead.id, rendition->id);
    if (!same || !*same) return same;
  }
  return true;
}

// Asked only where one of them has changed since they were compared; files are read again only where something is to be told.
Status compare_renditions(Shelf& shelf, std::vector<KnownDocument>& documents, const std::vector<Profile>& profiles) {
  for (KnownDocument& lead : documents) {
    std::vector<const KnownDocument*> others;
    for (const KnownDocument& other : documents) {
      if (other.state == DocumentState::kRendition && other.of == lead.id) others.push_back(&other);
    }
    std::string comparison = comparison_of(lead, others);
    if (comparison == lead.compared) continue;
    lead.compared = std::move(comparison);
    const auto agree = agrees(shelf, lead, others);
    if (!agree) return agree.forward();
    if (*agree) {
      if (Status status = shelf.state.put_standing(lead, shelf.ledger.sequence()); !status) return status;
      continue;
    }
    auto mine = filed(shelf, lead.id);
    if (!mine) return mine.forward();
    std::vector<FiledDocument> theirs;
    for (const KnownDocument* other : others) {
      auto one = filed(shelf, other->id);
      if (!one) return one.forward();
      theirs.push_back(std::move(*one));
    }
    const std::vector<std::string> before = mine->finding_lines();
    if (Status status = find_rendition_differences(*mine, theirs, profiles, shelf.judgement); !status) return status;
    if (mine->finding_lines() == before) {
      if (Status status = shelf.state.put_standing(lead, shelf.ledger.sequence()); !status) return status;
      continue;
    }
    if (Status status = shelf.state.make_due("findings", {"all"}); !status) return status;
    if (Status status = reshelve(shelf, *mine, lead); !status) return status;
  }
  return Done{};
}

// A report that is due is settled whole: editions, renditions, then the comparison of those that changed.
Status settle_due_report(Shelf& shelf, const std::vector<Profile>& profiles, const std::string& report) {
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
  if (!documents.empty()) {
    auto groups = groups_of(documents, shelf);
    if (!groups) return groups.forward();
    for (auto& group : *groups) settle_report(group);
  }
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (Status status = put(shelf, before[i], documents[i]); !status) return status;
  }
  if (Status status = compare_renditions(shelf, documents, profiles); !status) return status;
  return shelf.state.settled("report", report);
}

}  // namespace

Status settle_reports(Shelf& shelf, const std::vector<Profile>& profiles) {
  return settle_each(shelf, "report", [&](const std::string& report) { return settle_due_report(shelf, profiles, report); });
}

}  // namespace jangbu
