"""Trains the teacher: the tagger's network above a pretrained encoder, too large for a page, and writes what it thinks.

    python teacher.py --features DIR --data DIR --vectors FILE --encoder DIR --out FILE [--folds 1] [--epochs 3] [--seed 1]

The student learns from its probabilities, on the articles with labels and on others without (`--more NAME`, features only). A network
that has read an article's labels three times knows them by heart, and its probabilities say little more than they do. With `--folds 2`
or more there is a teacher for each fold of the articles, trained on the others: what it thinks of its own fold is no memory. Of
articles without labels all teachers think, and the mean is kept.
"""
import argparse
import os
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
    a.add_argument('--folds', type=int, default=1, help='parts of the articles; of 1 the teacher thinks of what it learnt from')
    a.add_argument('--seed', type=int, default=1)
    a.add_argument('--rate', type=float, default=1.5e-3)
    a.add_argument('--tune', type=float, default=1e-4, help="the encoder's own rate")
    a.add_argument('--dropout', type=float, default=.25)
    a.add_argument('--tokens', type=int, default=2560, help='word pieces in a batch')
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

    def fresh(seed):
        own = network.init(seed, a.width, dilations, table, header['features'])
        own['context.weight'] = jnp.array(np.random.RandomState(seed).randn(encoder.WIDE, a.width) * encoder.WIDE ** -.5, jnp.float32)
        return {'own': own, 'encoder': {k: jnp.array(v) for k, v in tuned.items()}}

    def context(p, batch, key):
        x = encoder.states(still, p['encoder'], batch['pieces'], batch['first'], FROZEN, key)
        return x @ p['own']['context.weight']

    def loss(p, batch, key):
        one, two = jax.random.split(key)
        return network.loss(p['own'], fixed, batch | {'context': context(p, batch, one)}, dilations, two, a.dropout)

    @jax.jit
    def forward(p, fixed, batch):
        batch = batch | {'context': context(p, batch, None)}
        x = network.states(p['own'], fixed, batch, dilations)
        links = {}
        for link, (own, other) in network.LINKS.items():
            s = network.link_scores(p['own'], link, x, batch[own], batch[other])
            links[link] = s.at[..., :-1].add((1 - batch[other + '_mask'])[:, None] * network.FORBIDDEN)
        return network.emissions(p['own'], x), links

    @jax.jit
    def probabilities(p, batch):
        x = network.states(p['own'], fixed, batch | {'context': context(p, batch, None)}, dilations)
        return network.marginals(p['own'], network.emissions(p['own'], x), batch['mask'])

    def trained(examples, seed):
        """A teacher of these examples: the moving mean of its weights."""
        steps = a.epochs * sum(1 for _ in batches(examples, a.tokens))
        schedule = lambda peak: optax.adamw(optax.cosine_onecycle_schedule(steps, peak, pct_start=.1), weight_decay=.02)
        opt = optax.chain(optax.clip_by_global_norm(1.), optax.multi_transform(
            {'own': schedule(a.rate), 'encoder': schedule(a.tune)}, {'own': 'own', 'encoder': 'encoder'}))

        @jax.jit
        def update(p, mean, st, batch, key, decay):
            value, g = jax.value_and_grad(loss)(p, batch, key)
            u, st = opt.update(g, st, p)
            p = optax.apply_updates(p, u)
            return p, jax.tree.map(lambda m, x: decay * m + (1 - decay) * x, mean, p), st, value

        print(sum(map(len, examples)), 'tokens,', steps, 'steps', flush=True)
        p = fresh(seed)
        st, mean = opt.init(p), p
        key, step, begun = jax.random.PRNGKey(seed), 0, time.time()
        for epoch in range(a.epochs):
            rng = np.random.RandomState(seed * 100 + epoch)
            total, count = 0., 0
            for batch in batches(examples, a.tokens, rng):
                key, k = jax.random.split(key)
                p, mean, st, value = update(p, mean, st, arrays(batch), k, min(.997, (1 + step) / (10 + step)))
                total, count, step = total + float(value), count + 1, step + 1
                if count % 50 == 0:
                    print(f'  {step}/{steps} loss {total / count:.4f} {time.time() - begun:.0f} s', flush=True)
            f1 = evaluate(mean, network.transitions(mean['own']), fixed, dev, forward, batches)
            print(f'{epoch} loss {total / count:.4f} {time.time() - begun:.0f} s ', '  '.join(f'{k} {v:.1f}' for k, v in f1.items()), flush=True)
        return mean

    def kept(path, examples, seed):
        """The teacher of these examples: read where an earlier run has left it, or trained and left for a later one."""
        if not os.path.exists(path):
            teacher = trained(examples, seed)
            np.savez(path, **{f'{part}/{name}': np.array(v) for part in teacher for name, v in teacher[part].items()})
        own = {'own': {}, 'encoder': {}}
        for name, v in np.load(path).items():
            part, name = name.split('/', 1)
            own[part][name] = jnp.array(v)
        return own

    def think(teacher, examples):
        """What the teacher thinks of each example."""
        thoughts = {}
        for batch in batches(examples, 8192):
            out = np.array(probabilities(teacher, arrays(batch)))
            for k, e in enumerate(batch['examples']):
                thoughts[id(e)] = out[k, :min(len(e), out.shape[1])]
        return [thoughts[id(e)] for e in examples]

    def write(name, pairs):
        np.savez(f'{a.out}.{name}.npz', lengths=np.array([len(t) for t in pairs]), pairs=np.concatenate(pairs).astype(np.float16))
        print('written:', name, flush=True)

    # Teachers and thoughts have a file each, and what is there is not made again: an hour's work is not lost when the next step fails.
    folds = data.folds(train, a.folds)
    teachers = [kept(f'{a.out}{k}.npz', [e for other in folds if other is not fold for e in other] or fold, a.seed + k) for k, fold in enumerate(folds)]
    if not os.path.exists(f'{a.out}.train.npz'):
        own = {id(e): t for teacher, fold in zip(teachers, folds) for e, t in zip(fold, think(teacher, fold))}
        write('train', [own[id(e)] for e in train])
    for name in a.more:
        if not os.path.exists(f'{a.out}.{name}.npz'):
            examples = prepare(data.unlabelled(f'{a.features}/{name}.feat'))
            write(name, [sum(t) / len(t) for t in zip(*(think(teacher, examples) for teacher in teachers))])


if __name__ == '__main__':
    main()
