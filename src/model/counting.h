// Whether a record is to be added up with others: records/counting.h tells it, the writers write it.
#pragma once

#include <string>

namespace jangbu {

struct Counting {
  bool counted = false;  // a sum over such records of one kind has nothing twice
  std::string repeats;   // id of the record that says the same and stands for this one; empty: none
};

}  // namespace jangbu
