// `jangbu review`: the folder and its profiles are checked, the server is started with secrets of this run, and the folder is watched for
// changes. Looking is cheap (two stamps and one number), so it is done by the clock, and works on every file system.
#include "jangbu/review.h"

#include <thread>

#include "model/file_stamp.h"
#include "reading/reader_pool.h"
#include "review/server.h"

namespace jangbu {
namespace {

// 192 bits: nobody guesses them.
constexpr std::size_t kSecretBytes = 24;
constexpr auto kLook = std::chrono::milliseconds(400);

// What tells that a folder changed: the ledger's own count, and the files that a run writes at its end.
struct Seen {
  std::int64_t sequence = 0;
  std::optional<FileStamp> run, corrections;
  bool operator==(const Seen&) const = default;
};

// A ledger that cannot be opened counts as 0: a run may be making it anew.
Seen seen_in(const std::filesystem::path& output, OpenLedgers& ledgers) {
  Seen out;
  out.run = stamp_of(output / "run.json");
  out.corrections = stamp_of(output / "corrections.ndjson");
  if (auto ledger = ledgers.take()) {
    if (const auto sequence = (*ledger)->sequence()) out.sequence = *sequence;
  }
  return out;
}

// For pictures only; documents that are corrected are read by the ingest itself.
std::unique_ptr<DocumentReader> reader_for(const IngestOptions& options, std::vector<ProfileFile> profiles, Observer& observer) {
  ReadingOptions reading{options.limits, options.password, std::move(profiles), {}, options.sandbox};
  if (options.reader.empty()) return reader_in_process(std::move(reading));
  PoolOptions pool;
  pool.program = options.reader;
  pool.ready = options.ready_reader;
  pool.log = [&](const std::string& words) { observer.log(Observer::Level::kDebug, words); };
  return reader_in_children(std::move(reading), std::move(pool));
}

}  // namespace

// Fails before the address is told, or not at all until it is stopped.
Status review(const ReviewOptions& options, Observer& observer, const std::function<void(const std::string&)>& opened) {
  if (const auto ledger = LedgerAsking::open(options.ingest.output); !ledger) return ledger.forward();
  std::error_code error;
  if (!options.ingest.corrections.empty() && !std::filesystem::is_directory(options.ingest.corrections, error)) {
    return fail(ErrorCode::kPathMissing, "the corrections folder " + options.ingest.corrections.string() + " does not exist",
                "make it: mkdir " + options.ingest.corrections.string());
  }
  auto files = options.ingest.profiles.empty() ? Result(built_in_profiles()) : profiles_in(options.ingest.profiles);
  if (!files) return files.forward();
  auto profiles = parse_profiles(*files);
  if (!profiles) return profiles.forward();

  IngestOptions base = options.ingest;
  base.ready_reader = nullptr;  // taken by the reader that draws
  Desk desk(base, options.clock, std::move(*profiles), reader_for(options.ingest, std::move(*files), observer));
  Changes changes;
  ReviewServer server(desk, changes);
  const auto port = server.bind(options.port);
  if (!port) return port.forward();
  const Gate gate(random_hex(kSecretBytes), random_hex(kSecretBytes), *port);
  server.start(gate);
  opened(gate.first_address());
  OpenLedgers ledgers(options.ingest.output);
  Seen seen = seen_in(options.ingest.output, ledgers);
  while (observer.stop_signal() == 0) {
    std::this_thread::sleep_for(kLook);
    if (Seen now = seen_in(options.ingest.output, ledgers); !(now == seen)) {
      seen = std::move(now);
      changes.happened();
    }
  }
  server.stop();
  return Done{};
}

}  // namespace jangbu
