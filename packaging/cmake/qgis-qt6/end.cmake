# SPDX-License-Identifier: GPL-3.0-or-later
# What QGIS 3.40's libraries need to be compiled in batches (unity build) on Qt 6, without a change in their sources.

# Qt 6's meta types want complete classes, where some of QGIS' headers only declare the layers.
foreach(library qgis_core qgis_gui)
  set_target_properties(${library} PROPERTIES UNITY_BUILD_CODE_BEFORE_INCLUDE
    "#ifdef __cplusplus\n#include \"qgsmaplayer.h\"\n#include \"qgsvectorlayer.h\"\n#endif")
endforeach()

# Files whose static names meet the same names in another file of a batch; qgis.cpp has a macro `str`, sensorthings a header without a guard.
function(mudeung_compile_alone folder)
  foreach(pattern ${ARGN})
    file(GLOB files ${CMAKE_SOURCE_DIR}/${folder}/${pattern})
    if(NOT files)
      message(FATAL_ERROR "${folder}/${pattern} is not among these sources of QGIS: the list in ${CMAKE_CURRENT_LIST_FILE} was made for 3.40.6")
    endif()
    set_source_files_properties(${files} DIRECTORY ${CMAKE_SOURCE_DIR}/${folder} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  endforeach()
endfunction()
mudeung_compile_alone(src/core
  qgis.cpp mesh/qgsmeshforcebypolylines.cpp mesh/qgsmeshadvancedediting.cpp qgsgmlschema.cpp numericformats/qgscoordinatenumericformat.cpp
  pointcloud/qgspointcloudrequest.cpp providers/sensorthings/*.cpp providers/ogr/qgsogrprovider.cpp geocoding/qgsgooglemapsgeocoder.cpp
  tiledscene/qgsgltfutils.cpp)
mudeung_compile_alone(src/gui auth/*.cpp providers/sensorthings/*.cpp)

# A header without a guard that most of its few files include.
foreach(library provider_wms provider_wms_a provider_wms_gui_a)
  if(TARGET ${library})
    set_target_properties(${library} PROPERTIES UNITY_BUILD OFF)
  endif()
endforeach()
