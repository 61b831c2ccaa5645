#include "records/column_members.h"

#include <algorithm>
#include <map>

#include "records/hierarchy.h"

namespace jangbu {
namespace {

struct Member {
  const ProfileField* field = nullptr;
  const BreakdownRule* rule = nullptr;
  std::string dimension, name;
};

bool is_sum(const std::string& key) { return is_total_label(key) || is_subtotal_label(key); }

const BreakdownRule* rule_for(const Profile& profile, const std::string& member, const std::string& measure) {
  for (const BreakdownRule& rule : profile.breakdowns) {
    if (rule.members && rule.members->matches(member) && (rule.measure.empty() || rule.measure == measure)) return &rule;
  }
  return nullptr;
}

// 행정직 under 직종별 현원: the header above names dimension and measure.
std::optional<Member> by_header(const Column& column, const Profile& profile) {
  for (std::size_t i = 0; i + 1 < column.path.size(); ++i) {
    for (const BreakdownRule& rule : profile.breakdowns) {
      if (!rule.header || !rule.header->matches(column.path[i].key)) continue;
      const auto groups = rule.header->groups(column.path[i].key);
      return Member{profile.field(rule.measure), &rule, groups.size() > 1 ? std::string(groups[1]) : rule.dimension, column.path.back().key};
    }
  }
  return std::nullopt;
}

std::optional<Member> by_name(const Column& column, const Profile& profile, const FieldOfHeader& field_of) {
  if (column.path.size() < 2) return std::nullopt;
  Member member;
  member.field = field_of(column.path.back().key);
  if (member.field) {  // 정원 under 4급
    member.name = column.path[column.path.size() - 2].key;
  } else {  // 4급 under 정원
    for (std::size_t i = column.path.size() - 1; i-- > 0 && !member.field;) member.field = field_of(column.path[i].key);
    member.name = column.path.back().key;
  }
  if (!member.field) return std::nullopt;
  member.rule = rule_for(profile, member.name, member.field->name);
  if (!member.rule) return std::nullopt;
  member.dimension = member.rule->dimension;
  return member;
}

// The one measure of the table, if it has one: members beside it can only be its.
int only_measure(const std::vector<Column>& columns) {
  int found = -1;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (!columns[c].field || !columns[c].member.empty() || !columns[c].field->additive) continue;
    if (found >= 0) return -1;
    found = static_cast<int>(c);
  }
  return found;
}

bool adds_up(const ColumnEvidence& total, const std::vector<std::size_t>& parts, const std::vector<ColumnEvidence>& evidence) {
  int held = 0, failed = 0;
  for (std::size_t r = 0; r < total.figures.size(); ++r) {
    std::vector<SignedTerm> terms;
    for (std::size_t part : parts) {
      if (evidence[part].figures[r]) terms.push_back({1, *evidence[part].figures[r]});
    }
    if (!total.figures[r] || terms.empty()) continue;
    ++(check_sum(*total.figures[r], terms).explained ? held : failed);
  }
  return held > failed * 2;
}

}  // namespace

void find_members(std::vector<Column>& columns, const Profile& profile, const std::vector<ColumnEvidence>& evidence, const FieldOfHeader& field_of) {
  if (profile.breakdowns.empty()) return;
  std::map<std::string, std::map<std::string, int>> dimensions;  // by measure: how many members each has
  std::vector<std::size_t> named;
  const auto take = [&](std::size_t c, const Member& member) {
    columns[c].field = member.field;
    columns[c].dimension = member.dimension;
    columns[c].member = member.name;
  };
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (columns[c].field || evidence[c].percent() || evidence[c].texts > evidence[c].plain) continue;
    auto member = by_header(columns[c], profile);
    const bool by_word = !member;
    if (!member) member = by_name(columns[c], profile, field_of);
    if (!member || !member->field || member->field->measure == Measure::kRate || is_sum(member->name)) continue;
    take(c, *member);
    if (by_word) {
      ++dimensions[member->field->name][member->dimension];
      named.push_back(c);
    }
  }
  if (const int total = only_measure(columns); total >= 0 && columns[static_cast<std::size_t>(total)].field->measure != Measure::kRate) {
    const ProfileField* field = columns[static_cast<std::size_t>(total)].field;
    std::vector<std::size_t> beside;
    std::vector<Member> members;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (columns[c].field || columns[c].path.empty() || evidence[c].percent() || evidence[c].texts > evidence[c].plain) continue;
      const std::string& name = columns[c].path.back().key;
      const BreakdownRule* rule = is_sum(name) ? nullptr : rule_for(profile, name, field->name);
      if (!rule) continue;
      beside.push_back(c);
      members.push_back({field, rule, rule->dimension, name});
    }
    if (beside.size() >= 2 && adds_up(evidence[static_cast<std::size_t>(total)], beside, evidence)) {
      for (std::size_t i = 0; i < beside.size(); ++i) {
        take(beside[i], members[i]);
        ++dimensions[field->name][members[i].dimension];
        named.push_back(beside[i]);
      }
    }
  }
  // The parts of one whole are parted by one thing: 별정직 beside 4급, 5급, 6급 is one of the 직급별 columns.
  for (std::size_t c : named) {
    const auto& counts = dimensions[columns[c].field->name];
    const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    columns[c].dimension = most->first;
  }
}

}  // namespace jangbu
