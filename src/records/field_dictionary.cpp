// All fields of all profiles as one list: what `jangbu fields` prints and what column names of the outputs mean.
#include "jangbu/fields.h"

#include "records/profile.h"

namespace jangbu {

Result<std::vector<FieldEntry>> field_dictionary(const std::string& profiles) {
  const auto loaded = load_profiles(profiles);
  if (!loaded) return loaded.forward();
  std::vector<FieldEntry> out;
  for (const Profile& profile : *loaded) {
    for (const ProfileField& field : profile.fields) {
      FieldEntry& entry = out.emplace_back(
          FieldEntry{profile.type, profile.korean, field.name, field.korean, std::string(measure_name(field.measure)), {}, field.additive});
      if (field.measure == Measure::kCount) entry.counts = field.counts;
    }
  }
  return out;
}

}  // namespace jangbu
