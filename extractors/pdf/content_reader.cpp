// A tokenizer for content streams that copies as it reads: tokens go out with the fewest blanks that keep them
// apart, so that later steps may leave out whole operations and hand the rest to Poppler. It never writes more than
// it read, and relies on the zero behind the content to end its loops.
// Hard cases: inline images (`BI`), whose bytes are no tokens, and strings across the seam of two streams: both stop
// it, and what follows is handed on unread.
#include "extractors/pdf/content_reader.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <limits>

namespace jangbu {
namespace {

enum CharacterKind : std::uint8_t { kWordPart, kDigit, kSign, kPoint, kBlank, kDelimiter };

// A table instead of comparisons: each byte of the content is asked once.
constexpr std::array<CharacterKind, 256> kKinds = [] {
  std::array<CharacterKind, 256> kinds{};
  for (const char c : {'\0', '\t', '\n', '\f', '\r', ' '}) kinds[static_cast<unsigned char>(c)] = kBlank;
  for (const char c : {'(', ')', '<', '>', '[', ']', '{', '}', '/', '%'}) kinds[static_cast<unsigned char>(c)] = kDelimiter;
  for (const char c : {'+', '-'}) kinds[static_cast<unsigned char>(c)] = kSign;
  for (unsigned char c = '0'; c <= '9'; ++c) kinds[c] = kDigit;
  kinds['.'] = kPoint;
  return kinds;
}();

// ISO 32000-1, 7.2.2.
CharacterKind kind_of(char c) { return kKinds[static_cast<unsigned char>(c)]; }
bool regular(char c) { return kind_of(c) < kBlank; }
// Would a regular character after this one be read with it? After a slash as well: it may be a name without a letter.
bool goes_on(char c) { return regular(c) || c == '/'; }

}  // namespace

// Operands are counted as they come; the first word that is no constant is the operator.
bool ContentReader::next(Operation& operation, std::size_t& end) {
  operation = {};
  inside_array_ = false;
  end_ = end;
  bool more = skip_blanks();
  operation.begin = at_;
  while (more) {
    const CharacterKind kind = kind_of(in_[at_]);
    if (kind == kWordPart) {
      const std::size_t length = word_end(at_) - at_;
      const std::string_view word = in_.substr(at_, length);
      if (word == "BI") return false;
      if (word != "true" && word != "false" && word != "null") {
        operation.name = word;
        operation.others |= inside_array_;
        take(length);
        end = end_;
        return true;
      }
      operation.others = true;
      take(length);
    } else if (kind != kDelimiter) {
      take_number(operation);
    } else if (!take_delimited(operation)) {
      return false;
    }
    more = skip_blanks();
  }
  return false;
}

// To the next token; false at the end.
bool ContentReader::skip_blanks() {
  for (; at_ < in_.size(); ++at_) {
    const CharacterKind kind = kind_of(in_[at_]);
    if (kind == kBlank) continue;
    // A comment ends with its line, and a blank stands for it.
    if (in_[at_] != '%') return true;
    at_ = in_.find_first_of("\r\n", at_);
    if (at_ == std::string_view::npos) at_ = in_.size() - 1;
  }
  return false;
}

// Copies digit by digit and cuts off the zeros at the end of decimals; what is no plain number goes along as it
// stands.
void ContentReader::take_number(Operation& operation) {
  const char* from = in_.data() + at_;
  char* to = out_ + end_;
  const auto copy = [&] { *to++ = *from++; };
  // Two numbers that would grow together need a blank, `-` and `.` alone do not part them for every reader.
  if (end_ > 0 && goes_on(to[-1])) *to++ = ' ';
  const bool negative = *from == '-';
  if (kind_of(*from) == kSign) copy();
  const char* const first = from;
  std::uint64_t digits = 0;  // as one figure; of more than it holds nobody asks for the value
  for (; kind_of(*from) == kDigit; copy()) digits = digits * 10 + static_cast<std::uint64_t>(*from - '0');
  auto count = from - first;
  std::ptrdiff_t decimals = 0;
  if (*from == '.') {
    copy();
    const char* const point = from;
    char* needed = count > 0 ? to : nullptr;  // the point stays: what was a real number stays one; a point alone would be none
    for (; kind_of(*from) == kDigit; copy()) {
      digits = digits * 10 + static_cast<std::uint64_t>(*from - '0');
      if (*from != '0') needed = to + 1;
    }
    decimals = from - point;
    count += decimals;
    if (needed != nullptr) to = needed;
  }
  if (count == 0 || regular(*from)) {
    operation.others = true;  // Poppler reads such things as it likes
    take(word_end(at_) - at_);
    return;
  }
  at_ = static_cast<std::size_t>(from - in_.data());
  end_ = static_cast<std::size_t>(to - out_);
  if (inside_array_) return;
  // Up to 15 digits a double holds the figure exactly; beyond that nobody may compare it.
  if (operation.numbers < 2) {
    constexpr std::array<double, 10> kPowers = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    const bool exact = count <= 15 && decimals < static_cast<std::ptrdiff_t>(kPowers.size());
    const double value =
        exact ? static_cast<double>(digits) / kPowers[static_cast<std::size_t>(decimals)] : std::numeric_limits<double>::quiet_NaN();
    (operation.numbers == 0 ? operation.first : operation.second) = negative ? -value : value;
  }
  ++operation.numbers;
}

// Arrays of numbers are told apart, since dash patterns are such; all other delimited things are others.
bool ContentReader::take_delimited(Operation& operation) {
  const std::string_view rest = in_.substr(at_);
  switch (rest.front()) {
    case '[':
      operation.others |= operation.array || operation.numbers > 0 || operation.names > 0;
      operation.array = inside_array_ = true;
      return take(1);
    case ']':
      operation.others |= !inside_array_;
      inside_array_ = false;
      return take(1);
    case '/':
      if (inside_array_) operation.others = true;
      ++operation.names;
      return take(word_end(at_ + 1) - at_);
    case '(': operation.others = true; return take_string(rest);
    case '<':
    case '>': operation.others = true; return rest.size() > 1 && rest[1] == rest[0] ? take(2) : take_digits(rest);
    default: return false;
  }
}

// Brackets nest in strings, and a backslash takes the next byte with it.
bool ContentReader::take_string(std::string_view rest) {
  int depth = 0;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (rest[i] == '\\')
      ++i;
    else if (rest[i] == '(')
      ++depth;
    else if (rest[i] == ')' && --depth == 0)
      return !seam_within(i + 1) && take(i + 1);
  }
  return false;
}

// A string of hexadecimal digits.
bool ContentReader::take_digits(std::string_view rest) {
  const std::size_t end = rest.find_first_of("<>", 1);
  return rest.front() == '<' && end != std::string_view::npos && rest[end] == '>' && !seam_within(end + 1) && take(end + 1);
}

// Is there a stream's end in what is so long from here on?
bool ContentReader::seam_within(std::size_t length) const {
  if (seams_.empty()) return false;
  const auto seam = std::lower_bound(seams_.begin(), seams_.end(), at_);
  return seam != seams_.end() && *seam < at_ + length;
}

bool ContentReader::take(std::size_t length) {
  const char* from = in_.data() + at_;
  if (end_ > 0 && regular(*from) && goes_on(out_[end_ - 1])) out_[end_++] = ' ';
  // Most tokens are so short that a call would take longer.
  char* to = out_ + end_;
  if (length > 16) {
    std::memcpy(to, from, length);
  } else {
    for (std::size_t i = 0; i < length; ++i) to[i] = from[i];
  }
  end_ += length;
  at_ += length;
  return true;
}

// The zero behind the content is a blank, and ends the loop.
std::size_t ContentReader::word_end(std::size_t from) const {
  const char* const in = in_.data();
  while (regular(in[from])) ++from;
  return from;
}

}  // namespace jangbu
