# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by packaging/run and packaging/test: named steps with a log, the time they took, and a stop at the first failure.
# The working directory is the root of the sources.
# shellcheck shell=bash

# The compiler cache keeps its promises with precompiled headers only when told so.
export CCACHE_SLOPPINESS=${CCACHE_SLOPPINESS:-pch_defines,time_macros,include_file_mtime,include_file_ctime}
export CCACHE_PCH_EXTSUM=${CCACHE_PCH_EXTSUM:-true}
export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$PWD}
export CCACHE_NOHASHDIR=${CCACHE_NOHASHDIR:-true}
export CMAKE_COLOR_DIAGNOSTICS=OFF

logs=build/logs
mkdir -p "$logs"
name=$(basename "$0")

say() { printf '[%s] %s\n' "$name" "$*" >&2; }

# step "what is done" "how long it usually takes" command…: the output goes into a log, whose end is shown when the command fails.
step() {
  local what=$1 usual=$2 began=$SECONDS log
  shift 2
  log=$logs/$(printf '%s' "$what" | tr -c 'a-zA-Z0-9\n' '-').log
  say "$what (usually $usual) …"
  if "$@" >"$log" 2>&1 </dev/null; then
    say "$what: done in $((SECONDS - began)) s"
  else
    local code=$?
    tail -n 60 "$log" >&2
    say "stopped: $what failed with code $code after $((SECONDS - began)) s; the whole log is in $log"
    exit "$code"
  fi
}

# configure PRESET: nothing to do when the build folder was configured from the same presets; ninja re-runs cmake by itself.
configure() {
  local preset=$1 presets options=()
  presets=$(sha256sum CMakePresets.json)
  if [ "$preset" = qt6-full ]; then
    options=("-DMUDEUNG_QGIS_PREFIX=${MUDEUNG_QGIS_PREFIX:-}")
    presets+=" ${MUDEUNG_QGIS_PREFIX:-}"
  fi
  if [ -f "build/$preset/build.ninja" ] && [ "$(cat "build/$preset/.configured" 2>/dev/null)" = "$presets" ]; then
    return 0
  fi
  cmake --preset "$preset" "${options[@]}" && printf '%s' "$presets" >"build/$preset/.configured"
}

# A QGIS on Qt 6: the one that MUDEUNG_QGIS_PREFIX names, or the one that packaging/qgis-qt6 makes. It shows its own progress.
have_qgis_on_qt6() { [ -n "${MUDEUNG_QGIS_PREFIX:-}" ] || packaging/qgis-qt6 --check; }
make_qgis_on_qt6() { [ -n "${MUDEUNG_QGIS_PREFIX:-}" ] || packaging/qgis-qt6; }

# build PRESET [TARGET…]
build() {
  local preset=$1
  shift
  local targets=()
  [ $# -eq 0 ] || targets=(--target "$@")
  cmake --build --preset "$preset" --parallel "$(nproc)" "${targets[@]}"
}
