"""Trains the tagger.

    python train.py --features DIR --data DIR --vectors FILE --out FILE [--teachers PREFIX …] [--width 128] [--epochs 12] [--seed 1]

Prints, after each epoch, exact-segment F1 on dev for every role, and how often the linker is right on the annotators' own segments.
"""
import argparse
import time
from collections import Counter

import jax
import jax.numpy as jnp
import numpy as np
import optax

import data
import network


def arguments():
    a = argparse.ArgumentParser()
    a.add_argument('--features', required=True)
    a.add_argument('--data', required=True)
    a.add_argument('--vectors', required=True)
    a.add_argument('--out', required=True)
    a.add_argument('--width', type=int, default=128)
    a.add_argument('--dilations', default='1 2 4 8 16 2 1')
    a.add_argument('--epochs', type=int, default=12)
    a.add_argument('--seed', type=int, default=1)
    a.add_argument('--rate', type=float, default=2e-3)
    a.add_argument('--dropout', type=float, default=.2)
    a.add_argument('--words', type=int, default=20000)
    a.add_argument('--teachers', nargs='*', default=[], help='what teacher.py wrote, without .train.npz')
    a.add_argument('--more', nargs='*', default=[], help='articles without labels that the teachers have read too')
    a.add_argument('--turns', nargs='*', default=[], help='more such, one of them in each epoch')
    a.add_argument('--all', action='store_true', help='train on dev too, once everything is chosen')
    return a.parse_args()


def vocabulary(vectors, train, size):
    """The most frequent words of the vectors' own list, and those that the articles use three times."""
    known = {w: i for i, w in enumerate(vectors['words'])}
    seen = Counter(w for e in train for w in e.words)
    kept = [str(w) for w in vectors['words'][:size * 2 // 3]]
    more = [w for w, n in seen.most_common() if n >= 2 and w in known and w not in set(kept)]
    chosen = sorted(kept + more[:size - len(kept)])
    rows = np.zeros((len(chosen) + 1, vectors['vectors'].shape[1]), np.float32)
    for i, w in enumerate(chosen):
        v = vectors['vectors'][known[w]]
        rows[i + 1] = v / (np.linalg.norm(v) + 1e-6)
    return {w: i + 1 for i, w in enumerate(chosen)}, rows * 3


def viterbi(score, t):
    """The best labels, ties to the lower state."""
    alpha, back = score[0] + np.array([0, 0, network.FORBIDDEN]), []
    for emission in score[1:]:
        s = alpha[:, None] + t
        back.append(s.argmax(0))
        alpha = s.max(0) + emission
    path = [int(alpha.argmax())]
    for b in reversed(back):
        path.append(int(b[path[-1]]))
    return path[::-1]


def segments(labels):
    out = []
    for i, l in enumerate(labels):
        if l == data.BEGIN:
            out.append([i, i])
        elif l == data.INSIDE and out and out[-1][1] == i - 1:
            out[-1][1] = i
    return {tuple(s) for s in out}


def evaluate(p, transitions, vectors, examples, forward, batches=data.batches):
    n, t = Counter(), np.array(transitions)
    for batch in batches(examples, 8192):
        arrays = {k: v for k, v in batch.items() if k != 'examples'}
        score, links = forward(p, vectors, arrays)
        score, links = np.array(score), {k: np.array(v) for k, v in links.items()}
        for k, e in enumerate(batch['examples']):
            m = min(len(e), score.shape[1])
            for r, role in enumerate(data.ROLES):
                found, gold = segments(viterbi(score[k, :m, r], t[r])), segments(e.labels[:m, r])
                n[role, 't'] += len(found & gold)
                n[role, 'p'] += len(found)
                n[role, 'g'] += len(gold)
        for link, (own, _) in network.LINKS.items():
            there = batch[own + '_mask'] > 0
            goal = np.where(batch[link] < 0, links[link].shape[-1] - 1, batch[link])
            n[link, 't'] += int((links[link].argmax(-1) == goal)[there].sum())
            n[link, 'g'] += int(there.sum())
    f1 = {role: 200 * n[role, 't'] / max(1, n[role, 'p'] + n[role, 'g']) for role in data.ROLES}
    f1['content_p'], f1['content_r'] = 100 * n['content', 't'] / max(1, n['content', 'p']), 100 * n['content', 't'] / n['content', 'g']
    return f1 | {link: 100 * n[link, 't'] / max(1, n[link, 'g']) for link in network.LINKS}


def main():
    a = arguments()
    header = {}
    read = lambda name: data.read(f'{a.features}/{name}.feat', f'{a.data}/polnear.{name}.jsonl', header)
    train, dev = read('train'), read('dev')
    more = {name: data.unlabelled(f'{a.features}/{name}.feat') for name in a.more + a.turns}
    vectors = dict(np.load(a.vectors))
    vocab, table = vocabulary(vectors, train, a.words)
    for name, examples in ({'train': train} | more).items() if a.teachers else ():
        data.taught(examples, [f'{teacher}.{name}.npz' for teacher in a.teachers])
    if a.all:
        train = train + dev
    for name in a.more:
        train = train + more[name]
    turns = [train + more[name] for name in a.turns] or [train]
    for e in {id(e): e for examples in [dev, *turns] for e in examples}.values():
        e.rows = [vocab.get(w, 0) for w in e.words]
    fixed, dilations = jnp.array(table), tuple(map(int, a.dilations.split()))
    p = network.init(a.seed, a.width, dilations, table, header['features'])
    rng = np.random.RandomState(a.seed)
    steps = sum(len(data.batches(turns[epoch % len(turns)], 4096)) for epoch in range(a.epochs))
    schedule = optax.cosine_onecycle_schedule(steps, a.rate, pct_start=.12)
    opt = optax.chain(optax.clip_by_global_norm(1.), optax.adamw(schedule, weight_decay=.02))
    st, mean = opt.init(p), p

    @jax.jit
    def update(p, mean, st, batch, key, decay):
        value, g = jax.value_and_grad(network.loss)(p, fixed, batch, dilations, key, a.dropout)
        u, st = opt.update(g, st, p)
        p = optax.apply_updates(p, u)
        return p, jax.tree.map(lambda m, x: decay * m + (1 - decay) * x, mean, p), st, value

    @jax.jit
    def forward(p, fixed, batch):
        x = network.states(p, fixed, batch, dilations)
        links = {}
        for link, (own, other) in network.LINKS.items():
            s = network.link_scores(p, link, x, batch[own], batch[other])
            links[link] = s.at[..., :-1].add((1 - batch[other + '_mask'])[:, None] * network.FORBIDDEN)
        return network.emissions(p, x), links

    print(' and '.join(str(sum(map(len, examples))) for examples in turns), 'tokens,', sum(x.size for x in jax.tree.leaves(p)), 'weights,',
          sum(v.size for k, v in p.items() if 'block' in k), 'in the blocks,', len(table), 'words', flush=True)
    key, step, begun = jax.random.PRNGKey(a.seed), 0, time.time()
    for epoch in range(a.epochs):
        total, count = 0., 0
        for batch in data.batches(turns[epoch % len(turns)], 4096, rng):
            key, k = jax.random.split(key)
            arrays = {name: v for name, v in batch.items() if name != 'examples'}
            p, mean, st, value = update(p, mean, st, arrays, k, min(.998, (1 + step) / (10 + step)))
            total, count, step = total + float(value), count + 1, step + 1
        f1 = evaluate(mean, network.transitions(mean), fixed, dev, forward)
        print(f'{epoch} loss {total / count:.4f} {time.time() - begun:.0f} s ', '  '.join(f'{k} {v:.1f}' for k, v in f1.items()), flush=True)
        np.savez(a.out, dilations=np.array(dilations), vocabulary=np.array(sorted(vocab, key=vocab.get)), table=table,
                 **{k: np.array(v) for k, v in mean.items()})


if __name__ == '__main__':
    main()
