// From elsewhere onto the shelf: the only hard case is bytes that came under several names, of which one names the document.
//
//   여기 b.pdf → D2        then a.pdf with the same bytes, D1        D1 is put, the input b.pdf points to D1
//   여기 a.pdf → D1        then b.pdf with the same bytes, D2        D2 is not put, the caller has b.pdf point to D1
#include "pipeline/taking_in.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace jangbu {
namespace {

Status forget_company(FiledDocument& filed) {
  for (const FindingKind kind : {FindingKind::kCrossDocument, FindingKind::kCrossRendition}) {
    if (Status status = filed.replace_findings(kind, {}); !status) return status;
  }
  filed.set_standing({1, ""}, {});
  return Done{};
}

// Of those with these bytes that still have the path that named them.
Result<std::optional<KnownDocument>> first_of(Shelf& shelf, const std::string& sha256) {
  const auto same_bytes = shelf.state.documents_with_hash(sha256);
  if (!same_bytes) return same_bytes.forward();
  std::optional<KnownDocument> first;
  for (const KnownDocument& one : *same_bytes) {
    const auto paths = shelf.state.paths_of(one.id);
    if (!paths) return paths.forward();
    if (std::find(paths->begin(), paths->end(), one.path) == paths->end()) continue;
    if (!first || std::tie(one.path, one.id) < std::tie(first->path, first->id)) first = one;
  }
  return first;
}

}  // namespace

Result<std::string> take_in(Shelf& shelf, FiledDocument& filed) {
  KnownDocument known = known_from(filed);
  if (Status status = shelf.state.hold_bytes(known.sha256); !status) return status.forward();
  const auto first = first_of(shelf, known.sha256);
  if (!first) return first.forward();
  if (*first && std::tie((*first)->path, (*first)->id) < std::tie(known.path, known.id)) return (*first)->id;
  if (Status status = forget_company(filed); !status) return status.forward();
  const auto before = shelf.state.document(known.id);
  if (!before) return before.forward();
  if (*before) known.record_files = (*before)->record_files;  // files of types that it has no more are removed
  known.edition = 1;
  known.supersedes.clear();
  known.paths.clear();
  if (Status status = shelve(shelf, filed, known); !status) return status.forward();
  const auto theirs = shelf.state.inputs_with_hash(known.sha256);
  if (!theirs) return theirs.forward();
  for (KnownInput input : *theirs) {
    if (input.document.empty() || input.document == known.id) continue;
    input.document = known.id;
    if (Status status = put_input(shelf, input); !status) return status.forward();
  }
  return known.id;
}

Outcome taken_outcome(const KnownDocument& known, const std::string& id) {
  Outcome outcome;
  outcome.path = known.path;
  outcome.sha256 = known.sha256;
  outcome.state = id == known.id ? "ingested" : "duplicate";
  if (id != known.id) outcome.of = id;
  outcome.why = "collected";
  outcome.document_id = id;
  outcome.records = known.records;
  outcome.findings = known.findings;
  return outcome;
}

}  // namespace jangbu
