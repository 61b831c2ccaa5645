// One file of corrections, read by the events of a JSON parser: a stack of places (root, list, item, target) says what an event means.
// No tree is built, so a file of a million brackets costs no memory, and the line of each correction is known (CountedIterator).
// A wrong correction is refused with its line and the others count; a file that is no list of corrections at all gives none.
// Hard case: repeated keys, which a tree would silently overwrite.
//
//   [ {"target": {"record_id": "…", "field": "payment"}, "expect": "1,200", "value": "1,300", …} ]
//   ^ ^          ^
//   kList, kItem, kTarget       scalars of kItem and kTarget become fields; whatever lies deeper is passed over
#include "corrections/correction_file.h"

#include <cstdint>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>

#include "corrections/correction_fields.h"

namespace jangbu {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kDeepest = 8;         // list, correction, target: three; what goes deeper is no corrections file
constexpr std::size_t kMostProblems = 100;  // of one file: beyond that it is a file of another kind

// Counts the lines that the parser has passed: its events do not tell where they are.
struct Passed {
  int line = 1;
};

// Counts on one of the two iterators only: the other marks the end.
class CountedIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountedIterator(const char* at, Passed* passed) : at_(at), passed_(passed) {}
  reference operator*() const { return *at_; }
  CountedIterator& operator++() {
    if (*at_ == '\n' && passed_) ++passed_->line;
    ++at_;
    return *this;
  }
  CountedIterator operator++(int) {
    CountedIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountedIterator& other) const { return at_ == other.at_; }
  bool operator!=(const CountedIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  Passed* passed_;
};

// The parser's events → corrections. Nothing is built that is not kept: a file of brackets costs no memory.
class Reader : public Json::json_sax_t {
 public:
  Reader(const std::string& name, const Passed& passed, CorrectionFile& out) : name_(name), passed_(passed), out_(out) {}

  bool null() override { return scalar({JsonScalar::Kind::kNull, {}, -1}); }
  bool boolean(bool value) override { return scalar({value ? JsonScalar::Kind::kTrue : JsonScalar::Kind::kOther, {}, -1}); }
  bool number_integer(number_integer_t) override { return scalar({}); }  // negative: non-negative ones are unsigned
  bool number_unsigned(number_unsigned_t value) override {
    const bool fits = value <= static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max());
    return scalar({JsonScalar::Kind::kNumber, {}, fits ? static_cast<std::int64_t>(value) : -1});
  }
  bool number_float(number_float_t, const string_t&) override { return scalar({}); }
  bool string(string_t& value) override { return scalar({JsonScalar::Kind::kText, std::move(value), -1}); }
  bool binary(binary_t&) override { return scalar({}); }

  bool start_object(std::size_t) override { return open(true); }
  bool start_array(std::size_t) override { return open(false); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  // Keys are checked where they stand: those of the root here, those of an item when it is complete.
  bool key(string_t& value) override {
    key_ = value;
    if (inside() == Place::kRoot && !root_keys_.insert(value).second)
      return stop(ErrorCode::kCorrectionInvalid, in_quotes(value) + " stands there twice");
    if (inside() == Place::kRoot && value != "corrections" && value != "$schema")
      return stop(ErrorCode::kCorrectionInvalid, "unknown key " + in_quotes(value));
    if (inside() == Place::kItem && !item_keys_.insert(value).second) twice_ = value;
    if (inside() == Place::kTarget && !target_keys_.insert(value).second) twice_ = value;
    return true;
  }
  // The parser's own words, without its number.
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error) override {
    // "[json.exception.parse_error.101] parse error at line 3, column 5: …": people need no exception's number.
    std::string what = error.what();
    if (const std::size_t at = what.find("] "); what.starts_with('[') && at != std::string::npos) what = what.substr(at + 2);
    return stop(ErrorCode::kCorrectionInvalid, "is no JSON: " + what);
  }

 private:
  // What the innermost open bracket is.
  enum class Place { kNowhere, kRoot, kList, kItem, kTarget, kElsewhere };
  Place inside() const { return stack_.empty() ? Place::kNowhere : stack_.back(); }

  // The whole file is of no use: false ends the parsing.
  bool stop(ErrorCode code, const std::string& what) {
    out_.corrections.clear();
    out_.problems.push_back(
        {name_, std::nullopt, passed_.line, {code, name_ + ": " + what, "correct the file; the others are used all the same"}});
    return false;
  }

  // An object or list begins.
  bool open(bool object) {
    if (stack_.size() >= kDeepest) return stop(ErrorCode::kLimitNesting, "brackets stand more than " + std::to_string(kDeepest) + " deep");
    Place place = Place::kElsewhere;
    switch (inside()) {
      case Place::kNowhere: place = object ? Place::kRoot : Place::kList; break;
      case Place::kRoot:
        if (key_ != "corrections" || object)
          return stop(ErrorCode::kCorrectionInvalid, in_quotes(key_) + (key_ == "corrections" ? " must be a list" : " must be a text"));
        place = Place::kList;
        break;
      case Place::kList:
        if (object) place = Place::kItem;
        fields_.clear();
        target_.reset();
        item_keys_.clear();
        twice_.clear();
        item_line_ = passed_.line;
        break;
      case Place::kItem:
        fields_.emplace(key_, JsonScalar{});
        if (object && key_ == "target") {
          place = Place::kTarget;
          target_.emplace();
          target_keys_.clear();
        }
        break;
      case Place::kTarget: target_->emplace(key_, JsonScalar{}); break;
      case Place::kElsewhere: break;
    }
    if (place == Place::kList) listed_ = true;
    stack_.push_back(place);
    return true;
  }

  bool close() {
    const Place place = inside();
    stack_.pop_back();
    if (stack_.empty() && !listed_) return stop(ErrorCode::kCorrectionInvalid, "\"corrections\" is missing");
    if (place == Place::kItem) return finish();
    // A list where a correction should stand.
    if (place == Place::kElsewhere && inside() == Place::kList) return refuse("must be an object");
    return true;
  }

  // A text, number, true, false or null.
  bool scalar(JsonScalar value) {
    switch (inside()) {
      case Place::kNowhere: return stop(ErrorCode::kCorrectionInvalid, "must be a list of corrections");
      case Place::kRoot:
        if (key_ == "corrections") return stop(ErrorCode::kCorrectionInvalid, "\"corrections\" must be a list");
        return true;
      case Place::kList: item_line_ = passed_.line; return refuse("must be an object");
      case Place::kItem: fields_.emplace(key_, std::move(value)); return true;
      case Place::kTarget: target_->emplace(key_, std::move(value)); return true;
      case Place::kElsewhere: return true;
    }
    return true;
  }

  // One correction is complete.
  bool finish() {
    if (!twice_.empty()) return refuse(in_quotes(twice_) + " stands there twice");
    std::string complaint;
    Correction correction = correction_from(fields_, target_, complaint);
    if (!complaint.empty()) return refuse(complaint);
    correction.file = name_;
    correction.index = index_++;
    correction.line = item_line_;
    out_.corrections.push_back(std::move(correction));
    return true;
  }

  // Refused ones take a number as well, so that `index` is the place in the file.
  bool refuse(const std::string& what) {
    out_.problems.push_back({name_,
                             index_,
                             item_line_,
                             {ErrorCode::kCorrectionInvalid, name_ + ", line " + std::to_string(item_line_) + ": " + what,
                              "see schemas/v1/corrections.schema.json; the other corrections are used all the same"}});
    ++index_;
    if (out_.problems.size() < kMostProblems) return true;
    return stop(ErrorCode::kCorrectionInvalid, std::to_string(kMostProblems) + " corrections cannot be used; what follows was not read");
  }

  const std::string& name_;
  const Passed& passed_;
  CorrectionFile& out_;
  std::vector<Place> stack_;
  std::string key_, twice_;
  std::set<std::string> root_keys_, item_keys_, target_keys_;
  JsonFields fields_;
  std::optional<JsonFields> target_;
  std::size_t index_ = 0;
  int item_line_ = 0;
  bool listed_ = false;
};

}  // namespace

CorrectionFile read_corrections(const std::string& name, std::string_view content) {
  CorrectionFile out;
  Passed passed;
  Reader reader(name, passed, out);
  const char* const end = content.data() + content.size();
  Json::sax_parse(CountedIterator(content.data(), &passed), CountedIterator(end, nullptr), &reader);
  return out;
}

}  // namespace jangbu
