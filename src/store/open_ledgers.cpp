// A few are kept, as a page asks a few questions at once; more are closed after use.
#include "store/open_ledgers.h"

#include "store/ledger.h"

namespace jangbu {

OpenLedgers::Lent::~Lent() {
  constexpr std::size_t kMostKept = 6;
  if (!from_) return;
  const std::lock_guard lock(from_->mutex_);
  if (from_->open_.size() < kMostKept) from_->open_.push_back(std::move(open_));
}

// Those of an older stamp are of no use to anybody.
Result<OpenLedgers::Lent> OpenLedgers::take() {
  const FileStamp stamp = stamp_of(output_ / kLedgerFile).value_or(FileStamp{});
  {
    const std::lock_guard lock(mutex_);
    open_.remove_if([&](const Open& one) { return !(one.stamp == stamp); });
    if (!open_.empty()) {
      Open last = std::move(open_.back());
      open_.pop_back();
      return Lent(*this, std::move(last));
    }
  }
  auto ledger = LedgerAsking::open(output_);
  if (!ledger) return ledger.forward();
  return Lent(*this, {std::move(*ledger), stamp});
}

}  // namespace jangbu
