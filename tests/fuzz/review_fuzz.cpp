// The review page's desk and gate: whatever is asked, an answer goes out, no document but those of the folder is read, and nothing is
// written.
//
// A seed is a request, line by line: method, path, query (a=b&c=d), host, origin, cookie, and the rest is the body.
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "review/desk.h"
#include "review/gate.h"
#include "store/ledger.h"

namespace {

using namespace jangbu;

std::string now() { return "2026-01-01T00:00:00Z"; }

// The document as the ledger has it, and one more of another year: lists, searches and the joining of two series find something. Their
// sources are nowhere, so that nothing is read again.
void put_ledger(const std::filesystem::path& file) {
  auto opened = Ledger::open(file, {});
  if (!opened) std::abort();
  for (const int year : {2023, 2024}) {
    LedgerDocument document;
    document.id = year == 2023 ? "d" : "e";
    document.path = document.id + ".txt";
    document.sha256 = "0";
    document.format = "text";
    document.title = "주요업무보고";
    document.organization = "가과";
    document.state = DocumentState::kIngested;
    document.fiscal_year = year;
    LedgerRecord record;
    record.id = year == 2023 ? "r" : "s";
    record.type = "budget";
    record.organization = "가과";
    record.name = year == 2023 ? "도시 전환랩" : "전환 실험실";
    record.path = "[\"" + record.name + "\"]";
    record.level = "department";
    record.fiscal_year = year;
    record.series = year;
    document.records.push_back(record);
    LedgerFigure figure;
    figure.table = "t001";
    figure.text = "5";
    figure.value = Decimal{5, 0};
    figure.record = 0;
    figure.field = "payment";
    figure.slot = "values";
    document.figures.push_back(figure);
    LedgerFinding finding;
    finding.id = "f";
    finding.kind = "sum";
    finding.severity = year == 2023 ? "error" : "warning";
    finding.record_ids = "[\"r\"]";
    finding.line = "{}";
    document.findings.push_back(finding);
    if (!opened->ledger.keep(document)) std::abort();
    LedgerInput input;
    input.location = "/nowhere/" + document.path;
    input.path = document.path;
    input.sha256 = "0";
    input.document = document.id;
    if (!opened->ledger.put_input(input)) std::abort();
  }
  LedgerInput failed;
  failed.location = failed.path = "/nowhere/empty.hwp";
  failed.code = 104;
  failed.error = "file_empty";
  if (!opened->ledger.put_input(failed)) std::abort();
}

// A folder with one document's file: what reads files is reached.
std::filesystem::path folder() {
  const auto path = std::filesystem::temp_directory_path() / ("jangbu-review-fuzz-" + std::to_string(::getpid()));
  std::filesystem::create_directories(path / "documents");
  std::filesystem::create_directories(path / "corrections");
  std::ofstream(path / "documents/d.json")
      << R"({"document_id":"d","source":{"pages":1},"title":"t","blocks":[{"table":"t001"},{"paragraph":{"text":"a","page":1}}],)"
         R"("tables":[{"table_id":"t001","page":1,"pages":[1],"rows":2,"columns":1,"header_rows":1,"cells":[{"row":0,"column":0,"text":"h"},)"
         R"({"row":1,"column":0,"text":"5","page":1,"tables":["t001"]}]}],"findings":[{"finding_id":"f","kind":"sum","field":"payment","record_ids":["r"],)"
         R"("message":{}}],"records":[{"record_id":"r","record_type":"budget","path":[],"values":{"payment":5},"cells":{"payment":{"text":"5","row":1,"column":0}},)"
         R"("source":{"table":"t001","page":1}}]})";
  put_ledger(path / kLedgerFile);
  return path;
}

std::string line_of(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  std::string out(rest.substr(0, end));
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return out;
}

std::size_t entries(const std::filesystem::path& path) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(path), std::filesystem::directory_iterator()));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::filesystem::path place = folder();
  static Desk desk(
      [] {
        IngestOptions options;
        options.output = place;
        options.corrections = place / "corrections";
        return options;
      }(),
      now, *parse_profiles(built_in_profiles()), nullptr);
  static const Gate gate("token", "key", 80);

  std::string_view rest(reinterpret_cast<const char*>(data), size);
  Asked asked;
  asked.method = line_of(rest);
  asked.path = line_of(rest);
  const std::string query = line_of(rest);
  for (std::size_t at = 0; at < query.size();) {
    const std::size_t end = std::min(query.find('&', at), query.size()), equals = std::min(query.find('=', at), end);
    asked.query.emplace(query.substr(at, equals - at), equals < end ? query.substr(equals + 1, end - equals - 1) : "");
    at = end + 1;
  }
  asked.host = line_of(rest);
  asked.origin = line_of(rest);
  asked.cookie = line_of(rest);
  asked.content_type = "application/json";
  asked.body = std::string(rest);

  if (const auto stopped = gate.stops(asked)) {
    if (stopped->status < 300) std::abort();
  } else if (asked.cookie.find("jangbu_80=key") == std::string::npos) {
    std::abort();
  }
  const Answered answer = desk.answer(asked);  // the gate is asked before it, but need not hold
  if (answer.status < 200 || answer.status > 599 || answer.type.empty()) std::abort();
  if (answer.status == 200 && asked.path.find("..") != std::string::npos && !asked.path.starts_with("/api/")) std::abort();
  // Only an acceptance of the one finding, or a correction of the one figure, may have been written: into one file.
  for (const auto& entry : std::filesystem::directory_iterator(place)) {
    const std::string name = entry.path().filename();
    if (name != "documents" && name != "corrections" && !name.starts_with(kLedgerFile)) std::abort();
  }
  if (entries(place / "documents") != 1) std::abort();
  if (entries(place / "corrections") > 0) {
    std::filesystem::remove_all(place / "corrections");
    std::filesystem::create_directories(place / "corrections");
  }
  return 0;
}
