// Two sorted lists merged: the files of the folders, and the inputs that the state knows, both by location.
// Only in the state: gone, if its folder was listed. Only in the folder: new. In both: unchanged where the stamp proves it, else to be
// planned. Hard cases: a folder that could not be listed, or is empty of a sudden (a share that is not mounted): what was read from it is
// kept.
//
//   folder  a.pdf  b.pdf         d.pdf
//   state   a.pdf         c.pdf  d.pdf       a: as it was; b: new; c: gone; d: another stamp, so it is planned
#include "pipeline/survey.h"

#include <algorithm>

#include "pipeline/plan.h"

namespace jangbu {
namespace {

// The folder, among these, that the location stands below or is.
template <typename Folders>
const std::string* folder_over(std::string_view location, const Folders& folders) {
  const auto found = std::find_if(folders.begin(), folders.end(), [&](const std::string& folder) {
    if (location == folder) return true;  // it was missing, or could not be listed
    return location.size() > folder.size() && location.starts_with(folder) && (folder.back() == '/' || location[folder.size()] == '/');
  });
  return found == folders.end() ? nullptr : &*found;
}

}  // namespace

Result<std::set<std::string>> doubtful_inputs(Shelf& shelf, const Making& made) {
  std::set<std::string> out;
  const Status status = shelf.state.each_glance(made, [&](const InputGlance& known) {
    if (!known.trusted) out.emplace(known.location);
  });
  if (!status) return status.forward();
  return out;
}

// Two passes over what the state knows: the merge, then a closer look at what seems to be gone.
Result<Survey> survey(Shelf& shelf, const Surveying& what) {
  Survey out;
  // By location; a file that was given under two names stands here twice, and is looked at in any case.
  std::vector<const Input*> files;
  files.reserve(what.inputs.files.size());
  for (const Input& file : what.inputs.files) files.push_back(&file);
  const auto by_location = [](const Input* a, const Input* b) { return a->location < b->location; };
  if (!std::is_sorted(files.begin(), files.end(), by_location)) std::stable_sort(files.begin(), files.end(), by_location);
  // `recalled`: inputs that are known by their shown path only, after the state was lost; met now under their real location.
  std::set<std::string> bad, recalled;
  for (const BadInput& one : what.inputs.bad) {
    bad.insert(one.location);
    recalled.insert(unknown_location(one.shown));
  }
  for (const std::string& folder : what.inputs.shown_folders) recalled.insert(unknown_location(folder));
  std::vector<std::string> locations;  // of known inputs whose rows are needed
  // `leave_out`: files that are still arriving are for a later run.
  const auto plan = [&](const Input& file) {
    if (what.leave_out && what.leave_out(file.location)) return;
    out.files.push_back(file);
  };
  std::size_t at = 0;
  const Status status = shelf.state.each_glance(what.made, [&](const InputGlance& known) {
    for (; at < files.size() && files[at]->location < known.location; ++at) plan(*files[at]);
    if (at >= files.size() || files[at]->location != known.location) {
      if (known.trusted && folder_over(known.location, what.given)) {
        ++out.unchanged;
        return;
      }
      const bool was_recalled =
          known.location.starts_with("?");  // of a run before the state was lost: its file is met under its name below
      // Below what could not be listed nothing is known to be gone.
      if (!folder_over(known.location, bad) && (folder_over(known.location, what.inputs.folders) || was_recalled))
        out.gone.emplace_back(known.location);
      return;
    }
    // The same file under two names: both may name a document.
    const bool twice = at + 1 < files.size() && files[at + 1]->location == known.location;
    if (!what.everything && !twice && known.trusted && files[at]->shown == known.shown && stamp_of(files[at]->path) == known.stamp) {
      ++out.unchanged;
      ++at;
      return;
    }
    locations.emplace_back(known.location);
    for (; at < files.size() && files[at]->location == known.location; ++at) plan(*files[at]);
  });
  if (!status) return status.forward();
  for (; at < files.size(); ++at) plan(*files[at]);
  std::sort(out.files.begin(), out.files.end(),
            [](const Input& a, const Input& b) { return std::tie(a.shown, a.location) < std::tie(b.shown, b.location); });

  std::set<std::string> shown;
  for (const Input& file : out.files) shown.insert(unknown_location(file.shown));
  shown.insert(recalled.begin(), recalled.end());
  // The second look at what seems to be gone: files below an empty folder stay, recalled ones are taken over by the file of their name.
  std::vector<std::string> gone;
  for (std::string& location : out.gone) {
    auto input = shelf.state.input(location);
    if (!input) return input.forward();
    if (!*input) continue;
    const std::string* empty = what.allow_empty || (*input)->document.empty() ? nullptr : folder_over(location, what.inputs.empty);
    if (empty) {
      ++out.kept[*empty];
      continue;
    }
    if (location.starts_with("?")) {
      if (!shown.contains(location)) continue;
      out.known.emplace(location, **input);
    } else {
      // Others with these bytes must be planned, as one of them gives the document its name now.
      out.gone_hashes.insert((*input)->sha256);
    }
    gone.push_back(std::move(location));
  }
  out.gone = std::move(gone);
  for (const std::string& location : locations) {
    auto input = shelf.state.input(location);
    if (!input) return input.forward();
    if (*input) out.known.emplace(location, std::move(**input));
  }
  return out;
}

}  // namespace jangbu
