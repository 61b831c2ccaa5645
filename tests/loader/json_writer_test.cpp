// Golden bytes of a small document: keys, their order, numbers and nulls are what other programs read.
#include "loader/json_writer.h"

#include <gtest/gtest.h>

#include "drawn_table.h"

namespace jangbu {
namespace {

Document small_document() {
  Document document = drawing::drawn_document("| 구 분 | 지출액 |\n| --- |\n| 교육 | 435,786 |\n");
  document.id = "2021-08-가나국-주요업무보고-pdf-1a2b3c4d";
  document.source = {"2021-08 가나국.pdf", "1a2b3c4d", 1234, Format::kPdf, 28, ""};
  document.title = "주요업무보고";
  document.organization = "가나국";
  document.report_kind = "주요업무보고";
  document.report_date = "2021-08";
  document.fiscal_year = 2021;
  document.diagnostics.push_back({"unit_unknown", "단위 없음", 3});
  document.sections.push_back({1, "Ⅰ", "일반현황", 2, {{2, "", "예산", std::nullopt, {}}}});
  Table& table = document.tables[0];
  table.id = "t001";
  table.section = {"Ⅰ. 일반현황"};
  table.unit = "천원";
  table.pages = {2, 3};
  table.bbox = Box{10, 20.005, 300.456, 40};
  table.kind = "budget";
  table.cells[0].repaired = "구분";
  table.cells[3].page = 2;
  table.cells[3].bbox = Box{1, 2, 3, 4};
  table.cells[3].tables = {"t002"};
  document.repairs.push_back({"letter_spacing", "header", "구 분", "구분", "t001", 0, 0, 1});
  return document;
}

Record small_record() {
  Record record;
  record.id = "0123456789abcdef0123";
  record.type = "budget";
  record.document_id = "2021-08-가나국-주요업무보고-pdf-1a2b3c4d";
  record.organization = "가나국";
  record.fiscal_year = 2021;
  record.section = {"Ⅰ. 일반현황"};
  record.path = {"교육"};
  record.name = "교육";
  record.level = "program";
  record.row = 1;
  record.unit_factor = 1000;
  record.values.push_back({"payment", Measure::kAmount, Decimal{435786000, 0}, Decimal{1000, 0}, {1, 1, "435,786", 2, Box{1, 2, 3, 4}}});
  record.values.push_back({"payment_rate", Measure::kRate, Decimal{526, 3}, Decimal{1, 3}, {1, 2, "52.6%", 2, std::nullopt}});
  record.values.push_back({"commitment", Measure::kAmount, std::nullopt, Decimal{}, {1, 3, "-", 2, std::nullopt}});
  record.others.push_back({"인원", "27명", Decimal{27, 0}, {1, 4, "27명", 2, std::nullopt}});
  record.others.push_back({"인원", "미정", std::nullopt, {1, 5, "미정", 2, std::nullopt}});
  Figure part{"actual_headcount", Measure::kCount, Decimal{91, 0}, {}, {1, 6, "91", 2, std::nullopt}};
  part.dimension = "직종별";
  part.member = "행정직";
  record.breakdown.push_back(part);
  record.remarks = "\"계속\"";
  return record;
}

TEST(JsonWriter, ARecordIsOneLine) {
  EXPECT_EQ(
      record_json(small_document(), small_record()),
      R"({"record_id":"0123456789abcdef0123","record_type":"budget","document_id":"2021-08-가나국-주요업무보고-pdf-1a2b3c4d","organization":"가나국",)"
      R"("fiscal_year":2021,"as_of":null,"section":["Ⅰ. 일반현황"],"path":["교육"],"name":"교육","level":"program","row_role":"item","counted":false,"repeats":null,)"
      R"("values":{"payment":435786000,"payment_rate":0.526,"commitment":null},)"
      R"("breakdown":[{"dimension":"직종별","member":"행정직","measure":"actual_headcount","value":91,"text":"91","row":1,"column":6,"page":2,"bbox":null}],)"
      R"("other_values":{"인원":{"text":"27명","value":27,"row":1,"column":4,"page":2,"bbox":null},)"
      R"("인원 #2":{"text":"미정","value":null,"row":1,"column":5,"page":2,"bbox":null}},"remarks":"\"계속\"","currency":"KRW","unit_factor":1000,)"
      R"("cells":{"payment":{"text":"435,786","row":1,"column":1,"page":2,"bbox":[1.0,2.0,3.0,4.0]},)"
      R"("payment_rate":{"text":"52.6%","row":1,"column":2,"page":2,"bbox":null},"commitment":{"text":"-","row":1,"column":3,"page":2,"bbox":null}},)"
      R"("source":{"path":"2021-08 가나국.pdf","sha256":"1a2b3c4d","format":"pdf","page":2,"table":"t001","row":1},"repairs":[],"corrections":[],"status":"ok"})");
}

TEST(JsonWriter, AFindingIsOneLine) {
  Finding finding;
  finding.id = "f1";
  finding.document_id = "d1";
  finding.kind = FindingKind::kSum;
  finding.severity = Severity::kError;
  finding.record_ids = {"r1", "r2"};
  finding.field = "payment";
  finding.printed = Decimal{444786000, 0};
  finding.computed = Decimal{435786000, 0};
  finding.tolerance = Decimal{15000, 1};
  finding.message_ko = "합이 다릅니다.";
  finding.message_en = "does not add up";
  finding.table = "t001";
  finding.row = 1;
  EXPECT_EQ(
      finding_json(finding),
      R"({"finding_id":"f1","document_id":"d1","kind":"sum","severity":"error","record_ids":["r1","r2"],"field":"payment","printed":444786000,)"
      R"("computed":435786000,"tolerance":1500,"message":{"ko":"합이 다릅니다.","en":"does not add up"},"table":"t001","row":1,"page":null})");
}

TEST(JsonWriter, BlocksAndFurniture) {
  Document document = small_document();
  Block heading, table;
  heading.paragraph.text = "Ⅰ. 일반현황";
  heading.paragraph.page = 2;
  heading.paragraph.bbox = Box{1, 2, 3, 4};
  heading.heading_level = 1;
  table.kind = Block::Kind::kTable;
  table.table = 0;
  Block note;
  note.paragraph.text = "글";
  note.paragraph.repaired = "그림";
  note.paragraph.where = Where::kNote;
  document.blocks = {heading, table, note};
  document.furniture = {{"- 2 -", 2, FurniturePlace::kPageNumber}, {"주요업무", std::nullopt, FurniturePlace::kHeader}};
  const std::string json = document_json(document, {}, {}, {1, ""});
  const auto squeezed = [&] {
    std::string out;
    for (const char c : json) {
      if (c != ' ' && c != '\n') out += c;
    }
    return out;
  }();
  const std::string id = document.tables[0].id;
  EXPECT_NE(squeezed.find(R"("blocks":[{"paragraph":{"text":"Ⅰ.일반현황","page":2,"bbox":[1.0,2.0,3.0,4.0],"heading":1}},{"table":")" + id +
                          R"("},{"paragraph":{"text":"글","repaired":"그림","page":null,"bbox":null,"where":"note","heading":null}}])"),
            std::string::npos)
      << json;
  EXPECT_NE(
      squeezed.find(R"("furniture":[{"text":"-2-","page":2,"where":"page_number"},{"text":"주요업무","page":null,"where":"header"}])"),
      std::string::npos)
      << json;
}

TEST(JsonWriter, ADocument) {
  const std::string json = document_json(small_document(), {}, {}, {2, "2021-08-가나국-pdf-00000000"});
  EXPECT_TEXT(json, R"(
    {
     "document_id": "2021-08-가나국-주요업무보고-pdf-1a2b3c4d",
     "source": {
      "path": "2021-08 가나국.pdf",
      "sha256": "1a2b3c4d",
      "bytes": 1234,
      "format": "pdf",
      "pages": 28,
      "producer": null
     },
     "title": "주요업무보고",
     "organization": "가나국",
     "report_kind": "주요업무보고",
     "report_date": "2021-08",
     "fiscal_year": 2021,
     "metadata": {
      "title": null,
      "author": null,
      "created": null,
      "modified": null
     },
     "origins": {
      "title": null,
      "organization": null,
      "report_kind": null,
      "report_date": null,
      "fiscal_year": null
     },
     "degraded": false,
     "diagnostics": [
      {
       "code": "unit_unknown",
       "message": "단위 없음",
       "page": 3
      }
     ],
     "blocks": [
      {
       "table": "t001"
      }
     ],
     "furniture": [],
     "sections": [
      {
       "level": 1,
       "number": "Ⅰ",
       "title": "일반현황",
       "page": 2,
       "children": [
        {
         "level": 2,
         "number": null,
         "title": "예산",
         "page": null,
         "children": []
        }
       ]
      }
     ],
     "tables": [
      {
       "table_id": "t001",
       "section": [
        "Ⅰ. 일반현황"
       ],
       "where": "body",
       "caption": null,
       "unit": "천원",
       "as_of": null,
       "unit_from": "further_above",
       "as_of_from": null,
       "page": 2,
       "pages": [
        2,
        3
       ],
       "bbox": [
        10.0,
        20.01,
        300.46,
        40.0
       ],
       "rows": 2,
       "columns": 2,
       "header_rows": 1,
       "kind": "budget",
       "cells": [
        {
         "row": 0,
         "column": 0,
         "row_span": 1,
         "column_span": 1,
         "text": "구 분",
         "repaired": "구분",
         "page": null,
         "bbox": null
        },
        {
         "row": 0,
         "column": 1,
         "row_span": 1,
         "column_span": 1,
         "text": "지출액",
         "page": null,
         "bbox": null
        },
        {
         "row": 1,
         "column": 0,
         "row_span": 1,
         "column_span": 1,
         "text": "교육",
         "page": null,
         "bbox": null
        },
        {
         "row": 1,
         "column": 1,
         "row_span": 1,
         "column_span": 1,
         "text": "435,786",
         "page": 2,
         "bbox": [
          1.0,
          2.0,
          3.0,
          4.0
         ],
         "tables": [
          "t002"
         ]
        }
       ]
      }
     ],
     "records": [],
     "findings": [],
     "repairs": [
      {
       "rule": "letter_spacing",
       "field": "header",
       "before": "구 분",
       "after": "구분",
       "table": "t001",
       "row": 0,
       "column": 0,
       "confidence": 1.0
      }
     ],
     "edition": {
      "number": 2,
      "supersedes": "2021-08-가나국-pdf-00000000"
     }
    }
  )");
  EXPECT_EQ(document_json(small_document(), {}, {}, {2, "2021-08-가나국-pdf-00000000"}), json);
}

TEST(JsonWriter, HalfACharacterIsReplaced) {
  Record record = small_record();
  record.name = "교\xEC\x9C";
  EXPECT_NE(record_json(small_document(), record).find("교\xEF\xBF\xBD"), std::string::npos);
}

}  // namespace
}  // namespace jangbu
