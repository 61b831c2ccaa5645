// {"task_id":…,"attempt":…,"name":…,"sha256":…,"ok":true,"document":{…}} → its parts; every JSON exception means that no worker wrote it.
#include "loader/filed_result.h"

#include <nlohmann/json.hpp>

#include "text/hash.h"
#include "text/json_text.h"

namespace jangbu {
namespace {

using Object = nlohmann::ordered_json;

std::string text_at(const Object& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// Ids are texts or numbers.
TaskName task_name_in(const Object& object) {
  const Object& id = object.at("task_id");
  return TaskName::parse(id.is_string() ? id.get<std::string>() : json_text(id));
}

}  // namespace

Result<FiledResult> parse_result(std::string_view line) {
  try {
    Object json = json_from<Object>(line);
    FiledResult out;
    out.task = task_name_in(json);
    out.name = text_at(json, "name");
    out.sha256 = text_at(json, "sha256");
    if (json.at("ok").get<bool>()) {
      auto document = FiledDocument::parse(json_text(json.at("document")), out.task.location);
      if (!document) return document.forward();
      out.document = std::move(*document);
      return out;
    }
    const Object& error = json.at("error");
    out.error = Error{static_cast<ErrorCode>(whole_from<int>(error.at("code"))), text_at(error, "message"), text_at(error, "advice")};
    out.passing = error.at("passing").get<bool>();
    return out;
  } catch (const Object::exception& error) {
    return fail(ErrorCode::kOutputDamaged, std::string("a result is none that a worker wrote: ") + error.what());
  }
}

FiledResult result_of_lost(std::string_view task, Error error) {
  FiledResult out;
  out.error = std::move(error);
  try {
    const Object json = json_from<Object>(task);
    out.task = task_name_in(json);
    out.sha256 = text_at(json, "sha256");
    if (const auto config = json.find("config"); config != json.end() && config->is_object()) out.name = text_at(*config, "name");
    if (out.name.empty()) out.name = text_at(json, "path");
  } catch (const Object::exception&) {
    out.task = TaskName::parse(sha256_hex(task));
  }
  if (out.name.empty()) out.name = out.task.location;
  return out;
}

}  // namespace jangbu
