// The bytes of a document as a file that nobody can change, and what looks at them.
#include "reading/sealed_file.h"

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <string>

namespace jangbu {
namespace {

std::string read_back(const SealedFile& file) {
  const auto mapped = MappedFile::of(file);
  return mapped ? std::string(mapped->bytes()) : mapped.error().message;
}

TEST(SealedFile, HoldsWhatCameInPieces) {
  auto file = SealedFile::begin();
  ASSERT_TRUE(file);
  std::string whole;
  for (int i = 0; i < 5000; ++i) {
    const std::string piece = "조각 " + std::to_string(i) + "\n";
    ASSERT_TRUE(file->append(piece));
    whole += piece;
  }
  ASSERT_TRUE(file->seal());
  EXPECT_EQ(file->size(), whole.size());
  EXPECT_EQ(read_back(*file), whole);
  EXPECT_EQ(read_back(*SealedFile::of(whole)), whole);
}

TEST(SealedFile, OfNoBytesIsEmpty) {
  const auto file = SealedFile::of("");
  ASSERT_TRUE(file);
  EXPECT_EQ(file->size(), 0u);
  EXPECT_EQ(read_back(*file), "");
}

TEST(SealedFile, IsNotChangedByAnyWhoHoldsIt) {
  auto file = SealedFile::of("보고서");
  ASSERT_TRUE(file);
  EXPECT_FALSE(file->append("x"));
  EXPECT_LT(::write(file->descriptor(), "x", 1), 0);
  EXPECT_LT(::pwrite(file->descriptor(), "x", 1, 0), 0);
  EXPECT_LT(::ftruncate(file->descriptor(), 0), 0);
  EXPECT_LT(::ftruncate(file->descriptor(), 100), 0);
  EXPECT_EQ(::mmap(nullptr, 1, PROT_READ | PROT_WRITE, MAP_SHARED, file->descriptor(), 0), MAP_FAILED);
  EXPECT_EQ(read_back(*file), "보고서");
}

TEST(MappedFile, ShowsTheSameAfterItsPagesWereLetGo) {
  std::string bytes;
  for (int i = 0; i < 100'000; ++i) bytes += std::to_string(i);
  const auto file = SealedFile::of(bytes);
  auto mapped = MappedFile::of(*file);
  ASSERT_TRUE(mapped);
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(mapped->bytes(), bytes);
    mapped->let_go();
  }
  mapped->forget();
  EXPECT_EQ(mapped->bytes(), "");
  mapped->let_go();
  EXPECT_EQ(read_back(*file), bytes);
}

}  // namespace
}  // namespace jangbu
