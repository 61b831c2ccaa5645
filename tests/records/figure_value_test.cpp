// What is printed becomes what it stands for, with the size of its last place; what a cell prints is told once, of the figure itself.
#include "records/figure_value.h"

#include <gtest/gtest.h>

#include "mapped.h"
#include "text/figure.h"

namespace jangbu {
namespace {

const Unit kThousands{"천원", 1000, true}, kMillions{"백만원", 1'000'000, true};

ProfileField field_of(Measure measure) {
  ProfileField field;
  field.measure = measure;
  field.counts = {"명", "건"};
  return field;
}

// "value/step", or "none".
std::string value_of(const std::string& text, Measure measure, const Unit& unit = kThousands) {
  Figure figure;
  const auto print = read_figure(text);
  if (!print || !print->value || !set_value(figure, *print, field_of(measure), unit)) return "none";
  return figure.value->to_string() + "/" + figure.step.to_string();
}

TEST(FigureValue, IsInWonWithTheSizeOfTheLastPlace) {
  EXPECT_EQ(value_of("1,234", Measure::kAmount), "1234000/1000");
  EXPECT_EQ(value_of("△58", Measure::kAmount, kMillions), "-58000000/1000000");
  EXPECT_EQ(value_of("3억원", Measure::kAmount), "300000000/100000000");  // its own unit speaks before that of the column
  EXPECT_EQ(value_of("12.5%", Measure::kAmount), "none");
  EXPECT_EQ(value_of("7명", Measure::kAmount), "none");
  EXPECT_EQ(value_of("0.0005", Measure::kAmount), "none");  // half a won
}

TEST(FigureValue, OfRatesIsAFraction) {
  EXPECT_EQ(value_of("71.5%", Measure::kRate), "0.715/0.001");
  EXPECT_EQ(value_of("71.5", Measure::kRate), "0.715/0.001");
  EXPECT_EQ(value_of("3억원", Measure::kRate), "none");
}

TEST(FigureValue, OfCountsIsExact) {
  EXPECT_EQ(value_of("46", Measure::kCount), "46/0");
  EXPECT_EQ(value_of("46명", Measure::kCount), "46/0");
  EXPECT_EQ(value_of("46대", Measure::kCount), "none");
  EXPECT_EQ(value_of("46천원", Measure::kCount), "none");
}

TEST(FigureValue, OfNumbersStaysAsPrinted) { EXPECT_EQ(value_of("3.25", Measure::kNumber), "3.25/0.01"); }

TEST(FigureValue, AFailureSetsNothing) {
  Figure figure;
  EXPECT_FALSE(set_value(figure, *read_figure("12.5%"), field_of(Measure::kAmount), kThousands));
  EXPECT_FALSE(figure.value || figure.printed);
  EXPECT_TRUE(figure.prints_nothing());
}

// A figure knows what stands in its cell: a dash may hide less than one unit, words tell nothing.
TEST(Figure, TellsWhatItsCellPrints) {
  const auto m = mapped(R"(
    (단위: 백만원)
    | 사업명 | 예산현액 | 원인행위액 | 지출액 |
    | ------ |
    | 조성   | 1,200    | -          | 미정   |
    | 운영   | 300      | 200        | 100    |
  )");
  ASSERT_EQ(m.records.size(), 2u);
  const Record& record = m.records.front();
  const Figure* budget = record.find("current_appropriation");
  const Figure* commitment = record.find("commitment");
  const Figure* payment = record.find("payment");
  ASSERT_TRUE(budget && commitment && payment);
  EXPECT_EQ(budget->imprint, Imprint::kFigure);
  EXPECT_EQ(budget->printed->to_string(), "1200");
  EXPECT_EQ(commitment->imprint, Imprint::kDash);
  EXPECT_TRUE(commitment->prints_nothing());
  EXPECT_EQ(payment->imprint, Imprint::kWords);
  EXPECT_FALSE(payment->value || payment->prints_nothing());
}

// Figures of other periods have a key of their own, and all that a figure has besides: unit, step, place.
TEST(Figure, OfAnotherPeriodIsFoundByItsKey) {
  Record record;
  Figure own{"budget_amount", Measure::kAmount, Decimal{500, 0}, {}, {}};
  Figure other = own;
  other.period = "2024";
  other.phase = "plan";
  other.unit = "억원";
  record.values = {own};
  record.yearly = {other};
  EXPECT_EQ(record.find_key("budget_amount"), &record.values.front());
  EXPECT_EQ(record.find_key("2024:plan"), &record.yearly.front());
  EXPECT_EQ(record.find_key("2024:plan")->key(), "2024:plan");
  EXPECT_EQ(record.find_key("2025:plan"), nullptr);
  EXPECT_EQ(record.find_key("payment"), nullptr);
}

}  // namespace
}  // namespace jangbu
