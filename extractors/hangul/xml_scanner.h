// XmlScanner: reads XML from front to back, without building a tree.
//
// A section of a real report is up to 10 MB of XML of which one part in twenty is text; a scanner that steps over the rest needs
// a window of the part instead of several times its size, and a third of the time that a tree takes.
//
// Strict where it matters: tags must match, the document must be closed, text must be UTF-8 without control characters, an attribute
// may stand once. DOCTYPE and entities other than the five of XML and character references are refused, so nothing expands and
// nothing is fetched. Namespaces are not resolved: names are local names.
// UTF-16 is recognised by its first bytes; other declared encodings are refused (text_encoding).
// Errors (status()): file_damaged, file_truncated, text_encoding, limit_nesting, limit_inflated, and those of the source.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/hangul/window.h"

namespace jangbu::hangul {

class XmlScanner {
 public:
  enum class Event : std::uint8_t { kStart, kEnd, kText, kDone, kError };

  // Borrows the source.
  XmlScanner(ByteSource& source, std::size_t most_depth) : window_(source), most_depth_(most_depth) {}

  // An element without content gives kStart and kEnd. Long text comes in pieces. After kDone or kError: the same again.
  Event next();
  // Steps over the rest of the element that kStart was just given for, its end included.
  void skip();
  // The same for an element that never holds one of its own name: its inside is not even looked at, which for the layout caches of
  // Hangul means half of a section.
  void skip_flat();
  // Steps to the first element `local_name` inside such an element: true as after its kStart, the outer one still open; false with
  // the outer one ended. What lies between is not looked at.
  bool seek_inside(std::string_view local_name);

  // Views are valid until the next call of next() or skip().
  std::string_view name() const { return name_; }  // of the element that starts or ends
  std::string_view text() const { return text_; }  // entities resolved
  // Value of an attribute of the element that starts; empty where there is none. Local names, so "hp:id" is found as "id".
  std::string_view attribute(std::string_view local_name);
  bool has_attribute(std::string_view local_name);
  // The attribute as a number: `otherwise` where there is none or it is none. Clamped to ±2^40.
  std::int64_t number(std::string_view local_name, std::int64_t otherwise);

  // Control characters that were left out so far; XML knows none.
  std::size_t controls() const { return controls_; }
  std::size_t depth() const { return open_.size(); }  // of elements that are open, the started one included
  bool failed() const { return failed_; }
  Status status() const { return failed_ ? Status(Unexpected{error_}) : Status(Done{}); }

 private:
  struct Attribute {
    std::string_view name, value;  // value as it stands
  };

  bool fill();  // more bytes into the window; false at the end of the source
  bool ensure(std::size_t count);
  bool find(std::string_view mark, std::size_t from, std::size_t& at);  // offset in the window
  Event give_up(ErrorCode code, std::string message);
  Event take_text();
  Event take_start();
  Event take_end();
  bool tag_end(std::size_t& at);
  bool take_other();  // comment, processing instruction; false on error
  Event take_cdata();
  bool check_text(std::string_view& raw);
  bool resolve(std::string_view raw, std::string& out);
  void parse_attributes();
  void close_element();
  bool convert_utf16();
  std::string_view window() const { return window_.text(); }

  Window window_;
  std::size_t most_depth_;
  bool started_ = false, done_ = false, failed_ = false, end_owed_ = false, root_seen_ = false;
  bool attributes_parsed_ = false;
  std::string open_names_;         // qualified names of the open elements, one after the other
  std::vector<std::size_t> open_;  // where each starts
  std::string_view name_, text_, tag_;
  std::string scratch_, value_scratch_, clean_;
  std::size_t controls_ = 0;
  std::vector<Attribute> attributes_;
  Error error_;
};

}  // namespace jangbu::hangul
