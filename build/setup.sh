# Sourced by ./run and ./test: what the machine must have, and how to get it where it is missing.
# Nothing here writes to standard output.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export HOME="${HOME:-/tmp}"

say() { printf '%s\n' "$*" >&2; }

need_dotnet() {
  command -v dotnet >/dev/null 2>&1 && return
  say "The .NET SDK 10 is missing: install it (https://dotnet.microsoft.com/download) and try again."
  return 1
}

# Installs Debian packages; fails, with the reason said, where that is not allowed or not possible.
install_packages() {
  local as=()
  if ! command -v apt-get >/dev/null 2>&1; then
    say "Missing: $* (names of Debian packages). This is not a Debian system: install them your own way."
    return 1
  fi
  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null 2>&1 || ! sudo -n true 2>/dev/null; then
      say "Missing, and there is no right to install: $*"
      say "Ask somebody who has it to run: apt-get install -y --no-install-recommends $*"
      return 1
    fi
    as=(sudo -n)
  fi
  say "Installing from Debian: $*"
  local log try
  log=$(mktemp)
  for try in 1 2 3; do
    if { "${as[@]}" apt-get update -q &&
         "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"; } >"$log" 2>&1 </dev/null; then
      rm -f "$log"
      return
    fi
  done
  tail -n 20 "$log" >&2
  say "Could not be installed: $*"
  rm -f "$log"
  return 1
}

# Debian's npm needs Debian's node; where node came from elsewhere without npm, both come from Debian.
npm_packages() {
  command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 || printf '%s\n' nodejs npm
}

# `npm ci` in a folder whose lock file changed since it was last done there.
npm_ci() {
  local folder=$1 mark="$1/node_modules/.package-lock.json" log try
  [ -f "$mark" ] && [ ! "$folder/package-lock.json" -nt "$mark" ] && return
  log=$(mktemp)
  for try in 1 2 3; do
    if (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error) >"$log" 2>&1 </dev/null; then
      [ -f "$mark" ] && touch "$mark"
      rm -f "$log"
      return
    fi
  done
  tail -n 20 "$log" >&2
  say "npm ci failed in ${folder#"$root"/}."
  rm -f "$log"
  return 1
}

# Builds quietly; what the compiler says is shown only where it fails. The registry may fail once or twice: the restore is tried again.
dotnet_build() {
  local log try status=1
  log=$(mktemp)
  for try in 1 2 3; do
    if (cd "$root" && dotnet restore "$1" --nologo -v q -nodeReuse:false) >"$log" 2>&1 </dev/null; then status=0; break; fi
  done
  if [ $status = 0 ]; then
    (cd "$root" && dotnet build "$1" -c Release --no-restore --nologo -v q -nodeReuse:false -p:UseSharedCompilation=true -clp:ErrorsOnly) >"$log" 2>&1 </dev/null || status=1
  fi
  [ $status = 0 ] || { sort -u "$log" | head -n 60 >&2; say "The build of $1 failed."; }
  rm -f "$log"
  return $status
}

# dotnet_publish PROJECT FOLDER BUILD: what ships, into FOLDER; what it is built in stands in BUILD, apart from the usual build.
dotnet_publish() {
  local log try status=1
  log=$(mktemp)
  for try in 1 2 3; do
    if (cd "$root" && dotnet publish "$1" -c Release -o "$2" --artifacts-path "$3" --nologo -v q -nodeReuse:false -p:UseSharedCompilation=true -clp:ErrorsOnly) >"$log" 2>&1 </dev/null; then status=0; break; fi
  done
  [ $status = 0 ] || { sort -u "$log" | head -n 60 >&2; say "The publishing of $1 failed."; }
  rm -f "$log"
  return $status
}
