// Wraps RE2 so that an expression is compiled only when a text might match it. First its shape is asked
// (expression_shape.h), in linear time and without compiling; lists of words are compared as strings. Everything that
// is worked out late is kept behind Once, so that patterns may be shared between threads.
#include "text/pattern.h"

#include <re2/re2.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <stdexcept>

#include "text/expression_shape.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

// std::call_once, but for what it costs: a call of the system for each first time, more than most texts take to be refused for the others.
class Once {
 public:
  template <typename F>
  void run(F&& make) {
    if (done_.load(std::memory_order_acquire)) return;
    const std::lock_guard lock(making_);
    if (done_.load(std::memory_order_relaxed)) return;
    make();
    done_.store(true, std::memory_order_release);
  }

 private:
  std::atomic<bool> done_{false};
  std::mutex making_;
};

}  // namespace

// Compiling costs more than most matches, and of the patterns of all profiles a report uses a few: each waits for a text that its
// shape does not refuse, and one that lists words is never compiled for a whole match.
struct Pattern::Compiled {
  explicit Compiled(std::string_view expression) : text(expression) {}

  // Compiled at the first text that its shape does not refuse.
  const RE2& re() const {
    once.run([this] { compiled = std::make_unique<const RE2>(text, RE2::Quiet); });
    if (!compiled->ok()) throw std::invalid_argument("pattern " + text + ": " + compiled->error());
    return *compiled;
  }

  // Whether its shape says that no match is in the text, or, where it must be whole, that the text is none.
  bool refuses(std::string_view searched, bool whole) const {
    looked_at.run([this] { shape = shape_of_expression(text); });
    if (shape.may_be_empty) return false;
    if (searched.empty()) return true;
    if ((whole || shape.at_start) && shape.first && !shape.first->may_begin(searched)) return true;
    if ((whole || shape.at_end) && shape.last && !shape.last->may_end(searched)) return true;
    return !(whole && shape.lists_words) && lacks_needed(searched);
  }

  // Any set of which no character stands in the text proves that nothing matches.
  bool lacks_needed(std::string_view searched) const {
    needs_known.run([this] { needed = needed_by_expression(text); });
    return std::any_of(needed.begin(), needed.end(), [&](const CharacterSet& set) { return !set.may_stand_in(searched); });
  }

  // REQUIRES: refuses() was asked, and shape.lists_words.
  bool lists(std::string_view word) const {
    listed.run([this] { words = words_of_expression(text); });
    return std::binary_search(words.begin(), words.end(), word);
  }

  std::string text;
  mutable Once once, looked_at, needs_known, listed;
  mutable std::unique_ptr<const RE2> compiled;
  mutable ExpressionShape shape;
  mutable std::vector<CharacterSet> needed;
  mutable std::vector<std::string> words;
};

namespace {
re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }
std::string_view view(re2::StringPiece text) { return {text.data(), text.size()}; }
}  // namespace

Pattern::Pattern(std::string_view expression) : compiled_(std::make_shared<const Compiled>(expression)) {}

std::string Pattern::complaint(std::string_view expression) {
  const RE2 compiled(piece(expression), RE2::Quiet);
  return compiled.ok() ? std::string() : compiled.error();
}

// Refused, then listed, then RE2: from the cheapest answer to the surest.
bool Pattern::matches(std::string_view text) const {
  if (compiled_->refuses(text, true)) return false;
  if (compiled_->shape.lists_words) return compiled_->lists(text);
  return RE2::FullMatch(piece(text), compiled_->re());
}

bool Pattern::found_in(std::string_view text) const {
  if (compiled_->refuses(text, false)) return false;
  if (compiled_->shape.one_of_first && is_valid_utf8(text)) return true;  // in well-formed text a character that may stand there does
  return RE2::PartialMatch(piece(text), compiled_->re());
}

// Views into the text, so that callers can tell where a group stands.
std::vector<std::string_view> Pattern::groups(std::string_view text) const {
  if (compiled_->refuses(text, false)) return {};
  std::vector<re2::StringPiece> found(static_cast<std::size_t>(compiled_->re().NumberOfCapturingGroups()) + 1);
  if (!compiled_->re().Match(piece(text), 0, text.size(), RE2::UNANCHORED, found.data(), static_cast<int>(found.size()))) return {};
  std::vector<std::string_view> out;
  out.reserve(found.size());
  for (const auto& group : found) out.push_back(view(group));
  return out;
}

std::vector<std::string_view> Pattern::all(std::string_view text) const {
  std::vector<std::string_view> out;
  if (compiled_->refuses(text, false)) return out;
  std::size_t from = 0;
  re2::StringPiece match;
  while (from <= text.size() && compiled_->re().Match(piece(text), from, text.size(), RE2::UNANCHORED, &match, 1)) {
    out.push_back(view(match));
    const auto end = static_cast<std::size_t>(match.data() - text.data()) + match.size();
    // Behind an empty match one byte on, or the search would stand still.
    from = match.empty() ? end + 1 : end;
  }
  return out;
}

std::string Pattern::replaced(std::string_view text, std::string_view rewrite) const {
  std::string out(text);
  if (!compiled_->refuses(text, false)) RE2::GlobalReplace(&out, compiled_->re(), piece(rewrite));
  return out;
}

const std::string& Pattern::expression() const { return compiled_->text; }

}  // namespace jangbu
