// The content of a page (ISO 32000-1, 7.8.2) operation by operation, as text: operands, then their operator.
//
// What is read is written anew: the same tokens with as few blanks as keep them apart, without comments, and without the noughts at the
// end of decimals. It is never longer than what was read.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace jangbu {

struct Operation {
  std::string_view name;         // of the operator; borrowed from the content
  std::size_t begin = 0;         // of the first operand, in the content
  int numbers = 0;               // outside of arrays
  int names = 0;                 // outside of arrays
  bool array = false;            // one array of numbers, before the numbers
  bool others = false;           // operands of any other kind or order
  double first = 0, second = 0;  // numbers, if there are so many; NaN where one has too many digits

  bool only_numbers(int count) const { return numbers == count && names == 0 && !array && !others; }
};

class ContentReader {
 public:
  // Borrows the content (the nought at its end is of use), and room for as many characters; `seams`: blanks that no string may hold.
  ContentReader(const std::string& content, char* out, std::span<const std::size_t> seams = {}) : in_(content), out_(out), seams_(seams) {}

  // The next operation, written from `end` on, which moves on. False at the end, and where an inline image (its bytes are no tokens),
  // a string with a seam in it, or a thing without an end begins: nothing can be told of what stands from `operation.begin` on, and nothing
  // was written.
  bool next(Operation& operation, std::size_t& end);

  // Where the next operation is looked for.
  std::size_t at() const { return at_; }
  void back_to(std::size_t begin) { at_ = begin; }
  // Passes over operations that were read before as this text, with all that parts them from the next one; does nothing where others stand.
  void pass(std::string_view text) {
    if (std::string_view(in_).substr(at_).starts_with(text)) at_ += text.size();
  }

 private:
  bool skip_blanks();
  bool take_delimited(Operation& operation);
  void take_number(Operation& operation);
  bool take_string(std::string_view rest);
  bool take_digits(std::string_view rest);
  bool take(std::size_t length);
  bool seam_within(std::size_t length) const;
  std::size_t word_end(std::size_t from) const;

  std::string_view in_;
  char* out_;
  std::span<const std::size_t> seams_;
  std::size_t at_ = 0, end_ = 0;
  bool inside_array_ = false;
};

}  // namespace jangbu
