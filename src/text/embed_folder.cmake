# Writes ${OUTPUT}: a C++ file with the function ${NAME}, which gives every file of ${FOLDER} that ${ENDINGS} name, but for schemas of JSON.
# usage: cmake -DFOLDER=schemas/profiles -DENDINGS=json -DNAME=embedded_profiles -DHEADER=records/embedded_profiles.h -DOUTPUT=out.cpp -P embed_folder.cmake
include(${CMAKE_CURRENT_LIST_DIR}/pieces.cmake)
set(files "")
foreach(ending IN LISTS ENDINGS)
  file(GLOB some ${FOLDER}/*.${ending})
  list(APPEND files ${some})
endforeach()
list(FILTER files EXCLUDE REGEX "\\.schema\\.json$")
list(SORT files)
set(entries "")
foreach(file IN LISTS files)
  get_filename_component(name ${file} NAME)
  file(READ ${file} content)
  in_pieces("${content}" pieces)
  string(APPEND entries "    {\"${name}\", ${pieces}},\n")
endforeach()
file(WRITE ${OUTPUT}.new "#include \"${HEADER}\"

namespace jangbu {
namespace {
constexpr EmbeddedFile kFiles[] = {
${entries}};
}  // namespace

std::span<const EmbeddedFile> ${NAME}() { return kFiles; }

}  // namespace jangbu
")
file(COPY_FILE ${OUTPUT}.new ${OUTPUT} ONLY_IF_DIFFERENT)
