// Is a view of a profile's kind? Asked twice: of its words, before any column is typed, and of what was typed then. A table of debts is
// none of budgets though its columns say 금액; 기능별 | 금액 is one only where something names a budget.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "records/profile.h"
#include "records/table_context.h"
#include "records/view_words.h"

namespace jangbu {

enum class Claim {
  kNone,        // what is said makes it another kind
  kOpen,        // it may be
  kIfAllTyped,  // only if no column of figures is left without a field: 예산현액 | 집행액 below 신속집행, but not beside 대상액
};

// By `refuses…`, `known_rows` and `certain` of the profile.
Claim claim_before_typing(const Profile& profile, const ViewWords& words, const TableContext& context);

// By `subject` and `any_of`: what the profile asks for besides single columns. `flow`: as in typed_by().
bool claim_holds(Claim claim, const Profile& profile, const ViewWords& words, const TableContext& context,
                 const std::optional<std::string>& flow, const std::vector<TypedColumn>& columns);

}  // namespace jangbu
