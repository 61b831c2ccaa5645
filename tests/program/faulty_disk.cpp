// A disk that fails, for a program that is started with this library in LD_PRELOAD.
//   JANGBU_FAULT=CALL:NTH:KIND   CALL is write, sync, rename or create; from the NTH such call on regular files on, it
//                                fails with ENOSPC or EIO (KIND), or, `short`, writes half of what it should.
//   JANGBU_FAULT_ONCE=1          only that one call fails.
//   JANGBU_FAULT_COUNTS=FILE     how many calls of each kind there were is appended to FILE at the end: "write 12".
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

enum Call { kWrite, kSync, kRename, kCreate, kCalls };
constexpr const char* kNames[kCalls] = {"write", "sync", "rename", "create"};

struct Plan {
  int call = -1;
  long nth = 0;
  std::string kind;
  bool once = false;

  Plan() {
    once = std::getenv("JANGBU_FAULT_ONCE") != nullptr;
    const char* text = std::getenv("JANGBU_FAULT");
    if (!text) return;
    const std::string all = text;
    const std::size_t first = all.find(':'), second = all.find(':', first + 1);
    for (int i = 0; i < kCalls; ++i) {
      if (all.substr(0, first) == kNames[i]) call = i;
    }
    nth = std::atol(all.c_str() + first + 1);
    kind = all.substr(second + 1);
  }
};

const Plan& plan() {
  static const Plan the_plan;
  return the_plan;
}

std::atomic<long>& counter(Call call) {
  static std::atomic<long> counts[kCalls];
  return counts[call];
}

struct AtEnd {
  ~AtEnd() {
    const char* file = std::getenv("JANGBU_FAULT_COUNTS");
    if (!file) return;
    if (std::FILE* out = std::fopen(file, "a")) {
      for (int i = 0; i < kCalls; ++i) std::fprintf(out, "%s %ld\n", kNames[i], counter(static_cast<Call>(i)).load());
      std::fclose(out);
    }
  }
} at_end;

bool hit(Call call) {
  const long n = ++counter(call);
  return plan().call == call && (plan().once ? n == plan().nth : n >= plan().nth);
}

int code() { return plan().kind == "EIO" ? EIO : ENOSPC; }

bool regular(int fd) {
  struct stat status {};
  return fd > 2 && ::fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
}

template <typename Function>
Function real(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

ssize_t write(int fd, const void* bytes, size_t size) {
  static const auto next = real<ssize_t (*)(int, const void*, size_t)>("write");
  if (regular(fd) && hit(kWrite)) {
    if (plan().kind == "short" && size > 1) return next(fd, bytes, size / 2);
    if (plan().kind != "short") return errno = code(), -1;
  }
  return next(fd, bytes, size);
}

ssize_t pwrite64(int fd, const void* bytes, size_t size, off64_t at) {
  static const auto next = real<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
  if (regular(fd) && hit(kWrite)) {
    if (plan().kind == "short" && size > 1) return next(fd, bytes, size / 2, at);
    if (plan().kind != "short") return errno = code(), -1;
  }
  return next(fd, bytes, size, at);
}

ssize_t pwrite(int fd, const void* bytes, size_t size, off_t at) { return pwrite64(fd, bytes, size, at); }

int fsync(int fd) {
  static const auto next = real<int (*)(int)>("fsync");
  if (regular(fd) && hit(kSync) && plan().kind != "short") return errno = code(), -1;
  return next(fd);
}

int fdatasync(int fd) {
  static const auto next = real<int (*)(int)>("fdatasync");
  if (regular(fd) && hit(kSync) && plan().kind != "short") return errno = code(), -1;
  return next(fd);
}

int rename(const char* from, const char* to) {
  static const auto next = real<int (*)(const char*, const char*)>("rename");
  if (hit(kRename) && plan().kind != "short") return errno = code(), -1;
  return next(from, to);
}

int mkostemp(char* name, int flags) {
  static const auto next = real<int (*)(char*, int)>("mkostemp");
  if (hit(kCreate) && plan().kind != "short") return errno = code(), -1;
  return next(name, flags);
}

int mkostemp64(char* name, int flags) { return mkostemp(name, flags); }

}  // extern "C"
