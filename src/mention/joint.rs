//! What several say together: "Ada Quill and Tom Vale said". None of them says it alone, and each stays who they are for what follows.

use std::ops::Range;

use crate::report::SourceKind;

use super::resolve::{Discourse, Unnamed};
use super::tag::Tag;
use super::{Mentions, NameIndex};

impl Discourse<'_> {
    /// The number of those who speak together in a phrase, by all their names.
    pub(super) fn joint(&mut self, paragraph: usize, first: NameIndex, all: &Range<usize>) -> Option<usize> {
        let Mentions { paragraph: p, names, .. } = self.readings[paragraph];
        let (members, end) = self.listed(paragraph, first, all)?;
        let called = members.iter().map(|&n| {
            let id = self.chains.entity_of((paragraph, n));
            let words = names[n].prefix..names[n].tokens.end;
            if names[n].tokens.len() > 1 { p.span(&words).of(p.text()) } else { &self.chains.entities[id].name }
        });
        let called: Vec<&str> = called.collect();
        let (last, others) = called.split_last()?;
        let name = format!("{} and {last}", others.join(", "));
        let key = name.to_ascii_lowercase();
        let id = self.unnamed_by_name.get(&key).copied().unwrap_or(self.unnamed.len());
        if id == self.unnamed.len() {
            self.unnamed_by_name.insert(key, id);
            let (head, kind) = (String::new(), SourceKind::Group);
            self.unnamed.push(Unnamed { name, head, proper: true, kind, mentions: Vec::new() });
        }
        self.unnamed[id].mentions.push((paragraph, names[first].prefix..end));
        Some(id)
    }

    /// The names of a list that begins with one, and where it ends; none where that one stands alone.
    fn listed(&self, paragraph: usize, first: NameIndex, all: &Range<usize>) -> Option<(Vec<NameIndex>, usize)> {
        let Mentions { paragraph: p, names, roles, tags, .. } = self.readings[paragraph];
        let mut members = vec![first];
        let (mut end, mut joined) = (names[first].tokens.end, false);
        while end < all.end && !joined {
            // ", the mayor, and Tom Vale".
            let role = roles[*members.last()?].map_or(0, |role| p.token_at(role.end));
            if p.is(end, ",") && role > end && role < all.end && p.is(role, ",") && p.is(role + 1, "and") {
                end = role;
            }
            let comma = usize::from(p.is(end, ","));
            joined = p.is(end + comma, "and");
            let next = end + comma + usize::from(joined);
            let next = next + usize::from(p.is(next, "the"));
            let member = names.iter().position(|n| next > end && n.prefix == next)?;
            members.push(member);
            end = names[member].tokens.end;
        }
        // "said Ada Quill and Tom Vale agreed".
        let said = names[first].prefix.checked_sub(1).is_some_and(|i| matches!(tags[i], Tag::Verb | Tag::Preposition));
        let acts = said && matches!(tags.get(end), Some(Tag::Verb | Tag::Auxiliary));
        // "Ada Quill and Tom Vale, who joked": only one of them did.
        let closed = end >= all.end || p.is(end, ",") && tags[all.end - 1] != Tag::Relative;
        (joined && !acts && closed).then_some((members, end))
    }
}
