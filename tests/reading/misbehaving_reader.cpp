// The program of a reader that crashes, hangs and lies. Everything but the reading itself is the production code of a child
// (reading/serve_parent.h).
#include "misbehaving.h"

#include <cstring>

#include "jangbu/reader_child.h"

int main(int argc, char** argv) {
  if (argc != 2 || std::strcmp(argv[1], jangbu::kReaderArgument) != 0) return 2;
  return jangbu::serve_parent(jangbu::misbehaving_reader);
}
