#include "text/pattern.h"

#include <re2/re2.h>

#include <mutex>
#include <stdexcept>

namespace jangbu {

// Compiling costs more than most matches, and of the patterns of all profiles a report uses a few: each waits for its first use.
struct Pattern::Compiled {
  explicit Compiled(std::string_view expression) : text(expression) {}

  const RE2& re() const {
    std::call_once(once, [this] { compiled = std::make_unique<const RE2>(text, RE2::Quiet); });
    if (!compiled->ok()) throw std::invalid_argument("pattern " + text + ": " + compiled->error());
    return *compiled;
  }

  std::string text;
  mutable std::once_flag once;
  mutable std::unique_ptr<const RE2> compiled;
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

bool Pattern::matches(std::string_view text) const { return RE2::FullMatch(piece(text), compiled_->re()); }
bool Pattern::found_in(std::string_view text) const { return RE2::PartialMatch(piece(text), compiled_->re()); }

std::vector<std::string_view> Pattern::groups(std::string_view text) const {
  std::vector<re2::StringPiece> found(static_cast<std::size_t>(compiled_->re().NumberOfCapturingGroups()) + 1);
  if (!compiled_->re().Match(piece(text), 0, text.size(), RE2::UNANCHORED, found.data(), static_cast<int>(found.size()))) return {};
  std::vector<std::string_view> out;
  out.reserve(found.size());
  for (const auto& group : found) out.push_back(view(group));
  return out;
}

std::vector<std::string_view> Pattern::all(std::string_view text) const {
  std::vector<std::string_view> out;
  std::size_t from = 0;
  re2::StringPiece match;
  while (from <= text.size() && compiled_->re().Match(piece(text), from, text.size(), RE2::UNANCHORED, &match, 1)) {
    out.push_back(view(match));
    const auto end = static_cast<std::size_t>(match.data() - text.data()) + match.size();
    from = match.empty() ? end + 1 : end;
  }
  return out;
}

std::string Pattern::replaced(std::string_view text, std::string_view rewrite) const {
  std::string out(text);
  RE2::GlobalReplace(&out, compiled_->re(), piece(rewrite));
  return out;
}

const std::string& Pattern::expression() const { return compiled_->text; }

}  // namespace jangbu
