#!/usr/bin/env bash
# What the GitHub Action runs: `check` with annotations, SARIF where a file is named for it, and the exit code as output:
# 0 clean, 1 findings, 2 wrong usage or configuration, 3 something could not be looked at, 70 internal error.
# Reads REPORT, FAIL_ON, SARIF, ARGUMENTS (split at blanks), GITHUB_OUTPUT.
set -uo pipefail

options=(--format github)
[[ -n ${SARIF:-} ]] && options+=(--format "sarif=$SARIF")
[[ -n ${FAIL_ON:-} ]] && options+=(--fail-on "$FAIL_ON")
read -r -a more <<<"${ARGUMENTS:-}"

disclosure-index check "${REPORT:-.}" "${options[@]}" ${more[@]+"${more[@]}"}
code=$?
echo "exit-code=$code" >>"${GITHUB_OUTPUT:-/dev/null}"
exit "$code"
