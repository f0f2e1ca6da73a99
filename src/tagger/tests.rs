//! The tagger beside a reference that says the same in the plainest way.

#[path = "../../tests/common/model.rs"]
mod random;

use std::collections::HashMap;
use std::ops::Range;

use random::{Sizes, file, tensors};

use super::network::States;
use super::{Input, Label, Link, Model, ModelError, Role};

const ROLES: [Role; 3] = [Role::Cue, Role::Source, Role::Content];

fn small(width: usize, roles: usize) -> Sizes {
    Sizes {
        words: 50,
        suffixes: 20,
        prefixes: 10,
        columns: [12, 5, 2],
        features: 30,
        width,
        dilations: vec![1, 2, 4, 16, 1],
        roles,
        link: 5,
    }
}

/// A model as numbers by name, and its arithmetic word for word, in 64 bits: nothing in it may overflow.
struct Reference {
    sizes: Sizes,
    tensors: HashMap<String, Vec<i64>>,
}

/// What a token is for the reference: the word's hash, the suffix, the prefix, the features.
type Token = (u32, u16, u16, Vec<u16>);

impl Reference {
    fn new(sizes: &Sizes, seed: u64) -> Self {
        let value = |bytes: &[u8]| match *bytes {
            [a] => i64::from(a.cast_signed()),
            [a, b] => i64::from(i16::from_le_bytes([a, b])),
            [a, b, c, d] => i64::from(i32::from_le_bytes([a, b, c, d])),
            _ => unreachable!("no other sizes"),
        };
        let tensors = tensors(sizes, seed)
            .into_iter()
            .map(|(name, dtype, _, data)| (name, data.chunks(dtype.bitsize() / 8).map(value).collect()));
        Self { sizes: sizes.clone(), tensors: tensors.collect() }
    }

    fn scaled(&self, name: &str, inputs: &[i64]) -> Vec<i64> {
        let weights = self.tensors.get(&format!("{name}.weight")).or_else(|| self.tensors.get(name)).unwrap();
        let bias = self.tensors.get(&format!("{name}.bias"));
        let shifts = &self.tensors[&format!("{name}.shift")];
        let row = |(row, weights): (usize, &[i64])| {
            let sum: i64 = weights.iter().zip(inputs).map(|(w, x)| w * x).sum();
            round(sum + bias.map_or(0, |bias| bias[row]), shifts[row])
        };
        weights.chunks(inputs.len()).enumerate().map(row).collect()
    }

    fn states(&self, tokens: &[Token]) -> Vec<Vec<i64>> {
        let width = self.sizes.width;
        let rows = |name: &str, row: usize, columns: usize| self.tensors[name][row * columns..][..columns].to_vec();
        let [d1, d2, d3] = self.sizes.columns;
        let vocabulary = &self.tensors["vocabulary"];
        let mut x: Vec<Vec<i64>> = Vec::new();
        for (word, suffix, prefix, features) in tokens {
            let known = vocabulary.iter().position(|hash| *hash == i64::from(word.cast_signed()));
            let mut inputs = rows("word", known.map_or(0, |at| at + 1), d1);
            inputs.extend(rows("suffix", (*suffix).into(), d2));
            inputs.extend(rows("prefix", (*prefix).into(), d3));
            let mut sums = self.scaled("input", &inputs);
            for &feature in features {
                let row = rows("feature", feature.into(), width);
                sums.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
            }
            x.push(sums.into_iter().map(bounded).collect());
        }
        for (k, &dilation) in self.sizes.dilations.iter().enumerate() {
            let at = |token: Option<usize>| token.and_then(|t| x.get(t)).cloned().unwrap_or_else(|| vec![0; width]);
            x = (0..x.len())
                .map(|t| {
                    let inputs = [at(t.checked_sub(dilation)), at(Some(t)), at(Some(t + dilation))].concat();
                    let y = self.scaled(&format!("block{k}"), &inputs);
                    let channel = |c: usize| {
                        let gate = ((y[width + c] >> 2) + 256).clamp(0, 512);
                        bounded(x[t][c] + ((saturate(y[c]) * gate + 256) >> 9))
                    };
                    (0..width).map(channel).collect()
                })
                .collect();
        }
        x
    }

    fn link(&self, kind: &str, x: &[Vec<i64>], query: &Range<usize>, key: &Range<usize>) -> i64 {
        let project = |part: &str, segment: &Range<usize>| {
            let ends = [x[segment.start].as_slice(), &x[segment.end - 1]].concat();
            self.scaled(&format!("link.{kind}.{part}"), &ends).into_iter().map(saturate).collect::<Vec<_>>()
        };
        let product = project("query", query).iter().zip(project("key", key)).map(|(q, k)| q * k).sum();
        let steps = |gap: usize| half_steps(&format!("{gap:b}"));
        let bucket = if key.start >= query.end {
            steps(key.start - query.end + 1)
        } else if query.start >= key.end {
            16 + steps(query.start - key.end + 1)
        } else {
            0
        };
        round(product, self.tensors[&format!("link.{kind}.scale")][0])
            + self.tensors[&format!("link.{kind}.distance")][bucket]
    }

    /// The score of some labels; none if they are not allowed.
    fn score(&self, role: usize, emissions: &[Vec<i64>], labels: &[usize]) -> Option<i64> {
        let step = |from: usize, to: usize| self.tensors["transitions"][role * 9 + from * 3 + to];
        if labels.first() == Some(&2) || labels.windows(2).any(|pair| pair == [0, 2]) {
            return None;
        }
        let emitted: i64 = labels.iter().zip(emissions).map(|(&label, scores)| scores[role * 3 + label]).sum();
        Some(emitted + labels.windows(2).map(|pair| step(pair[0], pair[1])).sum::<i64>())
    }
}

/// Half steps of the logarithm of a number in binary digits: two for each digit after the first, one if the second is 1.
fn half_steps(digits: &str) -> usize {
    (2 * (digits.len() - 1) + usize::from(digits[1..].starts_with('1'))).clamp(1, 15)
}

fn round(sum: i64, shift: i64) -> i64 {
    if shift == 0 { sum } else { (sum + (1 << (shift - 1))) >> shift }
}

fn saturate(value: i64) -> i64 {
    value.clamp(-32768, 32767)
}

/// What an activation is kept to: 16 units to either side.
fn bounded(value: i64) -> i64 {
    value.clamp(-8191, 8191)
}

/// Made-up tokens, half of them of known words.
fn tokens(reference: &Reference, count: usize, seed: u64) -> Vec<Token> {
    let mut random = fastrand::Rng::with_seed(seed);
    let known = &reference.tensors["vocabulary"];
    let token = |_| {
        let word =
            if random.bool() { (known[random.usize(..known.len())] as i32).cast_unsigned() } else { random.u32(..) };
        let features = (0..random.usize(..6)).map(|_| random.u16(..reference.sizes.features)).collect();
        (word, random.u16(..reference.sizes.suffixes), random.u16(..reference.sizes.prefixes), features)
    };
    (0..count).map(token).collect()
}

fn input(tokens: &[Token]) -> Input {
    let mut input = Input::default();
    for (word, suffix, prefix, features) in tokens {
        input.words.push(*word);
        input.suffixes.push(*suffix);
        input.prefixes.push(*prefix);
        input.features.extend(features);
        input.ends.push(input.features.len() as u32);
    }
    input
}

/// The states of one paragraph alone.
pub(super) fn run<'m>(model: &'m Model<'_>, input: &Input) -> States<'m> {
    model.run(std::slice::from_ref(input)).remove(0)
}

/// That the network gives for paragraphs of so many tokens, read together, what the reference gives for each.
#[track_caller]
fn check(sizes: &Sizes, counts: &[usize]) {
    let reference = Reference::new(sizes, 7);
    let file = file(sizes, &tensors(sizes, 7));
    let model = Model::parse(&file).unwrap();
    let paragraphs: Vec<Vec<Token>> = (3..).zip(counts).map(|(seed, &count)| tokens(&reference, count, seed)).collect();
    let inputs: Vec<Input> = paragraphs.iter().map(|tokens| input(tokens)).collect();
    let states = model.run(&inputs);
    assert_eq!(states.len(), counts.len());
    for (tokens, states) in paragraphs.iter().zip(states) {
        check_one(&reference, tokens, &states);
    }
}

#[track_caller]
fn check_one(reference: &Reference, tokens: &[Token], states: &States<'_>) {
    let (sizes, count, expected) = (&reference.sizes, tokens.len(), reference.states(tokens));
    let emissions: Vec<Vec<i64>> = expected.iter().map(|row| reference.scaled("label", row)).collect();
    for (t, row) in expected.iter().enumerate() {
        assert_eq!(states.row(t).iter().map(|&x| i64::from(x)).collect::<Vec<_>>(), *row, "token {t}");
        for (r, role) in ROLES.into_iter().enumerate().take(sizes.roles) {
            assert_eq!(states.emissions(role)[t].map(i64::from), emissions[t][r * 3..][..3], "token {t}, {role:?}");
        }
    }
    let segments: Vec<Range<usize>> = (0..count).step_by(5).map(|start| start..(start + 3).min(count)).collect();
    for (kind, name) in [(Link::ContentCue, "content_cue"), (Link::CueSource, "cue_source")] {
        let scores = states.links(kind, &segments, &segments[..segments.len() / 2]);
        for (q, query) in segments.iter().enumerate() {
            let expected = segments[..segments.len() / 2].iter().map(|key| reference.link(name, &expected, query, key));
            assert_eq!(scores.of(q).iter().map(|&s| i64::from(s)).collect::<Vec<_>>(), expected.collect::<Vec<_>>());
        }
    }
}

#[test]
fn it_computes_what_the_reference_computes() {
    for count in [0, 1, 2, 3, 4, 5, 31, 64] {
        check(&small(32, 3), &[count]);
    }
    check(&small(16, 1), &[9]);
    check(&Sizes { dilations: vec![3], link: 1, ..small(48, 3) }, &[70]);
    check(&Sizes { words: 300, suffixes: 30, prefixes: 20, features: 40, ..Sizes::usual() }, &[50]);
}

#[test]
fn a_paragraph_of_several_windows_is_labelled_like_one_of_one() {
    check(&small(16, 3), &[513]);
    check(&small(16, 3), &[1100]);
}

#[test]
fn paragraphs_that_are_read_together_are_labelled_like_each_alone() {
    check(&small(32, 3), &[]);
    check(&small(32, 3), &[5, 0, 31, 1, 64, 2]);
    check(&small(16, 3), &[300, 200, 12, 1, 600, 7]);
}

/// Every path of labels over a few tokens, scored one by one.
#[test]
fn the_best_path_is_the_best_of_all() {
    let sizes = small(16, 3);
    let reference = Reference::new(&sizes, 7);
    let file = file(&sizes, &tensors(&sizes, 7));
    let model = Model::parse(&file).unwrap();
    for (count, seed) in (1..=7).flat_map(|count| (0..4).map(move |seed| (count, seed))) {
        let tokens = tokens(&reference, count, seed);
        let states = run(&model, &input(&tokens));
        let emissions: Vec<Vec<i64>> = reference.states(&tokens).iter().map(|x| reference.scaled("label", x)).collect();
        for (r, role) in ROLES.into_iter().enumerate() {
            let paths =
                (0..3_usize.pow(count as u32)).map(|path| (0..count).map(move |t| path / 3_usize.pow(t as u32) % 3));
            let scored: Vec<(i64, Vec<usize>)> = paths
                .map(Iterator::collect::<Vec<_>>)
                .filter_map(|labels| Some((reference.score(r, &emissions, &labels)?, labels)))
                .collect();
            let best = scored.iter().max_by_key(|(score, _)| score).unwrap();
            let found = states.labels(role).iter().map(|&label| label as usize).collect::<Vec<_>>();
            assert_eq!(found, best.1, "{count} tokens, {role:?}");
            for segment in states.segments(role) {
                let without = |t: usize| scored.iter().filter(|(_, labels)| labels[t] == 0).map(|(s, _)| *s).max();
                let margin = segment.tokens.clone().map(|t| best.0 - without(t).unwrap()).min().unwrap();
                assert_eq!(i64::from(segment.margin), margin, "{count} tokens, {role:?}, {:?}", segment.tokens);
            }
        }
    }
}

#[test]
fn among_equal_paths_the_lower_labels_win() {
    let chain = super::viterbi::Chain { emissions: &[[0; 3]; 3], transitions: &[[0; 3]; 3] };
    assert_eq!(chain.labels(), [Label::Outside; 3]);
    assert!(chain.segments().is_empty());
    // Begin at the second token; before it outside and begin are equals, after it all three.
    let chain = super::viterbi::Chain { emissions: &[[0; 3], [0, 1, 0], [0; 3]], transitions: &[[0; 3]; 3] };
    assert_eq!(chain.labels(), [Label::Outside, Label::Begin, Label::Outside]);
    assert_eq!(chain.segments(), [super::Segment { tokens: 1..2, margin: 1 }]);
}

#[test]
fn a_role_that_the_model_does_not_know_has_no_labels() {
    let sizes = small(16, 1);
    let file = file(&sizes, &tensors(&sizes, 1));
    let model = Model::parse(&file).unwrap();
    let states = run(&model, &input(&tokens(&Reference::new(&sizes, 1), 4, 1)));
    assert_eq!((states.labels(Role::Cue).len(), states.labels(Role::Content).len()), (4, 0));
    assert!(states.segments(Role::Content).is_empty());
}

#[test]
fn what_the_model_has_no_row_for_says_nothing() {
    let sizes = small(16, 3);
    let file = file(&sizes, &tensors(&sizes, 1));
    let model = Model::parse(&file).unwrap();
    let odd = input(&[(1, u16::MAX, u16::MAX, vec![3, u16::MAX])]);
    let plain = input(&[(1, u16::MAX, u16::MAX, vec![3])]);
    assert_eq!(run(&model, &odd).row(0), run(&model, &plain).row(0));
    // Nor does a token of which nothing is said.
    let bare = Input { words: vec![1; 2], ..Input::default() };
    assert_eq!(run(&model, &bare).labels(Role::Cue).len(), 2);
}

#[test]
fn a_file_that_does_not_fit_is_refused() {
    let sizes = small(16, 2);
    let whole = tensors(&sizes, 1);
    assert_eq!(Model::parse(&file(&sizes, &whole)).unwrap().version(), "random");
    for missing in 0..whole.len() {
        let mut rest = whole.clone();
        let (name, ..) = rest.remove(missing);
        let error = Model::parse(&file(&sizes, &rest)).unwrap_err();
        assert!(matches!(error, ModelError::Tensor(_)), "without {name}: {error}");
    }
    for (at, (name, dtype, shape, data)) in whole.iter().enumerate() {
        // Half a row more or less, where that can be.
        let mut other = whole.clone();
        let shorter: Vec<usize> = shape.iter().map(|n| n - 1).collect();
        let count: usize = shorter.iter().product();
        other[at] = (name.clone(), *dtype, shorter, data[..count * dtype.bitsize() / 8].to_vec());
        assert!(Model::parse(&file(&sizes, &other)).is_err(), "{name} too small");
    }
    for dilations in [vec![0], vec![], vec![1, 5000], vec![1; 9]] {
        let other = Sizes { dilations, ..sizes.clone() };
        assert!(Model::parse(&file(&other, &whole)).is_err(), "{:?}", other.dilations);
    }
    assert!(matches!(Model::parse(b"no file of tensors"), Err(ModelError::Format(_))));
}

#[test]
fn a_model_whose_sums_might_not_fit_is_refused() {
    let parse = |width| {
        let sizes = small(width, 1);
        Model::parse(&file(&sizes, &tensors(&sizes, 1))).map(|model| model.width)
    };
    assert_eq!(parse(336), Ok(336));
    let error = parse(344).unwrap_err();
    assert_eq!(error.to_string(), "344 channels are too many: sums are exact up to 341");
}

#[test]
fn a_damaged_file_is_refused_or_runs() {
    let sizes = small(16, 3);
    let whole = file(&sizes, &tensors(&sizes, 1));
    let input = input(&tokens(&Reference::new(&sizes, 1), 9, 1));
    let mut random = fastrand::Rng::with_seed(2);
    let mut ran = 0;
    for round in 0..400 {
        let mut damaged = whole.clone();
        // The header stands first and is small beside the rest: every other round aims at it.
        let end = if round % 2 == 0 { 600 } else { damaged.len() };
        (0..4).for_each(|_| damaged[random.usize(..end)] = random.u8(..));
        if let Ok(model) = Model::parse(&damaged) {
            let states = run(&model, &input);
            for role in ROLES {
                assert_eq!(states.labels(role).len(), states.emissions(role).len());
                states.segments(role);
            }
            states.links(Link::CueSource, &[0..2, 1..9], &[3..4, 8..9]);
            ran += 1;
        }
    }
    assert!(ran > 50, "only {ran} of 400 files could be read");
}
