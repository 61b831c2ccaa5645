// The answers that the page gets, page after page, laid out as one table. Columns are those that the page shows, under the names that it
// gives them; words that machines read (severities, kinds) are said in the page's language.
//
//   findings?severity=error  →  심각도 | 종류 | 기관 | 연도 | 내용 | 적힌 값 | 계산한 값 | 표 | 쪽 | 보고서
#include "review/shown.h"

#include <algorithm>

#include "review/lists.h"
#include "review/looking.h"
#include "text/messages.h"

namespace jangbu {
namespace {

struct ShownColumn {
  const char* member;
  const char* type = "string";
  const char* unit = "";
  const char* family = "";  // of the catalogue of messages, for words that machines read
};

using Question = Result<Json> (*)(LedgerAsking&, const Asked&);

// `rows`: the member of the answer that holds them; `inner`: of each of these, the member that holds the rows, where they are nested.
struct ShownList {
  const char* name;
  Question question;
  const char* rows;
  const char* inner;
  std::vector<ShownColumn> columns;
};

const std::vector<ShownColumn> kRecordColumns = {{"record_type"},     {"organization"}, {"fiscal_year", "integer"},
                                                 {"path", "array"},   {"name"},         {"table_id"},
                                                 {"page", "integer"}, {"title"},        {"document_id"}};

const std::vector<ShownList>& lists() {
  static const std::vector<ShownList> all = {
      {"findings",
       findings_list,
       "rows",
       nullptr,
       {{"severity", "string", "", "severity"},
        {"kind", "string", "", "kind"},
        {"organization"},
        {"fiscal_year", "integer"},
        {"message"},
        {"printed", "number"},
        {"computed", "number"},
        {"table_id"},
        {"page", "integer"},
        {"accepted"},
        {"title"},
        {"document_id"}}},
      {"documents",
       documents_list,
       "rows",
       nullptr,
       {{"title"},
        {"organization"},
        {"report_kind"},
        {"report_date"},
        {"fiscal_year", "integer"},
        {"format"},
        {"pages", "integer"},
        {"records", "integer"},
        {"findings", "integer"},
        {"path"},
        {"document_id"}}},
      {"failures",
       failures_list,
       "rows",
       nullptr,
       {{"path"}, {"code", "integer"}, {"error", "string", "", "error"}, {"message"}, {"advice"}, {"since"}, {"attempts", "integer"}}},
      {"budgets",
       budgets,
       "rows",
       "records",
       {{"organization"},
        {"fiscal_year", "integer"},
        {"table_id"},
        {"path", "array"},
        {"name"},
        {"current_appropriation", "number"},
        {"budget_amount", "number"},
        {"payment", "number"},
        {"execution", "number"},
        {"payment_rate", "number", "%"},
        {"execution_rate", "number", "%"},
        {"page", "integer"},
        {"title"},
        {"document_id"}}},
      {"series_of",
       series_of,
       "rows",
       nullptr,
       {{"organization"},
        {"name"},
        {"field"},
        {"fiscal_year", "integer"},
        {"value", "number"},
        {"next_year_says", "number"},
        {"document_id"}}},
      {"records", search, "records", nullptr, kRecordColumns},
      {"prose", search, "prose", nullptr, kRecordColumns},
  };
  return all;
}

// A member of the row, or of the table that it stands in.
LedgerCell cell_of(const Json& row, const Json& outer, const ShownColumn& column, const Say& say) {
  const bool korean = say.language == Language::kKorean;
  const auto in = [&](const char* name) -> const Json* {
    for (const Json* object : {&row, &outer}) {
      if (const auto found = object->find(name); found != object->end()) return &*found;
    }
    return nullptr;
  };
  const std::string_view member = column.member;
  const Json* found = member == "message" && in("message_ko") ? in(korean ? "message_ko" : "message_en") : in(column.member);
  if (!found || found->is_null()) return {};
  if (member == "accepted") return found->value("reason", std::string());
  if (found->is_string()) {
    const std::string& text = found->get_ref<const std::string&>();
    return *column.family ? say.of(column.family, text) : text;
  }
  if (found->is_number_integer()) return found->get<std::int64_t>();
  if (found->is_number()) return found->get<double>();
  return {};
}

// One page of the list after the other, until there is no more. Lists tell how many there are (`total`), that there is more (`more`), or
// where the next begins (`next`).
Status each_row(LedgerAsking& ledger, Asked asked, const ShownList& list, const Say& say, const ExportRow& each) {
  std::size_t told = 0;
  for (std::int64_t offset = 0;;) {
    asked.query["offset"] = std::to_string(offset);
    const auto answer = list.question(ledger, asked);
    if (!answer) return answer.forward();
    const Json& rows = (*answer)[list.rows];
    for (const Json& outer : rows) {
      const Json& inner = list.inner ? outer[list.inner] : Json();
      for (const Json& row : list.inner ? inner : Json::array({outer})) {
        std::vector<LedgerCell> cells;
        if (++told > kMostShown) {
          cells.resize(list.columns.size());
          cells[0] = say("review.cut_list", {{"count", kMostShown}});
          each(cells);
          return Done{};
        }
        for (const ShownColumn& column : list.columns) cells.push_back(cell_of(row, outer, column, say));
        if (!each(cells)) return Done{};
      }
    }
    const Json next = answer->value("next", Json()), more = answer->value("more", Json());
    offset = next.is_number_integer() ? next.get<std::int64_t>() : offset + static_cast<std::int64_t>(rows.size());
    const bool goes_on = next.is_number_integer() || (answer->contains("total") && offset < (*answer)["total"].get<std::int64_t>()) ||
                         (more.is_object() && more.value(list.rows, false));
    if (rows.empty() || !goes_on) return Done{};
  }
}

}  // namespace

Result<ExportTable> shown_list(LedgerAsking& ledger, const Asked& asked) {
  const auto list = std::find_if(lists().begin(), lists().end(), [&](const ShownList& one) { return asked.value("list") == one.name; });
  if (list == lists().end()) return fail(ErrorCode::kPathMissing, "there is no such list", "");
  const Say say{asked.value("lang") == "en" ? Language::kEnglish : Language::kKorean};
  // Records and prose are shown alike.
  const std::string columns_of = list->inner || std::string_view(list->rows) == "rows" ? list->name : "records";
  ExportTable out{list->name, say.of("shown", list->name), {}, {}};
  for (const ShownColumn& column : list->columns) {
    const std::string title = say.of("shown", columns_of + "." + column.member);
    out.columns.push_back({title, column.type, title, title, column.unit});
  }
  Asked all = asked;
  all.query["limit"] = "200";
  out.rows = [&ledger, all, list, say](const ExportRow& each) { return each_row(ledger, all, *list, say, each); };
  return out;
}

}  // namespace jangbu
