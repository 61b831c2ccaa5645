// Scans XML with a window over the source that moves on as events are given out. Each event is told by the first two
// bytes: text, end tag, start tag, or `<!` and `<?`. Attributes are parsed only when one is asked for. Names of open
// elements stand in one string, so that depth costs no allocations.
// Hard cases: a `>` inside of an attribute's value (tag_end); text that the window cuts in the middle of a character
// or an entity (take_text); UTF-16, which is turned into UTF-8 as a whole first. Bounds on tags, attributes and
// control characters stand below; they are far above what real files have.
//
//   window   <hp:t>가나 &amp; 다</hp:t>…      start "t" (prefixes are taken off), text "가나 & 다", end "t"
//            <hp:tab/>                      start "tab", and with the next call its end
#include "extractors/hangul/xml_scanner.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstring>

#include "extractors/hangul/xml_syntax.h"
#include "text/unicode.h"

namespace jangbu::hangul {
namespace {

constexpr std::size_t kLargestToken = 4u << 20;  // the largest tag seen in real files is 3 KB
constexpr std::size_t kTextPiece = 65'536;
constexpr std::size_t kMostControls = 1000;              // stray ones in a part
constexpr std::size_t kMostAttributes = 64;              // the most seen in real files is 25
constexpr std::size_t kLargestWideDocument = 64u << 20;  // UTF-16 is turned into UTF-8 at once

}  // namespace

XmlScanner::Event XmlScanner::give_up(ErrorCode code, std::string message) {
  if (!failed_) {
    failed_ = true;
    error_ = Error{code, std::move(message), {}};
  }
  return Event::kError;
}

// More of the part into the window. An error of what unpacks it becomes the scanner's own.
bool XmlScanner::fill() {
  if (failed_) return false;
  if (window_.fill()) return true;
  if (window_.error()) give_up(window_.error()->code, window_.error()->message);
  return false;
}

// So many bytes at the front of the window; false at the end of the part, which is an error only for who needs them.
bool XmlScanner::ensure(std::size_t count) {
  while (window_.size() < count)
    if (!fill()) return false;
  return true;
}

// Finds a mark that may lie across the window's end: the search goes on from where a part of it could begin.
bool XmlScanner::find(std::string_view mark, std::size_t from, std::size_t& at) {
  for (;;) {
    at = window().find(mark, from);
    if (at != std::string_view::npos) return true;
    from = std::max(from, window().size() - std::min(window().size(), mark.size() - 1));
    if (window().size() > kLargestToken) {
      give_up(ErrorCode::kLimitInflated, "a piece of XML is longer than any can be");
      return false;
    }
    if (!fill()) {
      give_up(ErrorCode::kFileTruncated, "an XML part ends in the middle");
      return false;
    }
  }
}

// By the byte-order mark, or by a `<` with a zero beside it.
bool XmlScanner::convert_utf16() {
  const auto first = static_cast<unsigned char>(window()[0]), second = static_cast<unsigned char>(window()[1]);
  const bool little = (first == 0xFF && second == 0xFE) || (first == '<' && second == 0);
  const bool big = (first == 0xFE && second == 0xFF) || (first == 0 && second == '<');
  if (!little && !big) return true;
  while (fill())
    if (window_.size() > kLargestWideDocument) {
      give_up(ErrorCode::kLimitInflated, "an XML part in UTF-16 is larger than the limit");
      return false;
    }
  if (failed_) return false;
  const std::string_view raw = window();
  std::u16string wide(raw.size() / 2, u'\0');
  for (std::size_t i = 0; i < wide.size(); ++i) {
    const auto a = static_cast<unsigned char>(raw[i * 2]), b = static_cast<unsigned char>(raw[i * 2 + 1]);
    wide[i] = static_cast<char16_t>(little ? a | b << 8 : b | a << 8);
  }
  if (!wide.empty() && wide[0] == 0xFEFF) wide.erase(0, 1);
  window_.replace(utf16_to_utf8(wide));
  return true;
}

// A stray control character, which XML forbids and some programs let through, is left out and counted. Many of them are no text.
bool XmlScanner::check_text(std::string_view& raw) {
  TextKind kind = kind_of(raw);
  if (kind == TextKind::kWithControls) {
    clean_.clear();
    for (const char c : raw) {
      if (c == '\0') {
        give_up(ErrorCode::kFileDamaged, "an XML part holds a NUL, and so no text");
        return false;
      }
      if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n' || c == '\r') clean_ += c;
    }
    controls_ += raw.size() - clean_.size();
    raw = clean_;
    kind = TextKind::kBeyondAscii;
  }
  if (controls_ > kMostControls) {
    give_up(ErrorCode::kFileDamaged, "an XML part is full of control characters");
    return false;
  }
  if (kind == TextKind::kBeyondAscii && !is_valid_utf8(raw)) {
    give_up(ErrorCode::kTextEncoding, "an XML part is not UTF-8");
    return false;
  }
  return true;
}

bool XmlScanner::resolve(std::string_view raw, std::string& out) {
  if (resolve_entities(raw, out, controls_)) return true;
  give_up(ErrorCode::kFileDamaged, "an XML part uses an unknown entity");
  return false;
}

// Up to the next tag, or a piece of 64 KB: long text needs no large window.
XmlScanner::Event XmlScanner::take_text() {
  std::size_t at = window().find('<');
  while (at == std::string_view::npos && window().size() < kTextPiece && fill()) at = window().find('<');
  if (failed_) return Event::kError;
  if (at == std::string_view::npos) {
    at = window().size();
    if (!window_.ended()) {
      // Cut where neither a character nor an entity is split.
      const auto amp = window().rfind('&');
      if (amp != std::string_view::npos && at - amp < 16) at = amp;
      while (at > 0 && at < window().size() && (static_cast<unsigned char>(window()[at]) & 0xC0) == 0x80) --at;
      if (at == window().size())
        for (std::size_t back = 1; back <= 4 && back <= at; ++back)
          if ((static_cast<unsigned char>(window()[at - back]) & 0xC0) != 0x80) {
            at -= back;
            break;
          }
      if (at == 0) return give_up(ErrorCode::kFileDamaged, "an XML part holds broken text");
    }
  }
  std::string_view raw = window().substr(0, at);
  window_.drop(at);
  if (open_.empty()) {
    if (!std::all_of(raw.begin(), raw.end(), is_xml_space))
      return give_up(ErrorCode::kFileDamaged, "text outside of the root element of an XML part");
    return Event::kText;
  }
  if (!check_text(raw)) return Event::kError;
  text_ = raw;
  if (raw.find('&') != std::string_view::npos) {
    if (!resolve(raw, scratch_)) return Event::kError;
    text_ = scratch_;
  }
  return Event::kText;
}

// Offset of the '>' that ends the tag at the front of the window: the first one outside of quotation marks.
bool XmlScanner::tag_end(std::size_t& at) {
  // Nearly always the first '>' of all, with an even number of marks before it. Counted without branches, many bytes at once.
  const char* const tag = window().data();
  if (const void* found = std::memchr(tag, '>', window_.size())) {
    at = static_cast<std::size_t>(static_cast<const char*>(found) - tag);
    unsigned doubles = 0, singles = 0;
    for (std::size_t i = 0; i < at; ++i) {
      doubles += static_cast<unsigned>(tag[i] == '"');
      singles += static_cast<unsigned>(tag[i] == '\'');
    }
    if (singles == 0 && doubles % 2 == 0) return true;
  }
  // Else step from mark to mark, each byte looked at once.
  char quote = 0;
  for (at = 1;; ++at) {
    if (at == window_.size()) {
      if (at > kLargestToken) {
        give_up(ErrorCode::kLimitInflated, "a tag is longer than any can be");
        return false;
      }
      if (!fill()) {
        give_up(ErrorCode::kFileTruncated, "an XML part ends inside a tag");
        return false;
      }
    }
    const char c = window()[at];
    if (quote == 0 && c == '>') return true;
    if (quote == 0 && (c == '"' || c == '\''))
      quote = c;
    else if (c == quote)
      quote = 0;
  }
}

// `end_owed_`: an element without content gives its kEnd with the next call.
XmlScanner::Event XmlScanner::take_start() {
  std::size_t at = 0;
  if (!tag_end(at)) return Event::kError;
  std::string_view tag = window().substr(1, at - 1);
  window_.drop(at + 1);
  const bool empty = !tag.empty() && tag.back() == '/';
  if (empty) tag.remove_suffix(1);
  const std::string_view qualified = leading_name(tag);
  if (qualified.empty() || (qualified.size() < tag.size() && !is_xml_space(tag[qualified.size()])))
    return give_up(ErrorCode::kFileDamaged, "an XML part holds a tag without a proper name");
  if (open_.empty() && root_seen_) return give_up(ErrorCode::kFileDamaged, "an XML part has two root elements");
  if (open_.size() >= most_depth_) return give_up(ErrorCode::kLimitNesting, "the elements of an XML part nest deeper than the limit");
  root_seen_ = true;
  open_.push_back(open_names_.size());
  open_names_ += qualified;
  name_ = local_part(qualified);
  tag_ = tag.substr(qualified.size());
  attributes_parsed_ = false;
  end_owed_ = empty;
  return Event::kStart;
}

// An end tag has to name the innermost open element.
XmlScanner::Event XmlScanner::take_end() {
  // As written by programs: the name that is open, and nothing else.
  const std::string_view expected = open_.empty() ? std::string_view() : std::string_view(open_names_).substr(open_.back());
  if (const std::string_view ahead = window(); !open_.empty() && ahead.size() > expected.size() + 2 && ahead[expected.size() + 2] == '>' &&
                                               ahead.compare(2, expected.size(), expected) == 0) {
    name_ = local_part(ahead.substr(2, expected.size()));
    window_.drop(expected.size() + 3);
    close_element();
    return Event::kEnd;
  }
  std::size_t at = 0;
  if (!tag_end(at)) return Event::kError;
  const std::string_view tag = window().substr(2, at - 2);
  window_.drop(at + 1);
  const std::string_view name = leading_name(tag);
  const std::string_view rest = tag.substr(name.size());
  if (open_.empty() || std::string_view(open_names_).substr(open_.back()) != name || !std::all_of(rest.begin(), rest.end(), is_xml_space))
    return give_up(ErrorCode::kFileDamaged, "the tags of an XML part do not match");
  close_element();
  name_ = local_part(name);
  return Event::kEnd;
}

// Instructions and comments are passed over; of `<?xml` only the encoding is looked at.
bool XmlScanner::take_other() {
  std::size_t at = 0;
  if (window().starts_with("<?")) {
    if (!find("?>", 2, at)) return false;
    const std::string_view instruction = window().substr(0, at);
    if (instruction.starts_with("<?xml")) {
      std::string encoding;
      if (const auto says = instruction.find("encoding"); says != std::string_view::npos)
        for (const char c : instruction.substr(says + 8))
          if (std::isalnum(static_cast<unsigned char>(c)) != 0) encoding += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      if (!encoding.empty() && !encoding.starts_with("utf8") && !encoding.starts_with("utf16") && !encoding.starts_with("usascii")) {
        give_up(ErrorCode::kTextEncoding, "an XML part says it is in an encoding other than UTF-8 or UTF-16");
        return false;
      }
    }
    window_.drop(at + 2);
    return true;
  }
  if (window().starts_with("<!--")) {
    // A comment may be longer than any tag; it is let go of as it is read.
    window_.drop(4);
    while ((at = window().find("-->")) == std::string_view::npos) {
      window_.drop(window_.size() - std::min<std::size_t>(window_.size(), 2));
      if (!fill()) {
        give_up(ErrorCode::kFileTruncated, "an XML part ends inside a comment");
        return false;
      }
    }
    window_.drop(at + 3);
    return true;
  }
  give_up(ErrorCode::kFileDamaged, "an XML part holds a DOCTYPE, which is refused");
  return false;
}

// CDATA is text without entities.
XmlScanner::Event XmlScanner::take_cdata() {
  std::size_t at = 0;
  if (!find("]]>", 9, at)) return Event::kError;
  text_ = window().substr(9, at - 9);
  window_.drop(at + 3);
  return check_text(text_) ? Event::kText : Event::kError;
}

// The front of the window decides. Blanks and comments outside of the root element are no events.
XmlScanner::Event XmlScanner::next() {
  if (failed_) return Event::kError;
  if (done_) return Event::kDone;
  if (end_owed_) {
    end_owed_ = false;
    close_element();
    return Event::kEnd;  // name_ is still that of the element
  }
  if (!started_) {
    started_ = true;
    if (!ensure(4)) return give_up(ErrorCode::kFileTruncated, "an XML part is empty");
    if (!convert_utf16()) return Event::kError;
    if (window().starts_with("\xEF\xBB\xBF")) window_.drop(3);
  }
  for (;;) {
    if (!ensure(1)) {
      if (failed_) return Event::kError;
      if (!open_.empty() || !root_seen_) return give_up(ErrorCode::kFileTruncated, "an XML part ends before its root element does");
      done_ = true;
      return Event::kDone;
    }
    if (window()[0] != '<') {
      const Event event = take_text();
      if (event == Event::kText && open_.empty()) continue;
      return event;
    }
    if (!ensure(2)) return failed_ ? Event::kError : give_up(ErrorCode::kFileTruncated, "an XML part ends inside a tag");
    const char kind = window()[1];
    if (kind == '/') return take_end();
    if (kind != '!' && kind != '?') return take_start();
    ensure(9);
    if (!open_.empty() && window().starts_with("<![CDATA[")) return take_cdata();
    if (!take_other()) return Event::kError;
  }
}

// Names of open elements stand in one string, one behind the other; open_ knows where each begins.
void XmlScanner::close_element() {
  open_names_.resize(open_.back());
  open_.pop_back();
}

// No element of the same name is inside: the first end tag of that name is the right one.
void XmlScanner::skip_flat() {
  if (failed_) return;
  if (end_owed_) {
    next();
    return;
  }
  const std::string mark = "</" + open_names_.substr(open_.back());
  for (;;) {
    const auto at = window().find(mark);
    if (at != std::string_view::npos) {
      window_.drop(at);
      next();
      return;
    }
    window_.drop(window_.size() - std::min(window_.size(), mark.size() - 1));  // what is passed is let go of
    if (!fill()) {
      give_up(ErrorCode::kFileTruncated, "an XML part ends in the middle");
      return;
    }
  }
}

// A search for the name as it would stand in a tag, without parsing what lies before it.
bool XmlScanner::seek_inside(std::string_view local_name) {
  if (failed_) return false;
  if (end_owed_) {
    next();
    return false;
  }
  std::size_t end = 0;
  if (!find("</" + open_names_.substr(open_.back()), 0, end)) return false;
  const std::string_view inside = window().substr(0, end);
  for (std::size_t at = inside.find(local_name); at != std::string_view::npos; at = inside.find(local_name, at + 1)) {
    const std::size_t after = at + local_name.size();
    if (at == 0 || after >= inside.size() || is_name_byte(inside[after])) continue;
    std::size_t start = at - 1;
    if (inside[start] == ':')
      while (start > 0 && is_name_byte(inside[start])) --start;
    if (inside[start] != '<') continue;
    window_.drop(start);
    return next() == Event::kStart;
  }
  window_.drop(end);
  next();
  return false;
}

// Through all events, since elements of the same name may stand inside.
void XmlScanner::skip() {
  const std::size_t outer = depth() - 1;
  while (depth() > outer && next() < Event::kDone) {
  }
}

// Attributes of the started tag, with quotes taken off and entities unresolved.
void XmlScanner::parse_attributes() {
  attributes_parsed_ = true;
  attributes_.clear();
  std::uint64_t seen = 0;
  std::string_view rest = tag_;
  for (;;) {
    while (!rest.empty() && is_xml_space(rest.front())) rest.remove_prefix(1);
    if (rest.empty()) return;
    const std::string_view name = leading_name(rest);
    rest.remove_prefix(name.size());
    while (!rest.empty() && is_xml_space(rest.front())) rest.remove_prefix(1);
    if (name.empty() || rest.empty() || rest.front() != '=') break;
    rest.remove_prefix(1);
    while (!rest.empty() && is_xml_space(rest.front())) rest.remove_prefix(1);
    if (rest.empty() || (rest[0] != '"' && rest[0] != '\'')) break;
    std::size_t close = 1;  // values are short: a loop beats a call of memchr
    while (close < rest.size() && rest[close] != rest[0]) ++close;
    if (close == rest.size()) break;
    // One bit for each name so far: only names that share a bit need to be compared.
    const auto bit =
        std::uint64_t{1} << ((name.size() * 7 + static_cast<unsigned char>(name.front()) + static_cast<unsigned char>(name.back()) * 5U) %
                             64);
    const bool twice =
        (seen & bit) != 0 && std::any_of(attributes_.begin(), attributes_.end(), [&](const Attribute& a) { return a.name == name; });
    seen |= bit;
    if (twice || attributes_.size() >= kMostAttributes) break;
    attributes_.push_back({name, rest.substr(1, close - 1)});
    rest.remove_prefix(close + 1);
  }
  give_up(ErrorCode::kFileDamaged, "an XML tag holds broken, doubled or too many attributes");
}

bool XmlScanner::has_attribute(std::string_view local_name) {
  if (!attributes_parsed_) parse_attributes();
  return std::any_of(attributes_.begin(), attributes_.end(), [&](const Attribute& a) { return local_part(a.name) == local_name; });
}

// Values are checked and resolved only when asked for: most never are.
std::string_view XmlScanner::attribute(std::string_view local_name) {
  if (!attributes_parsed_) parse_attributes();
  if (failed_) return {};
  for (const Attribute& a : attributes_) {
    if (local_part(a.name) != local_name) continue;
    std::string_view value = a.value;
    if (!check_text(value)) return {};
    if (value.find('&') == std::string_view::npos) return value;
    return resolve(value, value_scratch_) ? std::string_view(value_scratch_) : std::string_view();
  }
  return {};
}

// Out of range is clamped, not refused: such sizes meet the limits later.
std::int64_t XmlScanner::number(std::string_view local_name, std::int64_t otherwise) {
  std::string_view value = attribute(local_name);
  if (value.starts_with('+')) value.remove_prefix(1);
  constexpr std::int64_t kMost = std::int64_t{1} << 40;
  std::int64_t out = 0;
  const auto [stop, error] = std::from_chars(value.data(), value.data() + value.size(), out);
  if (error == std::errc::result_out_of_range) return value.starts_with('-') ? -kMost : kMost;
  if (error != std::errc() || stop == value.data()) return otherwise;
  return std::clamp(out, -kMost, kMost);
}

}  // namespace jangbu::hangul
