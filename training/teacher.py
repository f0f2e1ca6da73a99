"""Trains the teacher: the tagger's network above a pretrained encoder, too large for a page, and writes what it thinks.

    python teacher.py --features DIR --data DIR --vectors FILE --encoder DIR --out FILE [--epochs 3] [--stop 1] [--seed 1]

The student learns from its probabilities, on the articles with labels and on others without (`--more NAME`, features only).
"""
import argparse
import time

import jax
import jax.numpy as jnp
import numpy as np
import optax

import data
import encoder
import network
from train import evaluate, vocabulary

FROZEN = 2
# Lengths of paragraphs in word pieces: attention and padding cost by them, so they stand close together.
ROOMS = (16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 256, 384)


def arguments():
    a = argparse.ArgumentParser()
    for name in ('features', 'data', 'vectors', 'encoder', 'out'):
        a.add_argument('--' + name, required=True)
    a.add_argument('--more', nargs='*', default=[])
    a.add_argument('--width', type=int, default=128)
    a.add_argument('--dilations', default='1 2 4 8')
    a.add_argument('--epochs', type=int, default=3)
    a.add_argument('--stop', type=int, default=3, help='after so many of the epochs')
    a.add_argument('--seed', type=int, default=1)
    a.add_argument('--rate', type=float, default=1.5e-3)
    a.add_argument('--tune', type=float, default=1e-4, help="the encoder's own rate")
    a.add_argument('--dropout', type=float, default=.25)
    a.add_argument('--tokens', type=int, default=2560, help='word pieces in a batch')
    a.add_argument('--resume', help='only write what this one thinks')
    return a.parse_args()


def pieces(examples, size, length):
    """Arrays of word pieces for a batch; what is longer than its room is cut."""
    ids, first = np.zeros((size, length), np.int32), np.zeros((size, length), np.int32)
    for k, e in enumerate(examples):
        own, at = e.pieces
        ids[k, :min(len(own), length)] = own[:length]
        n = min(len(at), length)
        first[k, :n] = np.minimum(at[:n], length - 1)
    return ids, first


def batches(examples, tokens, rng=None):
    for batch in data.batches(examples, tokens, rng, ROOMS, lambda e: len(e.pieces[0])):
        batch['pieces'], batch['first'] = pieces(batch['examples'], *batch['mask'].shape)
        yield batch


def arrays(batch):
    return {k: v for k, v in batch.items() if k != 'examples'}


def main():
    a = arguments()
    jax.config.update('jax_default_prng_impl', 'rbg')
    header = {}
    read = lambda name: data.read(f'{a.features}/{name}.feat', f'{a.data}/polnear.{name}.jsonl', header)
    train, dev = read('train'), read('dev')
    vectors = dict(np.load(a.vectors))
    vocab, table = vocabulary(vectors, train, 20000)
    splitter = encoder.Pieces(a.encoder)

    def prepare(examples):
        for e in examples:
            e.rows = [vocab.get(w, 0) for w in e.words]
            e.pieces = splitter.of(e.words)
        return examples
    prepare(train + dev)
    fixed, dilations = jnp.array(table), tuple(map(int, a.dilations.split()))
    still, tuned = encoder.split(encoder.load(a.encoder), FROZEN)
    still = {k: jnp.array(v) for k, v in still.items()}
    p = network.init(a.seed, a.width, dilations, table, header['features'])
    p['context.weight'] = jnp.array(np.random.RandomState(a.seed).randn(encoder.WIDE, a.width) * encoder.WIDE ** -.5, jnp.float32)
    p = {'own': p, 'encoder': {k: jnp.array(v) for k, v in tuned.items()}}

    def context(p, batch, key):
        x = encoder.states(still, p['encoder'], batch['pieces'], batch['first'], FROZEN, key)
        return x @ p['own']['context.weight']

    def loss(p, batch, key):
        one, two = jax.random.split(key)
        return network.loss(p['own'], fixed, batch | {'context': context(p, batch, one)}, dilations, two, a.dropout)

    steps = a.epochs * sum(1 for _ in batches(train, a.tokens))
    schedule = lambda peak: optax.adamw(optax.cosine_onecycle_schedule(steps, peak, pct_start=.1), weight_decay=.02)
    opt = optax.chain(optax.clip_by_global_norm(1.), optax.multi_transform(
        {'own': schedule(a.rate), 'encoder': schedule(a.tune)}, {'own': 'own', 'encoder': 'encoder'}))
    st, mean = opt.init(p), p

    @jax.jit
    def update(p, mean, st, batch, key, decay):
        value, g = jax.value_and_grad(loss)(p, batch, key)
        u, st = opt.update(g, st, p)
        p = optax.apply_updates(p, u)
        return p, jax.tree.map(lambda m, x: decay * m + (1 - decay) * x, mean, p), st, value

    @jax.jit
    def forward(p, fixed, batch):
        batch = batch | {'context': context(p, batch, None)}
        x = network.states(p['own'], fixed, batch, dilations)
        links = {}
        for link, (own, other) in network.LINKS.items():
            s = network.link_scores(p['own'], link, x, batch[own], batch[other])
            links[link] = s.at[..., :-1].add((1 - batch[other + '_mask'])[:, None] * network.FORBIDDEN)
        return network.emissions(p['own'], x), links

    print(sum(map(len, train)), 'tokens,', steps, 'steps', flush=True)
    key, step, begun = jax.random.PRNGKey(a.seed), 0, time.time()
    for epoch in range(0 if a.resume else min(a.stop, a.epochs)):
        rng = np.random.RandomState(a.seed * 100 + epoch)
        total, count = 0., 0
        for batch in batches(train, a.tokens, rng):
            key, k = jax.random.split(key)
            p, mean, st, value = update(p, mean, st, arrays(batch), k, min(.997, (1 + step) / (10 + step)))
            total, count, step = total + float(value), count + 1, step + 1
            if count % 50 == 0:
                print(f'  {step}/{steps} loss {total / count:.4f} {time.time() - begun:.0f} s', flush=True)
        f1 = evaluate(mean, network.transitions(mean['own']), fixed, dev, forward, batches)
        print(f'{epoch} loss {total / count:.4f} {time.time() - begun:.0f} s ', '  '.join(f'{k} {v:.1f}' for k, v in f1.items()), flush=True)
        np.savez(f'{a.out}.npz', **{f'own/{k}': np.array(v) for k, v in mean['own'].items()},
                 **{f'encoder/{k}': np.array(v) for k, v in mean['encoder'].items()})
    if a.resume:
        saved = np.load(a.resume)
        mean = {part: {k: jnp.array(saved[f'{part}/{k}']) for k in mean[part]} for part in mean}
    probabilities = jax.jit(lambda p, batch: network.marginals(p['own'], network.emissions(
        p['own'], network.states(p['own'], fixed, batch | {'context': context(p, batch, None)}, dilations)), batch['mask']))
    for name, examples in [('train', train)] + [(n, prepare(data.unlabelled(f'{a.features}/{n}.feat'))) for n in a.more]:
        thinks = {}
        place = {id(e): i for i, e in enumerate(examples)}
        for batch in batches(examples, 8192):
            out = np.array(probabilities(mean, arrays(batch)))
            for k, e in enumerate(batch['examples']):
                thinks[place[id(e)]] = out[k, :min(len(e), out.shape[1])].astype(np.float16)
        np.savez(f'{a.out}.{name}.npz', lengths=np.array([len(thinks[i]) for i in range(len(examples))]),
                 pairs=np.concatenate([thinks[i] for i in range(len(examples))]))
        print('written:', name, flush=True)


if __name__ == '__main__':
    main()
