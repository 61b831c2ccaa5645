// The folder is held, the state opened, the ledger made to fit it, and the work is done; after damage to the state, once more with new
// ones. A state without the note "ledger" has never seen this ledger, so the ledger is thrown away and filled again from documents/.
//
//   state     ledger           work begins with
//   as ever   as ever          both
//   new       removed          a new ledger, filled from documents/
//   damaged   removed          both new, the damaged state set aside
#include "pipeline/open_output.h"

#include "loader/output_folder.h"

namespace jangbu {
namespace fs = std::filesystem;
namespace {

// State, then ledger: whether the ledger can be trusted is known by the state.
Result<IngestSummary> once(const fs::path& output, const std::vector<LedgerType>& types, Observer& observer, const OutputWork& work) {
  auto opened = State::open(output / kOwnFolder);
  if (!opened) return opened.forward();
  if (!opened->warning.empty()) observer.log(Observer::Level::kWarning, opened->warning);
  const auto sequence = opened->state.note("ledger");
  if (sequence && sequence->empty()) remove_ledger(output);
  auto ledger = Ledger::open(output / kLedgerFile, types);
  if (!ledger) return ledger.forward();
  if (!ledger->warning.empty()) observer.log(Observer::Level::kWarning, ledger->warning);
  return work(opened->state, ledger->ledger, ledger->is_new);
}

}  // namespace

// The call back is asked again and again while another process holds the folder; false gives up.
Result<FolderLock> hold(const fs::path& output, const std::string& now, bool wait, Observer& observer) {
  return FolderLock::take(output / kOwnFolder, now, [&](const std::string& holder) {
    if (!wait || observer.stop_signal() != 0) return false;
    observer.waiting(holder);
    return true;
  });
}

// `work` may run twice: it must begin from what the state says, and both are new then.
Result<IngestSummary> with_output(const fs::path& output, const std::vector<LedgerType>& types, Observer& observer,
                                  const OutputWork& work) {
  auto summary = once(output, types, observer, work);
  // Only damage is worth a second try: every other error would come again.
  if (summary || summary.error().code != ErrorCode::kStateDamaged) return summary;
  observer.notice(Observer::Level::kWarning, "log.state_made_anew", {{"why", summary.error().message}});
  if (Status status = State::set_aside(output / kOwnFolder); !status) return status.forward();
  remove_ledger(output);
  return once(output, types, observer, work);
}

}  // namespace jangbu
