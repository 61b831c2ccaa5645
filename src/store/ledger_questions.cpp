// What a run asks of the ledger: of single documents, of one office and year, and the totals. Never of everything, but for each_finding().
// Each question is one prepared statement over an index, so that a run costs what it asks and not what is there. Words stand in _word and
// are joined in; a document that does not speak (an older edition, another rendition) is left out where its figures would count twice.
#include "store/ledger.h"
#include "store/ledger_inside.h"
#include "store/list_cell.h"

namespace jangbu {

// Sorted: callers intersect two of these lists.
Result<std::vector<std::string>> Ledger::record_ids(const std::string& document) {
  return inside_->run<std::vector<std::string>>([&](SqlDatabase&) {
    std::vector<std::string> out;
    SqlStatement& row = inside_->prepared(
        "SELECT record_id FROM _record WHERE document = (SELECT id FROM _document WHERE document_id = ?) ORDER BY record_id");
    row.bind(1, document);
    while (row.executeStep()) out.push_back(row.getColumn(0).getString());
    return out;
  });
}

// Editions and renditions of one report share record ids, so there may be several.
Result<std::vector<std::string>> Ledger::documents_with_record(const std::string& record_id) {
  return inside_->run<std::vector<std::string>>([&](SqlDatabase&) {
    std::vector<std::string> out;
    SqlStatement& row = inside_->prepared(
        "SELECT DISTINCT d.document_id FROM _record r JOIN _document d ON d.id = r.document WHERE r.record_id = ? ORDER BY 1");
    row.bind(1, record_id);
    while (row.executeStep()) out.push_back(row.getColumn(0).getString());
    return out;
  });
}

Result<bool> Ledger::has_document(const std::string& id) {
  return inside_->run<bool>([&](SqlDatabase&) {
    SqlStatement& row = inside_->prepared("SELECT 1 FROM _document WHERE document_id = ?");
    row.bind(1, id);
    const bool found = row.executeStep();
    row.reset();
    return found;
  });
}

// Also of documents that do not speak at the moment.
Result<std::set<Ledger::OfficeYear>> Ledger::office_years(const std::string& document) {
  return inside_->run<std::set<OfficeYear>>([&](SqlDatabase&) {
    std::set<OfficeYear> out;
    SqlStatement& row = inside_->prepared(
        "SELECT organization, fiscal_year FROM _office_year WHERE document = (SELECT id FROM _document WHERE document_id = ?)");
    row.bind(1, document);
    while (row.executeStep()) out.emplace(row.getColumn(0).getString(), row.getColumn(1).getInt());
    return out;
  });
}

// Only those that speak: others have no findings of other years.
Result<std::vector<std::string>> Ledger::documents_of(const OfficeYear& of) {
  return inside_->run<std::vector<std::string>>([&](SqlDatabase&) {
    std::vector<std::string> out;
    SqlStatement& row = inside_->prepared(
        "SELECT d.document_id FROM _office_year y JOIN _document d ON d.id = y.document AND d.speaks = 1 WHERE y.organization = ? AND "
        "y.fiscal_year = ? ORDER BY 1");
    row.bind(1, of.first);
    row.bind(2, of.second);
    while (row.executeStep()) out.push_back(row.getColumn(0).getString());
    return out;
  });
}

// As they stand in findings.ndjson, to be compared as text.
Result<std::vector<std::string>> Ledger::finding_lines(const std::string& document, const std::string& kind) {
  return inside_->run<std::vector<std::string>>([&](SqlDatabase&) {
    std::vector<std::string> out;
    SqlStatement& row = inside_->prepared(
        "SELECT line FROM _finding WHERE document = (SELECT id FROM _document WHERE document_id = ?) AND kind = ? ORDER BY serial");
    row.bind(1, document);
    row.bind(2, kind);
    while (row.executeStep()) out.push_back(row.getColumn(0).getString());
    return out;
  });
}

// Three answers in one query: no record that only one of them has, in either direction, and no figure of both that differs.
// Materialized, since the planner would else look each figure up once for every other.
Result<bool> Ledger::same_figures(const std::string& a, const std::string& b) {
  return inside_->run<bool>([&](SqlDatabase&) {
    SqlStatement& row = inside_->prepared(
        "WITH held AS MATERIALIZED (SELECT d.document_id, r.record_id, f.field, f.value FROM _document d JOIN _record r ON r.document = "
        "d.id JOIN _figure f ON f.record = r.id "
        "WHERE d.document_id IN (?1, ?2) AND f.slot = (SELECT id FROM _word WHERE word = 'values') AND f.value IS NOT NULL), "
        "a AS MATERIALIZED (SELECT record_id, field, value FROM held WHERE document_id = ?1), b AS MATERIALIZED (SELECT record_id, field, "
        "value FROM held WHERE document_id = ?2) "
        "SELECT NOT EXISTS (SELECT record_id FROM a EXCEPT SELECT record_id FROM b) AND NOT EXISTS (SELECT record_id FROM b EXCEPT SELECT "
        "record_id FROM a) "
        "AND NOT EXISTS (SELECT 1 FROM a JOIN b USING (record_id, field) WHERE a.value <> b.value)");
    row.bind(1, a);
    row.bind(2, b);
    const bool same = row.executeStep() && row.getColumn(0).getInt() != 0;
    row.reset();
    return same;
  });
}

// Ordered by record, so that rows of one record come together and are gathered without a map. Whole numbers only: rates have fractions.
Result<std::vector<LedgerYearRow>> Ledger::year_rows(const OfficeYear& of) {
  return inside_->run<std::vector<LedgerYearRow>>([&](SqlDatabase& open) {
    std::vector<LedgerYearRow> out;
    std::int64_t last = -1;
    SqlStatement& row = inside_->prepared(
        "SELECT r.id, r.record_id, d.document_id, t.word, n.word, b.word, p.word, r.unit_factor, r.currency IS NOT NULL, fi.word, f.text, "
        "f.value, f.row, f.column, f.page, o.word, u.word "
        "FROM _office_year y JOIN _document d ON d.id = y.document AND d.speaks = 1 JOIN _record r ON r.document = d.id AND r.fiscal_year "
        "= "
        "y.fiscal_year "
        "JOIN _word o ON o.id = r.organization JOIN _word b ON b.id = r.table_id "
        "JOIN _figure f ON f.record = r.id JOIN _word sl ON sl.id = f.slot AND sl.word = 'values' JOIN _word fi ON fi.id = f.field JOIN "
        "_word t ON t.id = r.type "
        "LEFT JOIN _word n ON n.id = r.name LEFT JOIN _word p ON p.id = r.path LEFT JOIN _word u ON u.id = f.unit "
        "WHERE y.organization = ?1 AND y.fiscal_year = ?2 AND " +
        std::string(open.is_shared() ? "trunc(f.value) = f.value AND abs(f.value) < 9000000000000000000" : "typeof(f.value) = 'integer'") +
        " ORDER BY d.document_id, r.id, f.id");
    row.bind(1, of.first);
    row.bind(2, of.second);
    while (row.executeStep()) {
      if (const std::int64_t id = row.getColumn(0).getInt64(); id != last) {
        last = id;
        LedgerYearRow one;
        one.record_id = row.getColumn(1).getString();
        one.document_id = row.getColumn(2).getString();
        one.organization = row.getColumn(15).getString();
        one.type = row.getColumn(3).getString();
        one.name = row.getColumn(4).getString();
        one.table = row.getColumn(5).getString();
        one.path = texts_in_cell(row.getColumn(6).getString()).value_or(std::vector<std::string>{});
        one.fiscal_year = of.second;
        one.unit_factor = row.getColumn(7).getInt64();
        one.money = row.getColumn(8).getInt() != 0;
        out.push_back(std::move(one));
      }
      LedgerYearValue value{row.getColumn(9).getString(),
                            row.getColumn(10).getString(),
                            row.getColumn(16).getString(),
                            row.getColumn(11).getInt64(),
                            row.getColumn(12).getInt(),
                            row.getColumn(13).getInt(),
                            {}};
      if (!row.getColumn(14).isNull()) value.page = row.getColumn(14).getInt();
      out.back().values.push_back(std::move(value));
    }
    return out;
  });
}

// Row by row: findings of a large output do not fit into memory.
Status Ledger::each_finding(const std::function<bool(std::string_view)>& each) {
  return inside_->run<Done>([&](SqlDatabase&) {
    SqlStatement& row = inside_->prepared(
        "SELECT f.line FROM _document d JOIN _finding f ON f.document = d.id WHERE d.speaks = 1 AND d.findings > 0 ORDER BY d.document_id, "
        "f.serial");
    while (row.executeStep()) {
      if (!each(row.getColumn(0).view())) break;
    }
    row.reset();
    return Done{};
  });
}

// Of all documents, also superseded ones: a correction may have been meant for such an edition.
Result<std::vector<Ledger::Corrected>> Ledger::corrected() {
  return inside_->run<std::vector<Corrected>>([&](SqlDatabase&) {
    std::vector<Corrected> out;
    SqlStatement& row = inside_->prepared(
        "SELECT document_id, state, coalesce(of, ''), outcomes FROM _document WHERE outcomes IS NOT NULL ORDER BY document_id");
    while (row.executeStep())
      out.push_back({row.getColumn(0).getString(), document_state_named(row.getColumn(1).getString()), row.getColumn(2).getString(),
                     row.getColumn(3).getString()});
    return out;
  });
}

// Findings that were judged before, that are accepted now, or whose kind has a severity of its own now.
Result<std::vector<std::string>> Ledger::documents_to_judge(const std::vector<std::string>& findings,
                                                            const std::vector<std::string>& kinds) {
  return inside_->run<std::vector<std::string>>([&](SqlDatabase&) {
    const std::set<std::string> accepted(findings.begin(), findings.end()), judged(kinds.begin(), kinds.end());
    std::set<std::string> out;
    SqlStatement& row = inside_->prepared(
        "SELECT d.document_id, f.finding_id, f.kind, f.assessed IS NOT NULL OR f.accepted_by IS NOT NULL FROM _finding f JOIN _document d "
        "ON d.id = f.document");
    while (row.executeStep()) {
      if (row.getColumn(3).getInt() != 0 || accepted.contains(row.getColumn(1).getString()) ||
          judged.contains(row.getColumn(2).getString()))
        out.insert(row.getColumn(0).getString());
    }
    return std::vector<std::string>(out.begin(), out.end());
  });
}

// By finding, then document: one finding may stand in two editions.
Result<std::vector<Ledger::Accepted>> Ledger::accepted() {
  return inside_->run<std::vector<Accepted>>([&](SqlDatabase&) {
    std::vector<Accepted> out;
    SqlStatement& row = inside_->prepared(
        "SELECT f.finding_id, d.document_id, d.state, coalesce(d.of, '') FROM _finding f JOIN _document d ON d.id = f.document WHERE "
        "f.accepted_by IS NOT NULL ORDER BY 1, 2");
    while (row.executeStep())
      out.push_back({row.getColumn(0).getString(), row.getColumn(1).getString(), document_state_named(row.getColumn(2).getString()),
                     row.getColumn(3).getString()});
    return out;
  });
}

// `what`: record, severity, finding … as ledger_totals.h lists them.
Result<std::map<std::string, std::size_t>> Ledger::totals(const std::string& what) {
  return inside_->run<std::map<std::string, std::size_t>>([&](SqlDatabase&) {
    std::map<std::string, std::size_t> out;
    SqlStatement& row = inside_->prepared("SELECT name, count FROM _total WHERE what = ? AND count > 0");
    row.bind(1, what);
    while (row.executeStep()) out[row.getColumn(0).getString()] = static_cast<std::size_t>(row.getColumn(1).getInt64());
    return out;
  });
}

}  // namespace jangbu
