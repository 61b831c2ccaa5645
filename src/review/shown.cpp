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
  const char *member, *korean, *english;
  const char* type = "string";
  const char* unit = "";
  const char* family = "";  // of the catalogue of messages, for words that machines read
};

using Question = Result<Json> (*)(LedgerAsking&, const Asked&);

// `rows`: the member of the answer that holds them; `inner`: of each of these, the member that holds the rows, where they are nested.
struct ShownList {
  const char *name, *korean, *english;
  Question question;
  const char* rows;
  const char* inner;
  std::vector<ShownColumn> columns;
};

const std::vector<ShownColumn> kRecordColumns = {{"record_type", "유형", "type"},
                                                 {"organization", "기관", "organization"},
                                                 {"fiscal_year", "연도", "year", "integer"},
                                                 {"path", "경로", "path", "array"},
                                                 {"name", "항목", "name"},
                                                 {"table_id", "표", "table"},
                                                 {"page", "쪽", "page", "integer"},
                                                 {"title", "보고서", "report"},
                                                 {"document_id", "문서", "document"}};

const std::vector<ShownList>& lists() {
  static const std::vector<ShownList> all = {
      {"findings",
       "지적",
       "findings",
       findings_list,
       "rows",
       nullptr,
       {{"severity", "심각도", "severity", "string", "", "severity"},
        {"kind", "종류", "kind", "string", "", "kind"},
        {"organization", "기관", "organization"},
        {"fiscal_year", "연도", "year", "integer"},
        {"message", "내용", "finding"},
        {"printed", "적힌 값", "printed", "number"},
        {"computed", "계산한 값", "computed", "number"},
        {"table_id", "표", "table"},
        {"page", "쪽", "page", "integer"},
        {"accepted", "수용한 까닭", "accepted because"},
        {"title", "보고서", "report"},
        {"document_id", "문서", "document"}}},
      {"documents",
       "문서",
       "documents",
       documents_list,
       "rows",
       nullptr,
       {{"title", "제목", "title"},
        {"organization", "기관", "organization"},
        {"report_kind", "보고서 종류", "kind of report"},
        {"report_date", "보고 시점", "reporting date"},
        {"fiscal_year", "연도", "year", "integer"},
        {"format", "형식", "format"},
        {"pages", "쪽수", "pages", "integer"},
        {"records", "레코드", "records", "integer"},
        {"findings", "지적", "findings", "integer"},
        {"path", "파일", "file"},
        {"document_id", "문서", "document"}}},
      {"failures",
       "읽지 못한 파일",
       "failures",
       failures_list,
       "rows",
       nullptr,
       {{"path", "파일", "file"},
        {"code", "번호", "code", "integer"},
        {"error", "까닭", "why", "string", "", "error"},
        {"message", "자세히", "message"},
        {"advice", "할 일", "advice"},
        {"since", "처음", "since"},
        {"attempts", "시도", "attempts", "integer"}}},
      {"budgets",
       "예산",
       "budgets",
       budgets,
       "rows",
       "records",
       {{"organization", "기관", "organization"},
        {"fiscal_year", "연도", "year", "integer"},
        {"table_id", "표", "table"},
        {"path", "경로", "path", "array"},
        {"name", "항목", "name"},
        {"current_appropriation", "예산현액(원)", "current appropriation (won)", "number"},
        {"budget_amount", "예산액(원)", "budget (won)", "number"},
        {"payment", "지출액(원)", "payment (won)", "number"},
        {"execution", "집행액(원)", "execution (won)", "number"},
        {"payment_rate", "지출률", "payment rate", "number", "%"},
        {"execution_rate", "집행률", "execution rate", "number", "%"},
        {"page", "쪽", "page", "integer"},
        {"title", "보고서", "report"},
        {"document_id", "문서", "document"}}},
      {"series_of",
       "해마다의 변화",
       "over the years",
       series_of,
       "rows",
       nullptr,
       {{"organization", "기관", "organization"},
        {"name", "항목", "name"},
        {"field", "수치", "field"},
        {"fiscal_year", "연도", "year", "integer"},
        {"value", "값", "value", "number"},
        {"next_year_says", "이듬해 보고서의 값", "next year's report", "number"},
        {"document_id", "문서", "document"}}},
      {"records", "찾은 레코드", "records found", search, "records", nullptr, kRecordColumns},
      {"prose", "찾은 본문", "prose found", search, "prose", nullptr, kRecordColumns},
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
  const bool korean = say.language == Language::kKorean;
  ExportTable out{list->name, korean ? list->korean : list->english, {}, {}};
  for (const ShownColumn& column : list->columns) {
    const std::string title = korean ? column.korean : column.english;
    out.columns.push_back({title, column.type, title, title, column.unit});
  }
  Asked all = asked;
  all.query["limit"] = "200";
  out.rows = [&ledger, all, list, say](const ExportRow& each) { return each_row(ledger, all, *list, say, each); };
  return out;
}

}  // namespace jangbu
