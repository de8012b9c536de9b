@echo off
rem Double-click: opens the desk, where releases are added, in the browser.
cd /d "%~dp0"
where npm >nul 2>nul
if errorlevel 1 (
  echo Node.js is not installed on this computer.
  echo Install the version marked LTS from https://nodejs.org and open this file again.
  pause
  exit /b 1
)
rem npm writes the file in node_modules at the end: an installation that was cut off is begun again. The other is newer where git has
rem brought a newer program.
node -e "const t = (f) => require('fs').statSync(f, { throwIfNoEntry: false })?.mtimeMs ?? 0, there = t('node_modules/.package-lock.json'); process.exit(there === 0 || t('package-lock.json') > there ? 1 : 0)"
if errorlevel 1 (
  echo The program is being installed. This takes a few minutes.
  call npm install --omit=dev
  if errorlevel 1 (
    echo The installation did not work. Look at the lines above, or ask whoever set this folder up.
    if not exist node_modules\.package-lock.json (
      pause
      exit /b 1
    )
    echo The desk opens with the program that was there before.
  )
)
call npm run -s desk
pause
