// Path of a request → answer. Questions that SQL can answer go to the ledger, documents are read from their files,
// pictures and exports are made here.
// Each question has a ledger of its own, which stays open for the next: it sees what a run has written meanwhile, and none waits for
// another. Everything from outside passes through number_in(), may_be_document() or bound values before it is used.
#include "review/desk.h"

#include <stdlib.h>
#include <unistd.h>

#include "jangbu/export_output.h"
#include "loader/atomic_file.h"
#include "review/document_view.h"
#include "review/joining.h"
#include "review/lists.h"
#include "review/looking.h"
#include "review/page_files.h"
#include "review/rerun.h"
#include "review/shown.h"
#include "review/sums.h"

namespace jangbu {
namespace {

using Question = Result<Json> (*)(LedgerAsking&, const Asked&);

// Questions that the ledger answers.
// nullptr: the path is none of these.
Question question_at(const std::string& path) {
  constexpr std::pair<const char*, Question> kQuestions[] = {
      {"/api/overview", [](LedgerAsking& ledger, const Asked&) { return overview(ledger); }},
      {"/api/documents", documents_list},
      {"/api/findings", findings_list},
      {"/api/failures", failures_list},
      {"/api/offices", offices_list},
      {"/api/search", search},
      {"/api/budgets", budgets},
      {"/api/series", series_list},
      {"/api/series_of", series_of},
      {"/api/joining", joining},
  };
  for (const auto& [name, question] : kQuestions) {
    if (path == name) return question;
  }
  return nullptr;
}

// By the file's ending; answers of the program itself are JSON.
const char* type_of(std::string_view name) {
  if (name.ends_with(".html")) return "text/html; charset=utf-8";
  if (name.ends_with(".css")) return "text/css; charset=utf-8";
  if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
  if (name.ends_with(".svg")) return "image/svg+xml";
  return "application/json; charset=utf-8";
}

Answered not_there() { return answer_of(Json{{"error", "not_found"}, {"message", "nothing is here"}}, 404); }

// A folder of its own, gone with it.
// The library writes workbooks to files only.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::error_code error;
    std::string name = (std::filesystem::temp_directory_path(error) / "jangbu-XXXXXX").string();
    if (!error && ::mkdtemp(name.data())) path_ = name;
  }
  ~ScratchFolder() {
    std::error_code error;
    if (!path_.empty()) std::filesystem::remove_all(path_, error);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// Bytes; more than a browser should be given at once.
constexpr std::uint64_t kLargestExport = 256ull << 20;

}  // namespace

Desk::Desk(const IngestOptions& base, std::string (*clock)(), std::vector<Profile> profiles, std::unique_ptr<DocumentReader> reader)
    : output_(base.output),
      profiles_(std::move(profiles)),
      ledgers_(base.output),
      documents_(base.output),
      mender_(base, clock, ledgers_, documents_) {
  if (reader) pictures_ = std::make_unique<Pictures>(std::move(reader), base.limits.file_bytes);
}

// The order: size, what changes something (POST), lists, documents, pictures, files of the page.
Answered Desk::answer(const Asked& asked) {
  if (asked.body.size() > kLargestBody) return answer_of(Json{{"error", "too_large"}, {"message", "the request is too large"}}, 413);
  if (asked.method == "POST") {
    if (asked.path == "/api/correct") return mender_.correct(asked.body);
    if (asked.path == "/api/undo") return mender_.undo(asked.body);
    if (asked.path == "/api/join") return mender_.join(asked.body);
    return not_there();
  }
  if (const Question question = question_at(asked.path)) {
    auto ledger = ledgers_.take();
    if (!ledger) return answer_of(ledger.error());
    auto json = question(**ledger, asked);
    if (!json) return answer_of(json.error());
    if (asked.path == "/api/overview") (*json)["can_mend"] = mender_.can_mend();
    return answer_of(*json);
  }
  for (const char* what : {"document", "part", "prose", "arithmetic"}) {
    if (asked.path == std::string("/api/") + what) return document(asked, what);
  }
  if (asked.path == "/api/page.png") return picture(asked);
  if (asked.path == "/api/export") return exported(asked);
  if (asked.path == "/api/corrections") return mender_.list(asked);
  // The server keeps this one open; here it is only told apart.
  if (asked.path == "/api/events") {
    Answered out;
    out.type = "text/event-stream";
    out.events = true;
    return out;
  }
  const std::string_view name =
      asked.path == "/" ? std::string_view("index.html") : std::string_view(asked.path).substr(asked.path.empty() ? 0 : 1);
  for (const EmbeddedFile& file : page_files()) {
    if (file.name != name) continue;
    Answered out;
    out.type = type_of(name);
    out.body = std::string(file.content);
    return out;
  }
  return not_there();
}

Answered Desk::document(const Asked& asked, const std::string& what) {
  constexpr std::int64_t kMost = 1'000'000'000;
  const auto file = documents_.document(asked.value("id"));
  if (!file) return answer_of(file.error());
  const FiledValue json = (*file)->root();
  if (what == "document") return answer_of(document_head(json));
  if (what == "prose")
    return answer_of(prose_of(json, number_in(asked.value("offset"), 0, kMost, 0), number_in(asked.value("limit"), 1, 500, 100)));
  const auto out = what == "part" ? document_part(json, number_in(asked.value("part"), 0, kMost, 1))
                                  : arithmetic_of(json, profiles_, asked.value("record"), asked.value("field"));
  return out ? answer_of(*out) : answer_of(out.error());
}

// Drawn from the source file where it stands now, if it still has the bytes that were read.
Answered Desk::picture(const Asked& asked) {
  if (!pictures_) return answer_of(Error{ErrorCode::kFormatUnsupported, "no pages are drawn here", ""});
  if (!may_be_document(asked.value("id"))) return not_there();
  auto ledger = ledgers_.take();
  if (!ledger) return answer_of(ledger.error());
  const auto source = source_of_document(**ledger, asked.value("id"));
  if (!source) return answer_of(source.error());
  const auto png = pictures_->page({source->location, source->sha256}, static_cast<int>(number_in(asked.value("page"), 1, 1'000'000, 1)));
  if (!png) return answer_of(png.error());
  Answered out;
  out.type = "image/png";
  out.body = **png;
  // The page names the bytes that it wants a picture of (v=), so that it may be kept.
  if (asked.value("v") == source->sha256) out.headers.emplace_back("Cache-Control", "private, max-age=86400");
  return out;
}

// Held in memory as a whole, hence the bound; `jangbu export` has none. `list` names what the page shows; without it the folder, or one
// document, is exported as `jangbu export` does.
Answered Desk::exported(const Asked& asked) {
  const bool workbook = asked.value("format") == "xlsx";
  Answered out;
  out.type = workbook ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8";
  // Counted while it grows: rows of a large folder are too much long before the end.
  const auto take = [&](std::string_view piece) -> Status {
    if (out.body.size() + piece.size() > kLargestExport)
      return fail(ErrorCode::kLimitBytes, "this is too much for one file of a browser", "use 'jangbu export'");
    out.body += piece;
    return Done{};
  };
  const auto named = [&](const std::string& name) {
    out.headers.emplace_back("Content-Disposition", "attachment; filename=\"jangbu-" + name + (workbook ? ".xlsx\"" : ".csv\""));
    return out;
  };
  // The library writes workbooks to files only.
  const auto as_workbook = [&](const std::function<Status(const std::filesystem::path&)>& write) -> Status {
    const ScratchFolder scratch;
    if (scratch.path().empty()) return fail(ErrorCode::kOutputNotWritable, "no folder for a workbook", "free some disk");
    const auto file = scratch.path() / "export.xlsx";
    if (Status written = write(file); !written) return written;
    auto bytes = read_file(file, kLargestExport);
    if (!bytes) return bytes.forward();
    out.body = std::move(*bytes);
    return Done{};
  };
  if (!asked.value("list").empty()) {
    auto ledger = ledgers_.take();
    if (!ledger) return answer_of(ledger.error());
    const auto table = shown_list(**ledger, asked);
    if (!table) return answer_of(table.error());
    const Status written = !workbook ? table_as_csv(*table, true, take) : as_workbook([&](const std::filesystem::path& file) -> Status {
      const auto done = table_as_workbook(*table, file);
      return done ? Status(Done{}) : Status(done.forward());
    });
    return written ? named(table->name) : answer_of(written.error());
  }
  ExportOptions options;
  options.folder = output_;
  const std::string& what = asked.value("what");
  options.format = workbook ? ExportFormat::kXlsx : ExportFormat::kCsv;
  options.what = what == "figures"                  ? ExportWhat::kFigures
                 : what == "findings"               ? ExportWhat::kFindings
                 : what == "series"                 ? ExportWhat::kSeries
                 : what == "documents"              ? ExportWhat::kDocuments
                 : what == "everything" && workbook ? ExportWhat::kEverything
                                                    : ExportWhat::kRecords;
  options.document = asked.value("id");
  if (!options.document.empty() && !may_be_document(options.document)) return not_there();
  options.bom = true;
  const Status written = workbook ? as_workbook([&](const std::filesystem::path& file) -> Status {
    const auto done = export_workbook(options, file);
    return done ? Status(Done{}) : Status(done.forward());
  })
                                  : [&]() -> Status {
    const auto done = export_text(options, take);
    return done ? Status(Done{}) : Status(done.forward());
  }();
  if (!written) return answer_of(written.error());
  return named(options.what == ExportWhat::kFigures      ? "figures"
               : options.what == ExportWhat::kFindings   ? "findings"
               : options.what == ExportWhat::kSeries     ? "series"
               : options.what == ExportWhat::kDocuments  ? "documents"
               : options.what == ExportWhat::kEverything ? "everything"
                                                         : "records");
}

}  // namespace jangbu
