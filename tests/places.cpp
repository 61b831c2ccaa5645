#include "places.h"

namespace jangbu {

std::filesystem::path checkout() { return JANGBU_CHECKOUT; }
std::string program() { return JANGBU_PROGRAM; }
std::string lying_reader_program() { return JANGBU_MISBEHAVING_READER; }

}  // namespace jangbu
