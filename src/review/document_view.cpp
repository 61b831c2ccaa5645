// documents/<id>.json, which may have megabytes → the part that a person looks at: a printed page, or a stretch of kBlocksOfPart blocks.
// Everything is looked at where it lies (filed_value.h), and only what goes out is copied.
// Bounded: kMostCells, kMostRecords and kMostOfPart findings of a part, kMostListed of each list of the head; `cut` tells that there is
// more. Hard case: a table over several pages. Each page gets the cells that stand on it, and the header rows everywhere, or the figures
// would have no names.
//
//   GET /api/document?id=…        head: tables without cells, and the part in which each stands
//   GET /api/part?id=…&part=12    page 12: its blocks, the cells of its tables, its records, the findings that name these
#include "review/document_view.h"

#include <algorithm>
#include <map>
#include <set>

namespace jangbu {
namespace {

constexpr std::size_t kBlocksOfPart = 60, kMostBlocks = 5'000, kMostCells = 20'000, kMostRecords = 2'000, kMostOfPart = 500;
constexpr std::size_t kMostListed = 2'000;

bool is_prose(const FiledValue& record) {
  const std::string_view type = record["record_type"].text();
  return type == "item" || type == "duty";
}

std::int64_t pages_of(const FiledValue& document) { return document["source"]["pages"].number(0); }

std::int64_t parts_of(const FiledValue& document) {
  if (const std::int64_t pages = pages_of(document); pages > 0) return pages;
  return std::max<std::int64_t>(1, static_cast<std::int64_t>((document["blocks"].size() + kBlocksOfPart - 1) / kBlocksOfPart));
}

// Page 0: no pages. A thing without a page of its own stands wherever its table does.
bool stands_on(const FiledValue& thing, std::int64_t page) { return page == 0 || thing["page"].number(page) == page; }

using Tables = std::map<std::string_view, FiledValue>;

Tables tables_of(const FiledValue& document) {
  Tables out;
  for (const FiledValue& table : document["tables"].items()) out[table["table_id"].text()] = table;
  return out;
}

// All tables of the part, those in cells too.
// Tables in cells of tables: walked with a list, as the file may nest them in a circle.
std::set<std::string_view> with_nested(std::set<std::string_view> ids, const Tables& tables) {
  std::vector<std::string_view> open(ids.begin(), ids.end());
  while (!open.empty()) {
    const auto found = tables.find(open.back());
    open.pop_back();
    if (found == tables.end()) continue;
    for (const FiledValue& cell : found->second["cells"].items()) {
      for (const FiledValue& inner : cell["tables"].items()) {
        if (inner.is_text() && ids.insert(inner.text()).second) open.push_back(inner.text());
      }
    }
  }
  return ids;
}

// The chapters as a tree, of which only so many are taken: those that come first.
Json sections_of(const FiledValue& sections, std::size_t& left, bool& cut) {
  Json out = Json::array();
  for (const FiledValue& section : sections.items()) {
    if (left == 0) {
      cut = true;
      break;
    }
    --left;
    Json one = Json::object();
    for (const auto& [name, value] : section.members())
      one[std::string(name)] = name == "children" ? sections_of(value, left, cut) : value.json();
    out.push_back(std::move(one));
  }
  return out;
}

// The first of a list; what is left out is counted under its name in `cut`.
Json first_of(const FiledValue& list, const std::string& name, Json& cut) {
  Json out = Json::array();
  const auto items = list.items();
  for (std::size_t i = 0; i < std::min(items.size(), kMostListed); ++i) out.push_back(items[i].json());
  if (items.size() > kMostListed) cut[name] = items.size();
  return out;
}

// What an outline of the document needs of its tables, and the part in which each stands.
Json table_heads(const FiledValue& document, Json& cut) {
  // Where a part is a stretch of blocks, which one a table stands in.
  std::map<std::string_view, std::int64_t> part;
  const bool by_page = pages_of(document) > 0;
  if (!by_page) {
    const auto blocks = document["blocks"].items();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (const std::string_view table = blocks[i]["table"].text(); !table.empty())
        part[table] = static_cast<std::int64_t>(i / kBlocksOfPart) + 1;
    }
  }
  Json out = Json::array();
  const auto tables = document["tables"].items();
  // A finding's table leads to its part, so that all are told, in few words.
  for (const FiledValue& table : tables) {
    if (out.size() >= 10 * kMostListed) {
      cut["tables"] = tables.size();
      break;
    }
    const auto found = part.find(table["table_id"].text());
    out.push_back({{"table_id", table["table_id"].json()},
                   {"caption", table["caption"].json()},
                   {"page", table["page"].json()},
                   {"part", by_page               ? table["page"].number(1)
                            : found != part.end() ? found->second
                                                  : 1}});
  }
  return out;
}

// Findings that name one of these records, whatever their number is in the whole document.
Json findings_of_part(const FiledValue& document, const std::set<std::string_view>& records, bool& cut) {
  Json out = Json::array();
  for (const FiledValue& finding : document["findings"].items()) {
    const auto ids = finding["record_ids"].items();
    if (std::none_of(ids.begin(), ids.end(), [&](const FiledValue& id) { return records.contains(id.text()); })) continue;
    if (out.size() >= kMostOfPart) {
      cut = true;
      break;
    }
    out.push_back(finding.json());
  }
  return out;
}

}  // namespace

// Everything but what the parts bring.
Json document_head(const FiledValue& document) {
  static const std::set<std::string_view> kInParts{"blocks", "records", "repairs", "furniture", "tables", "sections"};
  Json out = Json::object(), cut = Json::object();
  for (const auto& [name, value] : document.members()) {
    if (kInParts.contains(name)) continue;
    const std::string key(name);
    out[key] = value.size() > kMostListed ? first_of(value, key, cut) : value.json();
  }
  std::size_t left = kMostListed;
  bool sections_cut = false;
  out["sections"] = sections_of(document["sections"], left, sections_cut);
  if (sections_cut) cut["sections"] = kMostListed;
  out["tables"] = table_heads(document, cut);
  out["parts"] = parts_of(document);
  out["by_page"] = pages_of(document) > 0;
  out["records"] = document["records"].size();
  out["repairs"] = document["repairs"].size();
  out["cut"] = std::move(cut);
  return out;
}

// Blocks of the part first, then the tables that stand in them or on the page, then the records of these tables.
Result<Json> document_part(const FiledValue& document, std::int64_t part) {
  if (part < 1 || part > parts_of(document))
    return fail(ErrorCode::kPageMissing, "the document has no such page", "it has " + std::to_string(parts_of(document)));
  const bool by_page = pages_of(document) > 0;
  const std::int64_t page = by_page ? part : 0;
  const auto blocks = document["blocks"].items();
  const Tables tables = tables_of(document);
  const auto on_page = [&](const FiledValue& table) {
    const auto pages = table["pages"].items();
    return std::any_of(pages.begin(), pages.end(), [&](const FiledValue& one) { return one.number(-1) == page; });
  };

  Json shown = Json::array();
  bool cut = false;
  std::set<std::string_view> ids;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::string_view table = blocks[i]["table"].text();
    const auto found = tables.find(table);
    // A block is of this part by its number, a paragraph of this page by its own, a table by its pages.
    const bool here = !by_page        ? static_cast<std::int64_t>(i / kBlocksOfPart) + 1 == part
                      : table.empty() ? blocks[i]["paragraph"]["page"].number(0) == page
                                      : found != tables.end() && on_page(found->second);
    if (!here) continue;
    if (shown.size() >= kMostBlocks) {
      cut = true;
      break;
    }
    if (!table.empty()) ids.insert(table);
    shown.push_back(blocks[i].json());
  }
  // A table that goes on from the page before has no block here.
  if (by_page) {
    for (const auto& [id, table] : tables) {
      if (on_page(table)) ids.insert(id);
    }
  }
  ids = with_nested(std::move(ids), tables);

  Json out = {{"part", part}, {"blocks", std::move(shown)}, {"tables", Json::array()}, {"records", Json::array()}};
  std::size_t cells = 0;
  for (const std::string_view id : ids) {
    const auto found = tables.find(id);
    if (found == tables.end()) continue;
    Json table = Json::object();
    for (const auto& [name, value] : found->second.members()) {
      if (name != "cells") table[std::string(name)] = value.json();
    }
    Json kept = Json::array();
    const std::int64_t headers = found->second["header_rows"].number(0);
    for (const FiledValue& cell : found->second["cells"].items()) {
      if (!stands_on(cell, page) && cell["row"].number(0) >= headers) continue;
      if (++cells > kMostCells) {
        cut = true;
        break;
      }
      kept.push_back(cell.json());
    }
    table["cells"] = std::move(kept);
    out["tables"].push_back(std::move(table));
  }
  std::set<std::string_view> records;
  for (const FiledValue& record : document["records"].items()) {
    const FiledValue source = record["source"];
    const std::string_view table = source["table"].text();
    const bool here = table.empty() ? by_page && source["page"].number(0) == page : ids.contains(table) && stands_on(source, page);
    if (!here) continue;
    if (out["records"].size() >= kMostRecords) {
      cut = true;
      break;
    }
    records.insert(record["record_id"].text());
    out["records"].push_back(record.json());
  }
  out["findings"] = findings_of_part(document, records, cut);
  out["cut"] = cut;
  return out;
}

// All are counted, since the page shows how many there are.
Json prose_of(const FiledValue& document, std::int64_t offset, std::int64_t limit) {
  Json rows = Json::array();
  std::int64_t at = 0;
  for (const FiledValue& record : document["records"].items()) {
    if (!is_prose(record)) continue;
    if (at >= offset && at < offset + limit) rows.push_back(record.json());
    ++at;
  }
  return {{"rows", std::move(rows)}, {"total", at}};
}

}  // namespace jangbu
