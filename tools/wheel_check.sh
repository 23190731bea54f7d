#!/usr/bin/env bash
# Build the wheel, install it into an empty environment outside the checkout, and run the main job there.
set -euo pipefail
python=$1
here=$(cd "$(dirname "$0")/.." && pwd)
export PIP_CONSTRAINT=$here/constraints.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A contributor may land a message in English alone; a release has it in every language.
(cd "$here" && "$python" -m tools.messages --release)
"$python" -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir "$work/dist" "$here"
python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check "$work"/dist/*.whl
cp -r "$here/report_sources/alibaba-2024" "$work/report"
cd "$work"

code=0
venv/bin/disclosure-index check report || code=$?
# The report has gaps, so 1 is the right answer; anything else means that the wheel does not work.
[ "$code" -eq 1 ] || { echo "wheel: check exited $code, not 1" >&2; exit 1; }
venv/bin/disclosure-index frameworks lint
echo "wheel: installed and checked outside the checkout"
