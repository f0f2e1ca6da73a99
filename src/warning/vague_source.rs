//! `vague-source`: a statement or judgement laid to an unidentified group or general authority.
//!
//! Quiet where members are named in the same or the next sentence, for the people of a named body, and for what a group
//! does rather than says.

use crate::report::{Severity, WarningKind};

use super::group::Kept;
use super::view::View;
use super::{Definition, Finding, Standard};

/// What stands fixed.
pub(super) const DEFINITION: Definition = Definition {
    kind: WarningKind::VagueSource,
    severity: Severity::Note,
    standard: Standard {
        name: "Wikipedia: Words to watch",
        address: "https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch",
    },
    message: "warningVagueSource",
};

pub(super) fn find(view: &View<'_>) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::new();
    for claim in &view.claims {
        let Some((Kept::Vague, trigger)) = view.kept(claim) else { continue };
        if out.iter().any(|f| f.paragraph == claim.paragraph && f.trigger == trigger) {
            continue;
        }
        out.push(Finding {
            paragraph: claim.paragraph,
            trigger,
            severity: DEFINITION.severity,
            confidence: if claim.attribution.is_some() { 90 } else { 78 },
            attribution: claim.attribution,
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;
    use super::*;

    fn warns(text: &str) {
        check(WarningKind::VagueSource, text);
    }

    #[test]
    fn groups_that_nobody_could_ask() {
        warns("[[Critics]] say the bridge was never needed.");
        warns("The bridge was never needed, [[experts]] say.");
        warns("[[Some users]] noticed that the app had stopped counting.");
        warns("[[Others in the shipping industry]] echoed the praise.");
        warns("[[Many]] believe that the ferry will not return.");
        warns("[[Businesses and residents]] have complained of long delays.");
        warns("Quill said [[others]] had raised concerns about the pumps.");
        warns("[[A growing number of residents]] say that the noise keeps them awake.");
    }

    #[test]
    fn groups_with_names_and_groups_that_only_act() {
        warns("Critics, including Ada Quill, say the bridge was never needed.");
        warns("Quill Marine engineers said the pumps were safe.");
        warns("His doctors say that he will recover.");
        warns("Prosecutors said the trial would begin in May.");
        warns("Some users left the platform last week.");
        warns("Ada Quill and others said the bridge was never needed.");
        warns("“Experts say it is safe,” Ada Quill said.");
        warns("The doctors said they would write to the ministry.");
    }
}
