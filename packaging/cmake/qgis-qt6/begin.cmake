# SPDX-License-Identifier: GPL-3.0-or-later
# Read right after QGIS' own project() (CMAKE_PROJECT_qgis_INCLUDE). Its targets exist only at the end of the configuration.
cmake_language(EVAL CODE "cmake_language(DEFER CALL include [[${CMAKE_CURRENT_LIST_DIR}/end.cmake]])")
