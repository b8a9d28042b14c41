# SPDX-License-Identifier: GPL-3.0-or-later
# Compile options of every own target, and the helpers that declare parts and tests.
include_guard(GLOBAL)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()
find_program(MUDEUNG_CCACHE ccache)
if(MUDEUNG_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${MUDEUNG_CCACHE})
endif()
# g++ must keep the line that names a precompiled header, or ccache cannot cache what includes one.
set(MUDEUNG_PRECOMPILED mudeung_ui mudeung_map)
find_program(MUDEUNG_MOLD mold)
if(MUDEUNG_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_library(mudeung_options INTERFACE)
target_compile_options(mudeung_options INTERFACE -Wall -Wextra -Wno-missing-field-initializers)
if(MUDEUNG_WERROR)
  target_compile_options(mudeung_options INTERFACE -Werror)
endif()
if(MUDEUNG_CCACHE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(mudeung_options INTERFACE
    "$<$<IN_LIST:$<TARGET_PROPERTY:NAME>,${MUDEUNG_PRECOMPILED}>:-fpch-preprocess>")
endif()
target_compile_definitions(mudeung_options INTERFACE QT_DISABLE_DEPRECATED_BEFORE=0x050F00 QT_NO_CAST_TO_ASCII
  MUDEUNG_VERSION="${PROJECT_VERSION}")
target_include_directories(mudeung_options INTERFACE ${PROJECT_SOURCE_DIR})
if(MUDEUNG_SANITIZE)
  string(REPLACE ";" "," _sanitizers "${MUDEUNG_SANITIZE}")
  target_compile_options(mudeung_options INTERFACE -fsanitize=${_sanitizers} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(mudeung_options INTERFACE -fsanitize=${_sanitizers})
endif()

# mudeung_part(<folder path below the root> [LINK …]): a static library of the sources right below the folder (and its
# subfolders), named after the path: core/base → mudeung_core_base.
function(mudeung_part folder)
  cmake_parse_arguments(PART "" "" "LINK" ${ARGN})
  string(REPLACE "/" "_" name "${folder}")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.cpp ${PROJECT_SOURCE_DIR}/${folder}/*.h)
  add_library(mudeung_${name} STATIC ${sources})
  set_target_properties(mudeung_${name} PROPERTIES LINKER_LANGUAGE CXX)
  target_link_libraries(mudeung_${name} PUBLIC mudeung_options ${PART_LINK})
endfunction()

# mudeung_tests(<folder below tests> LABEL <label> LINK …): every test_*.cpp becomes an executable and a ctest of that name.
function(mudeung_tests folder)
  cmake_parse_arguments(T "" "LABEL" "LINK" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/${folder}/test_*.cpp)
  foreach(source ${sources})
    get_filename_component(name ${source} NAME_WE)
    add_executable(${name} ${source})
    target_link_libraries(${name} PRIVATE mudeung_test_support ${T_LINK} Qt::Test)
    if(folder STREQUAL "app")
      add_dependencies(${name} mudeung)
    endif()
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS "${T_LABEL}" TIMEOUT 300 ENVIRONMENT "${MUDEUNG_TEST_ENV}"
      SKIP_REGULAR_EXPRESSION "")
    # The watch on the GUI thread reads processor time, which a test beside it on the same core would stretch.
    if(T_LABEL STREQUAL "ui" OR T_LABEL STREQUAL "map")
      set_tests_properties(${name} PROPERTIES RUN_SERIAL TRUE)
    endif()
  endforeach()
endfunction()
