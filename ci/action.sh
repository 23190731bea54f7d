#!/usr/bin/env bash
# What the GitHub Action runs: `check` with annotations, SARIF where a file is named for it, and the exit code as output:
# 0 clean, 1 findings, 2 wrong usage or configuration, 3 something could not be looked at, 70 internal error.
# Reads REPORT (always a path), FAIL_ON, SARIF, ARGUMENTS (options, as words of a shell), GITHUB_OUTPUT.
set -uo pipefail

leave() {
  echo "exit-code=$1" >>"${GITHUB_OUTPUT:-/dev/null}"
  exit "$1"
}

# Splits text into words as a shell does: at blanks and ends of lines, with quotes and backslashes. Nothing is expanded
# and nothing is run. -I: no module of the folder that is checked is imported.
words() {
  python3 -I -c '
import os, re, shlex, sys
quoted = r"""\x27[^\x27]*\x27|"(?:\\.|[^"\\])*"|\\."""
joined = lambda match: match[0] if match[0][0] == "\x27" else re.sub(r"\\\r?\n", "", match[0])
text = re.sub(quoted, joined, os.environ["ARGUMENTS"], flags=re.DOTALL)
try:
    found = shlex.split(text)
except ValueError as error:
    sys.exit(f"arguments: error: {error}")
sys.stdout.buffer.write(b"".join(os.fsencode(word) + b"\0" for word in found))
'
}

options=(--format github)
[[ -n ${SARIF:-} ]] && options+=(--format "sarif=$SARIF")
[[ -n ${FAIL_ON:-} ]] && options+=("--fail-on=$FAIL_ON")
if [[ -n ${ARGUMENTS:-} ]]; then
  split=$(mktemp) || leave 2
  trap 'rm -f "$split"' EXIT
  words >"$split" || leave 2
  while IFS= read -r -d '' word; do options+=("$word"); done <"$split"
fi

disclosure-index check "${options[@]}" -- "${REPORT:-.}"
leave $?
