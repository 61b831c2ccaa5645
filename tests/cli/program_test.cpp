// The built program, run as a user runs it: exit codes, what goes to stdout and what to stderr.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <nlohmann/json.hpp>
#include <thread>

#include "drawn_table.h"
#include "places.h"
#include "temp_folder.h"

namespace jangbu {
namespace {

namespace fs = std::filesystem;

struct Ran {
  int code = -1;
  std::string out, err;
};

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Runs the program and, where `signal` is set, sends it that after the file `ready` has appeared.
Ran run(std::vector<std::string> arguments, const std::vector<std::string>& environment = {}, int signal = 0, const fs::path& ready = {}) {
  const TempFolder folder;
  const std::string out = (folder / "out").string(), err = (folder / "err").string();
  arguments.insert(arguments.begin(), program());
  const pid_t child = ::fork();
  if (child == 0) {
    ::putenv(const_cast<char*>("LC_ALL=C"));  // in English, unless a test says otherwise
    for (const std::string& entry : environment) ::putenv(const_cast<char*>(entry.c_str()));
    if (!std::freopen(out.c_str(), "w", stdout) || !std::freopen(err.c_str(), "w", stderr)) ::_exit(98);
    std::vector<char*> argv;
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    ::execv(argv[0], argv.data());
    ::_exit(99);
  }
  if (signal != 0) {
    for (int i = 0; i < 400 && !fs::exists(ready); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    ::kill(child, signal);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  Ran ran;
  ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  ran.out = content_of(out);
  ran.err = content_of(err);
  return ran;
}

std::string fixture(const std::string& path) { return (fixture_folder() / path).string(); }

TEST(Program, HelpHasAnExample) {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"--help"}, {"ingest", "--help"}, {"audit", "--help"}, {"inspect", "--help"}}) {
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.code, 0);
    EXPECT_NE(ran.out.find("Examples:"), std::string::npos);
    EXPECT_NE(ran.out.find("jangbu "), std::string::npos);
    EXPECT_EQ(ran.err, "");
  }
  // A fresh user finds every option in the command's help.
  const std::string ingest = run({"ingest", "--help"}).out;
  for (const char* option : {"--out", "--jobs", "--force", "--quiet", "--log-level", "--version"})
    EXPECT_NE(ingest.find(option), std::string::npos) << option;
}

TEST(Program, VersionIsOnStdout) {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"--version"}, {"ingest", "--version"}, {"audit", "--version"}}) {
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.code, 0);
    EXPECT_TRUE(ran.out.starts_with("jangbu 0.")) << ran.out;
    EXPECT_EQ(ran.err, "");
  }
}

TEST(Program, WrongUsageIsTwoAndSaysWhat) {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{},
                                             {"digest"},
                                             {"ingest"},
                                             {"ingest", "a.pdf"},
                                             {"ingest", "--out", "x"},
                                             {"ingest", "a", "--out", "x", "--jobs", "many"},
                                             {"ingest", "a", "--out", "x", "--jobs", "-1"},
                                             {"ingest", "a", "--out", "x", "--log-level", "loud"},
                                             {"ingest", "a", "--out", "x", "--unknown"},
                                             {"audit"},
                                             {"audit", "a", "b"},
                                             {"inspect"},
                                             {"inspect", "a", "--svg", "--png"},
                                             {"inspect", "a", "--page", "0"}}) {
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.code, 2) << ran.err;
    EXPECT_EQ(ran.out, "");
    EXPECT_NE(ran.err, "");
  }
}

TEST(Program, IngestSpeaksOnStderrOnlyAndWithoutProgressWhenPiped) {
  const TempFolder folder;
  const Ran ran = run({"ingest", fixture("inbox/2019-09 서울혁신기획관 주요업무보고.txt"), "--out", (folder / "결과").string()});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.out, "");
  EXPECT_NE(ran.err.find("1 document read"), std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find("2019-09 서울혁신기획관 주요업무보고.txt"), std::string::npos);
  EXPECT_EQ(ran.err.find('\r'), std::string::npos);
  EXPECT_EQ(ran.err.find('\033'), std::string::npos);
  EXPECT_TRUE(fs::exists(folder / "결과/run.json"));
}

TEST(Program, QuietSaysNothing) {
  const TempFolder folder;
  const Ran ran = run({"ingest", fixture("inbox/2019-09 서울혁신기획관 주요업무보고.txt"), "--quiet", "--out", (folder / "out").string()});
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out + ran.err, "");
}

TEST(Program, ExitCodesOfIngest) {
  const TempFolder folder;
  const std::string out = (folder / "out").string(), good = fixture("inbox/2019-09 서울혁신기획관 주요업무보고.txt");
  EXPECT_EQ(run({"ingest", fixture("broken/zero.txt"), "--out", out}).code, 1);
  EXPECT_EQ(run({"ingest", fixture("broken/zero.txt"), good, "--out", out}).code, 3);
  EXPECT_EQ(run({"ingest", (folder / "없는 파일.hwp").string(), "--out", out}).code, 1);
  write_file(folder / "file", "x");
  const Ran blocked = run({"ingest", good, "--out", (folder / "file").string()});
  EXPECT_EQ(blocked.code, 1);
  EXPECT_NE(blocked.err.find("E401 output_not_writable"), std::string::npos) << blocked.err;
  EXPECT_EQ(content_of(folder / "file"), "x");
  const Ran broken = run({"ingest", fixture("broken/half.pdf"), "--out", out});
  EXPECT_NE(broken.err.find("E202 file_truncated"), std::string::npos) << broken.err;
}

TEST(Program, AuditPrintsFindingsOnStdout) {
  const TempFolder folder;
  const std::string out = (folder / "out").string();
  const Ran early = run({"audit", out});
  EXPECT_EQ(early.code, 1);
  EXPECT_EQ(early.out, "");
  EXPECT_NE(early.err.find("E101"), std::string::npos);
  ASSERT_EQ(run({"ingest", fixture("inbox/2021-08 시민협력국 주요업무보고.txt"), "--out", out}).code, 0);
  const Ran text = run({"audit", out});
  EXPECT_EQ(text.code, 0);
  EXPECT_EQ(text.err, "");
  EXPECT_NE(text.out.find("65,419,160"), std::string::npos);
  const Ran json = run({"audit", out, "--json"});
  EXPECT_EQ(json.code, 0);
  const auto findings = nlohmann::json::parse(json.out);
  ASSERT_FALSE(findings.empty());
  // Worst first.
  const auto rank = [](const std::string& severity) { return severity == "error" ? 0 : severity == "warning" ? 1 : 2; };
  for (std::size_t i = 1; i < findings.size(); ++i) EXPECT_LE(rank(findings[i - 1]["severity"]), rank(findings[i]["severity"]));
  for (const auto& [what, code] : std::vector<std::pair<std::string, int>>{{"info", 4},
                                                                           {"warning", 4},
                                                                           {"error", 4},
                                                                           {"sum", 4},
                                                                           {"cross_table", 4},
                                                                           {"difference", 0},
                                                                           {"cross_document", 0},
                                                                           {"structure", 0},
                                                                           {"nonsense", 2}}) {
    EXPECT_EQ(run({"audit", out, "--fail-on", what}).code, code) << what;
  }
  // The data is the same with it.
  EXPECT_EQ(run({"audit", out, "--fail-on", "error"}).out, text.out);
  write_file(folder / "out/findings.ndjson", "{\"severity\": 1}\n");
  EXPECT_EQ(run({"audit", out}).code, 1);
  EXPECT_EQ(run({"audit", out, "--fail-on", "error"}).code, 1);
}

TEST(Program, FieldsAreADictionary) {
  const Ran all = run({"fields"}), one = run({"fields", "headcount"}), json = run({"fields", "committee", "--json"});
  EXPECT_EQ(all.code, 0) << all.err;
  EXPECT_NE(all.out.find("budget  예산\n"), std::string::npos);
  EXPECT_NE(all.out.find("  payment                       지출액                  amount 금액 (원)\n"), std::string::npos) << all.out;
  EXPECT_TRUE(one.out.starts_with("headcount  ")) << one.out;
  EXPECT_EQ(one.out.find("budget  예산"), std::string::npos);
  EXPECT_NE(json.out.find("\"name\": \"founded_on\""), std::string::npos) << json.out;
  EXPECT_EQ(run({"fields", "nonsense"}).code, 2);
}

TEST(Program, AuditShowsATable) {
  const TempFolder folder;
  std::filesystem::create_directories(folder / "out");
  const std::string rest = R"(, "finding_id": "f", "record_ids": [], "tolerance": 0, "message": {"ko": "가", "en": "b"})";
  write_file(
      folder / "out/findings.ndjson",
      R"({"document_id": "d-가", "kind": "ratio", "severity": "info", "field": "payment_rate", "printed": 0.036, "computed": 0.033575, "table": "t013", "page": 7)" +
          rest + "}\n" +
          R"({"document_id": "d", "kind": "sum", "severity": "error", "field": null, "printed": 65600000000, "computed": 64600000000, "table": null, "page": null)" +
          rest + "}\n");
  EXPECT_EQ(run({"audit", (folder / "out").string()}).out,
            "SEVERITY  KIND   TABLE  PAGE         PRINTED        COMPUTED  DOCUMENT\n"
            "error     sum    -      -     65,600,000,000  64,600,000,000  d\n"
            "          b\n\n"
            "info      ratio  t013   7              3.60%           3.36%  d-가\n"
            "          b\n\n"
            "2 findings: 1 error, 1 info\n");
  EXPECT_EQ(run({"audit", (folder / "out").string(), "--lang", "ko"}).out,
            "정도  종류  표    쪽         적힌 값         셈한 값  문서\n"
            "오류  합계  -     -   65,600,000,000  64,600,000,000  d\n"
            "      가\n\n"
            "참고  비율  t013  7            3.60%           3.36%  d-가\n"
            "      가\n\n"
            "지적 2건: 오류 1건, 참고 1건\n");
  write_file(folder / "out/findings.ndjson", "");
  EXPECT_EQ(run({"audit", (folder / "out").string(), "--fail-on", "info"}).code, 0);
}

TEST(Program, InspectWritesWhereItIsTold) {
  const TempFolder folder;
  const std::string pdf = fixture("inbox/2019-09 서울혁신기획관 주요업무보고.pdf"), file = (folder / "쪽.svg").string();
  const Ran shown = run({"inspect", pdf, "--page", "1", "--svg"}), written = run({"inspect", pdf, "--page", "1", "--svg", "-o", file});
  EXPECT_EQ(shown.code, 0) << shown.err;
  EXPECT_TRUE(shown.out.starts_with("<svg "));
  EXPECT_EQ(written.code, 0) << written.err;
  EXPECT_EQ(written.out, "");
  EXPECT_EQ(content_of(file), shown.out);
  const Ran missing = run({"inspect", pdf, "--page", "4000", "--png", "-o", file});
  EXPECT_EQ(missing.code, 1);
  EXPECT_NE(missing.err.find("E107 page_missing"), std::string::npos) << missing.err;
  EXPECT_EQ(content_of(file), shown.out) << "a failure leaves the file as it was";
}

TEST(Program, TheEnvironmentsLocaleChangesNothing) {
  const TempFolder first, other;
  for (const char* locale : {"LC_ALL=C", "LC_ALL=ko_KR.UTF-8", "LC_ALL=en_US.UTF-8", "LC_ALL=tr_TR.UTF-8", "LC_ALL=nonsense"}) {
    const TempFolder out;
    ASSERT_EQ(run({"ingest", fixture("inbox/2019-09 서울혁신기획관 주요업무보고.txt"), "--out", out.path().string()}, {locale}).code, 0)
        << locale;
    if (files_below(first.path()).empty()) fs::copy(out.path(), first.path(), fs::copy_options::recursive);
    EXPECT_TRUE(files_below(out.path()) == files_below(first.path())) << locale;
  }
}

TEST(Program, StoppedBySignalsItKeepsWhatIsFinished) {
  for (const auto& [signal, code] : {std::pair{SIGINT, 130}, std::pair{SIGTERM, 143}}) {
    const TempFolder folder;
    fs::create_directory(folder / "in");
    for (int i = 0; i < 400; ++i) {
      std::string text = content_of(fixture("inbox/2021-08 시민협력국 주요업무보고.txt"));
      write_file(folder / ("in/" + std::to_string(i) + ".txt"), text.append("\n").append(std::to_string(i)).append("\n"));
    }
    const std::string out = (folder / "out").string();
    // The folder for records is made before the first document is read.
    const Ran ran = run({"ingest", (folder / "in").string(), "--jobs", "1", "--out", out}, {}, signal, folder / "out/records");
    EXPECT_EQ(ran.code, code) << ran.err.substr(0, 300);
    // Stopped in time or not: what is there is whole.
    for (const auto& [name, content] : files_below(folder / "out")) {
      EXPECT_EQ(fs::path(name).filename().string().find(".jangbu"), std::string::npos) << name;
      EXPECT_TRUE(!name.ends_with(".json") || nlohmann::json::accept(content)) << name;
    }
  }
}

}  // namespace
}  // namespace jangbu
