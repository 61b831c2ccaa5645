// Children that crash, hang, eat and lie: each is the outcome of one document, and nothing of it is left behind.
#include "reading/reader_pool.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <set>
#include <thread>

#include "built_in.h"
#include "effort.h"
#include "misbehaving.h"
#include "model/sanitized.h"
#include "places.h"
#include "reading/document_bytes.h"
#include "reading/ready_reader.h"
#include "temp_folder.h"

namespace jangbu {
namespace {

namespace fs = std::filesystem;

ReadingOptions with(const std::function<void(Limits&)>& change) {
  ReadingOptions options;
  change(options.limits);
  return options;
}

std::size_t open_here() {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator("/proc/self/fd"), fs::directory_iterator()));
}

enum class First { kSpawned, kForked };  // others are programs in any case

PoolOptions misbehaving(First first) {
  PoolOptions pool;
  pool.program = lying_reader_program();
  if (first == First::kForked) pool.ready = fork_reader(0, nullptr, misbehaving_reader);
  return pool;
}

// No test leaves a child or a descriptor behind.
class Children : public testing::Test {
 protected:
  void SetUp() override { open_before_ = open_here(); }
  void TearDown() override {
    EXPECT_EQ(open_here(), open_before_);
    EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1);
    EXPECT_EQ(errno, ECHILD);
  }

 private:
  std::size_t open_before_ = 0;
};

class ReaderPool : public Children, public testing::WithParamInterface<First> {
 protected:
  static PoolOptions misbehaving() { return jangbu::misbehaving(GetParam()); }
};

using ForkedReader = Children;

INSTANTIATE_TEST_SUITE_P(First, ReaderPool, testing::Values(First::kSpawned, First::kForked),
                         [](const auto& tested) { return tested.param == First::kSpawned ? "Spawned" : "Forked"; });

// What becomes of one document, and that the next one is read as if nothing had been.
Error error_of(DocumentReader& reader, const std::string& bytes) {
  const auto document = reader.read(bytes, bytes);
  const auto next = reader.read("ordinary", "ordinary");
  EXPECT_TRUE(next && next->document.title == "ordinary") << "after " << bytes;
  return document ? Error{ErrorCode{}, "read", ""} : document.error();
}

TEST_P(ReaderPool, OneChildServesManyDocuments) {
  const auto reader = reader_in_children({}, misbehaving());
  std::set<std::string> processes;
  for (int i = 0; i < 20; ++i) {
    const auto document = reader->read("number " + std::to_string(i), "");
    ASSERT_TRUE(document) << describe(document.error());
    EXPECT_EQ(document->document.title, "number " + std::to_string(i));
    processes.insert(document->document.source.producer);
  }
  EXPECT_EQ(reader->read("refuse", "").error().code, ErrorCode::kEncrypted);
  processes.insert(reader->read("again", "")->document.source.producer);
  EXPECT_EQ(processes.size(), 1u);
}

TEST_P(ReaderPool, NoDocumentNoChild) {
  const auto reader = reader_in_children({}, misbehaving());
  EXPECT_EQ(reader->read("", "").error().code, ErrorCode::kFileEmpty);
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), GetParam() == First::kForked ? 0 : -1);
}

TEST_P(ReaderPool, AChildThatEndsIsACrashOfItsDocument) {
  const auto reader = reader_in_children({}, misbehaving());
  const Error crash = error_of(*reader, "crash");
  EXPECT_EQ(crash.code, ErrorCode::kReaderCrashed);
  if (!kSanitized) {
    EXPECT_NE(crash.message.find("SIGSEGV"), std::string::npos) << crash.message;
  }
  EXPECT_EQ(error_of(*reader, "abort").code, ErrorCode::kReaderCrashed);
  const Error left = error_of(*reader, "exit");
  EXPECT_EQ(left.code, ErrorCode::kReaderCrashed);
  EXPECT_NE(left.message.find("status 3"), std::string::npos) << left.message;
  EXPECT_EQ(error_of(*reader, "half").code, ErrorCode::kReaderCrashed);
  EXPECT_EQ(error_of(*reader, "hang_up").code, ErrorCode::kReaderCrashed);
}

TEST_P(ReaderPool, AnswersThatNoReaderGivesAreRefused) {
  const auto reader = reader_in_children({}, misbehaving());
  for (const char* order : {"garbage", "nonsense", "hello", "impossible", "ahead"})
    EXPECT_EQ(error_of(*reader, order).code, ErrorCode::kReaderGarbled) << order;
  // The first answer counts; the second, whenever it comes, is never taken for the next document's.
  for (int i = 0; i < 20; ++i) {
    EXPECT_TRUE(reader->read("twice", ""));
    const auto next = reader->read("ordinary", "");
    ASSERT_TRUE(next) << describe(next.error());
    EXPECT_EQ(next->document.title, "ordinary");
  }
  EXPECT_EQ(error_of(*reader, "refuse").code, ErrorCode::kEncrypted);
}

// The id becomes a file's name, the type another's: a reader that was taken over may not choose where.
TEST_P(ReaderPool, NamesThatLeadElsewhereAreRefused) {
  const auto reader = reader_in_children({}, misbehaving());
  for (const char* order : {"name ../../evil", "name /etc/evil", "name .hidden", "name ", "type ../evil", "type Budget", "type "}) {
    EXPECT_EQ(error_of(*reader, order).code, ErrorCode::kReaderGarbled) << order;
  }
  EXPECT_TRUE(reader->read("type budget", ""));
  // Nor may it take the place of another document.
  EXPECT_TRUE(reader->read("name 2021-시민협력국-12345678", {"a", "1234567890"}));
  EXPECT_EQ(reader->read("name 2021-시민협력국-12345678", DocumentName("a", "2234567890")).error().code, ErrorCode::kReaderGarbled);
}

TEST_P(ReaderPool, WhatIsShownComesFromAChild) {
  const auto reader = reader_in_children({}, misbehaving());
  EXPECT_EQ(reader->show("crash", {}).error().code, ErrorCode::kReaderCrashed);
  EXPECT_EQ(*reader->show("seen", {.page = 3}), "seen p. 3");
  EXPECT_EQ(reader->read("ordinary", "")->document.title, "ordinary");
}

TEST_P(ReaderPool, WallClock) {
  const auto reader = reader_in_children(with([](Limits& limits) { limits.seconds = 1; }), misbehaving());
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(error_of(*reader, "hang").code, ErrorCode::kLimitSeconds);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(15));
}

TEST_P(ReaderPool, ProcessorTime) {
  const auto reader = reader_in_children(with([](Limits& limits) { limits.cpu_seconds = 1; }), misbehaving());
  EXPECT_EQ(error_of(*reader, "spin").code, ErrorCode::kLimitCpu);
}

TEST_P(ReaderPool, Memory) {
  const auto reader = reader_in_children(with([](Limits& limits) { limits.reader_bytes = 512u << 20; }), misbehaving());
  EXPECT_EQ(error_of(*reader, "throw_for_memory").code, ErrorCode::kLimitMemory);
  EXPECT_EQ(error_of(*reader, "abort_for_memory").code, ErrorCode::kLimitMemory);
  // As the system does where memory runs out.
  EXPECT_EQ(error_of(*reader, "killed").code, ErrorCode::kReaderUnavailable);
}

TEST_P(ReaderPool, Output) {
  const auto reader = reader_in_children(with([](Limits& limits) { limits.answer_bytes = 100'000; }), misbehaving());
  EXPECT_EQ(error_of(*reader, "large 99000").message, "read");
  EXPECT_EQ(error_of(*reader, "large 100001").code, ErrorCode::kLimitOutput);
  EXPECT_EQ(error_of(*reader, "announce 100001").code, ErrorCode::kLimitOutput);
  EXPECT_EQ(error_of(*reader, "announce 18446744073709551615").code, ErrorCode::kLimitOutput);
}

TEST_P(ReaderPool, LargeAnswersComeWhole) {
  const auto reader = reader_in_children({}, misbehaving());
  const auto document = reader->read("large 20000000", "");
  ASSERT_TRUE(document) << describe(document.error());
  EXPECT_EQ(document->document.title, std::string(20'000'000, 'x'));
}

TEST_P(ReaderPool, AChildThatKeepsMemoryIsReplaced) {
  const auto reader = reader_in_children(with([](Limits& limits) { limits.reader_bytes = 512u << 20; }), misbehaving());
  const auto before = reader->read("keep", ""), after = reader->read("ordinary", "");
  ASSERT_TRUE(before && after);
  EXPECT_NE(before->document.source.producer, after->document.source.producer);
}

TEST_P(ReaderPool, WhatItWritesToStderrIsToldTamedAndBounded) {
  std::vector<std::string> told;
  PoolOptions pool = misbehaving();
  pool.log = [&](const std::string& words) { told.push_back(words); };
  const auto reader = reader_in_children({}, pool);
  EXPECT_TRUE(reader->read("warn", "보고.pdf"));
  EXPECT_TRUE(reader->read("ordinary", "quiet.pdf"));
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told[0], "보고.pdf: the reader says: a [31mb ");
  // Ten megabytes: nobody waits for anybody, and the beginning is kept.
  EXPECT_TRUE(reader->read("chatter", "loud.pdf"));
  ASSERT_EQ(told.size(), 2u);
  EXPECT_LT(told[1].size(), 3000u);
}

TEST_P(ReaderPool, AChildGetsNothingThatIsOpenHere) {
  // An open file that closes with no exec, as a careless program has them.
  const int careless = ::open("/dev/zero", O_RDONLY);
  const auto reader = reader_in_children({}, misbehaving());
  EXPECT_EQ(reader->read("descriptors", "")->document.title, "0=/dev/null\n1=/dev/null\n2=pipe\n3=socket\n4=/memfd\n");
  ::close(careless);
}

TEST_P(ReaderPool, AChildHasSignalsAndAGroupOfItsOwn) {
  const auto before = ::signal(SIGUSR1, SIG_IGN);
  const auto reader = reader_in_children({}, misbehaving());
  EXPECT_EQ(reader->read("signals", "")->document.title, "as new");
  ::signal(SIGUSR1, before);
}

TEST_P(ReaderPool, APasswordGoesNoOtherWayThanThroughTheSocket) {
  ::setenv("JANGBU_PASSWORD", "secret", 1);
  ReadingOptions options;
  options.password = "secret";
  const auto reader = reader_in_children(options, misbehaving());
  EXPECT_EQ(reader->read("password", "")->document.title, "secret");
  EXPECT_EQ(reader->read("environment JANGBU_PASSWORD", "")->document.title, "unset");
  EXPECT_NE(reader->read("environment PATH", "")->document.title, "unset");
  ::unsetenv("JANGBU_PASSWORD");
}

// A fork has the memory of its parent: what was given to the program is wiped from it, and stays here.
TEST_F(ForkedReader, ForgetsArgumentsAndEnvironment) {
  ::setenv("JANGBU_PASSWORD", "secret", 1);
  std::string program = "jangbu", argument = "--password=secret";
  char* arguments[] = {program.data(), argument.data(), nullptr};
  PoolOptions pool;
  pool.program = "/nowhere/reader";
  pool.ready = fork_reader(2, arguments, misbehaving_reader);
  const auto reader = reader_in_children({}, pool);
  const auto in_child = [&](const char* text) {
    return reader->read("memory " + std::to_string(reinterpret_cast<std::uintptr_t>(text)), "")->document.title;
  };
  EXPECT_EQ(in_child(program.c_str()), "jangbu");
  const char* password = std::getenv("JANGBU_PASSWORD");
  EXPECT_EQ(in_child(argument.c_str()), "");
  EXPECT_EQ(in_child(password), "");
  EXPECT_EQ(in_child(password - std::strlen("JANGBU_PASSWORD=")), "");
  EXPECT_EQ(argument, "--password=secret");
  EXPECT_STREQ(::getenv("JANGBU_PASSWORD"), "secret");
  ::unsetenv("JANGBU_PASSWORD");
}

// Whoever ended it (a user, the system): the document is read by another.
TEST_F(ForkedReader, IsReplacedWhereItEndedWhileItWaited) {
  PoolOptions pool = misbehaving(First::kForked);
  auto taken = pool.ready->take();
  ASSERT_TRUE(taken);
  ::kill(taken->process, SIGKILL);
  siginfo_t ended{};
  ASSERT_EQ(::waitid(P_PID, static_cast<id_t>(taken->process), &ended, WEXITED | WNOWAIT), 0);  // a signal takes its time
  pool.ready = std::make_shared<ReadyReader>(std::move(*taken));
  EXPECT_EQ(reader_in_children({}, pool)->read("ordinary", "")->document.title, "ordinary");
}

TEST_F(ForkedReader, IsOneOnly) {
  const PoolOptions pool = misbehaving(First::kForked);
  const std::string first = reader_in_children({}, pool)->read("a", "")->document.source.producer;
  EXPECT_FALSE(pool.ready->take());
  EXPECT_NE(reader_in_children({}, pool)->read("b", "")->document.source.producer, first);
}

TEST_P(ReaderPool, ACrashLeavesNoCore) {
  const auto reader = reader_in_children({}, misbehaving());
  EXPECT_EQ(reader->read("core", "")->document.title, "0,0");
}

TEST_P(ReaderPool, AProgramThatIsNoReader) {
  for (const char* program : {"/nowhere/reader", "/bin/true", "/dev/null", "/bin/pwd"}) {
    PoolOptions pool;
    pool.program = program;
    EXPECT_EQ(reader_in_children({}, pool)->read("text", "").error().code, ErrorCode::kReaderUnavailable) << program;
  }
}

TEST_P(ReaderPool, AnInterruptedRunEndsItsChildren) {
  const TempFolder folder;
  PoolOptions pool = misbehaving();
  pool.interrupted = [&] { return !fs::is_empty(folder.path()); };
  const auto reader = reader_in_children({}, pool);
  EXPECT_EQ(reader->read("hang " + folder.path().string(), "").error().code, ErrorCode::kInterrupted);
  const pid_t child = std::stoi(fs::directory_iterator(folder.path())->path().filename().string());
  EXPECT_EQ(::kill(child, 0), -1);
}

TEST_P(ReaderPool, AChildThatHangsEndsWithItsParent) {
  const TempFolder folder;
  const pid_t parent = ::fork();
  if (parent == 0) {
    // On a thread that is gone by then: children belong to the process.
    const auto reader = reader_in_children({}, misbehaving());
    std::thread([&] { static_cast<void>(reader->read("ordinary", "").has_value()); }).join();
    static_cast<void>(reader->read("hang " + folder.path().string(), "").has_value());
    ::_exit(0);
  }
  for (int i = 0; i < 3000 && fs::is_empty(folder.path()); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  ASSERT_FALSE(fs::is_empty(folder.path()));
  const pid_t child = std::stoi(fs::directory_iterator(folder.path())->path().filename().string());
  EXPECT_EQ(::kill(child, 0), 0);
  ::kill(parent, SIGKILL);
  ::waitpid(parent, nullptr, 0);
  // Gone, or a zombie that nobody here can wait for.
  const auto runs = [&] {
    std::ifstream in("/proc/" + std::to_string(child) + "/stat");
    std::string number, name, state;
    in >> number >> name >> state;
    return in && state != "Z" && state != "X";
  };
  for (int i = 0; i < 3000 && runs(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  EXPECT_FALSE(runs());
}

TEST_P(ReaderPool, ManyAtATimeEachGetsItsOwn) {
  const auto reader = reader_in_children({}, misbehaving());
  std::atomic<int> wrong{0};
  {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 4; ++thread) {
      threads.emplace_back([&, thread] {
        for (int i = 0; i < 15; ++i) {
          const std::string name = "document " + std::to_string(thread) + "." + std::to_string(i);
          const auto document = reader->read(name, name);
          if (!document || document->document.title != name) ++wrong;
          if (i % 5 == thread && reader->read("crash", "")) ++wrong;
        }
      });
    }
  }
  EXPECT_EQ(wrong, 0);
}

// ---- the real reader --------------------------------------------------------------------------------------------------------

TEST_P(ReaderPool, ReadsWhatIsReadInThisProcess) {
  ReadingOptions options;
  options.password = "1234";
  PoolOptions pool;
  pool.program = program();
  if (GetParam() == First::kForked) pool.ready = fork_reader(0, nullptr);
  const auto here = reader_in_process(options), there = reader_in_children(options, pool);
  std::vector<std::string> files;
  for (const char* folder : {"broken", "hangul", "hostile", "inbox", "layout"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fixture(folder))) {
      if (entry.is_regular_file()) files.push_back(entry.path().string());
    }
  }
  std::sort(files.begin(), files.end());
  if (const auto step = static_cast<std::size_t>(every(1, 4)); step > 1) {
    std::size_t at = 0;
    std::erase_if(files, [&](const std::string&) { return at++ % step != 0; });
  }
  std::map<std::string, std::string> first;
  const auto told = [](const Result<Processed>& read) { return read ? processed_bytes(*read) : describe(read.error()); };
  for (const std::string& file : files) {
    const std::string bytes = file_text(file);
    first[file] = told(there->read(bytes, {file, sha256_hex(bytes)}));
    EXPECT_TRUE(first[file] == told(here->read(bytes, {file, sha256_hex(bytes)})))
        << file << (first[file].size() < 200 ? "\n" + first[file] : "");
  }
  // In the other order, by the same child.
  for (auto file = files.rbegin(); file != files.rend(); ++file)
    EXPECT_TRUE(told(there->read(file_text(*file), {*file, sha256_hex(file_text(*file))})) == first[*file]) << *file;
}

}  // namespace
}  // namespace jangbu
