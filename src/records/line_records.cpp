// The records of lines: outlines and duties of every profile that asks for them. The lines are worked out once, and only where one does.
#include "records/line_records.h"

#include <iterator>
#include <optional>

#include "records/duties.h"
#include "records/identity.h"
#include "records/outline.h"
#include "records/outline_lines.h"

namespace jangbu {

std::vector<Record> read_line_records(Document& document, const std::vector<Profile>& profiles, const std::string& report_key) {
  std::vector<Record> all;
  std::optional<std::vector<SignedLine>> document_lines;
  for (const Profile& profile : profiles) {
    if (!profile.outline && !profile.duties) continue;
    if (!document_lines) document_lines = outline_lines(document);
    std::vector<Record> records =
        profile.duties ? read_duties(document, *document_lines, profile) : read_outline(document, *document_lines, profile);
    name_outline_records(document, report_key, records);
    put_before(std::move(all), records);
    all = std::move(records);
  }
  return all;
}

void put_before(std::vector<Record> few, std::vector<Record>& many) {
  many.insert(many.begin(), std::move_iterator(few.begin()), std::move_iterator(few.end()));
}

}  // namespace jangbu
