// The loop of `jangbu watch`: look, wait until files have come to rest, ingest what has, and sleep until something may be due.
// Files come to rest one by one: a batch takes those that have, and leaves the others out. Profiles and corrections are watched like
// inboxes, as a change of them may touch every document. Hard cases: an inbox that vanishes (an unmounted share must not look like deleted
// reports), an output that fails for a while, and folders that cannot be heard. Each is a state that run.json tells, with growing pauses
// between tries.
//
//   states told in run.json:  watching │ inbox_missing │ output_failing │ stopped
#include "jangbu/watch.h"

#include <algorithm>
#include <optional>

#include "pipeline/input_names.h"
#include "pipeline/inputs.h"
#include "pipeline/writing.h"
#include "watch/notices.h"
#include "watch/settling.h"

namespace jangbu {
namespace fs = std::filesystem;
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds kPollUnheard{10'000};  // how often to look where changes cannot be heard
constexpr milliseconds kLookAnyway{60'000};   // and where they can: a mount over a folder makes no sound
constexpr milliseconds kShortestPause{200};   // between two looks, however much happens
constexpr milliseconds kSlice{500};           // a signal that comes just before a wait is noticed after this
constexpr milliseconds kFirstBackOff{1'000}, kLongestBackOff{60'000};

// inbox_ and own_ are the files of others and of jangbu itself.
class Watch {
 public:
  Watch(const WatchOptions& options, Observer& observer)
      : options_(options), observer_(observer), inbox_(options.settle), own_(options.settle) {}

  // Each round: is the inbox there, listen, look, a batch if it is due, sleep.
  Result<IngestSummary> run() {
    while (!stopping()) {
      if (const std::optional<std::string> missing = missing_inbox()) {
        if (options_.once) return fail(ErrorCode::kPathMissing, *missing + " is not there", "check the path");
        status_.missing = *missing;
        be("inbox_missing", *missing + " is not there");
        listening_ = false;
        back_off();
        continue;
      }
      listen();
      look();
      if (is_due()) {
        if (Status status = batch(); !status) return status.forward();
        if (options_.once && ran_ && inbox_.arriving() + own_.arriving() == 0) break;
      } else if (status_.state != "output_failing") {
        be("watching", "");
      }
      pause();
    }
    last_.stop_signal = observer_.stop_signal();
    be("stopped", "");
    return last_;
  }

 private:
  bool stopping() { return observer_.stop_signal() != 0; }

  // Asked in every round: a share may be unmounted at any time.
  std::optional<std::string> missing_inbox() const {
    for (const fs::path& path : options_.ingest.inputs) {
      std::error_code error;
      if (!fs::exists(path, error)) return path.string();
    }
    return std::nullopt;
  }

  // Folders with jangbu's own files, whose changes may touch every document.
  std::vector<fs::path> own_folders() const {
    std::vector<fs::path> out;
    if (!options_.ingest.profiles.empty()) out.emplace_back(options_.ingest.profiles);
    if (!options_.ingest.corrections.empty()) {
      out.push_back(options_.ingest.corrections);
    } else if (!last_.corrections_folder.empty() && !last_.corrections_left_out) {
      out.emplace_back(last_.corrections_folder);  // the output remembers it
    }
    return out;
  }

  void listen() {
    if (options_.poll.count() > 0 || (listening_ && !notices_.folders_changed())) return;
    std::vector<fs::path> roots = options_.ingest.inputs;
    for (const fs::path& folder : own_folders()) roots.push_back(folder);
    listening_ = true;
    const bool hears = notices_.listen(roots);
    if (!hears && hears_)
      observer_.notice(Observer::Level::kWarning, "watch.deaf",
                       {{"why", notices_.why_deaf()}, {"seconds", std::to_string(kPollUnheard.count() / 1000)}});
    hears_ = hears;
  }

  // Everything, or only what changed. How long the first takes decides how often it may be done (pause()).
  void look() {
    const auto begin = Clock::now();
    static const std::set<std::string> kNobody;
    const auto& writing = options_.poll.count() > 0 ? kNobody : notices_.being_written();
    const auto changed = changed_files(begin);
    if (changed) {
      inbox_.look_at(below(options_.ingest.inputs, *changed), writing, begin);
      own_.look_at(below(own_folders(), *changed), writing, begin);
    } else {
      inbox_.look(collect_inputs(options_.ingest.inputs, options_.ingest.output, options_.ingest.follow_links).files, writing, begin);
      own_.look(collect_inputs(own_folders(), options_.ingest.output, true).files, writing, begin);
      looked_at_all_ = begin;
      look_took_ = std::chrono::duration_cast<milliseconds>(Clock::now() - begin);
    }
    status_.arriving = inbox_.arriving();
  }

  // What there is to look at where it is known; nothing: everything. A link may lead to what makes no sound here, or out of the folder:
  // whoever walks the folders decides about it.
  std::optional<std::set<std::string>> changed_files(Clock::time_point now) {
    auto changed = notices_.take_changed();
    if (options_.poll.count() > 0 || !hears_ || now - looked_at_all_ >= kLookAnyway || !changed) return std::nullopt;
    const std::string output = location_of(options_.ingest.output) + "/";
    std::erase_if(*changed, [&](const std::string& location) { return location.starts_with(output); });
    std::error_code error;
    for (const std::string& location : *changed) {
      if (fs::is_symlink(fs::symlink_status(location, error))) return std::nullopt;
    }
    return changed;
  }

  // Only what an ingest would read: no hidden files, none that programs leave behind.
  static std::set<std::string> below(const std::vector<fs::path>& folders, const std::set<std::string>& locations) {
    std::set<std::string> out;
    for (const fs::path& folder : folders) {
      const std::string root = location_of(folder);
      for (const std::string& location : locations) {
        if (location != root && !location.starts_with(root == "/" ? root : root + "/")) continue;
        const fs::path within = fs::path(location).lexically_relative(root);
        if (std::none_of(within.begin(), within.end(), [](const fs::path& part) { return part != "." && is_passed_over(part); }))
          out.insert(location);
      }
    }
    return out;
  }

  // The first batch waits for all files or takes what there is; later ones wait for a quiet moment, but not longer than longest_wait.
  bool is_due() const {
    const auto now = Clock::now();
    if (now < next_batch_) return false;
    if (!ran_) return inbox_.arriving() == 0 || inbox_.has_news();
    if (own_.has_news() && own_.arriving() == 0) return true;
    return inbox_.has_news() && (inbox_.arriving() == 0 || now - inbox_.news_since() >= options_.longest_wait);
  }

  // Errors: what no waiting mends.
  Status batch() {
    IngestOptions options = options_.ingest;
    options.wait = true;
    options.leave_out = [&](const std::string& location) { return !inbox_.has_settled(location); };
    // What is in stands as it stood: with a hundred thousand reports, to list them would take longer than to read the new one. A file that
    // went, and a change of profiles or corrections, have everything looked at.
    if (ran_ && !own_.has_news()) options.changed = inbox_.news();
    if (options_.clock) options.now = options_.clock();
    const auto begin = Clock::now();
    auto summary = ingest(options, observer_);
    // At least as long a pause as the work took: what is gathered is not written over and over while files stream in.
    next_batch_ = Clock::now() + (Clock::now() - begin);
    if (summary) {
      // The output remembered a folder of corrections: it is listened to from now on.
      if (last_.corrections_folder != summary->corrections_folder) listening_ = false;
      last_ = std::move(*summary);
      ran_ = true;
      inbox_.taken();
      own_.taken();
      back_off_ = kFirstBackOff;
      told_.reset();  // run.json was written anew
      be("watching", "");
      observer_.batch(last_);
      return Done{};
    }
    const Error& error = summary.error();
    // A full disk may be cleared; a profile that is being edited is wrong for a moment. In the first batch both are the user's mistake.
    const bool may_mend = error.code == ErrorCode::kOutputNotWritable ||
                          (ran_ && (error.code == ErrorCode::kProfileInvalid || error.code == ErrorCode::kPathMissing));
    if (stopping()) return Done{};
    if (!may_mend || options_.once) return summary.forward();
    status_.error = error;
    be("output_failing", describe(error));
    back_off();
    return Done{};
  }

  // Sleeps until something may be due, but never through a signal.
  void pause() {
    const auto begin = Clock::now();
    // Looking at everything may take long, and takes a sixth of the time at most; looking at what changed takes none.
    const auto shortest = [&] {
      return options_.poll.count() == 0 && hears_ && notices_.knows_what_changed() ? kShortestPause
                                                                                   : std::max(kShortestPause, 5 * look_took_);
    };
    const milliseconds least = shortest();
    milliseconds longest = options_.poll.count() > 0 ? options_.poll : hears_ ? kLookAnyway : kPollUnheard;
    if (inbox_.arriving() + own_.arriving() > 0 || inbox_.has_news() || own_.has_news() || !ran_)
      longest = std::min(longest, std::max(least, options_.settle / 2));
    for (bool woken = false; !stopping();) {
      const auto slept = std::chrono::duration_cast<milliseconds>(Clock::now() - begin);
      if (slept >= longest || (woken && slept >= shortest())) return;
      const milliseconds rest = std::min(kSlice, (woken ? shortest() : longest) - slept);
      woken = notices_.wait(std::max(rest, milliseconds(1))) || woken;
    }
  }

  // Twice as long each time, up to a minute.
  void back_off() {
    const auto until = Clock::now() + back_off_;
    while (!stopping() && Clock::now() < until)
      notices_.wait(std::min(kSlice, std::chrono::duration_cast<milliseconds>(until - Clock::now()) + milliseconds(1)));
    back_off_ = std::min(2 * back_off_, kLongestBackOff);
  }

  // Told to the observer each time, to run.json only where it changed.
  void be(const std::string& state, const std::string& problem) {
    if (state == "watching" && status_.state != "watching") back_off_ = kFirstBackOff;
    status_.state = state;
    status_.problem = problem;
    if (problem.empty()) status_.missing.clear(), status_.error.reset();
    observer_.watching(status_);
    if (told_ == std::pair(state, problem) || !ran_) return;
    told_ = std::pair(state, problem);
    // Where the output fails this fails too; whoever looks at the terminal knows.
    [[maybe_unused]] const Status told = tell_watching(options_.ingest.output, state, problem);
  }

  const WatchOptions& options_;
  Observer& observer_;
  Notices notices_;
  Settling inbox_, own_;
  WatchStatus status_;
  IngestSummary last_;
  std::optional<std::pair<std::string, std::string>> told_;  // state and problem as run.json has them
  Clock::time_point next_batch_, looked_at_all_;
  milliseconds look_took_{0}, back_off_{kFirstBackOff};
  bool listening_ = false, hears_ = true, ran_ = false;
};

}  // namespace

Result<IngestSummary> watch(const WatchOptions& options, Observer& observer) { return Watch(options, observer).run(); }

}  // namespace jangbu
