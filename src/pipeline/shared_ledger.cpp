// Waiting for a server doubles from a fifth of a second to half a minute, as for the broker of a fleet (fleet/reconnect.cpp).
#include "pipeline/shared_ledger.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <thread>

#include "pipeline/collecting.h"
#include "pipeline/ledger_rows.h"
#include "pipeline/settle.h"
#include "records/profile.h"
#include "store/layout.h"
#include "store/postgres.h"
#include "store/sqlite_error.h"

namespace jangbu {
namespace fs = std::filesystem;
namespace {

const fs::path kNoFolder;

// What is put here was told when it was put into the folder.
class OfTrouble : public Observer {
 public:
  explicit OfTrouble(Observer& told) : told_(told) {}
  void log(Level level, const std::string& message) override { told_.log(level, message); }
  int stop_signal() override { return told_.stop_signal(); }

 private:
  Observer& told_;
};

void make_schemas(SqlDatabase& database) {
  for (const std::string schema : {"jangbu", "jangbu_state"}) {
    SqlStatement there(database, "SELECT to_regnamespace(?) IS NOT NULL");
    there.bind(1, schema);
    // Asked first: whoever may use it need not be one who may make it.
    if (there.executeStep() && there.getColumn(0).getInt() == 0) database.exec("CREATE SCHEMA " + schema);
  }
}

}  // namespace

std::string machine_name() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "localhost";
}

SharedLedger::SharedLedger(const LedgerOptions& options, const Judgement& judgement, Observer& observer)
    : options_(options), judgement_(judgement), observer_(observer), name_(shown_ledger(options.url)) {}

SharedLedger::~SharedLedger() = default;

Result<std::unique_ptr<SharedLedger>> SharedLedger::open(const LedgerOptions& options, const std::string& profiles,
                                                         const Judgement& judgement, Observer& observer) {
  std::unique_ptr<SharedLedger> out(new SharedLedger(options, judgement, observer));
  auto loaded = load_profiles(profiles);
  if (!loaded) return loaded.forward();
  out->profiles_ = std::move(*loaded);
  const Status made = guarded<Done>(out->name_, [&] {
    out->database_ = postgres_database(options.url);
    return Done{};
  });
  if (!made) return made.forward();
  if (Status status = out->insist([&] { return out->begin(); }); !status) return status.forward();
  return out;
}

// One process makes what is missing; the others wait for it.
Status SharedLedger::begin() {
  return guarded<Done>(name_, [&]() -> Result<Done> {
    database_->connect();
    SqlTransaction transaction(*database_);
    database_->hold("tables");
    make_schemas(*database_);
    auto ledger = Ledger::over(database_, name_, ledger_types(profiles_));
    if (!ledger) return ledger.forward();
    make_state_tables(*database_);
    transaction.commit();
    state_ = std::make_unique<State>(State::over(database_, name_));
    ledger_ = std::make_unique<Ledger>(std::move(*ledger));
    files_ = std::make_unique<SharedFiles>(database_, name_);
    shelf_.reset(new Shelf{kNoFolder, *state_, *ledger_, judgement_, files_.get(),
                           [this](const Piece& piece) { return whole(piece, false); },
                           [this](const Piece& piece) { return whole(piece, true); }});
    return Done{};
  });
}

// `attempt` again and again while what goes wrong may pass. A server that stayed away too long is not waited for a second time.
Status SharedLedger::insist(const Piece& attempt) {
  using Clock = std::chrono::steady_clock;
  using std::chrono::milliseconds;
  constexpr milliseconds kShortest{200}, kLongest{30'000}, kGlance{100};
  const Clock::time_point begin = Clock::now();
  milliseconds pause = kShortest;
  for (;;) {
    Status status = attempt();
    if (status || status.error().code != ErrorCode::kLedgerUnavailable || given_up_) return status;
    const Clock::time_point patience_ends = begin + std::chrono::seconds(options_.patience);
    for (;;) {
      const Clock::time_point now = Clock::now();
      given_up_ = now >= patience_ends || observer_.stop_signal() != 0;
      if (given_up_) return status;
      observer_.notice(Observer::Level::kWarning, "log.ledger_lost", {{"why", status.error().message}});
      const Clock::time_point until = std::min(now + pause, patience_ends);
      while (Clock::now() < until && observer_.stop_signal() == 0) std::this_thread::sleep_for(kGlance);
      pause = std::min(pause * 2, kLongest);
      const Status connected = guarded<Done>(name_, [&] {
        database_->connect();
        return Done{};
      });
      if (connected) break;
      status = connected;
      if (status.error().code != ErrorCode::kLedgerUnavailable) return status;
    }
  }
}

// A stop between two pieces of settling leaves nothing half done: what is due is settled by whoever comes next.
Status SharedLedger::whole(const Piece& piece, bool alone) {
  if (alone && observer_.stop_signal() != 0)
    return fail(ErrorCode::kInterrupted, name_ + " did not get all: the run was asked to stop", "run again: what is missing is put then");
  return insist([&]() -> Status {
    return guarded<Done>(name_, [&]() -> Result<Done> {
      SqlTransaction transaction(*database_);
      alone ? database_->hold_alone() : database_->hold_beside();
      if (Status status = piece(); !status) return status.forward();
      transaction.commit();
      return Done{};
    });
  });
}

Status SharedLedger::put_folders(const std::vector<fs::path>& folders) {
  OfTrouble observer(observer_);
  IngestSummary told;
  return take_folders(*shelf_, folders, observer, told);
}

Status SharedLedger::put_results(std::vector<FiledResult>& results, const std::string& now) {
  OfTrouble observer(observer_);
  IngestSummary told;
  return take_results(*shelf_, results, now, observer, told);
}

Status SharedLedger::settle() {
  return insist([&] {
    std::vector<Removed> removed;
    return jangbu::settle(*shelf_, profiles_, removed);
  });
}

void fill_shared_ledger(const std::vector<fs::path>& folders, const LedgerOptions& options, const std::string& profiles,
                        const Judgement& judgement, Observer& observer, IngestSummary& summary) {
  summary.ledger = shown_ledger(options.url);
  const auto fill = [&]() -> Status {
    auto ledger = SharedLedger::open(options, profiles, judgement, observer);
    if (!ledger) return ledger.forward();
    if (Status status = (*ledger)->put_folders(folders); !status) return status;
    return (*ledger)->settle();
  };
  if (const Status filled = fill(); !filled) summary.ledger_error = filled.error();
  summary.stop_signal = observer.stop_signal();
}

Status let_in_by(const LedgerOptions& options) {
  if (options.url.empty()) return Done{};
  const Status connected = guarded<Done>(shown_ledger(options.url), [&] {
    postgres_database(options.url)->connect();
    return Done{};
  });
  if (!connected && connected.error().code == ErrorCode::kLedgerRefused) return connected;
  return Done{};
}

}  // namespace jangbu
