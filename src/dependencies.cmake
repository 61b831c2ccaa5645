# The libraries that jangbu links, found in the same way when it is built and when an installed jangbu is used
# (installed beside jangbuConfig.cmake). A static library hands its own libraries on, so both need all of them.
include(CMakeFindDependencyMacro)

find_dependency(PkgConfig)
find_dependency(ICU COMPONENTS uc i18n)
find_dependency(nlohmann_json 3.11)
find_dependency(ZLIB)
find_dependency(Threads)
find_dependency(SQLiteCpp)
pkg_check_modules(nettle REQUIRED IMPORTED_TARGET nettle)
pkg_check_modules(libdeflate REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(re2 REQUIRED IMPORTED_TARGET re2)
# Private headers change with every release of Poppler: extractors/pdf is written against exactly this one.
pkg_check_modules(poppler REQUIRED IMPORTED_TARGET poppler>=22.12 poppler<22.13)
pkg_check_modules(poppler_cpp REQUIRED IMPORTED_TARGET poppler-cpp)
pkg_check_modules(libpng REQUIRED IMPORTED_TARGET libpng)
