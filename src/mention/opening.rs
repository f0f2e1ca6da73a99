//! What the first word of a name tells of the name.

use super::category::{Category, is_given, is_head};
use super::name::Name;
use crate::lexicon::{Classes, Lexicon};
use crate::text::{Case, Paragraph, Words};

/// What it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// It is a given name.
    Given,
    /// It is a word for an office before one other ("Skipper Quill"), which may be its bearer's surname.
    Office,
    /// It is a firm's name that is well known, and what follows makes no firm of it ("Vellcom TV", "Vellcom II").
    Maker,
    /// It is the initials before what somebody says in an interview ("AQ: It leaked.").
    Initials,
    /// Nothing.
    Any,
}

impl Opening {
    pub(super) fn of(p: &Paragraph, lexicon: &Lexicon, name: &Name) -> Self {
        let (first, len) = (name.tokens.start, name.tokens.len());
        let classes = lexicon.word(p.lower(first));
        let given = is_given(p, lexicon, first);
        let form = |i: usize| is_head(p, lexicon, i) && !p.is_one(i, &const { Words::new("store stores tv") });
        let maker = classes.has(Classes::ORG_NAME) && !classes.has(Classes::OUTLET);
        let label = first == 0 && p.is(name.tokens.end, ":") && p.tokens[first].case == Case::Upper;
        if label && len == 1 && matches!(p.word(first).len(), 2 | 3) {
            Self::Initials
        } else if given && name.category == Category::Person {
            Self::Given
        } else if maker && len > 1 && !name.tokens.clone().skip(1).any(form) {
            Self::Maker
        } else if !given && len == 2 && classes.has(Classes::ROLE) {
            Self::Office
        } else if given {
            Self::Given
        } else {
            Self::Any
        }
    }
}
