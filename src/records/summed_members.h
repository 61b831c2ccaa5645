// Parts whose names no list knows, proved by the table's own sums.
//
//   정원              |  계 = 경찰관 + 일반직 in every row: 경찰관 is a member of the dimension that 일반직 is one of
//   계 | 경찰관 | 일반직
#pragma once

#include <optional>
#include <vector>

#include "meaning/lexicon.h"
#include "records/view_words.h"

namespace jangbu {

// Columns of one measure, of which one is the whole and some are known members: the others become members of the same dimension, if nothing
// but their names is unknown and the whole is the sum of all in every row that prints it (at least two; figures exact). A name that one
// measure proves is one in the others.
void take_summed_members(ViewWords& words, const Lexicon& lexicon);

// The same of rows: true if one row is called the total, none a subtotal, and it is the sum of the others in all typed columns of the
// table's own year, at least two; but for as many columns as `misprints` says, where two others hold.
bool rows_add_up(const GridView& view, const std::vector<TypedColumn>& columns, int misprints = 0);

// The member that a row's labels name: the innermost of a list, or whatever stands under 직렬별. Nothing: none, or a total.
std::optional<FacetMember> member_of_labels(const std::vector<const Cell*>& labels, const Lexicon& lexicon);

}  // namespace jangbu
