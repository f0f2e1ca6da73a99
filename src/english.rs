//! The files of `data/en`: the lists, and the tagger's model.
//!
//! A native program carries them. Engines for browsers do not: an extension has them once, in a file beside its engines, and hands
//! that over with [`furnish`](crate::furnish) before anything else. It is the model's own file of tensors with a tensor of bytes
//! `list.NAME` for each list; `tools/engine/english.mjs` writes it.

macro_rules! lists {
    ($($name:literal),* $(,)?) => {
        /// Every list.
        pub(crate) const LISTS: &[&str] = &[$($name),*];

        #[cfg(not(target_arch = "wasm32"))]
        const TEXTS: &[&str] = &[$(include_str!(concat!("../data/en/", $name, ".txt"))),*];
    };
}

#[rustfmt::skip]
lists![
    "adjectives", "adverbs", "ai-nouns", "anonymity-phrases", "attitudes", "attribution-phrases", "closed-classes",
    "demonyms", "document-nouns", "evidence-phrases", "evidentials", "given-names", "groups", "hedges", "irregular-verbs",
    "media-nouns", "months-and-days", "name-parts", "nouns", "organisation-nouns", "organisation-words", "organisations", "outlets", "places",
    "platforms", "pronouns", "rebuttal-words", "relations", "reporting-nouns", "reporting-phrasal", "reporting-verbs",
    "roles", "rule-words", "surnames", "titles", "unverified-phrases", "vague-phrases", "verbs",
];

/// The text of a list; empty for a name that is no list.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn list(name: &str) -> &'static str {
    LISTS.iter().position(|known| *known == name).map_or("", |at| TEXTS[at])
}

/// The file of the tagger's model.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn model() -> &'static [u8] {
    include_bytes!("../data/en/tagger.safetensors")
}

#[cfg(target_arch = "wasm32")]
pub(crate) use handed::{list, model, take};

#[cfg(any(test, target_arch = "wasm32"))]
mod handed {
    use std::sync::OnceLock;

    use super::LISTS;
    use crate::tensors::Tensors;

    static HANDED: OnceLock<Handed<'static>> = OnceLock::new();

    /// What was handed over.
    struct Handed<'a> {
        file: &'a [u8],
        lists: Vec<&'a str>,
    }

    impl<'a> Handed<'a> {
        fn read(file: &'a [u8]) -> Result<Self, String> {
            let tensors = Tensors::read(file).map_err(|error| format!("the file of English is damaged: {error}"))?;
            let list = |name: &&str| {
                let bytes = tensors.tensor(&format!("list.{name}")).map(|tensor| tensor.data);
                let text = bytes.and_then(|bytes| str::from_utf8(bytes).ok());
                text.ok_or_else(|| format!("the file of English lacks the list `{name}`"))
            };
            Ok(Self { file, lists: LISTS.iter().map(list).collect::<Result<_, _>>()? })
        }
    }

    /// Takes the file, once; what is handed over later is the same and is left aside.
    #[cfg_attr(test, expect(dead_code, reason = "tests carry the files"))]
    pub(crate) fn take(file: Vec<u8>) -> Result<(), String> {
        if HANDED.get().is_none() {
            // For as long as the page lasts.
            let _ = HANDED.set(Handed::read(file.leak())?);
        }
        Ok(())
    }

    /// The text of a list; empty for a name that is no list.
    #[cfg_attr(test, expect(dead_code, reason = "tests carry the files"))]
    pub(crate) fn list(name: &str) -> &'static str {
        let at = LISTS.iter().position(|known| *known == name);
        HANDED.get().zip(at).map_or("", |(handed, at)| handed.lists[at])
    }

    /// The file of the tagger's model, which has the lists in it.
    #[cfg_attr(test, expect(dead_code, reason = "tests carry the files"))]
    pub(crate) fn model() -> &'static [u8] {
        HANDED.get().map_or(&[], |handed| handed.file)
    }

    #[cfg(test)]
    mod tests {
        use safetensors::Dtype;
        use safetensors::tensor::TensorView;

        use super::*;

        fn file(lists: &[&str], text: &[u8]) -> Vec<u8> {
            let tensor = || TensorView::new(Dtype::U8, vec![text.len()], text).unwrap();
            safetensors::serialize(lists.iter().map(|name| (format!("list.{name}"), tensor())), None).unwrap()
        }

        #[test]
        fn every_list_is_read() {
            let file = file(LISTS, b"tern\nquay\n");
            let handed = Handed::read(&file).unwrap_or_else(|error| panic!("{error}"));
            assert_eq!((handed.lists, handed.file), (vec!["tern\nquay\n"; LISTS.len()], &file[..]));
        }

        #[test]
        fn a_damaged_file_is_refused_with_what_is_wrong() {
            let refused = |file: &[u8]| Handed::read(file).err().unwrap_or_default();
            assert_eq!(
                refused(&file(&LISTS[1..], b"tern")),
                format!("the file of English lacks the list `{}`", LISTS[0])
            );
            assert_eq!(refused(&file(LISTS, b"\xff")), format!("the file of English lacks the list `{}`", LISTS[0]));
            let whole = file(LISTS, b"tern");
            assert!(refused(&whole[..whole.len() - 1]).starts_with("the file of English is damaged: "));
            assert!(refused(b"").starts_with("the file of English is damaged: "));
        }
    }
}
