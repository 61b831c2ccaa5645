#include "audit/message.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

Record in_unit(std::int64_t factor) {
  Record record;
  record.name = "합계";
  record.unit_factor = factor;
  return record;
}

Figure of(Measure measure, const std::string& unit = {}) {
  Figure value;
  value.measure = measure;
  value.unit = unit;
  return value;
}

TEST(Message, FiguresAreShownInTheTablesUnit) {
  Table table;
  EXPECT_EQ(shown_value(65'410'160'000, of(Measure::kAmount), in_unit(1'000), table).ko, "65,410,160천원");
  EXPECT_EQ(shown_value(65'410'160'000, of(Measure::kAmount), in_unit(1'000), table).en, "65,410,160 thousand won");
  EXPECT_EQ(shown_value(-2'524'000'000, of(Measure::kAmount), in_unit(1'000'000), table).ko, "△2,524백만원");
  EXPECT_EQ(shown_value(35'840'000'000, of(Measure::kAmount), in_unit(100'000'000), table).ko, "358.4억원");
  EXPECT_EQ(shown_value(999, of(Measure::kAmount), in_unit(1), table).ko, "999원");
  EXPECT_EQ(shown_value(0.753664L, of(Measure::kRate), in_unit(1'000), table).ko, "75.37%");
  EXPECT_EQ(shown_value(0.5L, of(Measure::kRate), in_unit(1'000), table).en, "50 %");
  EXPECT_EQ(shown_value(46, of(Measure::kCount), in_unit(1), table).ko, "46명");
  EXPECT_EQ(shown_value(46, of(Measure::kCount, "개소"), in_unit(1), table).ko, "46개소");
  EXPECT_EQ(shown_value(4.25L, of(Measure::kNumber, "km"), in_unit(1), table).ko, "4.25km");
}

TEST(Message, WithoutANameAtHandEachPowerOfTenHasOne) {
  Figure value = of(Measure::kAmount);
  value.place.text = "5.7";
  EXPECT_EQ(shown_figure(value, 10'000).ko, "5.7만원");
  EXPECT_EQ(shown_figure(value, 10'000'000).ko, "5.7천만원");
  EXPECT_EQ(shown_figure(value, 1'000'000'000).ko, "5.7십억원");
  EXPECT_EQ(shown_figure(value, 1'000'000'000'000).ko, "5.7조원");
  EXPECT_EQ(shown_figure(value, 1'000'000'000'000).en, "5.7 x 1000000000000 won");
  EXPECT_EQ(shown_figure(value, 10'000, "만원").ko, "5.7만원");
  EXPECT_EQ(shown_figure(value, 1).ko, "5.7원");
}

TEST(Message, AFigureWithAUnitOfItsOwnIsShownInThatUnit) {
  Table table;
  table.unit = "백만원";
  Figure column = of(Measure::kAmount, "천원"), cell = of(Measure::kAmount, "억원"), blank = of(Measure::kAmount, "억원");
  column.place.text = "900,000";
  cell.place.text = "3억원";
  blank.place.text = "3 억원";
  EXPECT_EQ(shown_printed(column, in_unit(1'000'000), table).ko, "900,000천원");
  EXPECT_EQ(shown_printed(column, in_unit(1'000'000), table).en, "900,000 thousand won");
  EXPECT_EQ(shown_value(600'000'000, column, in_unit(1'000'000), table).ko, "600,000천원");
  EXPECT_EQ(shown_printed(cell, in_unit(1'000'000), table).ko, "3억원");
  EXPECT_EQ(shown_printed(cell, in_unit(1'000'000), table).en, "3 x 100 million won");
  EXPECT_EQ(shown_printed(blank, in_unit(1'000'000), table).ko, "3억원");
}

TEST(Message, PlacesNamePageWhereThereIsOne) {
  Table table;
  table.id = "t031";
  EXPECT_EQ(shown_place(in_unit(1), table).ko, "「합계」(표 t031)");
  table.pages = {28, 29};
  EXPECT_EQ(shown_place(in_unit(1), table).ko, "「합계」(표 t031, 28쪽)");
  EXPECT_EQ(shown_place(in_unit(1), table).en, "\"합계\" (table t031, page 28)");
}

TEST(Message, DecimalsAreTidy) {
  EXPECT_EQ(to_decimal(0.753664L, 6).to_string(), "0.753664");
  EXPECT_EQ(to_decimal(12.0L, 6).to_string(), "12");
  EXPECT_EQ(to_decimal(-0.05L, 2).to_string(), "-0.05");
}

}  // namespace
}  // namespace jangbu
