# Writes ${OUTPUT}: a C++ file that holds every profile of ${FOLDER} as text.
# usage: cmake -DFOLDER=schemas/profiles -DOUTPUT=embedded_profiles.cpp -P embed_profiles.cmake
file(GLOB files ${FOLDER}/*.json)
list(FILTER files EXCLUDE REGEX "\\.schema\\.json$")
list(SORT files)
set(entries "")
foreach(file IN LISTS files)
  get_filename_component(name ${file} NAME)
  file(READ ${file} content)
  string(APPEND entries "    {\"${name}\", R\"~~~~(${content})~~~~\"},\n")
endforeach()
file(WRITE ${OUTPUT}.new "#include \"records/embedded_profiles.h\"

namespace jangbu {
namespace {
constexpr EmbeddedFile kProfiles[] = {
${entries}};
}  // namespace

std::span<const EmbeddedFile> embedded_profiles() { return kProfiles; }

}  // namespace jangbu
")
file(COPY_FILE ${OUTPUT}.new ${OUTPUT} ONLY_IF_DIFFERENT)
