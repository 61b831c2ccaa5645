// Names of roles, measures, kinds of findings and severities, as the output has them.
#include "jangbu/record.h"

namespace jangbu {

std::string_view row_role_name(RowRole role) {
  switch (role) {
    case RowRole::kItem: return "item";
    case RowRole::kSubtotal: return "subtotal";
    case RowRole::kTotal: return "total";
  }
  return "item";
}

std::string_view measure_name(Measure measure) {
  switch (measure) {
    case Measure::kAmount: return "amount";
    case Measure::kRate: return "rate";
    case Measure::kCount: return "count";
    case Measure::kNumber: return "number";
    case Measure::kText: return "text";
    case Measure::kDate: return "date";
  }
  return "amount";
}

std::string_view finding_kind_name(FindingKind kind) {
  switch (kind) {
    case FindingKind::kSum: return "sum";
    case FindingKind::kDifference: return "difference";
    case FindingKind::kRatio: return "ratio";
    case FindingKind::kCrossTable: return "cross_table";
    case FindingKind::kCrossDocument: return "cross_document";
    case FindingKind::kCrossRendition: return "cross_rendition";
    case FindingKind::kStructure: return "structure";
    case FindingKind::kUnreadable: return "unreadable";
    case FindingKind::kDoubt: return "doubt";
  }
  return "structure";
}

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::kInfo: return "info";
    case Severity::kWarning: return "warning";
    case Severity::kError: return "error";
  }
  return "warning";
}

}  // namespace jangbu
