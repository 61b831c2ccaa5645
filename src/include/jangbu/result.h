// Result<T>: a value, or the Error that says why there is none.
//
// The names are those of std::expected, which GCC 12 does not have yet; when it does, this file becomes an alias.
//   Result<Document> read(...);
//   if (auto r = read(...)) use(*r); else report(r.error());
// REQUIRES: value() and operator* only when has_value(), error() only when not (checked: std::get throws).
#pragma once

#include <utility>
#include <variant>

#include "jangbu/error.h"

namespace jangbu {

struct Unexpected {
  Error error;
};

inline Unexpected fail(ErrorCode code, std::string message, std::string advice = {}) {
  return Unexpected{Error{code, std::move(message), std::move(advice)}};
}

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Unexpected failure) : state_(std::in_place_index<1>, std::move(failure.error)) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Error& error() const { return std::get<1>(state_); }
  Unexpected forward() const { return Unexpected{error()}; }

 private:
  std::variant<T, Error> state_;
};

// For work that yields nothing but may fail.
struct Done {};
using Status = Result<Done>;

}  // namespace jangbu
