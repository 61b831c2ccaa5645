// documents/<id>.json, which may have megabytes → the part that a person looks at: a printed page, or a stretch of kBlocksOfPart blocks.
// The file is jangbu's own, but another hand may have changed it: every member is asked for by type, and what is missing is empty.
// Bounded: kMostCells and kMostRecords of a part; `cut` tells that there is more.
// Hard case: a table over several pages. Each page gets the cells that stand on it, and the header rows everywhere,
// or the figures would have no names.
//
//   GET /api/document?id=…        head: tables without cells, and the part in which each stands
//   GET /api/part?id=…&part=12    page 12: its blocks, the cells of its tables, its records
#include "review/document_view.h"

#include <algorithm>
#include <map>
#include <set>

namespace jangbu {
namespace {

constexpr std::size_t kBlocksOfPart = 60, kMostCells = 20'000, kMostRecords = 2'000;

const Json& list_in(const Json& object, const char* name) {
  static const Json none = Json::array();
  const auto found = object.find(name);
  return found != object.end() && found->is_array() ? *found : none;
}

std::string text_in(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::int64_t number_of(const Json& object, const char* name, std::int64_t otherwise) {
  const auto found = object.find(name);
  return found != object.end() && found->is_number_integer() ? found->get<std::int64_t>() : otherwise;
}

const Json& source_of(const Json& object) {
  static const Json none = Json::object();
  const auto found = object.find("source");
  return found != object.end() && found->is_object() ? *found : none;
}

bool is_prose(const Json& record) {
  const std::string type = text_in(record, "record_type");
  return type == "item" || type == "duty";
}

std::int64_t pages_of(const Json& document) { return number_of(source_of(document), "pages", 0); }

std::int64_t parts_of(const Json& document) {
  if (const std::int64_t pages = pages_of(document); pages > 0) return pages;
  return std::max<std::int64_t>(1, static_cast<std::int64_t>((list_in(document, "blocks").size() + kBlocksOfPart - 1) / kBlocksOfPart));
}

// Page 0: no pages. A thing without a page of its own stands wherever its table does.
bool stands_on(const Json& thing, std::int64_t page) { return page == 0 || number_of(thing, "page", page) == page; }

// All tables of the part, those in cells too.
// Tables in cells of tables: walked with a list, as the file may nest them in a circle.
std::set<std::string> with_nested(std::set<std::string> ids, const std::map<std::string, const Json*>& tables) {
  std::vector<std::string> open(ids.begin(), ids.end());
  while (!open.empty()) {
    const auto found = tables.find(open.back());
    open.pop_back();
    if (found == tables.end()) continue;
    for (const Json& cell : list_in(*found->second, "cells")) {
      for (const Json& inner : list_in(cell, "tables")) {
        if (inner.is_string() && ids.insert(inner).second) open.push_back(inner);
      }
    }
  }
  return ids;
}

}  // namespace

// Everything but what the parts bring.
Json document_head(const Json& document) {
  Json out = Json::object();
  for (const auto& [name, value] : document.items()) {
    if (name != "blocks" && name != "tables" && name != "records" && name != "repairs" && name != "furniture") out[name] = value;
  }
  Json tables = Json::array();
  for (const Json& table : list_in(document, "tables")) {
    Json head = Json::object();
    for (const auto& [name, value] : table.items()) {
      if (name != "cells") head[name] = value;
    }
    tables.push_back(std::move(head));
  }
  // Where a part is a stretch of blocks, which one a table stands in.
  std::map<std::string, std::int64_t> part;
  const Json& blocks = list_in(document, "blocks");
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (const std::string table = text_in(blocks[i], "table"); !table.empty())
      part[table] = static_cast<std::int64_t>(i / kBlocksOfPart) + 1;
  }
  const bool by_page = pages_of(document) > 0;
  for (Json& table : tables) {
    const auto found = part.find(text_in(table, "table_id"));
    table["part"] = by_page ? number_of(table, "page", 1) : found != part.end() ? found->second : 1;
  }
  out["tables"] = std::move(tables);
  out["parts"] = parts_of(document);
  out["by_page"] = by_page;
  out["records"] = list_in(document, "records").size();
  out["repairs"] = list_in(document, "repairs").size();
  return out;
}

// Blocks of the part first, then the tables that stand in them or on the page, then the records of these tables.
Result<Json> document_part(const Json& document, std::int64_t part) {
  if (part < 1 || part > parts_of(document))
    return fail(ErrorCode::kPageMissing, "the document has no such page", "it has " + std::to_string(parts_of(document)));
  const bool by_page = pages_of(document) > 0;
  const std::int64_t page = by_page ? part : 0;
  const Json& blocks = list_in(document, "blocks");
  std::map<std::string, const Json*> tables;
  for (const Json& table : list_in(document, "tables")) tables[text_in(table, "table_id")] = &table;
  const auto on_page = [&](const Json& table) {
    const Json& pages = list_in(table, "pages");
    return std::find(pages.begin(), pages.end(), Json(page)) != pages.end();
  };

  Json shown = Json::array();
  std::set<std::string> ids;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::string table = text_in(blocks[i], "table");
    // A block is of this part by its number, a paragraph of this page by its own, a table by its pages.
    const bool here = !by_page        ? static_cast<std::int64_t>(i / kBlocksOfPart) + 1 == part
                      : table.empty() ? blocks[i].contains("paragraph") && number_of(blocks[i]["paragraph"], "page", 0) == page
                                      : tables.contains(table) && on_page(*tables[table]);
    if (!here) continue;
    if (!table.empty()) ids.insert(table);
    shown.push_back(blocks[i]);
  }
  // A table that goes on from the page before has no block here.
  if (by_page) {
    for (const auto& [id, table] : tables) {
      if (on_page(*table)) ids.insert(id);
    }
  }
  ids = with_nested(std::move(ids), tables);

  Json out = {{"part", part}, {"blocks", std::move(shown)}, {"tables", Json::array()}, {"records", Json::array()}, {"cut", false}};
  std::size_t cells = 0;
  for (const std::string& id : ids) {
    const auto found = tables.find(id);
    if (found == tables.end()) continue;
    Json table = Json::object();
    for (const auto& [name, value] : found->second->items()) {
      if (name != "cells") table[name] = value;
    }
    Json kept = Json::array();
    const std::int64_t headers = number_of(table, "header_rows", 0);
    for (const Json& cell : list_in(*found->second, "cells")) {
      if (!stands_on(cell, page) && number_of(cell, "row", 0) >= headers) continue;
      if (++cells > kMostCells) {
        out["cut"] = true;
        break;
      }
      kept.push_back(cell);
    }
    table["cells"] = std::move(kept);
    out["tables"].push_back(std::move(table));
  }
  for (const Json& record : list_in(document, "records")) {
    const Json& source = source_of(record);
    const std::string table = text_in(source, "table");
    const bool here = table.empty() ? by_page && number_of(source, "page", 0) == page : ids.contains(table) && stands_on(source, page);
    if (!here) continue;
    if (out["records"].size() >= kMostRecords) {
      out["cut"] = true;
      break;
    }
    out["records"].push_back(record);
  }
  return out;
}

// All are counted, since the page shows how many there are.
Json prose_of(const Json& document, std::int64_t offset, std::int64_t limit) {
  Json rows = Json::array();
  std::int64_t at = 0;
  for (const Json& record : list_in(document, "records")) {
    if (!is_prose(record)) continue;
    if (at >= offset && at < offset + limit) rows.push_back(record);
    ++at;
  }
  return {{"rows", std::move(rows)}, {"total", at}};
}

}  // namespace jangbu
