// What another project's first use of jangbu looks like.
#include <iostream>

#include "jangbu/error.h"

int main() {
  std::cout << jangbu::describe({jangbu::ErrorCode::kFileEmpty, "the file has no bytes", "copy it again"}) << '\n';
  return 0;
}
