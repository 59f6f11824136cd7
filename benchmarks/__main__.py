"""Run every benchmark with its defaults: ``python -m benchmarks [NAAM …]``."""

from __future__ import annotations

import os
import pkgutil
import platform
import subprocess
import sys

import benchmarks


def main() -> int:
    """Run the named benchmarks, or all, each in a process of its own so that peak memory is its own; 1 if one fails."""
    alle = sorted(m.name for m in pkgutil.iter_modules(benchmarks.__path__) if not m.name.startswith("_"))
    gevraagd = sys.argv[1:] or alle
    onbekend = sorted(set(gevraagd) - set(alle))
    if onbekend:
        print(f"Onbekende meting: {', '.join(onbekend)}. Er zijn: {', '.join(alle)}.", file=sys.stderr)
        return 2
    machine = f"{platform.machine()}, {platform.system()}, {os.cpu_count()} kernen"
    print(f"machine: {machine}, Python {platform.python_version()}")
    fout = 0
    for naam in gevraagd:
        print(f"\n== {naam}", flush=True)
        fout |= subprocess.run([sys.executable, "-m", f"benchmarks.{naam}"], check=False).returncode != 0
    return int(fout)


if __name__ == "__main__":
    sys.exit(main())
