// The place of a document among others, in its file: its edition, and all names of its bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "jangbu/result.h"
#include "loader/json_writer.h"

namespace jangbu {

struct FiledStanding {
  std::string path;                // the first name of its bytes
  std::vector<std::string> paths;  // all, where there are several
  Edition edition;
};

// Read from a document's file without the megabytes beside it. `name`: of the file, for errors. Errors: output_damaged.
Result<FiledStanding> standing_in(const std::string& json, const std::string& name);

// The file with another edition and other paths: what FiledDocument::set_standing() makes of it, byte for byte, but of a file as jangbu
// lays it out only these two members are read, whatever else is in it. `name`: of the file, for errors. Errors: output_damaged.
Result<std::string> with_standing(std::string json, const Edition& edition, const std::vector<std::string>& paths, const std::string& name);

}  // namespace jangbu
