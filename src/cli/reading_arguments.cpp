// Options of commands that read → IngestOptions. Limits are set by name, checked when they are given,
// so that a run does not fail half way for a typing error.
//
//   --limit pages=500 --limit seconds=60
#include "cli/reading_arguments.h"

#include <sys/prctl.h>

#include <charconv>
#include <cstdlib>
#include <ctime>
#include <limits>
#include <string_view>
#include <type_traits>

namespace jangbu::cli {
namespace {

// A limit by its name: all of Limits, each with what it counts.
struct NamedLimit {
  const char* name;
  void (*set)(Limits& limits, std::uint64_t value);
  std::uint64_t most;
};

// Members of Limits have different types; the largest value of each is in the table.
template <auto Member>
void set_member(Limits& limits, std::uint64_t value) {
  limits.*Member = static_cast<std::remove_reference_t<decltype(limits.*Member)>>(value);
}

constexpr std::uint64_t kMostInt = std::numeric_limits<int>::max(), kMostCount = std::uint64_t{1} << 62;
// The names that users give with --limit.
constexpr NamedLimit kLimits[] = {
    {"bytes", set_member<&Limits::file_bytes>, kMostCount},
    {"pages", set_member<&Limits::pages>, kMostInt},
    {"nesting", set_member<&Limits::nesting>, kMostInt},
    {"cells", set_member<&Limits::cells>, kMostCount},
    {"inflated_bytes", set_member<&Limits::inflated_bytes>, kMostCount},
    {"text_code_points", set_member<&Limits::text_code_points>, kMostCount},
    {"page_objects", set_member<&Limits::page_objects>, kMostCount},
    {"correction_bytes", set_member<&Limits::correction_bytes>, kMostCount},
    {"seconds", set_member<&Limits::seconds>, kMostInt},
    {"cpu_seconds", set_member<&Limits::cpu_seconds>, kMostInt},
    {"reader_bytes", set_member<&Limits::reader_bytes>, kMostCount},
    {"answer_bytes", set_member<&Limits::answer_bytes>, kMostCount},
};

std::string limit_names() {
  std::string out;
  for (const NamedLimit& limit : kLimits) out += (out.empty() ? "" : ", ") + std::string(limit.name);
  return out;
}

// NAME=NUMBER. False: no such limit, no whole number, or more than it can hold.
bool set_limit(Limits& limits, std::string_view given) {
  const std::size_t at = given.find('=');
  if (at == std::string_view::npos) return false;
  std::uint64_t value = 0;
  const std::string_view number = given.substr(at + 1);
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc() || end != number.data() + number.size() || value == 0) return false;
  for (const NamedLimit& limit : kLimits) {
    if (given.substr(0, at) != limit.name || value > limit.most) continue;
    limit.set(limits, value);
    return true;
  }
  return false;
}

}  // namespace

void hide_this_process() { ::prctl(PR_SET_DUMPABLE, 0); }

void ChildArguments::add_to(CLI::App& command, const Say& say) {
  command.add_flag("--in-process", in_process, say("help.in_process"));
  command.add_option("--sandbox", sandbox, say("help.sandbox"))->check(CLI::IsMember({"auto", "require", "off"}))->capture_default_str();
}

void ReadingArguments::add_to(CLI::App& command, const Say& say) {
  command.add_option("-o,--out", output, say("help.out"))->required()->check([say](const std::string& given) {
    return given == "-" || given.empty() ? say("usage.out_is_a_folder") : std::string();
  });
  command.add_option("-j,--jobs", jobs, say("help.jobs"))->capture_default_str();
  command.add_option("--profiles", profiles, say("help.profiles"));
  command.add_option("--corrections", corrections, say("help.corrections"));
  command.add_flag("--no-corrections", no_corrections, say("help.no_corrections"))->excludes("--corrections");
  command.add_option("--password", password, say("help.password"))->envname("JANGBU_PASSWORD");
  command.add_flag("--follow-links", follow_links, say("help.follow_links"));
  command.add_flag("--allow-empty", allow_empty, say("help.allow_empty"));
  command.add_option("--limit", limits, say("help.limit", {{"names", limit_names()}}))
      ->check([say](const std::string& given) {
        Limits tried;
        return set_limit(tried, given) ? std::string() : say("usage.no_limit", {{"given", given}, {"names", limit_names()}});
      })
      ->type_name("NAME=NUMBER");
  child.add_to(command, say);
}

IngestOptions ReadingArguments::options() const {
  IngestOptions options;
  for (const std::string& path : paths) options.inputs.emplace_back(path);
  options.output = output;
  options.profiles = profiles;
  options.corrections = corrections;
  options.password = password;
  options.jobs = jobs;
  options.follow_links = follow_links;
  options.allow_empty = allow_empty;
  options.no_corrections = no_corrections;
  for (const std::string& limit : limits) set_limit(options.limits, limit);  // checked when it was given
  child.put_into(options);
  options.now = time_now();
  return options;
}

// In UTC, so that two machines write the same.
std::string time_now() {
  std::time_t time = std::time(nullptr);
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH")) time = static_cast<std::time_t>(std::strtoll(epoch, nullptr, 10));
  std::tm parts{};
  gmtime_r(&time, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

}  // namespace jangbu::cli
