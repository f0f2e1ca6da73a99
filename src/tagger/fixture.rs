//! The model that is shipped, against what its training computed with it.

use serde::Deserialize;

use super::tests::run;
use super::{FEATURES, Input, LAYOUT, Label, Model, Role};

/// A paragraph and what comes out for it (`training/export.py`).
#[derive(Deserialize)]
struct Case {
    words: Vec<u32>,
    suffixes: Vec<u16>,
    prefixes: Vec<u16>,
    features: Vec<Vec<u16>>,
    /// The activations of the last token.
    last_state: Vec<i16>,
    /// The sum of each token's emissions.
    emissions: Vec<i32>,
    labels: Labels,
}

#[derive(Deserialize)]
struct Labels {
    cue: Vec<usize>,
    source: Vec<usize>,
    content: Vec<usize>,
}

#[test]
fn the_shipped_model_computes_what_its_training_computed() {
    let cases: Vec<Case> = serde_json::from_str(include_str!("../../tests/fixtures/tagger.json")).unwrap();
    assert!(!cases.is_empty());
    for case in cases {
        let mut input =
            Input { words: case.words, suffixes: case.suffixes, prefixes: case.prefixes, ..Input::default() };
        for features in case.features {
            input.features.extend(features);
            input.ends.push(input.features.len() as u32);
        }
        let states = run(Model::english(), &input);
        assert_eq!(states.row(input.len() - 1), case.last_state);
        let sums: Vec<i32> = (0..input.len())
            .map(|i| [Role::Cue, Role::Source, Role::Content].map(|r| states.emissions(r)[i].iter().sum::<i32>()))
            .map(|roles| roles.iter().sum())
            .collect();
        assert_eq!(sums, case.emissions);
        for (role, wanted) in
            [(Role::Cue, case.labels.cue), (Role::Source, case.labels.source), (Role::Content, case.labels.content)]
        {
            let wanted: Vec<Label> =
                wanted.into_iter().map(|l| [Label::Outside, Label::Begin, Label::Inside][l]).collect();
            assert_eq!(states.labels(role), wanted);
        }
    }
}

#[test]
fn the_shipped_model_was_trained_with_these_features() {
    let model = Model::english();
    assert_eq!(model.layout(), LAYOUT);
    let last = usize::from(FEATURES) - 1;
    assert!(model.feature.row(last).is_some() && model.feature.row(last + 1).is_none());
}
