// Functions of a shared library that is loaded when it is first needed, since to find and link it takes longer than most runs would want
// to wait. It stays loaded until the program ends.
//
//   LoadedLibrary library("libzip.so.4");
//   library.find("zip_fread", out.fread);          // and so on
//   if (!library.complete()) …                     // not installed, or another version
#pragma once

#include <dlfcn.h>

#include <type_traits>

namespace jangbu {

class LoadedLibrary {
 public:
  explicit LoadedLibrary(const char* name) : library_(::dlopen(name, RTLD_NOW | RTLD_LOCAL)), complete_(library_ != nullptr) {}

  // REQUIRES: `function` is a pointer to a function of the library's own type.
  template <typename Function>
  void find(const char* name, Function& function) {
    if (library_ == nullptr) return;
    function = reinterpret_cast<Function>(::dlsym(library_, name));
    complete_ = complete_ && function != nullptr;
  }

  // Is the library there, with all that was asked of it?
  bool complete() const { return complete_; }

 private:
  void* library_;
  bool complete_;
};

}  // namespace jangbu
