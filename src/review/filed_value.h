// A document's file as it lies in memory, and looks into it. Nothing is copied until json() is asked for: a page of a document with
// hundreds of pages then costs what stands on that page, and not what stands in the file.
//
//   const auto file = FiledTree::parse(bytes);
//   for (const FiledValue& table : file->root()["tables"].items()) table["table_id"].text();
//
// The file is jangbu's own, but another hand may have changed it: every value is asked for by type, and what is missing, or of another
// type, is empty. Values belong to their tree and must not outlive it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "review/ledger_json.h"

namespace jangbu {

class FiledValue {
 public:
  FiledValue() = default;  // nothing

  explicit operator bool() const { return there_; }
  FiledValue operator[](std::string_view member) const;                  // of an object; the first of that name
  std::vector<FiledValue> items() const;                                 // of a list
  std::vector<std::pair<std::string_view, FiledValue>> members() const;  // of an object, as they stand in the file
  std::size_t size() const;                                              // of a list: how many
  std::string_view text() const;
  std::int64_t number(std::int64_t otherwise) const;  // a whole number
  bool is_text() const;
  Json json() const;  // a copy; null where there is nothing

 private:
  friend class FiledTree;
  friend struct FiledElement;
  // The library's own handle (simdjson::dom::element), kept as bytes so that its header, which is longer than the house, stays in one
  // place.
  alignas(void*) std::array<std::byte, 16> element_{};
  bool there_ = false;
};

class FiledTree {
 public:
  // nullptr: it is no JSON, or nested too deep.
  static std::shared_ptr<const FiledTree> parse(std::string_view bytes);
  ~FiledTree();

  FiledValue root() const;

 private:
  struct Inside;
  FiledTree();
  std::unique_ptr<Inside> inside_;
};

}  // namespace jangbu
