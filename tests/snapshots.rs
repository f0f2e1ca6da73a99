//! What the engine finds in whole articles: the text with everything marked in it, then the tables of `hearsay read`.
//!
//! A change of the engine shows here as a diff to read. `INSTA_UPDATE=always cargo test --test snapshots` takes the new
//! state over into `tests/snapshots/`; the diff then belongs into the commit that caused it.

#[path = "common/samples.rs"]
mod samples;
#[path = "common/valid.rs"]
mod valid;

use hearsay::{Article, Options, analyze, plain};

#[test]
fn samples_are_read_as_before() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for sample in samples::all() {
            let article = Article::new(sample.text);
            let report = analyze(&article, &Options::default());
            valid::check(&article.text, &report);
            let seen = plain::marked(&article.text, &report) + "\n\n" + &plain::tables(&article.text, &report);
            insta::assert_snapshot!(sample.name, seen);
        }
    });
}
