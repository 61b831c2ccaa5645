// Options → profiles, corrections and the key of what they decide; and, when all is read, what became of the corrections.
// An output folder remembers its folder of corrections, so that a later run replays them without being told. The state keeps the name;
// run.json tells it where the state was lost.
#include "pipeline/preparation.h"

#include <algorithm>
#include <set>
#include <utility>

#include "jangbu/version.h"
#include "loader/output_folder.h"
#include "model/build.h"
#include "pipeline/corrections_report.h"
#include "pipeline/plan.h"
#include "pipeline/writing.h"

namespace jangbu {
namespace fs = std::filesystem;
namespace {

// The folder of corrections that belongs to this output: the one that was given, else the one that an earlier run was given. run.json tells
// it where the state was lost.
Result<fs::path> corrections_of(const IngestOptions& options, State& state) {
  std::error_code error;
  if (!options.corrections.empty()) {
    // Noted as an absolute path: the next run may start from another folder.
    const fs::path absolute = fs::absolute(options.corrections, error).lexically_normal();
    return error ? options.corrections : absolute;
  }
  const auto noted = state.note(kCorrectionsFolder);
  if (!noted) return noted.forward();
  return fs::path(noted->empty() ? corrections_folder_of_run(options.output) : *noted);
}

}  // namespace

// `Making` holds what decides whether a document must be read again: the tool with its sources, limits and profiles.
Result<Preparation> prepare(const IngestOptions& options) {
  auto profile_files = options.profiles.empty() ? Result(built_in_profiles()) : profiles_in(options.profiles);
  if (!profile_files) return profile_files.forward();
  auto profiles = parse_profiles(*profile_files);
  if (!profiles) return profiles.forward();
  const std::string digest = profiles_digest(*profile_files);
  Preparation out{std::move(*profile_files),
                  {std::move(*profiles), {}, options.limits, options.password},  // words are for readers
                  std::nullopt,
                  {},
                  {std::string(version()) + " " + std::string(source_digest()), limits_key(options.limits), digest, ""}};
  return out;
}

Result<fs::path> take_corrections(const IngestOptions& options, State& state, Preparation& out, Observer& observer) {
  auto path = corrections_of(options, state);
  if (!path || path->empty()) return path;
  if (options.no_corrections) return path;
  auto folder = read_corrections_folder(*path, options.limits);
  if (!folder) {
    Error error = folder.error();
    if (options.corrections.empty())
      error.advice =
          "this output was made with these corrections: tell where they are now with --corrections, or leave them out with "
          "--no-corrections";
    return Unexpected{std::move(error)};
  }
  for (const CorrectionProblem& problem : folder->problems) observer.log(Observer::Level::kInfo, "corrections: " + describe(problem.error));
  for (const std::string& other : folder->passed_over) {
    observer.notice(Observer::Level::kWarning, "log.correction_file_not_json", {{"path", other}});
  }
  // Nothing is read otherwise because a finding is accepted.
  std::vector<Correction> replayed = folder->set.all();
  std::erase_if(replayed, [](const Correction& one) { return one.target == Correction::Target::kFinding; });
  out.tools.corrections = CorrectionSet(std::move(replayed));
  out.judgement = Judgement(folder->set.all(), folder->severities);
  out.corrections = std::move(*folder);
  return path;
}

// Of documents that corrections are meant for: what their own files say of them. Only where a folder of corrections was given.
Status tell_corrections(Shelf& shelf, const CorrectionsFolder* folder, IngestSummary& summary) {
  if (!folder) return write_corrections(shelf.output, nullptr);
  const auto corrected = shelf.ledger.corrected();
  if (!corrected) return corrected.forward();
  std::vector<CorrectedDocument> documents;
  const auto accepted = shelf.ledger.accepted();
  if (!accepted) return accepted.forward();
  std::vector<AcceptedFinding> findings;
  for (const Ledger::Accepted& one : *accepted) findings.push_back({one.finding, one.document, one.state, one.of});
  for (const Ledger::Corrected& one : *corrected) documents.push_back({one.id, one.state, one.of, one.outcomes});
  std::set<std::string> known;
  for (const Correction& correction : folder->set.all()) {
    if (correction.document.empty() || known.contains(correction.document)) continue;
    const auto has = shelf.ledger.has_document(correction.document);
    if (!has) return has.forward();
    if (*has) known.insert(correction.document);
  }
  // What is left is there and was not touched by any correction: the report can tell it from a document that does not exist.
  for (const CorrectedDocument& one : documents) known.erase(one.id);
  for (const std::string& id : known) documents.push_back({id, DocumentState::kIngested, {}, {}});
  std::sort(documents.begin(), documents.end(), [](const CorrectedDocument& a, const CorrectedDocument& b) { return a.id < b.id; });
  CorrectionsReport report = report_corrections(*folder, documents, findings);
  summary.corrections = std::move(report.standings);
  return write_corrections(shelf.output, &report.lines);
}

}  // namespace jangbu
