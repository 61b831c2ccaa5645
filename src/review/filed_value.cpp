// The one user of simdjson: a file of 20 MB is read in some 20 ms, where a tree of nlohmann's takes half a second. What is asked for is
// copied into such a tree, piece by piece. The library checks the whole file (UTF-8, numbers, how deep) before it gives any of it.
//
//   root()["tables"].items()[3]["cells"]      a place in the file's own memory; .json() copies what stands there
#include "review/filed_value.h"

#include <simdjson.h>

#include <algorithm>
#include <bit>
#include <iterator>

#include "text/json_text.h"

namespace jangbu {

namespace dom = simdjson::dom;

static_assert(sizeof(dom::element) == 16 && std::is_trivially_copyable_v<dom::element>);

// Into the handle and out of it.
struct FiledElement {
  static dom::element of(const FiledValue& value) { return std::bit_cast<dom::element>(value.element_); }
  static FiledValue value(const dom::element& element) {
    FiledValue out;
    out.element_ = std::bit_cast<std::array<std::byte, 16>>(element);
    out.there_ = true;
    return out;
  }
};

namespace {

// Whole numbers that are not negative are unsigned, as nlohmann's own reader has them.
Json copy_of(const dom::element& element) {
  switch (element.type()) {
    case dom::element_type::ARRAY: {
      Json out = Json::array();
      const dom::array list = element.get_array().value_unsafe();
      for (const dom::element item : list) out.push_back(copy_of(item));
      return out;
    }
    case dom::element_type::OBJECT: {
      Json out = Json::object();
      const dom::object object = element.get_object().value_unsafe();
      for (const auto& [name, value] : object) out[std::string(name)] = copy_of(value);
      return out;
    }
    case dom::element_type::INT64: {
      const std::int64_t value = element.get_int64().value_unsafe();
      return value < 0 ? Json(value) : Json(static_cast<std::uint64_t>(value));
    }
    case dom::element_type::UINT64: return element.get_uint64().value_unsafe();
    case dom::element_type::DOUBLE: return element.get_double().value_unsafe();
    case dom::element_type::STRING: return std::string(element.get_string().value_unsafe());
    case dom::element_type::BOOL: return element.get_bool().value_unsafe();
    case dom::element_type::NULL_VALUE: break;
  }
  return nullptr;
}

}  // namespace

FiledValue FiledValue::operator[](std::string_view member) const {
  dom::element found;
  if (!there_ || FiledElement::of(*this).at_key(member).get(found) != simdjson::SUCCESS) return {};
  return FiledElement::value(found);
}

std::vector<FiledValue> FiledValue::items() const {
  std::vector<FiledValue> out;
  dom::array list;
  if (!there_ || FiledElement::of(*this).get(list) != simdjson::SUCCESS) return out;
  for (const dom::element item : list) out.push_back(FiledElement::value(item));
  return out;
}

std::vector<std::pair<std::string_view, FiledValue>> FiledValue::members() const {
  std::vector<std::pair<std::string_view, FiledValue>> out;
  dom::object object;
  if (!there_ || FiledElement::of(*this).get(object) != simdjson::SUCCESS) return out;
  for (const auto& [name, value] : object) out.emplace_back(name, FiledElement::value(value));
  return out;
}

// The library's own count ends at 2^24, so they are walked through.
std::size_t FiledValue::size() const {
  dom::array list;
  if (!there_ || FiledElement::of(*this).get(list) != simdjson::SUCCESS) return 0;
  return static_cast<std::size_t>(std::distance(list.begin(), list.end()));
}

std::string_view FiledValue::text() const {
  std::string_view out;
  if (!there_ || FiledElement::of(*this).get(out) != simdjson::SUCCESS) return {};
  return out;
}

bool FiledValue::is_text() const { return there_ && FiledElement::of(*this).is_string(); }

std::int64_t FiledValue::number(std::int64_t otherwise) const {
  std::int64_t out = 0;
  return there_ && FiledElement::of(*this).get(out) == simdjson::SUCCESS ? out : otherwise;
}

Json FiledValue::json() const { return there_ ? copy_of(FiledElement::of(*this)) : Json(); }

struct FiledTree::Inside {
  dom::document document;
};

FiledTree::FiledTree() : inside_(std::make_unique<Inside>()) {}
FiledTree::~FiledTree() = default;

// The parser goes, and with it what it needed besides the document. Deeper than anything that jangbu writes is refused: whoever copies it
// would call itself as often.
std::shared_ptr<const FiledTree> FiledTree::parse(std::string_view bytes) {
  std::shared_ptr<FiledTree> out(new FiledTree);
  dom::parser parser;
  if (parser.allocate(std::max<std::size_t>(bytes.size(), 64), kDeepestJson) != simdjson::SUCCESS) return nullptr;
  dom::element root;
  if (parser.parse_into_document(out->inside_->document, bytes.data(), bytes.size(), true).get(root) != simdjson::SUCCESS) return nullptr;
  return out;
}

FiledValue FiledTree::root() const { return FiledElement::value(inside_->document.root()); }

}  // namespace jangbu
