// Findings are judged where they are filed; here those that were filed under another judgement are judged again. The state forgets the
// judgement before that begins and notes the new one at the end: after a kill half way, the next run finds none and does all of it.
#include "pipeline/settle.h"

namespace jangbu {
namespace {

constexpr const char* kNote = "judgement";
constexpr const char* kUnderWay = "under way";

// Differs from the note of a state that knows nothing: what stands in the folder then may have been judged by anything.
std::string noted(const Judgement& judgement) { return "by " + judgement.digest(); }

}  // namespace

// Documents that the new or the old judgement speaks of are looked up in the ledger; the others keep their files.
Status settle_judgement(Shelf& shelf) {
  const auto last = shelf.state.note(kNote);
  if (!last) return last.forward();
  if (*last == noted(shelf.judgement)) return Done{};
  if (Status status = shelf.state.put_note(kNote, kUnderWay); !status) return status;
  // Kinds whose severity the judgement changes.
  std::vector<std::string> kinds;
  for (const auto& [kind, severity] : shelf.judgement.severities()) kinds.emplace_back(finding_kind_name(kind));
  const auto documents = shelf.ledger.documents_to_judge(shelf.judgement.findings(), kinds);
  if (!documents) return documents.forward();
  for (const std::string& id : *documents) {
    auto known = shelf.state.document(id);
    if (!known) return known.forward();
    if (!*known) continue;
    auto own = filed(shelf, id);
    if (!own) return own.forward();
    const std::string before = own->json();
    if (Status status = own->judge_findings([&](Finding& finding) { shelf.judgement.judge(finding); }); !status) return status;
    // Most files say the same under the new judgement.
    if (own->json() == before) continue;
    if (Status status = shelf.state.make_due("findings", {"all"}); !status) return status;
    if (Status status = reshelve(shelf, *own, **known); !status) return status;
  }
  return Done{};
}

// Noted when the run has ended whole: from here on the judgement stands everywhere.
Status judged_all(Shelf& shelf) { return shelf.state.put_note(kNote, noted(shelf.judgement)); }

}  // namespace jangbu
