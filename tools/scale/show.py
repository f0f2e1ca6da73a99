"""Shows what docs/at-scale.md says: show.py HEARSAY FOLDER COUNT

The same articles in one run, in two jobs, after a kill, and as the step of each Spark partition: the same bytes; and the
memory of a run of ten times as many articles.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from articles import articles

hearsay, folder, count = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(), int(sys.argv[3])
here = Path(__file__).parent


def write(name, number):
    path = folder / name
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(article, ensure_ascii=False) + "\n" for article in articles(number))
    return path


def peak(pid):
    """The most memory it has held so far, in KiB; none when it has ended."""
    try:
        rows = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return None
    return next((int(row.split()[1]) for row in rows if row.startswith("VmHWM:")), None)


def annotate(source, name, *more, kill_at=None):
    """Runs it; gives the output, its seconds and its peak in KiB. `kill_at`: as soon as its output has so many bytes."""
    output, began, most = folder / name, time.monotonic(), 0
    process = subprocess.Popen([hearsay, "annotate", "--input", source, "--output", output, *more], stderr=subprocess.DEVNULL)
    while process.poll() is None:
        most = max(most, peak(process.pid) or 0)
        if kill_at is not None and output.exists() and output.stat().st_size >= kill_at:
            process.send_signal(signal.SIGKILL)
        time.sleep(0.02)
    assert process.returncode == (0 if kill_at is None else -signal.SIGKILL), f"{name}: status {process.returncode}"
    return output, time.monotonic() - began, most


def same(a, b, what):
    assert a == b, f"{what}: another output than that of a single run"
    print(f"{what}: the same {len(b)} bytes", flush=True)


shutil.rmtree(folder, ignore_errors=True)
folder.mkdir(parents=True)
few, many = write("few.ndjson", count // 10), write("many.ndjson", count)

small, _, little = annotate(few, "few.out", "--jobs", "2")
big, seconds, much = annotate(many, "many.out", "--jobs", "2")
lines = sum(1 for _ in big.open("rb"))
assert lines == count, f"{lines} reports for {count} articles"
print(f"peak memory: {little / 1024:.1f} MiB for {count // 10} articles, {much / 1024:.1f} MiB for {count} ({count / seconds:.0f} a second)", flush=True)
assert much < little + 8 * 1024, "memory grows with the number of articles"

alone = small.read_bytes()
same(annotate(few, "one.out", "--jobs", "1")[0].read_bytes(), alone, "--jobs 1")
annotate(few, "killed.out", kill_at=len(alone) // 3)
same(annotate(few, "killed.out", "--resume")[0].read_bytes(), alone, "killed, then --resume")

parts = folder / "spark"
command = [sys.executable, here / "spark_step.py", few.as_uri(), parts.as_uri(), "8"]
with (folder / "spark.log").open("w") as log:
    environment = os.environ | {"HEARSAY": str(hearsay), "PYSPARK_PYTHON": sys.executable}
    assert subprocess.run(command, env=environment, stderr=log).returncode == 0, f"Spark failed; see {log.name}"
files = sorted(parts.glob("part-*"))
assert len(files) > 1, "one partition shows nothing"
same(b"".join(part.read_bytes() for part in files), alone, f"Spark, {len(files)} partitions")

import duckdb  # noqa: E402: last, since Spark's failure is the more telling one

query = (here / "warnings.sql").read_text().replace("reports.ndjson", str(small))
counted = dict(duckdb.sql(query).fetchall())
expected = {}
for line in alone.splitlines():
    for warning in json.loads(line)["warnings"]:
        expected[warning["kind"]] = expected.get(warning["kind"], 0) + 1
assert counted == expected, f"DuckDB counted {counted}, not {expected}"
print(f"DuckDB: the same {sum(counted.values())} warnings of {len(counted)} kinds")
