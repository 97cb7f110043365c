#!/usr/bin/env bash
# Builds everything with warnings as errors and runs every test. Needs the .NET 10 SDK; what else the end-to-end tests
# need is installed if this runs as root on Debian or Ubuntu. PUBLISH_TESTS=true also publishes programs trimmed and as
# native code and tests them. Ends with the line "N passed, N failed, N skipped".
set -uo pipefail
cd "$(dirname "$0")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en

passed=0 failed=0 skipped=0

finish() {
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ]
  exit
}

# The end-to-end tests run the sample's FastAPI app. Debian's packages are for Debian's own python3.
has_fastapi() { /usr/bin/python3 -c 'import fastapi, multipart, uvicorn' 2>/dev/null; }

if ! has_fastapi && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  echo "Installing FastAPI for the end-to-end tests ..."
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq --no-install-recommends \
    python3 python3-fastapi python3-uvicorn uvicorn python3-multipart
fi

# They also run an app of Django REST framework, with Debian's packages too.
has_django() { /usr/bin/python3 -c 'import django, rest_framework, drf_spectacular' 2>/dev/null; }

if ! has_django && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  echo "Installing Django REST framework for the end-to-end tests ..."
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-djangorestframework-spectacular
fi
has_django || echo "Without python3-djangorestframework-spectacular the tests of Django REST framework are skipped (with CI=true they fail)."

# The Gradio tests run a stand-in for a Gradio server, and Gradio's own client beside ours, in Node; the end-to-end tests
# run apps of Fastify, Hono and NestJS, whose packages npm fetches into tests/DatabricksApps.EndToEnd.Tests/obj/npm.
if ! command -v node >/dev/null && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  echo "Installing Node for the tests of Gradio apps and of apps in Node ..."
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm
fi

has_fastapi || echo "Without python3-fastapi, uvicorn and python3-multipart the tests that need FastAPI are skipped (with CI=true they fail)."

# Published programs are tested where they are asked for: it takes minutes, and native code needs a C compiler.
if [ "${PUBLISH_TESTS:-}" = true ] && ! command -v clang >/dev/null && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  echo "Installing clang for the tests of published programs ..."
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq --no-install-recommends clang zlib1g-dev
fi

# One test signs in in a real browser.
has_chromium() { command -v chromium chromium-browser google-chrome >/dev/null; }

if ! has_chromium && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  echo "Installing Chromium for the end-to-end tests ..."
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium
fi
has_chromium || echo "Without Chromium the test that signs in in a browser is skipped (with CI=true it fails)."

# As a test of its own: the code is laid out as .editorconfig says (dotnet format whitespace . --folder mends it).
if dotnet format whitespace . --folder --verify-no-changes --exclude '**/*.verified.cs'; then
  passed=$((passed + 1))
else
  failed=$((failed + 1))
fi

if ! dotnet build DatabricksApps.Gen.sln -c Release; then
  echo "The build failed."
  failed=1
  finish
fi

# Each test has a limit of its own, which names it; this one is for what waits outside of any test.
limit=""
if command -v timeout >/dev/null; then
  limit="timeout --kill-after=10 ${PROJECT_SECONDS:-3600}"
fi

for project in tests/*.Tests/*.csproj; do
  name=$(basename "$project" .csproj)
  echo
  echo "== $name"
  if [ -f "tests/$name/bin/Release/net10.0/$name.dll" ]; then
    output=$($limit dotnet "tests/$name/bin/Release/net10.0/$name.dll" -noColor 2>&1)
  else # Self-contained: the program of an older .NET, in a folder of the platform's name.
    output=$($limit "$(ls tests/"$name"/bin/Release/*/*/"$name")" -noColor 2>&1)
  fi
  exit_code=$?
  echo "$output"
  [ "$exit_code" -ne 124 ] || echo "$name did not end within ${PROJECT_SECONDS:-3600} seconds."

  # "   NAME  Total: 27, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0, Time: 20.927s"
  summary=$(grep -E ' Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+' <<<"$output" | tail -n 1)
  count() { sed -E "s/.* $1: ([0-9]+).*/\1/" <<<"$summary"; }
  if [ -z "$summary" ]; then
    failed=$((failed + 1))
    continue
  fi
  bad=$(($(count Errors) + $(count Failed)))
  if [ "$bad" -eq 0 ] && [ "$exit_code" -ne 0 ]; then
    bad=1
  fi
  not_run=$(count Skipped)
  passed=$((passed + $(count Total) - $(count Failed) - $(count "Not Run") - not_run))
  if [ "${CI:-}" = true ] && [[ "$name" == *EndToEnd* || "$name" == *Published* ]]; then
    bad=$((bad + not_run))
    not_run=0
  fi
  failed=$((failed + bad))
  skipped=$((skipped + not_run))
done

echo
finish
