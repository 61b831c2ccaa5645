// Where the tests find what they need, whatever the working directory. In one source, so that no other depends on where the checkout lies
// and a compiler cache serves every checkout.
#pragma once

#include <filesystem>
#include <string>

namespace jangbu {

std::filesystem::path checkout();    // the folder that CMakeLists.txt stands in
std::string program();               // jangbu, as it was built with the tests
std::string lying_reader_program();  // a reader that crashes, hangs and lies as it is told

inline std::filesystem::path fixture_folder() { return checkout() / "fixtures"; }

}  // namespace jangbu
