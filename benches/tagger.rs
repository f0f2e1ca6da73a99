//! How many tokens the tagger labels in a second, on one thread: `cargo bench --bench tagger`.

#[path = "../tests/common/model.rs"]
mod model;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use hearsay::tagger::{Input, Link, Model, Role};

/// Paragraphs as an article of a thousand words has them: 1,250 tokens.
fn paragraphs(sizes: &model::Sizes) -> Vec<Input> {
    let mut random = fastrand::Rng::with_seed(1);
    (0..25)
        .map(|_| {
            let mut input = Input::default();
            for _ in 0..random.usize(20..=80) {
                input.words.push(random.u32(..));
                input.suffixes.push(random.u16(..sizes.suffixes));
                input.prefixes.push(random.u16(..sizes.prefixes));
                input.features.extend((0..10).map(|_| random.u16(..sizes.features)));
                input.ends.push(input.features.len() as u32);
            }
            input
        })
        .collect()
}

fn tagger(c: &mut Criterion) {
    let sizes = model::Sizes::usual();
    let file = model::file(&sizes, &model::tensors(&sizes, 1));
    c.bench_function("tagger: read the model", |b| b.iter(|| Model::parse(black_box(&file)).expect("a model")));

    let (model, inputs) = (Model::parse(&file).expect("a model"), paragraphs(&sizes));
    let mut group = c.benchmark_group("tagger");
    group.throughput(Throughput::Elements(inputs.iter().map(|input| input.len() as u64).sum()));
    group.bench_function("an article of 25 paragraphs, by token", |b| {
        b.iter(|| model.run(black_box(&inputs)));
    });
    group.finish();

    let states = model.run(&inputs[..1]).remove(0);
    c.bench_function("tagger: segments of a paragraph", |b| b.iter(|| states.segments(black_box(Role::Content))));
    let segments: Vec<_> = (0..10).map(|at| at..at + 3).collect();
    c.bench_function("tagger: links of ten segments with ten", |b| {
        b.iter(|| states.links(Link::ContentCue, black_box(&segments), &segments));
    });
}

criterion_group!(benches, tagger);
criterion_main!(benches);
