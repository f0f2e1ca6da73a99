"""From floating point to the integers of src/tagger/: the model's tensors, and the network in integers to check them by.

Activations are fixed-point numbers of 16 bits, 512 to the unit. A weight of 8 bits has a power of two for its row's scale, so that a
shift to the right is all that follows a sum.
"""
import numpy as np

import network

UNIT = 512
TABLES = ('word', 'suffix', 'prefix')


def fnv(word):
    h = 0x811c9dc5
    for byte in word.encode():
        h = (h ^ byte) * 0x01000193 & 0xffffffff
    return h


def rows(weight, most=15):
    """Weights, one row an output, as 8-bit integers with a shift for each row."""
    peak = np.abs(weight).max(1) + 1e-9
    shift = np.clip(np.floor(np.log2(127 / peak)), 0, most).astype(int)
    return np.clip(np.round(weight * 2. ** shift[:, None]), -127, 127).astype(np.int8), shift.astype(np.uint8)


def tensors(p, vocabulary, table):
    """The model's tensors. `table`: the fixed vectors of the words, the first for unknown ones."""
    out = {}
    hashes = np.array([fnv(w) for w in vocabulary], np.uint32)
    order = np.argsort(hashes, kind='stable')
    assert len(set(hashes.tolist())) == len(hashes), 'two words of one hash'
    out['vocabulary'] = hashes[order]
    word = table @ p['glove'] + p['word']
    floats = {'word': np.concatenate([word[:1], word[1:][order]]), 'suffix': p['suffix'], 'prefix': p['prefix']}
    # One scale for all three: the largest that clips fewer than one value in two thousand.
    peak = max(np.quantile(np.abs(v), .9995) for v in floats.values())
    scale = 2. ** np.floor(np.log2(127 / peak))
    for name, values in floats.items():
        out[name] = np.clip(np.round(values * scale), -127, 127).astype(np.int8)
    out['feature'] = np.clip(np.round(p['feature'] * UNIT), -32768, 32767).astype(np.int16)

    def matrix(name, weight, bias):
        out[f'{name}.weight'], out[f'{name}.shift'] = rows(weight)
        out[f'{name}.bias'] = np.round(bias * UNIT * 2. ** out[f'{name}.shift']).astype(np.int32)
    matrix('input', p['input.weight'].T * UNIT / scale, p['input.bias'])
    k = 0
    while f'block{k}.weight' in p:
        matrix(f'block{k}', p[f'block{k}.weight'].T, p[f'block{k}.bias'])
        k += 1
    matrix('label', p['label.weight'].T, p['label.bias'])
    # Inside never follows outside: the engine forbids it by itself, and so does this number.
    out['transitions'] = np.round(p['transitions'] * UNIT).astype(np.int32)
    out['transitions'][:, 0, 2] = -1 << 20
    for link in network.LINKS:
        for part in ('query', 'key'):
            weight = p[f'link.{link}.{part}'].T * network.KEY ** -.25
            out[f'link.{link}.{part}'], out[f'link.{link}.{part}.shift'] = rows(weight)
        out[f'link.{link}.scale'] = np.array([9], np.uint8)
        out[f'link.{link}.distance'] = np.round(p[f'link.{link}.distance'] * UNIT).astype(np.int32)
        out[f'link.{link}.none'] = np.round(p[f'link.{link}.none'] * UNIT).astype(np.int32)
    return out


def shifted(total, shift):
    shift = shift.astype(np.int64)
    return (total + np.where(shift > 0, 1 << np.maximum(shift - 1, 0), 0)) >> shift


def saturate(x):
    return np.clip(x, -32768, 32767)


def bounded(x):
    """What an activation is kept to: 16 units to either side (kernel/src/convolution.rs says why)."""
    return np.clip(x, -8191, 8191)


class Integers:
    """The network in integers, as src/tagger/network.rs computes it."""

    def __init__(self, tensors, dilations):
        self.t = {name: v.astype(np.int64) for name, v in tensors.items()}
        self.dilations = dilations

    def states(self, words, suffixes, prefixes, features):
        """`words`: hashes; `features`: tokens × features, 1 where there."""
        t = self.t
        at = np.searchsorted(t['vocabulary'], words)
        known = (at < len(t['vocabulary'])) & (t['vocabulary'][np.minimum(at, len(t['vocabulary']) - 1)] == words)
        x = np.concatenate([t['word'][np.where(known, at + 1, 0)], t['suffix'][suffixes], t['prefix'][prefixes]], 1)
        x = bounded(shifted(x @ t['input.weight'].T + t['input.bias'], t['input.shift']) + features.astype(np.int64) @ t['feature'])
        for k, d in enumerate(self.dilations):
            padded = np.pad(x, ((d, d), (0, 0)))
            taps = np.concatenate([padded[:len(x)], x, padded[2 * d:]], 1)
            y = shifted(taps @ t[f'block{k}.weight'].T + t[f'block{k}.bias'], t[f'block{k}.shift'])
            a, b = np.split(y, 2, 1)
            gate = np.clip((b >> 2) + UNIT // 2, 0, UNIT)
            x = bounded(x + ((saturate(a) * gate + UNIT // 2) >> 9))
        return x

    def emissions(self, x):
        y = shifted(x @ self.t['label.weight'].T + self.t['label.bias'], self.t['label.shift'])
        return y.reshape(len(x), 3, 3)

    def links(self, link, x, own, other):
        """own × other scores, and in the last column that of no partner."""
        t, name = self.t, f'link.{link}'
        side = lambda part, s: saturate(shifted(np.concatenate([x[s[:, 0]], x[s[:, 1]]], 1) @ t[f'{name}.{part}'].T, t[f'{name}.{part}.shift']))
        own, other = np.array(own).reshape(-1, 2), np.array(other).reshape(-1, 2)
        score = shifted(side('query', own) @ side('key', other).T, t[f'{name}.scale'])
        score = score + t[f'{name}.distance'][network.distance(own[:, None], other[None])]
        return np.concatenate([score, np.full((len(own), 1), t[f'{name}.none'][0])], 1)
