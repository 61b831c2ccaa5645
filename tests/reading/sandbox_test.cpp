// What code inside of a reader that was taken over by a document can do: tried from there.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "misbehaving.h"
#include "places.h"
#include "reading/reader_pool.h"
#include "temp_folder.h"

namespace jangbu {
namespace {

namespace fs = std::filesystem;

class Sandboxed : public testing::Test {
 protected:
  void SetUp() override {
    PoolOptions pool;
    pool.program = lying_reader_program();
    pool.warn = [this](const std::string& missing) { missing_ = missing; };
    ReadingOptions options;
    options.sandbox = Sandbox::kAuto;
    reader_ = reader_in_children(options, pool);
    options.sandbox = Sandbox::kOff;
    free_ = reader_in_children(options, pool);
    // Each is possible at all, without the sandbox.
    const auto first = reader_->read("ordinary", "");
    ASSERT_TRUE(first) << describe(first.error());
  }

  // What an attempt came to, inside and outside of the sandbox.
  std::string inside(const std::string& what) { return told(*reader_, what); }
  std::string outside(const std::string& what) { return told(*free_, what); }

  bool whole() const { return missing_.empty(); }
  TempFolder folder_;

 private:
  static std::string told(DocumentReader& reader, const std::string& what) {
    const auto read = reader.read("escape " + what, "");
    return read ? read->document.title : describe(read.error());
  }

  std::string missing_;
  std::unique_ptr<DocumentReader> reader_, free_;
};

TEST_F(Sandboxed, OpensNothingThatIsNotFontsOrMaps) {
  if (!whole()) GTEST_SKIP() << "this system has no Landlock";
  const std::string file = (folder_ / "private.txt").string();
  std::ofstream(file) << "secret";
  for (const std::string& path : {file, std::string("/etc/passwd"), std::string("/proc/self/environ"), std::string("/dev/zero")}) {
    EXPECT_EQ(outside("open " + path), "done") << path;
    EXPECT_EQ(inside("open " + path), "denied") << path;
  }
  EXPECT_EQ(inside("open /usr/share"), "done");
}

TEST_F(Sandboxed, ChangesNothing) {
  const auto file = [&](const std::string& name) {
    const std::string path = (folder_ / name).string();
    std::ofstream(path) << "content";
    return path;
  };
  for (const char* how : {"write", "truncate", "unlink", "rename", "chmod", "link"}) {
    const std::string mine = file(std::string("inside ") + how), other = file(std::string("outside ") + how);
    EXPECT_EQ(inside(how + (" " + mine)), "denied") << how;
    EXPECT_EQ(fs::file_size(mine), 7u) << how;
    EXPECT_EQ(outside(how + (" " + other)), "done") << how;
  }
  EXPECT_EQ(inside("create " + (folder_ / "new").string()), "denied");
  EXPECT_EQ(inside("mkdir " + (folder_ / "new").string()), "denied");
  EXPECT_FALSE(fs::exists(folder_ / "new"));
}

TEST_F(Sandboxed, TalksToNobody) {
  const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in here{};
  here.sin_family = AF_INET;
  here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof here;
  ASSERT_EQ(::bind(server, reinterpret_cast<sockaddr*>(&here), size), 0);
  ASSERT_EQ(::listen(server, 1), 0);
  ::getsockname(server, reinterpret_cast<sockaddr*>(&here), &size);
  const std::string port = std::to_string(ntohs(here.sin_port));
  EXPECT_EQ(outside("connect " + port), "done");
  EXPECT_EQ(inside("connect " + port), "denied");
  EXPECT_EQ(inside("local"), "denied");
  ::close(server);
}

TEST_F(Sandboxed, RunsNothingAndTouchesNoOtherProcess) {
  EXPECT_EQ(outside("exec /bin/true"), "done");
  EXPECT_EQ(inside("exec /bin/true"), "denied");
  for (const char* what : {"fork", "thread", "signal", "own_signals", "trace", "peek", "limit"}) EXPECT_EQ(inside(what), "denied") << what;
  EXPECT_EQ(outside("fork"), "done");
  EXPECT_EQ(outside("signal"), "done");
}

TEST_F(Sandboxed, StillReads) {
  // The proof that it can was asked for at its start; what it reads is told by ReadsWhatIsReadInThisProcess.
  EXPECT_EQ(inside("nothing"), "unknown");
}

}  // namespace
}  // namespace jangbu
