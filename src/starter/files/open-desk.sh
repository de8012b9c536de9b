#!/bin/sh
# Double-click, or run it in a terminal: opens the desk, where releases are added, in the browser.
cd "$(dirname "$0")" || exit 1
if ! command -v npm >/dev/null 2>&1; then
  echo 'Node.js is not installed on this computer.'
  echo 'Install the version marked LTS from https://nodejs.org and open this file again.'
  exit 1
fi
if [ "$(uname)" = Darwin ] && [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 24 ]; then
  echo 'Node.js 24 or newer is needed. Install the version marked LTS from https://nodejs.org and open this file again.'
  exit 1
fi
# npm writes the file in node_modules at the end: an installation that was cut off is begun again. The other is newer where git has
# brought a newer program.
if [ ! -f node_modules/.package-lock.json ] || [ -n "$(find package-lock.json -newer node_modules/.package-lock.json 2>/dev/null)" ]; then
  echo 'The program is being installed. This takes a few minutes.'
  npm install --omit=dev || {
    echo 'The installation did not work. Look at the lines above, or ask whoever set this folder up.'
    [ -f node_modules/.package-lock.json ] || exit 1
    echo 'The desk opens with the program that was there before.'
  }
fi
exec npm run -s desk
