// Amounts and dates as people write them in Korean, beside the figures that machines read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "jangbu/language.h"

namespace jangbu {

inline constexpr double kMostSpoken = 9e15;  // KRW; beyond it doubles hold no whole won

// Thousands parted by commas, as reports print figures: "-2524000.5" → "△2,524,000.5".
std::string grouped(const std::string& digits);

// By myriads, as amounts are read out: 65,419,160,000 → "654억 1,916만원", 12,345 → "1만 2,345원", 0 → "0원"; below zero behind △, as
// reports have it.
std::string spoken_won(std::int64_t won);

// A date of the output (2021-09-01, 2021-09, 2021, or a time that begins so): "2021년 9월 1일" in Korean. In English, and where it is none,
// as it is.
std::string spoken_date(Language language, std::string_view date);

}  // namespace jangbu
