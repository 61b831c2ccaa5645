// Documents read again: an ingest of the folder that they came from, with every other file left out, so that editions, renditions and the
// gathered files are settled in the usual way.
#include "review/rerun.h"

#include <atomic>
#include <chrono>
#include <csignal>
#include <map>
#include <set>

namespace jangbu {
namespace {

// Waits for another process only so long.
// An observer that gives up waiting for the folder after kPatience: a person sits in front of the page.
class Patient : public Observer {
 public:
  void waiting(const std::string&) override {
    if (!since_) since_ = std::chrono::steady_clock::now();
  }
  void started(std::size_t) override { since_.reset(); }
  // The signal is a pretext: any number that is not 0 ends the waiting.
  int stop_signal() override {
    constexpr auto kPatience = std::chrono::seconds(20);
    return since_ && std::chrono::steady_clock::now() - *since_ > kPatience ? SIGALRM : 0;
  }

 private:
  std::optional<std::chrono::steady_clock::time_point> since_;
};

// The folder that was given when the file was read: its path without what was shown of it. So it is shown as before.
std::string root_of(const KnownSource& source) {
  const std::string tail = "/" + source.shown;
  return source.shown.find('/') != std::string::npos && source.location.ends_with(tail)
             ? source.location.substr(0, source.location.size() - tail.size())
             : source.location;
}

std::map<std::string, const Json*> by_id(const Json& findings) {
  std::map<std::string, const Json*> out;
  for (const Json& finding : findings) {
    if (finding.contains("finding_id") && finding["finding_id"].is_string()) out[finding["finding_id"].get<std::string>()] = &finding;
  }
  return out;
}

}  // namespace

// The path that named the document first, then any other under which its bytes stand.
Result<KnownSource> source_of_document(LedgerAsking& ledger, const std::string& document) {
  KnownSource out;
  const Status asked = ledger.ask(
      "SELECT CAST(i.location AS TEXT), i.path, i.sha256 FROM _input i JOIN _document d ON d.document_id = i.document_id WHERE "
      "i.document_id = ? AND i.code IS NULL"
      " ORDER BY i.path <> d.path, i.path LIMIT 1",
      {document}, [&](const auto&, const std::vector<LedgerCell>& cells) {
        const auto text = [&](std::size_t i) {
          return std::holds_alternative<std::string>(cells[i]) ? std::get<std::string>(cells[i]) : std::string();
        };
        out = {text(0), text(1), text(2)};
        return false;
      });
  if (!asked) return asked.forward();
  if (out.location.empty())
    return fail(ErrorCode::kPathMissing, "where the document was read from is not known", "run 'jangbu ingest' over its folder");
  return out;
}

// Each folder is given as it was when the files were first read, so that documents keep their paths and names: a run for each folder.
Status read_again(const IngestOptions& base, const std::vector<KnownSource>& sources) {
  std::map<std::string, std::set<std::string>> roots;
  for (const KnownSource& source : sources) {
    std::error_code error;
    if (!std::filesystem::exists(source.location, error))
      return fail(ErrorCode::kPathMissing, "the source file is not where it was read from",
                  "put it back, or read it again with 'jangbu ingest'");
    roots[root_of(source)].insert(source.location);
  }
  for (const auto& [root, files] : roots) {
    IngestOptions options = base;
    options.inputs = {root};
    options.changed = files;
    options.leave_out = [&wanted = files](const std::string& location) { return !wanted.contains(location); };
    options.jobs = 1;
    options.wait = true;
    Patient observer;
    const auto summary = ingest(options, observer);
    if (!summary) return summary.forward();
    for (const Outcome& outcome : summary->outcomes) {
      if (outcome.error) return Unexpected{*outcome.error};
    }
  }
  return Done{};
}

// An accepted finding counts as gone, one whose acceptance was taken back as new: that is what the person has just done.
Json findings_between(const Json& before, const Json& after) {
  const auto old = by_id(before), now = by_id(after);
  Json gone = Json::array(), fresh = Json::array();
  for (const auto& [id, finding] : old) {
    const auto found = now.find(id);
    if (found == now.end())
      gone.push_back(*finding);
    else if (!finding->contains("accepted") && found->second->contains("accepted"))
      gone.push_back(*found->second);
  }
  for (const auto& [id, finding] : now) {
    const auto found = old.find(id);
    if (found == old.end() || (found->second->contains("accepted") && !finding->contains("accepted"))) fresh.push_back(*finding);
  }
  return {{"gone", std::move(gone)}, {"new", std::move(fresh)}};
}

}  // namespace jangbu
