// Bytes that come piece by piece and go as they are read.
#include "reading/arrived_bytes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace jangbu {
namespace {

// As a socket fills them: as much as there is room for, or less.
ArrivedBytes arrived(const std::string& whole, std::size_t piece) {
  ArrivedBytes bytes;
  for (std::size_t at = 0; at < whole.size();) {
    const auto room = bytes.room(whole.size() - at);
    EXPECT_GT(room.size(), 0u);
    EXPECT_LE(room.size(), whole.size() - at);
    const std::size_t taken = std::min(piece, room.size());
    std::copy_n(whole.begin() + static_cast<std::ptrdiff_t>(at), taken, room.begin());
    bytes.filled(taken);
    at += taken;
  }
  return bytes;
}

std::string counted(std::size_t size) {
  std::string out;
  for (std::size_t i = 0; out.size() < size; ++i) out += std::to_string(i) + ",";
  out.resize(size);
  return out;
}

TEST(ArrivedBytes, AreWhatCameHoweverItCame) {
  for (const std::size_t size : {0u, 1u, 4096u, 262'144u, 262'145u, 3'000'000u}) {
    const std::string whole = counted(size);
    for (const std::size_t piece : {1000u, 65'536u, 10'000'000u}) EXPECT_EQ(arrived(whole, piece).view(), whole) << size << ", " << piece;
  }
}

TEST(ArrivedBytes, KeepWhatIsNotReadYet) {
  const std::string whole = counted(1'000'000);
  ArrivedBytes bytes = arrived(whole, 65'536);
  for (const std::size_t left : {999'999u, 700'001u, 700'000u, 123u, 1u, 0u}) {
    bytes.forget_all_but(left);
    EXPECT_EQ(bytes.view().size(), whole.size());
    EXPECT_EQ(bytes.view().substr(whole.size() - left), std::string_view(whole).substr(whole.size() - left)) << left;
  }
  bytes.forget_all_but(5);  // they are gone: nothing comes back, and nothing breaks
}

TEST(ArrivedBytes, MoveWithTheirPages) {
  const std::string whole = counted(500'000);
  ArrivedBytes first = arrived(whole, 65'536), second;
  second = std::move(first);
  const ArrivedBytes third(std::move(second));
  EXPECT_EQ(third.view(), whole);
}

}  // namespace
}  // namespace jangbu
