// Rows → JSON objects, requests' texts → bounded numbers, errors → status codes: the small tools of all answers.
#include "review/ledger_json.h"

#include <algorithm>
#include <charconv>

#include "text/json_text.h"
#include "text/messages.h"

namespace jangbu {

// By the type of the cell; nothing is null.
Json json_of(const LedgerCell& cell) {
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return *number;
  if (const auto* real = std::get_if<double>(&cell)) return *real;
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  return nullptr;
}

// Rows are gathered whole: every caller has a LIMIT.
Result<Json> rows_of(LedgerAsking& ledger, const std::string& sql, const std::vector<LedgerCell>& values) {
  Json out = Json::array();
  const Status asked = ledger.ask(sql, values, [&](const std::vector<std::string>& names, const std::vector<LedgerCell>& cells) {
    Json row = Json::object();
    for (std::size_t i = 0; i < cells.size(); ++i) row[names[i]] = json_of(cells[i]);
    out.push_back(std::move(row));
    return true;
  });
  if (!asked) return asked.forward();
  return out;
}

// Ends after the first row.
Result<std::int64_t> count_of(LedgerAsking& ledger, const std::string& sql, const std::vector<LedgerCell>& values) {
  std::int64_t out = 0;
  const Status asked = ledger.ask(sql, values, [&](const auto&, const std::vector<LedgerCell>& cells) {
    if (const auto* number = std::get_if<std::int64_t>(&cells.at(0))) out = *number;
    return false;
  });
  if (!asked) return asked.forward();
  return out;
}

bool cut_to(Json& rows, std::size_t most) {
  if (rows.size() <= most) return false;
  rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(most), rows.end());
  return true;
}

// The whole text must be the number: 12abc is none.
std::int64_t number_in(const std::string& text, std::int64_t least, std::int64_t most, std::int64_t otherwise) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return otherwise;
  return std::clamp(value, least, most);
}

// JSON is the default type of an answer.
Answered answer_of(const Json& json, int status) {
  Answered out;
  out.status = status;
  out.body = json_text(json);
  return out;
}

// As the terminal says it, from the one catalogue.
std::string korean_meaning(std::string_view error) { return Say{Language::kKorean}.of("error", error); }

// 404 what is not there, 400 what cannot be right, 409 another process writes, 413 limits, else 500.
Answered answer_of(const Error& error) {
  int status = 500;
  switch (error.code) {
    case ErrorCode::kPathMissing:
    case ErrorCode::kPageMissing: status = 404; break;
    case ErrorCode::kFormatUnsupported:
    case ErrorCode::kCorrectionInvalid: status = 400; break;
    case ErrorCode::kOutputHeld: status = 409; break;
    default:
      // Errors of the 300s are limits.
      if (static_cast<int>(error.code) / 100 == 3) status = 413;
  }
  return answer_of(Json{{"error", error_name(error.code)},
                        {"code", static_cast<int>(error.code)},
                        {"message", error.message},
                        {"advice", error.advice},
                        {"meaning_ko", korean_meaning(error_name(error.code))}},
                   status);
}

}  // namespace jangbu
