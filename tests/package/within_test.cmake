# jangbu within another project's build, by add_subdirectory: its data, sources and headers are found from there, and none of its tests come
# with it. A program is compiled against its headers and what is generated is made; the library itself is built by other tests.
# usage: cmake -DJANGBU=. -DWORK=… -DPROJECT=tests/package/within -DCXX=g++ -P within_test.cmake

function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE out)
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "failed (${code}): ${ARGV}\n${out}")
  endif()
  set(out "${out}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${WORK})
run(${CMAKE_COMMAND} -G Ninja -S ${PROJECT} -B ${WORK} -DCMAKE_CXX_COMPILER=${CXX} -DJANGBU=${JANGBU})
set(made words_text ledger_columns_text embedded_profiles messages page_files source_digest)
list(TRANSFORM made PREPEND jangbu/generated/)
list(TRANSFORM made APPEND .cpp)
run(ninja -C ${WORK} consumer ${made})
foreach(file IN LISTS made)
  if(NOT EXISTS ${WORK}/${file})
    message(FATAL_ERROR "${file} was not made")
  endif()
endforeach()
run(ninja -C ${WORK} -t targets all)
if(out MATCHES "jangbu_tests")
  message(FATAL_ERROR "the tests came with the library")
endif()
# All sources of the library are planned: a path that is looked for in the outer project finds none.
if(NOT out MATCHES "jangbu/CMakeFiles/jangbu\\.dir/src/reading/read\\.cpp\\.o" OR NOT out MATCHES "extractors/registry\\.cpp\\.o")
  message(FATAL_ERROR "sources of the library are missing:\n${out}")
endif()
