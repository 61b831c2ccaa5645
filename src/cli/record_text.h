// One record as text for people: jangbu inspect --record.
#pragma once

#include <string>

#include "jangbu/record_view.h"
#include "text/messages.h"

namespace jangbu::cli {

// `profiles`: a folder, or empty for those built in: what fields are called, and which are amounts.
std::string record_text(const Say& say, const RecordView& record, const std::string& profiles);

}  // namespace jangbu::cli
