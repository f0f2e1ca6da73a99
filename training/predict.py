"""Reports of a trained network alone, in floating point: what the engine's own rules add is measured against this.

    python predict.py WEIGHTS.npz --features DEV.feat > reports.ndjson
"""
import argparse
import json
from functools import partial

import jax
import numpy as np

import data
import network
from train import segments, viterbi


def main():
    a = argparse.ArgumentParser()
    a.add_argument('weights')
    a.add_argument('--features', required=True)
    a.add_argument('--reward', type=float, nargs=3, default=[0, 0, 0], help="as export.py's")
    a = a.parse_args()
    p = dict(np.load(a.weights))
    dilations, vocab, table = tuple(int(d) for d in p.pop('dilations')), p.pop('vocabulary'), p.pop('table')
    rows = {w: i + 1 for i, w in enumerate(vocab)}
    articles = data.paragraphs(a.features)
    examples = [e for article in articles.values() for e in article if len(e)]
    for e in examples:
        e.rows = [rows.get(w, 0) for w in e.words]
    state = jax.jit(partial(network.states, dilations=dilations))
    p['transitions'][:, 0, 1] += np.array(a.reward)
    t = np.array(network.transitions({k: jax.numpy.array(v) for k, v in p.items()}))
    found = {id: [] for id in articles}
    for batch in data.batches(examples, 8192):
        arrays = {k: v for k, v in batch.items() if k != 'examples'}
        x = np.array(state(p, table, arrays))
        score = np.array(network.emissions(p, x))
        for k, e in enumerate(batch['examples']):
            m = min(len(e), x.shape[1])
            found[e.id] += attributions(p, e, x[k, :m], score[k, :m], t)
    for id, rows in found.items():
        print(json.dumps({'id': id, 'attributions': rows}))


def attributions(p, e, x, score, t):
    seg = {role: sorted(segments(viterbi(score[:, r], t[r]))) for r, role in enumerate(data.ROLES)}
    links = {}
    for link, (own, other) in network.LINKS.items():
        links[link] = []
        if seg[own]:
            pad = seg[other] or [(0, 0)]
            s = np.array(network.link_scores(p, link, x[None], np.array([seg[own]]), np.array([pad])))[0]
            if not seg[other]:
                s[:, :-1] = -1e9
            links[link] = [int(i) if i < len(seg[other]) else -1 for i in s.argmax(-1)]
    span = lambda s: [e.offsets[s[0]][0], e.offsets[s[1]][1]]
    out = []
    for i, cue in enumerate(seg['cue']):
        contents = [span(c) for c, j in zip(seg['content'], links['content_cue']) if j == i]
        if contents:
            j = links['cue_source'][i]
            out.append({'content': contents, 'cue': [span(cue)], 'source': [span(seg['source'][j])] if j >= 0 else []})
    for c, j in zip(seg['content'], links['content_cue']):
        if j < 0:
            out.append({'content': [span(c)], 'cue': [], 'source': []})
    return out


if __name__ == '__main__':
    main()
