# The libraries that jangbu links, found in the same way when it is built and when an installed jangbu is used
# (installed beside jangbuConfig.cmake). A static library hands its own libraries on, so both need all of them.
include(CMakeFindDependencyMacro)

find_dependency(PkgConfig)
find_dependency(ICU COMPONENTS uc i18n)
find_dependency(nlohmann_json 3.11)
find_dependency(ZLIB)
find_dependency(Threads)
# Private headers change with every release of Poppler: extractors/pdf is written against exactly this one.
pkg_check_modules(poppler REQUIRED IMPORTED_TARGET poppler>=22.12 poppler<22.13)
pkg_check_modules(poppler_cpp REQUIRED IMPORTED_TARGET poppler-cpp)
pkg_check_modules(libdeflate REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(libpng REQUIRED IMPORTED_TARGET libpng)
pkg_check_modules(httplib REQUIRED cpp-httplib)
pkg_check_modules(simdjson REQUIRED IMPORTED_TARGET simdjson>=3.0)
pkg_check_modules(xlsxwriter REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_check_modules(rabbitmq REQUIRED IMPORTED_TARGET librabbitmq)

# Into the program where there is an archive: a shared library is found and linked anew at every start, these in a third of the time that
# an empty program takes. The others come with Poppler in any case; ICU is mostly data.
set(jangbu_suffixes ${CMAKE_FIND_LIBRARY_SUFFIXES})
list(PREPEND CMAKE_FIND_LIBRARY_SUFFIXES ${CMAKE_STATIC_LIBRARY_SUFFIX})
find_dependency(SQLiteCpp)
pkg_check_modules(re2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(nettle REQUIRED IMPORTED_TARGET nettle)
pkg_check_modules(libseccomp REQUIRED IMPORTED_TARGET libseccomp)
set(CMAKE_FIND_LIBRARY_SUFFIXES ${jangbu_suffixes})
