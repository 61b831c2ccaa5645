#include "places.h"

namespace jangbu {

std::filesystem::path checkout() { return JANGBU_CHECKOUT; }
std::string program() { return JANGBU_PROGRAM; }
std::string misbehaving_reader() { return JANGBU_MISBEHAVING_READER; }

}  // namespace jangbu
