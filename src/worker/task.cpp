// A line of a worker's input → a task: a path, bytes in Base64, or an open descriptor, with the hash that they must have.
// A plain line is a path. A JSON object is read strictly, since a misspelt key would silently mean something else; but `task_id` and
// `attempt` are taken first, so that even a refused task is answered under its own id.
//
//   보고.hwp
//   {"task_id": 1, "path": "보고.hwp", "sha256": "…", "config": {"name": "보고.hwp"}}
//   {"task_id": "a", "bytes_base64": "…", "attempt": 2}
//   {"task_id": 3, "fd": 5}
#include "worker/task.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "loader/atomic_file.h"
#include "text/base64.h"
#include "text/hash.h"
#include "text/json_text.h"
#include "text/shown_path.h"

namespace jangbu {
namespace {

using Json = nlohmann::ordered_json;

Unexpected refused(const std::string& why) {
  return fail(ErrorCode::kFormatUnknown, "the task cannot be read: " + why, "see docs/worker.md");
}

bool is_hash(const std::string& text) { return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos; }

// One member of the object.
Status take_key(const std::string& key, const Json& value, Task& task) {
  const auto text = [&](std::string& into) {
    if (!value.is_string()) return false;
    into = value.get<std::string>();
    return true;
  };
  if (key == "task_id" || key == "attempt") return Done{};  // taken already
  if (key == "path")
    return text(task.path) && !task.path.empty() && task.path.find('\0') == std::string::npos ? Status(Done{})
                                                                                              : refused("\"path\" is no path");
  if (key == "bytes_base64") {
    std::string coded;
    auto bytes = text(coded) ? from_base64(coded) : std::nullopt;
    if (!bytes) return refused("\"bytes_base64\" is no Base64");
    task.bytes = std::move(*bytes);
    return Done{};
  }
  if (key == "fd") {
    // 0 brings the tasks, 1 and 2 take what is said.
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() < 3 || value.get<std::uint64_t>() > 1'000'000)
      return refused("\"fd\" is no descriptor that a worker may read");
    task.descriptor = static_cast<int>(value.get<std::uint64_t>());
    return Done{};
  }
  if (key == "sha256")
    return value.is_null() || (text(task.sha256) && is_hash(task.sha256)) ? Status(Done{})
                                                                          : refused("\"sha256\" is no hash in lower-case hexadecimals");
  if (key == "config") {
    if (value.is_null()) return Done{};
    if (!value.is_object()) return refused("\"config\" is no object");
    for (const auto& [name, setting] : value.items()) {
      if (name != "name" || !setting.is_string()) return refused("\"config\" may hold a \"name\" and nothing else");
      task.name = setting.get<std::string>();
    }
    return Done{};
  }
  return refused("\"" + key + "\" is unheard of");
}

// Read in pieces against the limit: a pipe does not tell how much will come.
Result<std::string> bytes_behind(int descriptor, std::uint64_t limit) {
  const auto unreadable = [&](int code) {
    return fail(ErrorCode::kPathUnreadable,
                "cannot read descriptor " + std::to_string(descriptor) + ": " + std::string(::strerrordesc_np(code)));
  };
  struct stat facts {};
  if (::fstat(descriptor, &facts) != 0) return unreadable(errno);
  const bool regular = S_ISREG(facts.st_mode);
  std::string bytes;
  constexpr std::size_t kPiece = 256 << 10;
  for (;;) {
    const std::size_t before = bytes.size();
    bytes.resize(before + kPiece);
    // A file from its beginning, whoever read it before; a pipe as it comes.
    const ssize_t got = regular ? ::pread(descriptor, bytes.data() + before, kPiece, static_cast<off_t>(before))
                                : ::read(descriptor, bytes.data() + before, kPiece);
    bytes.resize(before + static_cast<std::size_t>(got > 0 ? got : 0));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return unreadable(errno);
    if (got == 0) return bytes;
    if (bytes.size() > limit) return fail(ErrorCode::kLimitBytes, "the task has more bytes than a report may have");
  }
}

}  // namespace

// Exactly one of path, bytes and descriptor.
Status read_task(std::string_view line, Task& task, TasksFrom from) {
  if (!line.starts_with("{")) {
    task.path = line;
    task.id_json = json_text(Json(shown_path(line)));
    return Done{};
  }
  const auto json = json_if_any<Json>(line);
  if (!json.is_object()) return refused("it is no JSON");
  if (const auto id = json.find("task_id"); id != json.end()) {
    if (!id->is_string() && !id->is_number() && !id->is_null()) return refused("\"task_id\" is no text and no number");
    task.id_json = json_text(*id);
  }
  if (const auto attempt = json.find("attempt"); attempt != json.end()) {
    if (!attempt->is_number_unsigned()) return refused("\"attempt\" is no count");
    task.attempt = attempt->get<std::uint64_t>();
  }
  for (const auto& [key, value] : json.items()) {
    if (Status status = take_key(key, value, task); !status) return status;
  }
  if (json.contains("path") + json.contains("bytes_base64") + json.contains("fd") != 1)
    return refused("it has to name one of \"path\", \"bytes_base64\" and \"fd\"");
  if (task.descriptor && from == TasksFrom::kElsewhere) return refused("\"fd\" is for the program that starts a worker");
  return Done{};
}

// The hash guards against a file that is still being written.
Result<std::string> bytes_of(const Task& task, const Limits& limits) {
  Result<std::string> bytes = !task.path.empty() ? read_file(task.path, limits.file_bytes)
                              : task.descriptor  ? bytes_behind(*task.descriptor, limits.file_bytes)
                                                 : Result<std::string>(task.bytes);
  if (!bytes) return bytes;
  if (bytes->size() > limits.file_bytes) return fail(ErrorCode::kLimitBytes, "the task has more bytes than a report may have");
  if (!task.sha256.empty() && sha256_hex(*bytes) != task.sha256) {
    return fail(ErrorCode::kPathUnreadable, "the bytes are not those with the hash that the task names",
                "hand the task in again once the file is whole");
  }
  return bytes;
}

// The name that the document gets: what the task says, else that of the file.
std::string name_of(const Task& task) {
  if (!task.name.empty()) return shown_path(task.name);
  if (!task.path.empty()) return shown_path(std::filesystem::path(task.path).filename().string());
  return "document";
}

}  // namespace jangbu
