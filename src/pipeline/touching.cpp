#include "pipeline/touching.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "loader/atomic_file.h"
#include "pipeline/shelf.h"
#include "text/label.h"
#include "text/json_text.h"

namespace jangbu {
namespace {

// The words of a term may stand in the file parted by more than a blank; that all of them stand there is enough to look closer.
bool says(std::string_view json, std::string_view term) {
  for (const std::string_view word : words_of(term)) {
    const std::string escaped = json_text(nlohmann::json(word));
    if (json.find(escaped.substr(1, escaped.size() - 2)) == std::string_view::npos) return false;
  }
  return true;
}

}  // namespace

Result<std::map<std::string, std::string>> stamp_documents(const std::filesystem::path& output, State& state, const std::vector<KnownDocument>& documents,
                                                           const CorrectionSet& corrections) {
  std::map<std::string, std::string> stamps;
  for (const KnownDocument& document : documents) {
    std::string& stamp = stamps[document.id];
    if (!corrections.empty()) {
      CorrectionSet::Touchable touchable{document.id, {}, hidden_ids_in(document.made.corrections), {}};
      if (corrections.has_any_for_records()) {
        auto ids = state.record_ids(document.id);
        if (!ids) return ids.forward();
        touchable.record_ids = std::move(*ids);
      }
      std::optional<std::string> json;
      touchable.says = [&](std::string_view term) {
        if (!json) {
          auto content = read_file(document_path(output, document.id), kLargestOwnFile);
          json = content ? std::move(*content) : std::string();
        }
        return says(*json, term);
      };
      stamp = corrections.stamp(touchable, document.made.corrections);
    }
    if (stamp == document.made.corrections || !touched_alike(stamp, document.made.corrections)) continue;
    KnownDocument same = document;
    same.made.corrections = stamp;
    if (Status status = state.put_standing(same); !status) return status.forward();
  }
  return stamps;
}

std::string stamp_of_reading(const Processed& processed, std::string_view json, const CorrectionSet& corrections) {
  CorrectionSet::Touchable touchable{processed.document.id, {}, {}, [&](std::string_view term) { return says(json, term); }};
  std::set<std::string_view> shown;
  for (const Record& record : processed.records) {
    shown.insert(record.id);
    touchable.record_ids.push_back(record.id);
  }
  std::copy_if(processed.addressed.begin(), processed.addressed.end(), std::back_inserter(touchable.hidden_ids), [&](const std::string& id) { return !shown.contains(id); });
  return corrections.stamp(touchable);
}

}  // namespace jangbu
