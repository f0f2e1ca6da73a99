"""The pretrained encoder that the teacher reads with: MiniLM-L6 in JAX, so that training needs one framework only.

Six layers of 384 dimensions, as their weights' file names them (`encoder.layer.3.attention.self.query.weight`). A token of ours is
the first of its word pieces.
"""
import jax
import jax.numpy as jnp
import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

LAYERS, HEADS, WIDE = 6, 12, 384
MOST = 512  # pieces that the encoder has positions for


class Pieces:
    """From words to word pieces."""

    def __init__(self, folder):
        self.tokenizer = Tokenizer.from_file(f'{folder}/tokenizer.json')
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()

    def of(self, words):
        """The ids of all pieces, and for each word the place of its first."""
        encoding = self.tokenizer.encode(words, is_pretokenized=True)
        first = np.full(len(words), -1, np.int32)
        for place, word in enumerate(encoding.word_ids):
            if word is not None and first[word] < 0:
                first[word] = place
        # A word of which no piece is left (an odd character alone) is read where the one before it is.
        for i in range(len(first)):
            if first[i] < 0:
                first[i] = first[i - 1] if i else 0
        ids = np.array(encoding.ids, np.int32)[:MOST]
        return ids, np.minimum(first, len(ids) - 1)


def load(folder):
    """The weights, matrices laid out for `x @ w`."""
    weights = load_file(f'{folder}/model.safetensors')
    out = {}
    for name, w in weights.items():
        if name.startswith(('embeddings', 'encoder')) and 'position_ids' not in name:
            out[name] = w.T if name.endswith('weight') and w.ndim == 2 and name.startswith('encoder') else w
    return {k: np.ascontiguousarray(v, np.float32) for k, v in out.items()}


def split(weights, frozen):
    """Those that stay as they are (the embeddings and the first layers), and those that are tuned."""
    stay = lambda name: name.startswith('embeddings') or int(name.split('.')[2]) < frozen
    return {k: v for k, v in weights.items() if stay(k)}, {k: v for k, v in weights.items() if not stay(k)}


def norm(p, name, x):
    mean = x.mean(-1, keepdims=True)
    x = x - mean
    return x * jax.lax.rsqrt((x * x).mean(-1, keepdims=True) + 1e-12) * p[name + '.weight'] + p[name + '.bias']


def layer(p, k, x, bias, drop):
    name = f'encoder.layer.{k}.'
    dense = lambda part, y: y @ p[name + part + '.weight'] + p[name + part + '.bias']
    heads = lambda y: y.reshape(y.shape[:2] + (HEADS, WIDE // HEADS)).transpose(0, 2, 1, 3)
    q, key, v = (heads(dense(f'attention.self.{part}', x)) for part in ('query', 'key', 'value'))
    score = jnp.einsum('bhqd,bhkd->bhqk', q, key) / (WIDE // HEADS) ** .5 + bias
    mixed = jnp.einsum('bhqk,bhkd->bhqd', jax.nn.softmax(score, -1), v).transpose(0, 2, 1, 3).reshape(x.shape)
    x = norm(p, name + 'attention.output.LayerNorm', x + drop(dense('attention.output.dense', mixed)))
    y = dense('output.dense', jax.nn.gelu(dense('intermediate.dense', x), approximate=False))
    return norm(p, name + 'output.LayerNorm', x + drop(y))


def states(fixed, tuned, pieces, first, frozen, key=None, rate=.1):
    """The last state of every token: batch × tokens × 384. `pieces` is 0 where there is none."""
    there = (pieces > 0).astype(jnp.float32)
    bias = (there - 1)[:, None, None] * 1e9
    x = fixed['embeddings.word_embeddings.weight'][pieces] + fixed['embeddings.position_embeddings.weight'][:pieces.shape[1]]
    x = norm(fixed, 'embeddings.LayerNorm', x + fixed['embeddings.token_type_embeddings.weight'][0])
    keys = iter(jax.random.split(key, 2 * LAYERS)) if key is not None else None
    # Eight random bits are enough to leave out a tenth, and cost a quarter of what a float does.
    kept = round(256 * (1 - rate))
    drop = lambda y: y if keys is None else jnp.where(jax.random.bits(next(keys), y.shape, jnp.uint8) < kept, y * (256 / kept), 0)
    for k in range(frozen):
        x = layer(fixed, k, x, bias, lambda y: y)
    x = jax.lax.stop_gradient(x)
    for k in range(frozen, LAYERS):
        x = layer(tuned, k, x, bias, drop)
    return jnp.take_along_axis(x, first[..., None], 1)
