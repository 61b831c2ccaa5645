// Patterns: the one user of RE2. Linear time on any input, which is why hostile reports cannot stall it.
//
// Compiling an expression costs more than most matches: it waits for a text that the expression's own words do not refuse
// (expression_shape.h), and an expression that is nothing but a list of words is compared as strings. The answers are RE2's.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace jangbu {

// An RE2 pattern over UTF-8. Immutable, cheap to copy, safe to share between threads.
class Pattern {
 public:
  // REQUIRES: a valid RE2 expression; ask complaint() about expressions that come from a file.
  explicit Pattern(std::string_view expression);
  // Empty if valid, else RE2's complaint.
  static std::string complaint(std::string_view expression);

  bool matches(std::string_view text) const;  // the whole text
  bool found_in(std::string_view text) const;
  // Groups of the first match, [0] the whole match; empty if there is none. Views into `text`; unmatched groups are empty.
  std::vector<std::string_view> groups(std::string_view text) const;
  // Every match from left to right, as whole matches.
  std::vector<std::string_view> all(std::string_view text) const;
  std::string replaced(std::string_view text, std::string_view rewrite) const;  // every match; \1 names a group

  const std::string& expression() const;

 private:
  struct Compiled;
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace jangbu
