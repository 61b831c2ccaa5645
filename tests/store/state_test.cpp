// What is put in comes out, in order; what is damaged is set aside.
#include "store/state.h"

#include <gtest/gtest.h>

#include "effort.h"
#include "temp_folder.h"

namespace jangbu {
namespace {

State opened(const TempFolder& folder) {
  auto opened = State::open(folder / ".jangbu");
  if (!opened) throw std::runtime_error(describe(opened.error()));
  EXPECT_EQ(opened->warning, "");
  return std::move(opened->state);
}

KnownDocument document(const std::string& id, DocumentState state = DocumentState::kIngested) {
  KnownDocument out;
  out.id = id;
  out.sha256 = "sha of " + id;
  out.path = id + ".hwp";
  out.report = "가나국|주요업무보고|2021-08";
  out.format = "hwp";
  out.state = state;
  out.made = {"0.1.0", "limits", "profiles", ""};
  return out;
}

TEST(State, RemembersInputs) {
  const TempFolder folder;
  KnownInput input;
  input.location = "/in/\xEA\xB0\x80\xFF.hwp";  // names are bytes: this one is no UTF-8
  input.shown = "가.hwp";
  input.stamp = {12, ~0ull, -5, 7};
  input.stamp_proves = true;
  input.sha256 = "abc";
  input.error = Error{ErrorCode::kFileTruncated, "the end is missing", ""};
  input.since = "2021-09-01T00:00:00Z";
  input.attempts = 3;
  input.document = "d";
  input.made = {"0.1.0", "1,2", "p", ""};
  {
    State state = opened(folder);
    ASSERT_TRUE(state.put_input(input));
    input.attempts = 4;
    ASSERT_TRUE(state.put_input(input));
  }
  State state = opened(folder);
  const auto found = state.input(input.location);
  ASSERT_TRUE(found && *found);
  const KnownInput& out = **found;
  EXPECT_EQ(out.location, input.location);
  EXPECT_EQ(out.shown, input.shown);
  EXPECT_EQ(out.stamp, input.stamp);
  EXPECT_EQ(out.stamp_proves, true);
  EXPECT_EQ(out.sha256, input.sha256);
  EXPECT_EQ(out.error, input.error);
  EXPECT_EQ(out.since, input.since);
  EXPECT_EQ(out.attempts, 4);
  EXPECT_EQ(out.document, "d");
  EXPECT_EQ(out.made, input.made);
  EXPECT_EQ(state.failed_inputs()->size(), 1u);
  EXPECT_EQ(state.inputs_with_hash("abc")->size(), 1u);
  EXPECT_EQ(*state.paths_of("d"), (std::vector<std::string>{"가.hwp"}));
  ASSERT_TRUE(state.forget_input(input.location, input.shown));
  EXPECT_FALSE(*state.has_inputs());
}

TEST(State, RemembersDocuments) {
  const TempFolder folder;
  State state = opened(folder);
  KnownDocument in = document("a");
  in.paths = {"a.hwp", "b \"quoted\".hwp"};
  in.edition = 2;
  in.supersedes = "before";
  in.of = "other";
  in.warnings = {{"unit_unknown", "단위 없음", 3}, {"degraded", "", std::nullopt}};
  in.records = 5;
  in.file = {1, 2, 3, 4};
  in.file_sha256 = "f";
  in.record_files = {{"budget", {5, ~0ull, -7, 8}}};
  in.made.corrections = "- c - -";
  ASSERT_TRUE(state.keep(in, 1));
  const auto found = state.document("a");
  ASSERT_TRUE(found && *found);
  const KnownDocument& out = **found;
  ASSERT_EQ(out.record_files.size(), 1u);
  EXPECT_EQ(out.record_files[0].stamp, in.record_files[0].stamp);
  EXPECT_EQ(out.paths, in.paths);
  EXPECT_EQ(out.edition, 2);
  EXPECT_EQ(out.supersedes, "before");
  EXPECT_EQ(out.of, "other");
  ASSERT_EQ(out.warnings.size(), 2u);
  EXPECT_EQ(out.warnings[0].page, 3);
  EXPECT_EQ(out.warnings[1].page, std::nullopt);
  EXPECT_EQ(out.records, 5u);
  EXPECT_EQ(out.file, in.file);
  EXPECT_EQ(out.made, in.made);
}

TEST(State, FindsDocumentsByWhatTheyHaveInCommon) {
  const TempFolder folder;
  State state = opened(folder);
  for (const char* id : {"c", "a", "b"}) ASSERT_TRUE(state.keep(document(id), 1));
  const auto ids = [](const Result<std::vector<KnownDocument>>& documents) {
    std::string out;
    for (const KnownDocument& one : *documents) out += one.id;
    return out;
  };
  EXPECT_EQ(ids(state.documents_of_report("가나국|주요업무보고|2021-08")), "abc");
  EXPECT_EQ(ids(state.documents_with_hash("sha of b")), "b");
  EXPECT_EQ(ids(state.documents_at("c.hwp")), "c");
  EXPECT_EQ(ids(state.documents_after("", 2)), "ab");
  EXPECT_EQ(ids(state.documents_after("b", 2)), "c");
  EXPECT_FALSE(*state.document("d"));
}

TEST(State, WhatAChangeTouchesIsDueUntilItIsSettled) {
  const TempFolder folder;
  State state = opened(folder);
  using Names = std::vector<std::string>;
  KnownDocument one = document("a");
  one.findings = 1;
  ASSERT_TRUE(state.keep(one, 1,
                         {"가나국\x1f"
                          "2021"}));
  EXPECT_EQ(*state.due("document"), (Names{"a"}));
  EXPECT_EQ(*state.due("report"), (Names{one.report}));
  EXPECT_EQ(*state.due("years"), (Names{"가나국\x1f"
                                        "2021"}));
  EXPECT_EQ(*state.due("findings"), (Names{"all"}));
  for (const char* kind : {"document", "report", "years", "findings"}) {
    const auto due = state.due(kind);
    for (const std::string& name : *due) ASSERT_TRUE(state.settled(kind, name));
    EXPECT_TRUE(state.due(kind)->empty());
  }
  // Its standing alone makes nothing due; another report both of them.
  ASSERT_TRUE(state.put_standing(one, 2));
  EXPECT_TRUE(state.due("report")->empty());
  one.report = "다라국|주요업무보고|2021-08";
  ASSERT_TRUE(state.keep(one, 3));
  EXPECT_EQ(state.due("report")->size(), 2u);
  EXPECT_EQ(*state.note("ledger"), "3");
  // An input makes the document due that it gave, and the one that it gave before.
  ASSERT_TRUE(state.settled("document", "a"));
  KnownInput input;
  input.location = "/in/a";
  input.document = "a";
  ASSERT_TRUE(state.put_input(input));
  input.document = "b";
  ASSERT_TRUE(state.put_input(input));
  EXPECT_EQ(*state.due("document"), (Names{"a", "b"}));
}

TEST(State, AGlanceTrustsWhatNothingSpeaksAgainst) {
  const TempFolder folder;
  State state = opened(folder);
  const Making now{"tool", "limits", "profiles", ""};
  KnownInput input;
  input.location = "/in/a";
  input.shown = "a";
  input.sha256 = "s";
  input.document = "d";
  input.stamp_proves = true;
  input.made = now;
  const auto trusted = [&] {
    bool out = false;
    EXPECT_TRUE(state.each_glance(now, [&](const InputGlance& glance) { out = glance.trusted; }));
    return out;
  };
  ASSERT_TRUE(state.put_input(input));
  EXPECT_TRUE(trusted());
  for (int change = 0; change < 4; ++change) {
    KnownInput other = input;
    if (change == 0) other.stamp_proves = false;
    if (change == 1) other.document.clear();
    if (change == 2) other.made.tool = "another";
    if (change == 3) other.error = Error{ErrorCode::kFileEmpty, "", ""};
    ASSERT_TRUE(state.put_input(other));
    EXPECT_FALSE(trusted()) << change;
  }
  ASSERT_TRUE(state.put_input(input));
  ASSERT_TRUE(state.distrust_inputs_of("d"));
  EXPECT_FALSE(trusted());
}

// As a run leaves it that is killed before it wrote the first page.
TEST(State, AnEmptyFileIsANewOne) {
  const TempFolder folder;
  write_file(folder / ".jangbu/state.db", "");
  {
    State state = opened(folder);
    ASSERT_TRUE(state.put_standing(document("a"), 1));
  }
  State state = opened(folder);
  EXPECT_TRUE(*state.document("a"));
}

TEST(State, AFileThatIsNoneIsSetAside) {
  const std::string nonsense(5000, 'x');
  for (const std::string& content : {nonsense, std::string("SQLite format 3\0", 16) + nonsense, std::string(4096, '\0')}) {
    const TempFolder folder;
    write_file(folder / ".jangbu/state.db", content);
    auto opened = State::open(folder / ".jangbu");
    ASSERT_TRUE(opened) << describe(opened.error());
    EXPECT_NE(opened->warning, "");
    EXPECT_FALSE(*opened->state.has_inputs());
    EXPECT_TRUE(std::filesystem::exists(folder / ".jangbu/state.db.damaged"));
  }
}

TEST(State, AFileDamagedAnywhereIsToldOrMadeAnew) {
  const TempFolder whole;
  {
    State state = opened(whole);
    for (int i = 0; i < 30; ++i) ASSERT_TRUE(state.keep(document("d" + std::to_string(i) + std::string(900, 'l')), i));
  }
  std::ifstream in(whole / ".jangbu/state.db", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  for (std::size_t at = 0; at < bytes.size(); at += static_cast<std::size_t>(every(997, 9'973))) {
    const TempFolder folder;
    std::string damaged = bytes;
    for (std::size_t i = at; i < std::min(at + 200, damaged.size()); ++i) damaged[i] = static_cast<char>(~damaged[i]);
    write_file(folder / ".jangbu/state.db", damaged);
    auto opened = State::open(folder / ".jangbu");
    ASSERT_TRUE(opened) << at << describe(opened.error());
    // No crash, and no error but the one that makes it anew.
    const auto documents = opened->state.documents_after("", 100);
    EXPECT_TRUE(documents || documents.error().code == ErrorCode::kStateDamaged) << at << describe(documents.error());
    const Status kept = opened->state.keep(document("new"), 99);
    EXPECT_TRUE(kept || kept.error().code == ErrorCode::kStateDamaged) << at << describe(kept.error());
  }
}

TEST(State, AFolderThatCannotBeMadeIsToldOf) {
  const TempFolder folder;
  write_file(folder / "file", "x");
  EXPECT_EQ(State::open(folder / "file/.jangbu").error().code, ErrorCode::kOutputNotWritable);
}

}  // namespace
}  // namespace jangbu
