// Landlock, seccomp and dropped capabilities: three walls around a reader, raised in this order and never taken down again.
// What could not be raised is told in `missing`, so that the caller decides whether to go on.
// Hard case: readers need fonts and character maps after they are locked in, so those folders stay readable;
// nothing else does, and nothing is writable.
//
//   open a font          allowed, for reading            open the report's neighbour   refused by Landlock
//   write to the socket  allowed                         start a program, a socket     refused by seccomp
#include "reading/sandbox.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <vector>

#ifdef __clang__
// The macros of libseccomp make structures as C does.
#pragma clang diagnostic ignored "-Wc99-extensions"
#pragma clang diagnostic ignored "-Wmissing-field-initializers"
#endif

#include "model/sanitized.h"
#include "reading/owned_descriptor.h"

#if __has_include(<linux/landlock.h>) && defined(SYS_landlock_create_ruleset)
#include <linux/landlock.h>
#define JANGBU_LANDLOCK 1
#else
#define JANGBU_LANDLOCK 0
#endif

namespace jangbu {
namespace {

void add(std::string& list, const std::string& what) { list += (list.empty() ? "" : "; ") + what; }

std::string reason(int code) {
  char buffer[256];
  return ::strerror_r(code, buffer, sizeof buffer);
}

// ---- files -----------------------------------------------------------------------------------------------------------------

#if JANGBU_LANDLOCK

// As kernels know it that are newer than the headers here.
struct Ruleset {
  std::uint64_t files = 0, network = 0, scoped = 0;
};

constexpr std::uint64_t kReading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;

// All that a version of Landlock can forbid.
Ruleset everything(long version, std::size_t& size) {
  Ruleset rules;
  rules.files = (1ull << 13) - 1;
  if (version >= 2) rules.files |= 1ull << 13;  // moving between folders
  if (version >= 3) rules.files |= 1ull << 14;  // cutting off
  if (version >= 5) rules.files |= 1ull << 15;  // ioctl on devices
  size = sizeof rules.files;
  if (version >= 4) {
    rules.network = 3;  // binding and connecting TCP
    size += sizeof rules.network;
  }
  if (version >= 6) {
    rules.scoped = 3;  // abstract sockets, signals
    size += sizeof rules.scoped;
  }
  return rules;
}

// Where fonts, character maps, conversions and libraries stand. What is not there is passed over.
std::vector<std::string> readable() {
  std::vector<std::string> paths{"/usr/share",
                                 "/usr/local/share/fonts",
                                 "/usr/lib",
                                 "/usr/lib64",
                                 "/usr/local/lib",
                                 "/lib",
                                 "/lib64",
                                 "/etc/fonts",
                                 "/etc/ld.so.cache",
                                 "/etc/localtime",
                                 "/var/cache/fontconfig",
                                 "/dev/null"};
  if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/' && home[1] != '\0') {
    for (const char* below : {"/.fonts", "/.local/share/fonts", "/.config/fontconfig", "/.cache/fontconfig"})
      paths.push_back(std::string(home) + below);
  }
  return paths;
}

// Each wall by itself: a kernel without Landlock may still have seccomp.
bool lock_files(std::string& missing) {
  const long version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) {
    add(missing, "Landlock: " + reason(errno));
    return false;
  }
  std::size_t size = 0;
  // Asking for more than the kernel knows would be refused as a whole.
  const Ruleset rules = everything(version, size);
  const OwnedDescriptor set(static_cast<int>(::syscall(SYS_landlock_create_ruleset, &rules, size, 0)));
  bool good = static_cast<bool>(set);
  // Opened before the ruleset holds: afterwards nothing else could be.
  for (const std::string& path : readable()) {
    const OwnedDescriptor place(::open(path.c_str(), O_PATH | O_CLOEXEC));
    if (!good || !place) continue;
    struct stat facts {};
    const bool folder = ::fstat(place.get(), &facts) == 0 && S_ISDIR(facts.st_mode);
    landlock_path_beneath_attr rule{};
    rule.allowed_access = folder ? kReading : LANDLOCK_ACCESS_FS_READ_FILE;
    rule.parent_fd = place.get();
    good = ::syscall(SYS_landlock_add_rule, set.get(), LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
  }
  good = good && ::syscall(SYS_landlock_restrict_self, set.get(), 0) == 0;
  if (!good) add(missing, "Landlock: " + reason(errno));
  return good;
}

#else

bool lock_files(std::string& missing) {
  add(missing, "Landlock: built without");
  return false;
}

#endif

// ---- system calls ----------------------------------------------------------------------------------------------------------

// What a reader does to what it holds already, to its memory and to itself.
constexpr int kHarmless[] = {
    // what is open: files, the socket, the pipe
    SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(close), SCMP_SYS(lseek),
    SCMP_SYS(fstat), SCMP_SYS(newfstatat), SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(statx), SCMP_SYS(fstatfs), SCMP_SYS(statfs),
    SCMP_SYS(getdents64), SCMP_SYS(fadvise64), SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(readlink),
    SCMP_SYS(readlinkat), SCMP_SYS(getcwd), SCMP_SYS(recvmsg), SCMP_SYS(recvfrom), SCMP_SYS(sendmsg), SCMP_SYS(sendto), SCMP_SYS(poll),
    SCMP_SYS(ppoll), SCMP_SYS(select), SCMP_SYS(pselect6), SCMP_SYS(dup), SCMP_SYS(umask),
    // memory
    SCMP_SYS(mmap), SCMP_SYS(munmap), SCMP_SYS(mprotect), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(brk), SCMP_SYS(membarrier),
    // itself
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack), SCMP_SYS(futex),
    SCMP_SYS(set_robust_list), SCMP_SYS(rseq), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(getpid), SCMP_SYS(getppid),
    SCMP_SYS(gettid), SCMP_SYS(getpgrp), SCMP_SYS(getpgid), SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid), SCMP_SYS(getegid),
    SCMP_SYS(getrlimit), SCMP_SYS(getrusage), SCMP_SYS(times), SCMP_SYS(restart_syscall), SCMP_SYS(exit), SCMP_SYS(exit_group),
    // the world, as far as it does not look back
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep), SCMP_SYS(gettimeofday), SCMP_SYS(time),
    SCMP_SYS(uname), SCMP_SYS(sysinfo), SCMP_SYS(getrandom)};

// A list of what is allowed: a call that nobody thought of is forbidden. EPERM rather than a kill, as libraries try calls that they can do
// without.
bool lock_system_calls(std::string& missing) {
  const scmp_filter_ctx filter = ::seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (filter == nullptr) {
    add(missing, "seccomp: no memory");
    return false;
  }
  int error = 0;
  const auto rule = [&](int call, std::initializer_list<scmp_arg_cmp> arguments = {}) {
    const int failed = ::seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, static_cast<unsigned>(arguments.size()), arguments.begin());
    // A call that this processor's Linux does not have needs no rule.
    if (failed != 0 && failed != -EDOM && error == 0) error = failed;
  };
  ::seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2);  // looked up as a tree: readers make many calls
  for (const int call : kHarmless) rule(call);
  // UndefinedBehaviorSanitizer asks a pipe whether an object can be read before it looks at its type; where the pipe is refused, it takes
  // every object for a broken one.
  if (kSanitized) {
    for (const int call : {SCMP_SYS(pipe), SCMP_SYS(pipe2)}) rule(call);
  }
  // Files are opened to be read. (Making one, also without a name, asks for writing.)
  constexpr std::uint64_t kMore = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND;
  rule(SCMP_SYS(open), {SCMP_A1(SCMP_CMP_MASKED_EQ, kMore, O_RDONLY)});
  rule(SCMP_SYS(openat), {SCMP_A2(SCMP_CMP_MASKED_EQ, kMore, O_RDONLY)});
  // Signals go to itself, also those that come of a socket: whose owner and number could be set to anything.
  const auto me = static_cast<std::uint64_t>(::getpid());
  rule(SCMP_SYS(kill), {SCMP_A0(SCMP_CMP_EQ, me)});
  rule(SCMP_SYS(tgkill), {SCMP_A0(SCMP_CMP_EQ, me)});
  for (const int what : {F_GETFL, F_SETFL, F_GETFD, F_SETFD, F_DUPFD, F_DUPFD_CLOEXEC})
    rule(SCMP_SYS(fcntl), {SCMP_A1(SCMP_CMP_EQ, static_cast<std::uint64_t>(what))});
  rule(SCMP_SYS(fcntl), {SCMP_A1(SCMP_CMP_EQ, F_SETOWN), SCMP_A2(SCMP_CMP_EQ, me)});
  // Limits are asked for, not set.
  rule(SCMP_SYS(prlimit64), {SCMP_A0(SCMP_CMP_EQ, 0), SCMP_A2(SCMP_CMP_EQ, 0)});
  rule(SCMP_SYS(prctl), {SCMP_A0(SCMP_CMP_EQ, PR_GET_DUMPABLE)});
  if (error == 0) error = ::seccomp_load(filter);
  ::seccomp_release(filter);
  if (error != 0) add(missing, "seccomp: " + reason(-error));
  return error == 0;
}

// Root's child is root, but may do no more than any owner of files.
void drop_capabilities() {
  __user_cap_header_struct head{_LINUX_CAPABILITY_VERSION_3, 0};
  const __user_cap_data_struct none[2] = {};
  ::syscall(SYS_capset, &head, none);
}

}  // namespace

// no_new_privs first: both walls need it where the process is not root.
SandboxState enter_sandbox() {
  SandboxState state;
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  drop_capabilities();
  state.files = lock_files(state.missing);
  state.system_calls = lock_system_calls(state.missing);
  return state;
}

}  // namespace jangbu
