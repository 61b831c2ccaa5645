// Headings beyond reading, in tables that came as text: `집항l액` for 집행액, a group cut in two, a second line of rubbish. Where the
// columns are as many as those of a usual layout, each heading still shows the letters of the one that stands there, and figures
// keep the identities of the layout's fields, the layout's fields are the columns'. Repairs say so.
//
//   사업명 | 예산현액 | 집항     | l액    | 집형     | 넁률   | '19년말 집 | 행예상액        예산현액, 원인행위액, 지출액, 원인행위 집행률,
//          | 테인언학 | 원인행위 | 지출액 | 원인행위 | 지출액 | 예상액     | 집행률     →    지출 집행률, 집행예상액, 집행예상률
//
// Never for grids that lines or the format tell: there a word that no list knows is a word, not a damage.
#pragma once

#include <optional>

#include "records/column_typing.h"

namespace jangbu {

// Nothing unless all columns of figures fit. REQUIRES: the view is of a table with a guessed grid.
std::optional<ColumnTyping> read_damaged(const ViewWords& words, const TableContext& context, const Profile& profile);

}  // namespace jangbu
