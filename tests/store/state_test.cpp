// What is put in comes out, in order; what is damaged is set aside.
#include "store/state.h"

#include <gtest/gtest.h>

#include "temp_folder.h"

namespace jangbu {
namespace {

State opened(const TempFolder& folder) {
  auto opened = State::open(folder / ".jangbu");
  if (!opened) throw std::runtime_error(describe(opened.error()));
  EXPECT_EQ(opened->warning, "");
  return std::move(opened->state);
}

KnownDocument document(const std::string& id, const std::string& state = "ingested") {
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

std::vector<std::string> record_lines(State& state, const std::string& type) {
  std::vector<std::string> lines;
  EXPECT_TRUE(state.each_record(type, [&](std::string_view line) {
    lines.emplace_back(line);
    return true;
  }));
  return lines;
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
  input.made = {"0.1.0", "1,2", "p", "c"};
  {
    State state = opened(folder);
    ASSERT_TRUE(state.put_input(input));
    input.attempts = 4;
    ASSERT_TRUE(state.put_input(input));
  }
  State state = opened(folder);
  const auto inputs = state.inputs();
  ASSERT_TRUE(inputs);
  ASSERT_EQ(inputs->size(), 1u);
  const KnownInput& out = inputs->at(input.location);
  EXPECT_EQ(out.location, input.location);
  EXPECT_EQ(out.shown, input.shown);
  EXPECT_EQ(out.stamp, input.stamp);
  EXPECT_EQ(out.stamp_proves, true);
  EXPECT_EQ(out.sha256, input.sha256);
  EXPECT_EQ(out.error, input.error);
  EXPECT_EQ(out.since, input.since);
  EXPECT_EQ(out.attempts, 4);
  EXPECT_EQ(out.made, input.made);
  ASSERT_TRUE(state.forget_input(input.location));
  EXPECT_TRUE(state.inputs()->empty());
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
  ASSERT_TRUE(state.keep(in, {}, {}));
  const auto documents = state.documents();
  ASSERT_TRUE(documents);
  ASSERT_EQ(documents->size(), 1u);
  const KnownDocument& out = documents->front();
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

TEST(State, LinesComeInOrderFromDocumentsThatSpeak) {
  const TempFolder folder;
  State state = opened(folder);
  ASSERT_TRUE(state.keep(document("b"), {{"r3", "budget", "3"}, {"r1", "budget", "1"}, {"r0", "revenue", "0"}}, {{"error", "sum", "b1"}, {"info", "ratio", "b0"}}));
  ASSERT_TRUE(state.keep(document("a"), {{"r2", "budget", "2"}, {"r1", "budget", "0"}}, {{"error", "sum", "a"}}));
  ASSERT_TRUE(state.keep(document("c", "superseded"), {{"r4", "budget", "4"}}, {{"error", "sum", "c"}}));
  EXPECT_EQ(record_lines(state, "budget"), (std::vector<std::string>{"0", "1", "2", "3"}));
  EXPECT_EQ(*state.record_counts(), (std::map<std::string, std::size_t>{{"budget", 4}, {"revenue", 1}}));
  EXPECT_EQ(*state.finding_counts_by_kind(), (std::map<std::string, std::size_t>{{"ratio", 1}, {"sum", 2}}));
  std::string findings;
  ASSERT_TRUE(state.each_finding([&](std::string_view line) {
    findings += std::string(line) + " ";
    return true;
  }));
  EXPECT_EQ(findings, "a b1 b0 ");
  EXPECT_EQ(*state.record_ids("b"), (std::vector<std::string>{"r0", "r1", "r3"}));
  // Kept again, a document's earlier lines are gone; its standing alone leaves them.
  ASSERT_TRUE(state.keep(document("b"), {{"r9", "budget", "9"}}, {}));
  EXPECT_EQ(record_lines(state, "budget"), (std::vector<std::string>{"0", "2", "9"}));
  ASSERT_TRUE(state.put_standing(document("c")));
  EXPECT_EQ(record_lines(state, "budget"), (std::vector<std::string>{"0", "2", "4", "9"}));
  ASSERT_TRUE(state.forget_document("a"));
  EXPECT_EQ(record_lines(state, "budget"), (std::vector<std::string>{"4", "9"}));
}

TEST(State, AnyChangeOfADocumentMakesTheGatheredFilesDue) {
  const TempFolder folder;
  State state = opened(folder);
  const std::map<std::string, FileStamp> files{{"findings.ndjson", {1, 2, 3, 4}}};
  for (int change = 0; change < 4; ++change) {
    ASSERT_TRUE(state.put_aggregates_written(files));
    EXPECT_EQ(*state.aggregates_written(), files);
    ASSERT_TRUE(change == 0 ? state.keep(document("a"), {}, {}) : change == 1 ? state.put_standing(document("a")) : change == 2 ? state.forget_document("a") : state.aggregates_are_due());
    EXPECT_TRUE(state.aggregates_written()->empty()) << change;
  }
}

// As a run leaves it that is killed before it wrote the first page.
TEST(State, AnEmptyFileIsANewOne) {
  const TempFolder folder;
  write_file(folder / ".jangbu/state.db", "");
  {
    State state = opened(folder);
    ASSERT_TRUE(state.put_standing(document("a")));
  }
  State state = opened(folder);
  EXPECT_EQ(state.documents()->size(), 1u);
}

TEST(State, AFileThatIsNoneIsSetAside) {
  const std::string nonsense(5000, 'x');
  for (const std::string& content : {nonsense, std::string("SQLite format 3\0", 16) + nonsense, std::string(4096, '\0')}) {
    const TempFolder folder;
    write_file(folder / ".jangbu/state.db", content);
    auto opened = State::open(folder / ".jangbu");
    ASSERT_TRUE(opened) << describe(opened.error());
    EXPECT_NE(opened->warning, "");
    EXPECT_TRUE(opened->state.inputs()->empty());
    EXPECT_TRUE(std::filesystem::exists(folder / ".jangbu/state.db.damaged"));
  }
}

TEST(State, AFileDamagedAnywhereIsToldOrMadeAnew) {
  const TempFolder whole;
  {
    State state = opened(whole);
    for (int i = 0; i < 30; ++i) ASSERT_TRUE(state.keep(document("d" + std::to_string(i)), {{"r" + std::to_string(i), "budget", std::string(900, 'l')}}, {}));
  }
  std::ifstream in(whole / ".jangbu/state.db", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  for (std::size_t at = 0; at < bytes.size(); at += 997) {
    const TempFolder folder;
    std::string damaged = bytes;
    for (std::size_t i = at; i < std::min(at + 200, damaged.size()); ++i) damaged[i] = static_cast<char>(~damaged[i]);
    write_file(folder / ".jangbu/state.db", damaged);
    auto opened = State::open(folder / ".jangbu");
    ASSERT_TRUE(opened) << at << describe(opened.error());
    // No crash, and no error but the one that makes it anew.
    const auto documents = opened->state.documents();
    EXPECT_TRUE(documents || documents.error().code == ErrorCode::kStateDamaged) << at << describe(documents.error());
    const Status kept = opened->state.keep(document("new"), {{"r", "budget", "l"}}, {});
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
