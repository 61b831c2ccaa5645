#include "records/line_records.h"

#include <iterator>

#include "records/duties.h"
#include "records/identity.h"
#include "records/outline.h"

namespace jangbu {

std::vector<Record> read_line_records(Document& document, const std::vector<Profile>& profiles, const std::string& report_key) {
  std::vector<Record> all;
  for (const Profile& profile : profiles) {
    std::vector<Record> lines;
    if (profile.outline) lines = read_outline(document, profile);
    if (profile.duties) lines = read_duties(document, profile);
    name_outline_records(document, report_key, lines);
    std::move(lines.begin(), lines.end(), std::back_inserter(all));
  }
  return all;
}

}  // namespace jangbu
