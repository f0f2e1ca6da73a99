"""The tagger's network: what src/tagger/ computes in integers, here in floating point, to be trained.

A token's word, the beginning and the end of it are looked up and projected; the rows of its features are added. Gated
convolutions of width 3 with growing dilation follow, each adding to what was there; there is no normalisation, so that nothing but
multiplying, adding and clipping is left for the page. Three heads give the scores of a linear-chain conditional random field
(outside, begin, inside), two more join segments: content to cue, cue to source.
"""
import jax
import jax.numpy as jnp
import numpy as np

WORD, SUFFIX, PREFIX = 48, 24, 16
KEY = 24  # dimensions of the linker's vectors
BUCKETS = 32  # of distance, see `distance`
AFFIXES = 2048
LINKS = {'content_cue': ('content', 'cue'), 'cue_source': ('cue', 'source')}
FORBIDDEN = -1e4


def init(seed, width, dilations, vectors, features):
    """Fresh weights. `vectors`: a row for each word, the first for unknown ones."""
    rng = np.random.RandomState(seed)
    normal = lambda *shape, scale: jnp.array(rng.randn(*shape) * scale, jnp.float32)
    wide = WORD + SUFFIX + PREFIX
    p = {'glove': normal(vectors.shape[1], WORD, scale=vectors.shape[1] ** -.5), 'word': jnp.zeros((len(vectors), WORD)),
         'suffix': normal(AFFIXES, SUFFIX, scale=.3), 'prefix': normal(AFFIXES, PREFIX, scale=.3),
         'input.weight': normal(wide, width, scale=wide ** -.5), 'input.bias': jnp.zeros(width),
         'feature': normal(features, width, scale=.1),
         'label.weight': normal(width, 9, scale=width ** -.5), 'label.bias': jnp.zeros(9), 'transitions': jnp.zeros((3, 3, 3))}
    for k in range(len(dilations)):
        p[f'block{k}.weight'] = normal(3 * width, 2 * width, scale=(3 * width) ** -.5)
        p[f'block{k}.bias'] = jnp.concatenate([jnp.zeros(width), jnp.zeros(width)])
    for link in LINKS:
        p[f'link.{link}.query'] = normal(2 * width, KEY, scale=(2 * width) ** -.5)
        p[f'link.{link}.key'] = normal(2 * width, KEY, scale=(2 * width) ** -.5)
        p[f'link.{link}.distance'] = jnp.zeros(BUCKETS)
        p[f'link.{link}.none'] = jnp.zeros(1)
    return p


def drop(x, key, rate, shape=None):
    if key is None:
        return x
    return x * jax.random.bernoulli(key, 1 - rate, shape or x.shape) / (1 - rate)


def states(p, vectors, batch, dilations, key=None, rate=.25):
    """The last state of every token: batch × length × width."""
    keys = jax.random.split(key, 5 + len(dilations)) if key is not None else [None] * (5 + len(dilations))
    word = batch['word']
    if key is not None:
        word = word * jax.random.bernoulli(keys[0], .93, word.shape)
    x = jnp.concatenate([vectors[word] @ p['glove'] + p['word'][word], p['suffix'][batch['suffix']], p['prefix'][batch['prefix']]], -1)
    x = drop(x, keys[1], .3) @ p['input.weight'] + p['input.bias']
    there = batch['features'].astype(x.dtype)
    if key is not None:
        there = there * jax.random.bernoulli(keys[2], .9, there.shape)
    x = x + there @ p['feature']
    if 'context' in batch:  # the teacher's, see teacher.py
        x = x + batch['context']
    mask = batch['mask'][..., None]
    x = x * mask
    for k, d in enumerate(dilations):
        padded = jnp.pad(x, ((0, 0), (d, d), (0, 0)))
        n = x.shape[1]
        taps = jnp.concatenate([padded[:, :n], x, padded[:, 2 * d:]], -1)
        y = taps @ p[f'block{k}.weight'] + p[f'block{k}.bias']
        a, b = jnp.split(y, 2, -1)
        x = (x + drop(a * jnp.clip(b * .25 + .5, 0, 1), keys[5 + k], rate)) * mask
    return drop(x, keys[3], rate)


def emissions(p, x):
    return (x @ p['label.weight'] + p['label.bias']).reshape(x.shape[:2] + (3, 3))


def transitions(p):
    """From, to; inside follows begin or inside only."""
    return p['transitions'].at[:, 0, 2].set(FORBIDDEN)


def crf(score, goal, mask, t):
    """Minus the logarithm of the probability of the labels, summed over the paragraphs; one chain for each role. `goal` is what
    `marginals` gives: of one sequence of labels, or of all that a teacher holds for possible, each weighed by its probability."""
    first = score[:, 0].at[:, :, 2].set(FORBIDDEN)
    score = score.at[:, 0].set(first)
    goal = goal * mask[:, :, None, None, None]
    gold = (goal.sum(-2) * score).sum((1, 2, 3)) + (goal[:, 1:] * t).sum((1, 2, 3, 4))

    def step(alpha, xs):
        emission, there = xs
        return jnp.where(there[:, None, None] > 0, jax.nn.logsumexp(alpha[..., None] + t, -2) + emission, alpha), None
    alpha, _ = jax.lax.scan(step, score[:, 0], (score[:, 1:].transpose(1, 0, 2, 3), mask[:, 1:].T))
    return ((jax.nn.logsumexp(alpha, -1).sum(-1) - gold) * mask[:, 0]).sum()


def marginals(p, score, mask):
    """The probability of each pair of labels, at a token's predecessor and at the token: batch × length × roles × from × to. A first
    token has outside before it. It is the gradient of the partition function by the transitions, had every token its own."""
    def partition(t):
        def step(alpha, xs):
            emission, there, t = xs
            return jnp.where(there[:, None, None] > 0, jax.nn.logsumexp(alpha[..., None] + t, -2) + emission, alpha), None
        first = jnp.full_like(score[:, 0], 2 * FORBIDDEN).at[:, :, 0].set(0)
        alpha, _ = jax.lax.scan(step, first, (score.transpose(1, 0, 2, 3), mask.T, t.transpose(1, 0, 2, 3, 4)))
        return (jax.nn.logsumexp(alpha, -1).sum(-1) * mask[:, 0]).sum()
    own = jnp.broadcast_to(transitions(p), score.shape + (3,))
    start = jnp.zeros((3, 3, 3)).at[:, :, 2].set(FORBIDDEN)
    return jax.grad(partition)(own.at[:, 0].set(start))


def distance(a, b):
    """The bucket of the signed distance from segment a to segment b (first token, last token): 0 where they overlap, 1 to 15 where b
    comes later, 17 to 31 where it came before; two buckets for each doubling of the gap, as `bucket` in src/tagger/link.rs."""
    xp = np if isinstance(a, np.ndarray) else jnp
    after, before = b[..., 0] - a[..., 1], a[..., 0] - b[..., 1]
    gap = xp.maximum(xp.maximum(after, before), 1)
    octave = xp.floor(xp.log2(gap + .25)).astype(int)
    half = (gap * 2 >= 3 * 2 ** octave).astype(int)
    steps = xp.where(gap == 1, 1, xp.minimum(2 * octave + half, 15))
    return xp.where(after > 0, steps, xp.where(before > 0, 16 + steps, 0))


def ends(x, segments):
    """The states at the first and the last token of each segment, side by side."""
    take = lambda i: jnp.take_along_axis(x, segments[..., i][..., None], 1)
    return jnp.concatenate([take(0), take(1)], -1)


def link_scores(p, link, x, own, other):
    """batch × own segments × (other segments and, last, none)."""
    q, k = ends(x, own) @ p[f'link.{link}.query'], ends(x, other) @ p[f'link.{link}.key']
    score = jnp.einsum('bik,bjk->bij', q, k) / KEY ** .5
    score = score + p[f'link.{link}.distance'][distance(own[:, :, None], other[:, None])]
    none = jnp.broadcast_to(p[f'link.{link}.none'], score.shape[:2] + (1,))
    return jnp.concatenate([score, none], -1)


def loss(p, vectors, batch, dilations, key, rate):
    x = states(p, vectors, batch, dilations, key, rate)
    score, t = emissions(p, x), transitions(p)
    goal = jax.nn.one_hot(batch['labels'], 3)
    before = jnp.pad(goal[:, :-1], ((0, 0), (1, 0), (0, 0), (0, 0))).at[:, 0, :, 0].set(1)
    goal = before[..., :, None] * goal[..., None, :]
    if 'taught' in batch:  # how much the teacher's opinion counts, all of it where there are no labels
        goal += batch['taught'][:, None, None, None, None] * (batch['pairs'] - goal)
    total = crf(score, goal, batch['mask'], t)
    for link, (own, other) in LINKS.items():
        s = link_scores(p, link, x, batch[own], batch[other])
        s = s.at[..., :-1].add((1 - batch[other + '_mask'])[:, None] * FORBIDDEN)
        goal = jnp.where(batch[link] < 0, s.shape[-1] - 1, batch[link])
        total += (-jnp.take_along_axis(jax.nn.log_softmax(s, -1), goal[..., None], -1)[..., 0] * batch[own + '_mask']).sum()
    return total / batch['mask'].sum()
