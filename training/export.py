"""Writes the engine's model file from trained weights, and a fixture by which the engine's tests check their arithmetic.

    python export.py WEIGHTS.npz --sample SAMPLE.feat --out tagger.safetensors --fixture tagger.json --version 1

The same weights give the same bytes.
"""
import argparse
import gzip
import hashlib
import json
from pathlib import Path

import numpy as np
from safetensors.numpy import save

import data
import quantise
from train import viterbi


def main():
    a = argparse.ArgumentParser()
    a.add_argument('weights')
    a.add_argument('--sample', required=True, help='features of invented paragraphs, for the fixture')
    a.add_argument('--out', required=True)
    a.add_argument('--fixture', required=True)
    a.add_argument('--version', required=True)
    a.add_argument('--reward', type=float, nargs=3, default=[.7, 1.2, 0],
                   help='added to the beginning of a cue, a source, a content: so much more of them is found')
    a = a.parse_args()
    p = dict(np.load(a.weights))
    dilations, vocabulary, table = tuple(int(d) for d in p.pop('dilations')), [str(w) for w in p.pop('vocabulary')], p.pop('table')
    p['transitions'][:, 0, 1] += np.array(a.reward)
    t = quantise.tensors(p, vocabulary, table)
    header = next(data.lines(a.sample))
    # The writer takes the bytes as they lie in memory.
    file = ordered(save({name: np.ascontiguousarray(v) for name, v in t.items()},
                        {'version': a.version, 'dilations': ' '.join(map(str, dilations)), 'layout': str(header['layout'])}))
    Path(a.out).write_bytes(file)
    print(a.out, len(file), 'bytes,', len(gzip.compress(file, 9)), 'compressed, sha256', hashlib.sha256(file).hexdigest())
    Path(a.fixture).write_text(fixture(t, dilations, a.sample))


def ordered(file):
    """The same file with a header in order: the writer's differs from run to run."""
    end = 8 + int.from_bytes(file[:8], 'little')
    header = json.dumps(json.loads(file[8:end]), sort_keys=True, separators=(',', ':')).encode()
    header += b' ' * (-len(header) % 8)
    return len(header).to_bytes(8, 'little') + header + file[end:]


def fixture(t, dilations, sample):
    network, rows = quantise.Integers(t, dilations), []
    for article in data.paragraphs(sample).values():
        for e in article:
            x = network.states(np.array(e.hashes), np.array(e.suffixes), np.array(e.prefixes), e.features)
            score = network.emissions(x)
            labels = [viterbi(score[:, r], t['transitions'][r]) for r in range(len(data.ROLES))]
            rows.append({'words': e.hashes, 'suffixes': e.suffixes, 'prefixes': e.prefixes,
                         'features': [np.flatnonzero(f).tolist() for f in e.features], 'last_state': x[-1].tolist(),
                         'emissions': score.sum((1, 2)).tolist(), 'labels': dict(zip(data.ROLES, labels))})
    return json.dumps(rows) + '\n'


if __name__ == '__main__':
    main()
