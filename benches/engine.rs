//! How long the engine takes: `./build.sh bench --criterion`.

use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use hearsay::text::{ByteSpan, OffsetMap};
use hearsay::wire::annotate_line;
use hearsay::{Article, Options, Reader, analyze};

/// The articles written for this project, in the order of their names.
fn samples() -> Vec<String> {
    let mut paths: Vec<_> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("samples"))
        .expect("the folder samples/")
        .map(|entry| entry.expect("an entry of samples/").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).expect("UTF-8").trim_end().to_owned()).collect()
}

fn article(text: &str) -> Article {
    Article { language: Some("en".into()), ..Article::new(text) }
}

/// An article of a thousand words, the length of a longer news story.
fn thousand_words() -> Article {
    let lines: Vec<String> =
        samples().iter().flat_map(|text| text.lines().map(String::from).collect::<Vec<_>>()).collect();
    let mut words = 0;
    let upto = lines.iter().take_while(|line| {
        words += line.split_whitespace().count();
        words <= 1000
    });
    article(&upto.cloned().collect::<Vec<_>>().join("\n"))
}

fn engine(c: &mut Criterion) {
    let (article, options) = (thousand_words(), Options::default());
    c.bench_function("analyze: 1,000 words", |b| b.iter(|| analyze(black_box(&article), &options)));

    let later = Article { text: article.text.clone() + "\n“It holds,” said Ada Quill.", ..article.clone() };
    c.bench_function("reader: one late paragraph after 1,000 words", |b| {
        b.iter_batched(
            || {
                let mut reader = Reader::new(Options::default());
                reader.read(&article);
                reader
            },
            |mut reader| reader.read(black_box(&later)),
            criterion::BatchSize::SmallInput,
        );
    });

    let lines: Vec<String> = samples().iter().map(|text| serde_json::json!({"text": text}).to_string()).collect();
    let mut group = c.benchmark_group("wire");
    group.throughput(Throughput::Bytes(lines.iter().map(|line| line.len() as u64).sum()));
    group.bench_function("all samples", |b| {
        b.iter(|| lines.iter().map(|line| annotate_line(black_box(line.as_bytes()), 1).json.len()).sum::<usize>());
    });
    group.finish();
}

fn offsets(c: &mut Criterion) {
    let article = thousand_words();
    let mut group = c.benchmark_group("offsets");
    group.throughput(Throughput::Bytes(article.text.len() as u64));
    group.bench_function("build the map", |b| b.iter(|| OffsetMap::new(black_box(&article.text))));
    group.finish();

    let map = OffsetMap::new(&article.text);
    let spans: Vec<ByteSpan> =
        article.paragraphs().map(|(at, line)| ByteSpan::new(at, at + line.len() as u32)).collect();
    c.bench_function("offsets: every paragraph to UTF-16", |b| {
        b.iter(|| spans.iter().map(|&span| map.to_utf16(black_box(span)).end).sum::<u32>());
    });
}

criterion_group!(benches, engine, offsets);
criterion_main!(benches);
