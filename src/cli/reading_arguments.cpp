#include "cli/reading_arguments.h"

#include <sys/prctl.h>

#include <cstdlib>
#include <ctime>

namespace jangbu::cli {

void hide_this_process() { ::prctl(PR_SET_DUMPABLE, 0); }

void ChildArguments::add_to(CLI::App& command) {
  command.add_flag("--in-process", in_process,
                   "Read documents in this process, not in children with limits: for debugging. A document that crashes its reader then ends the run");
  command.add_option("--sandbox", sandbox, "What a child that reads may do: auto: no more than reading, as far as the system can forbid it; require: or not run; off: all")
      ->check(CLI::IsMember({"auto", "require", "off"}))
      ->capture_default_str();
}

void ReadingArguments::add_to(CLI::App& command) {
  command.add_option("-o,--out", output, "Folder to write to; made if it is not there")->required();
  command.add_option("-j,--jobs", jobs, "Documents read at a time; 0: one for each processor")->capture_default_str();
  command.add_option("--profiles", profiles, "Folder of table profiles to use instead of the built-in ones");
  command.add_option("--corrections", corrections, "Folder of corrections (JSON) to replay: see the README");
  command.add_option("--password", password, "Password of encrypted documents; better given in the environment")->envname("JANGBU_PASSWORD");
  command.add_flag("--follow-links", follow_links, "Read files that links in a folder lead to outside of it; by default they are passed over");
  child.add_to(command);
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
  child.put_into(options);
  options.now = time_now();
  return options;
}

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
