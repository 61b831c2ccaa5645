// Two small members of a file of megabytes are exchanged where they stand. As jangbu lays a document out, each member of the outermost
// object begins a line, one blank further in than the object, and so does what closes it; lines of what stands deeper have more blanks, and
// no text holds a line break. A file that somebody has laid out otherwise is read as a whole.
//
//   {
//    "source": {"path": …, "paths": [ … ]},       found by its line, exchanged
//    …                                            megabytes that are not parsed
//    "edition": {"number": 2, "supersedes": …},   found by its line, exchanged
#include "loader/standing.h"

#include <nlohmann/json.hpp>
#include <optional>

#include "loader/filed_document.h"
#include "loader/filed_parts.h"
#include "text/json_text.h"

namespace jangbu {
namespace {

struct Member {
  std::size_t begin, size;
  Json object;
};

// Nothing where the file is laid out otherwise: the caller then reads it as a whole.
std::optional<Member> member_of(std::string_view json, const std::string& key) {
  const std::string opening = "\n \"" + key + "\": {", closing = "\n }";
  const std::size_t at = json.find(opening);
  if (!json.starts_with("{\n \"") || at == std::string_view::npos) return std::nullopt;
  const std::size_t begin = at + opening.size() - 1, end = json.find(closing, begin);
  if (end == std::string_view::npos) return std::nullopt;
  Member out{begin, end + closing.size() - begin, {}};
  out.object = json_if_any<Json>(json.substr(out.begin, out.size));
  return out.object.is_object() ? std::optional(std::move(out)) : std::nullopt;
}

// Laid out as it stood there: one level deep, one blank a level.
void put_back(std::string& json, const Member& member) {
  std::string text;
  append_json(text, member.object, 1, 1);
  json.replace(member.begin, member.size, text);
}

}  // namespace

Result<FiledStanding> standing_in(const std::string& json, const std::string& name) {
  const auto source = member_of(json, "source"), told = member_of(json, "edition");
  try {
    if (source && told) {
      const Json parts{{"source", source->object}, {"edition", told->object}};
      return FiledStanding{source->object.at("path").get<std::string>(), paths_in(parts), edition_in(parts)};
    }
  } catch (const Json::exception& error) {
    return fail(ErrorCode::kOutputDamaged, name + " is not a document that jangbu wrote: " + error.what(), "run ingest again");
  }
  const auto whole = FiledDocument::parse(json, name);
  if (!whole) return whole.forward();
  return FiledStanding{whole->document().source.path, whole->paths(), whole->edition()};
}

// The later member is exchanged first, so that the place of the other stays right.
Result<std::string> with_standing(std::string json, const Edition& edition, const std::vector<std::string>& paths,
                                  const std::string& name) {
  auto source = member_of(json, "source"), told = member_of(json, "edition");
  if (!source || !told || told->begin < source->begin) {
    auto whole = FiledDocument::parse(json, name);
    if (!whole) return whole.forward();
    whole->set_standing(edition, paths);
    return whole->json();
  }
  told->object = {{"number", edition.number}, {"supersedes", edition.supersedes.empty() ? Json(nullptr) : Json(edition.supersedes)}};
  if (paths.empty()) {
    source->object.erase("paths");
  } else {
    source->object["paths"] = paths;
  }
  put_back(json, *told);
  put_back(json, *source);  // stands before the other
  return json;
}

}  // namespace jangbu
