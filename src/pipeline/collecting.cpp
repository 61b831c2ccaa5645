// What is taken in is settled and written as what was read here: collecting.h has the order, and why a kill at any step loses nothing is
// told where each step stands (stock.cpp, settle.h, writing.h).
#include "pipeline/collecting.h"

#include "loader/output_folder.h"
#include "pipeline/ledger_rows.h"
#include "pipeline/open_output.h"
#include "pipeline/settle.h"
#include "pipeline/writing.h"

namespace jangbu {

Result<IngestSummary> collecting(const CollectingOptions& options, Observer& observer,
                                 const std::function<Status(Shelf&, IngestSummary&)>& take) {
  const auto profiles = load_profiles(options.profiles);
  if (!profiles) return profiles.forward();
  if (Status status = prepare_output(options.output); !status) return status.forward();
  const auto lock = hold(options.output, options.now, options.wait, observer);
  if (!lock) return lock.forward();
  return with_output(options.output, ledger_types(*profiles), observer,
                     [&](State& state, Ledger& ledger, bool ledger_is_new) -> Result<IngestSummary> {
                       const Judgement judgement;
                       Shelf shelf{options.output, state, ledger, judgement};
                       if (Status status = take_stock(shelf, ledger_is_new); !status) return status.forward();
                       IngestSummary summary;
                       if (Status status = take(shelf, summary); !status) return status.forward();
                       if (Status status = settle(shelf, *profiles, summary.removed); !status) return status.forward();
                       summary.inputs = summary.unchanged + summary.outcomes.size();
                       if (Status status = conclude(summary, state); !status) return status.forward();
                       if (Status status = write_gathered(shelf, *profiles, summary); !status) return status.forward();
                       if (Status status = write_failures(shelf); !status) return status.forward();
                       if (Status status = write_run(options.output, summary); !status) return status.forward();
                       if (Status status = stock_taken(shelf); !status) return status.forward();
                       return summary;
                     });
}

}  // namespace jangbu
