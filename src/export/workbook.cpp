// Workbooks for officials: every table of a report as a sheet, as it is printed, with its figures as numbers; then records by type and
// findings. They are in Korean, as their readers are.
//
// A table's sheet: its caption, then unit, date and page, then the grid with its merged cells below; header rows stay in sight. A cell that
// prints one figure is a number shown as it is printed (thousands parted, decimals, per cent, brackets, 명 or 건 behind it); every other
// cell is its text. Numbers in these sheets are those that are printed, in the unit that stands above; records have them in won.
#include <xlsxwriter.h>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <system_error>

#include "export/rows.h"
#include "jangbu/export_output.h"
#include "loader/atomic_file.h"
#include "loader/filed_document.h"
#include "text/figure.h"
#include "text/told.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

namespace fs = std::filesystem;

constexpr int kLongestSheetName = 31;                        // of Excel, in UTF-16 units; Hangul has one each
constexpr int kMostRows = 1'048'576, kMostColumns = 16'384;  // of Excel
constexpr std::size_t kLongestText = 32'767;                 // characters of a cell
constexpr std::size_t kMostSheets = 2'000;  // more and Excel takes minutes to open it: a workbook a document is what is wanted
constexpr int kTableTop = 3;                // the grid begins below caption, unit and a blank row

struct Close {
  void operator()(lxw_workbook* workbook) const { workbook_close(workbook); }
};

// Formats are made once and shared: a workbook may have 64,000 of them at most.
class Workbook {
 public:
  // Two looks for cells of tables: heading and plain, both with borders and wrapped.
  explicit Workbook(const fs::path& file) : book_(workbook_new(file.c_str())) {
    if (!book_) return;
    bold_ = workbook_add_format(book_.get());
    format_set_bold(bold_);
    heading_ = workbook_add_format(book_.get());
    format_set_bold(heading_);
    format_set_bg_color(heading_, 0xD9E1F2);
    for (lxw_format* bordered : {heading_, cell_ = workbook_add_format(book_.get())}) {
      format_set_border(bordered, LXW_BORDER_THIN);
      format_set_text_wrap(bordered);
      format_set_align(bordered, LXW_ALIGN_VERTICAL_CENTER);
    }
    format_set_align(heading_, LXW_ALIGN_CENTER);
  }

  bool is_open() const { return book_ != nullptr; }
  std::size_t sheets() const { return sheets_; }

  // A name that Excel takes and that no other sheet has.
  lxw_worksheet* add_sheet(const std::string& wanted) {
    std::u32string clean;
    // Excel forbids these signs, and names that differ in case alone.
    for (char32_t c : to_code_points(wanted))
      clean += c < U' ' || std::u32string_view(U"[]:*?/\\'").find(c) != std::u32string_view::npos ? U' ' : c;
    std::string base = collapse_blanks(to_utf8(clean));
    if (base.empty()) base = "-";
    // `t003 세출예산 (2)`: the number takes its place within the 31 units.
    for (int n = 1;; ++n) {
      const std::string ending = n == 1 ? "" : " (" + std::to_string(n) + ")";
      std::u32string name = to_code_points(base);
      int units = static_cast<int>(ending.size());
      std::size_t take = 0;
      for (; take < name.size() && units + (name[take] > 0xFFFF ? 2 : 1) <= kLongestSheetName; ++take) units += name[take] > 0xFFFF ? 2 : 1;
      const std::string candidate = to_utf8(name.substr(0, take)) + ending;
      std::string key = candidate;
      std::transform(key.begin(), key.end(), key.begin(),
                     [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
      if (!names_.insert(key).second) continue;
      ++sheets_;
      return workbook_add_worksheet(book_.get(), candidate.c_str());
    }
  }

  lxw_format* bold() const { return bold_; }
  lxw_format* heading() const { return heading_; }
  lxw_format* cell() const { return cell_; }
  // One format for each way in which figures are shown.
  lxw_format* number(const std::string& shown, bool bordered) {
    lxw_format*& format = numbers_[{shown, bordered}];
    if (!format) {
      format = workbook_add_format(book_.get());
      format_set_num_format(format, shown.c_str());
      if (bordered) {
        format_set_border(format, LXW_BORDER_THIN);
        format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
      }
    }
    return format;
  }

  // False where it could not be written.
  bool close() { return workbook_close(book_.release()) == LXW_NO_ERROR; }

 private:
  std::unique_ptr<lxw_workbook, Close> book_;
  lxw_format *bold_ = nullptr, *heading_ = nullptr, *cell_ = nullptr;
  std::map<std::pair<std::string, bool>, lxw_format*> numbers_;
  std::set<std::string> names_;
  std::size_t sheets_ = 0;
};

std::string cut(const std::string& text) {
  const std::u32string points = to_code_points(text);
  return points.size() <= kLongestText ? text : to_utf8(points.substr(0, kLongestText - 1)) + "…";
}

void write_text(lxw_worksheet* sheet, int row, int column, const std::string& text, lxw_format* format) {
  worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), cut(text).c_str(), format);
}

// A figure as Excel has it: the number, and how to show it as it was printed.
struct PrintedNumber {
  double value = 0;
  std::string format;
};

// A cell that prints one figure and nothing else.
std::optional<PrintedNumber> number_in(const std::string& text) {
  const auto figure = read_figure(text);
  if (!figure || !figure->value || is_numbered(text)) return std::nullopt;
  PrintedNumber out{figure->value->to_double(), "#,##0"};
  const int decimals = figure->value->scale;
  if (decimals > 0) out.format += "." + std::string(static_cast<std::size_t>(decimals), '0');
  // Excel keeps 12.5% as 0.125 and shows it so.
  if (figure->percent) {
    out.value /= 100;
    out.format += "%";
  }
  if (!figure->suffix.empty() && figure->suffix.find('"') == std::string::npos) out.format += "\"" + figure->suffix + "\"";
  if (figure->bracketed) out.format = "(" + out.format + ");(-" + out.format + ")";
  return out;
}

// Headings stay text, even 2025.
void write_cell(Workbook& book, lxw_worksheet* sheet, int row, int column, const std::string& text, bool heading) {
  const auto number = heading ? std::nullopt : number_in(text);
  if (number) {
    worksheet_write_number(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), number->value,
                           book.number(number->format, true));
  } else {
    write_text(sheet, row, column, text, heading ? book.heading() : book.cell());
  }
}

// The widest line of the cell, in columns; Hangul takes two.
int width_of(const std::string& text) {
  int widest = 0;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    widest = std::max(widest, display_width(std::string_view(text).substr(from, end - from)));
    from = end + 1;
  }
  return widest;
}

void set_widths(lxw_worksheet* sheet, const std::vector<int>& widths) {
  constexpr int kNarrowest = 8, kWidest = 48;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    worksheet_set_column(sheet, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), std::clamp(widths[i] + 2, kNarrowest, kWidest),
                         nullptr);
  }
}

// Merged cells do not widen their columns: a title over the whole table would stretch the first one.
void add_table(Workbook& book, const Table& table, const std::string& prefix) {
  lxw_worksheet* sheet = book.add_sheet(prefix + table.id + (table.caption.empty() ? "" : " " + table.caption));
  write_text(sheet, 0, 0, table.caption.empty() ? table.id : table.caption, book.bold());
  std::string about;
  const auto add = [&](const std::string& what) { about += (about.empty() || what.empty() ? "" : " · ") + what; };
  if (!table.unit.empty()) add(told("workbook.unit", {{"unit", table.unit}}).ko);
  if (!table.as_of.empty()) add(told("workbook.as_of", {{"date", table.as_of}}).ko);
  if (!table.pages.empty()) {
    const std::string pages =
        std::to_string(table.pages.front()) + (table.pages.size() > 1 ? "~" + std::to_string(table.pages.back()) : "");
    add(told("place.page", {{"page", pages}}).ko);
  }
  std::size_t beyond = 0;  // what Excel has no cell for
  std::vector<int> widths(static_cast<std::size_t>(std::clamp(table.columns, 0, kMostColumns)), 0);
  for (const Cell& cell : table.cells) {
    const int row = kTableTop + cell.row, column = cell.column;
    if (row + cell.row_span > kMostRows || column < 0 || column + cell.column_span > std::min(table.columns, kMostColumns)) {
      ++beyond;
      continue;
    }
    const bool heading = cell.row < table.header_rows;
    const int last_row = row + cell.row_span - 1, last_column = column + cell.column_span - 1;
    const std::string& text = cell.best_text();
    if (cell.row_span > 1 || cell.column_span > 1) {
      worksheet_merge_range(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), static_cast<lxw_row_t>(last_row),
                            static_cast<lxw_col_t>(last_column), "", heading ? book.heading() : book.cell());
    } else {
      widths[static_cast<std::size_t>(column)] = std::max(widths[static_cast<std::size_t>(column)], width_of(text));
    }
    write_cell(book, sheet, row, column, text, heading);
  }
  if (beyond > 0) add(told("workbook.beyond", {{"count", beyond}}).ko);
  if (!about.empty()) write_text(sheet, 1, 0, about, nullptr);
  set_widths(sheet, widths);
  worksheet_freeze_panes(sheet, static_cast<lxw_row_t>(kTableTop + table.header_rows), 0);
}

// The sheet is made with the first row: a type without records gets none.
Status add_rows(Workbook& book, const ExportTable& table, std::size_t* written) {
  lxw_worksheet* sheet = nullptr;
  std::vector<int> widths;
  int row = 1;
  const Status status = table.rows([&](const std::vector<LedgerCell>& cells) {
    if (!sheet || row >= kMostRows) {  // a sheet that is full goes on in another
      if (sheet) set_widths(sheet, widths);
      sheet = book.add_sheet(table.korean);
      row = 1;
      widths.assign(table.columns.size(), 0);
      for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const LedgerColumn& column = table.columns[i];
        const std::string title =
            column.korean.empty() ? column.name : column.korean + (column.unit == "KRW" ? told("workbook.in_won").ko : "");
        write_text(sheet, 0, static_cast<int>(i), title, book.heading());
        widths[i] = width_of(title);
      }
      worksheet_freeze_panes(sheet, 1, 0);
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const int column = static_cast<int>(i);
      if (const auto* whole = std::get_if<std::int64_t>(&cells[i])) {
        // Years, rows and pages are numbers that nobody parts; amounts and counts are.
        const bool figure = !table.columns[i].unit.empty() || table.columns[i].type == "number";
        worksheet_write_number(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), static_cast<double>(*whole),
                               figure ? book.number("#,##0", false) : nullptr);
        widths[i] = std::max(widths[i], 4 + static_cast<int>(std::to_string(*whole).size() * 4 / 3) - 3);
      } else if (const auto* real = std::get_if<double>(&cells[i])) {
        worksheet_write_number(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), *real,
                               table.columns[i].unit == "%" ? book.number("0.0%", false) : nullptr);
      } else if (const auto* text = std::get_if<std::string>(&cells[i])) {
        const std::string shown = table.columns[i].type == "array" ? joined(*text) : *text;
        write_text(sheet, row, column, shown, nullptr);
        widths[i] = std::max(widths[i], width_of(shown));
      }
    }
    ++row;
    if (written) ++*written;
    return true;
  });
  if (sheet) {
    set_widths(sheet, widths);
    worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(row - 1), static_cast<lxw_col_t>(table.columns.size() - 1));
  }
  return status;
}

// Tables first, then records by type, then findings: as an official reads a report.
Status fill(Workbook& book, const LedgerReader& reader, const ExportOptions& options) {
  const bool everything = options.what == ExportWhat::kEverything;
  if (everything || options.what == ExportWhat::kTables) {
    const auto documents = exported_documents(reader, options);
    if (!documents) return documents.forward();
    for (std::size_t i = 0; i < documents->size(); ++i) {
      const fs::path path = options.folder / "documents" / ((*documents)[i] + ".json");
      const auto content = read_file(path, kLargestOwnFile);
      if (!content) return content.forward();
      const auto filed = FiledDocument::parse(*content, path.string());
      if (!filed) return filed.forward();
      for (const Table& table : filed->document().tables) {
        if (book.sheets() >= kMostSheets) {
          return fail(
              ErrorCode::kLimitCells,
              "a workbook over all of " + options.folder.string() + " would have more than " + std::to_string(kMostSheets) + " sheets",
              "export a workbook a document (-o FOLDER/), or records alone (--what records)");
        }
        add_table(book, table, documents->size() > 1 ? std::to_string(i + 1) + "-" : "");
      }
    }
  }
  ExportOptions part = options;
  if (everything || options.what == ExportWhat::kRecords) {
    for (const LedgerType& type : reader.types()) {
      if (!options.type.empty() && type.name != options.type) continue;
      const auto table = records_of_type(reader, options, type.name);
      if (!table) return table.forward();
      if (Status status = add_rows(book, *table, nullptr); !status) return status;
    }
    if (!options.type.empty()) {
      if (const auto table = records_of_type(reader, options, options.type); !table) return table.forward();
    }
  }
  if (everything) part.what = ExportWhat::kFindings;
  if (part.what == ExportWhat::kTables || part.what == ExportWhat::kRecords) return Done{};
  const auto table = export_table(reader, part);
  if (!table) return table.forward();
  return add_rows(book, *table, nullptr);
}

// Whole or not there: written beside its place, and moved over the old file when all is well, since the library writes to a path of its
// own.
Result<ExportSummary> written_workbook(const fs::path& file, const std::function<Status(Workbook&)>& fill_in) {
  const auto not_written = [&](const std::string& why) {
    return fail(ErrorCode::kOutputNotWritable, "cannot write " + file.string() + ": " + why,
                "check that the folder may be written to, and its disk");
  };
  // The file that holds the place tells whether that may be written to at all.
  auto place = AtomicFile::begin(file);
  if (!place) return place.forward();
  const fs::path beside = file.parent_path() / ("." + file.filename().string() + ".jangbu");
  std::error_code error;
  Status filled = Done{};
  std::size_t sheets = 0;
  bool closed = false;
  {
    Workbook book(beside);
    if (!book.is_open()) return not_written("no workbook could be begun");
    filled = fill_in(book);
    if (filled && book.sheets() == 0) book.add_sheet(told("workbook.empty").ko);
    sheets = book.sheets();
    closed = book.close();
  }
  if (filled && closed) {
    fs::rename(beside, file, error);
    if (!error) return ExportSummary{sheets};
  }
  const std::string why = error ? error.message() : "the disk may be full";
  fs::remove(beside, error);
  return filled ? not_written(why) : filled.forward();
}

}  // namespace

Result<ExportSummary> export_workbook(const ExportOptions& options, const fs::path& file) {
  const auto reader = LedgerReader::open(options.folder);
  if (!reader) return reader.forward();
  if (!options.document.empty()) {
    if (const auto documents = exported_documents(*reader, options); !documents) return documents.forward();
  }
  return written_workbook(file, [&](Workbook& book) { return fill(book, *reader, options); });
}

Result<ExportSummary> table_as_workbook(const ExportTable& table, const fs::path& file) {
  return written_workbook(file, [&](Workbook& book) { return add_rows(book, table, nullptr); });
}

// Each document with a reader of its own: one that is opened for long would keep the ledger's log from being cut.
Result<ExportSummary> export_workbooks(const ExportOptions& options, const fs::path& folder) {
  std::vector<std::string> documents;
  {
    const auto reader = LedgerReader::open(options.folder);
    if (!reader) return reader.forward();
    auto found = exported_documents(*reader, options);
    if (!found) return found.forward();
    documents = std::move(*found);
  }
  std::error_code error;
  fs::create_directories(folder, error);
  if (error)
    return fail(ErrorCode::kOutputNotWritable, "cannot make " + folder.string() + ": " + error.message(), "choose another folder with -o");
  ExportSummary summary;
  for (const std::string& id : documents) {
    ExportOptions one = options;
    one.document = id;
    const auto done = export_workbook(one, folder / (id + ".xlsx"));
    if (!done) return done.forward();
    summary.rows += done->rows;
  }
  return summary;
}

}  // namespace jangbu
