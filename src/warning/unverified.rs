//! `unverified`: the article itself calls a claim unproven, disputed or false.
//!
//! Quiet inside a quotation, and where somebody with a name says so: then it is the speaker's word.

mod quiet;
mod trigger;

use crate::report::{Severity, WarningKind};

use super::view::View;
use super::{Definition, Finding, Standard, judged};

use quiet::is_quiet;
pub(super) use trigger::{CLAIMS, is_verdict, spot};

/// What stands fixed.
pub(super) const DEFINITION: Definition = Definition {
    kind: WarningKind::Unverified,
    severity: Severity::Information,
    standard: Standard {
        name: "BBC Editorial Guidelines: Accuracy",
        address: "https://www.bbc.co.uk/editorialguidelines/guidelines/accuracy",
    },
    message: "warningUnverified",
};

pub(super) fn find(view: &View<'_>) -> Vec<Finding> {
    judged(view, DEFINITION.kind, &|paragraph, trigger| {
        (!is_quiet(view, paragraph, trigger)).then_some((DEFINITION.severity, 82))
    })
}

#[cfg(test)]
pub(super) const MANUAL: super::testing::Manual = super::testing::Manual {
    flags: "a claim that the article itself calls unproven, disputed or false.",
    triggers: &[
        "“unsubstantiated claims”",
        "“without evidence”",
        "“baseless”",
        "“could not independently verify”",
        "“debunked”",
    ],
    severity: "Always the same; the card links to whoever answers the claim.",
    quiet: &[
        "inside a quotation, or where somebody with a name says so: then it is the speaker’s word",
        "whoever looked into it found nothing (“Police found no evidence that”)",
        "nothing was claimed (“the alarm was false”)",
    ],
    warns: &[
        "Posts spread [[unsubstantiated claims]] that the ferry had sunk.",
        "He repeated the [[debunked theory]] that the bridge was sold.",
        "Vale attacked the engineers, though [[there is no indication]] that they knew.",
        "The Courier [[could not independently verify]] the footage.",
        "Vale said, [[without evidence]], that the pumps had been cut.",
        "She [[falsely claimed]] that the harbour was closed.",
        "[[Unverified reports]] of a second leak spread through the town.",
        "The [[baseless accusation]] was shared a thousand times.",
        "Claims that the pumps make people ill [[have been debunked]].",
        "Claims that the pumps make people ill [[are baseless]].",
        "There is [[no truth to claims]] that the dam was opened.",
        "Ada Quill said the vote was stolen, a claim that [[has been debunked]].",
        "Vale told the crowd that the vote was “stolen,” a claim for which he [[has offered no evidence]].",
        "The Guardian [[could not confirm]] the claim.",
        "The Courier [[could not independently confirm]] the claim.",
        "The report [[could not be confirmed]].",
        "The story says that the lock was sold. But this [[isn’t true]].",
        "It [[is not true]] that the dam was opened.",
        "The claim [[is incorrect]].",
        "Posts say the lock was sold. This [[is false]].",
        "[[Neither claim could be independently verified]].",
        "[[None of the claims has been proven]].",
        "The Courier verified the place but [[could not independently verify]] the date.",
    ],
    silent: &[
        "“These are baseless claims,” Ada Quill said.",
        "Ada Quill said there was no evidence that the pumps had failed.",
        "The alarm was false.",
        "The paper found swifter trains, but no evidence of fewer accidents.",
        "Nobody is charged there without evidence of intent.",
        "Police said there was no evidence that the gate had been forced.",
        "Ada Quill called this a false claim.",
        "The disputed border runs along the river.",
        "Two clerks said she was ready to go, and disputed suggestions that she was forced out.",
        "Without proof of age nobody gets in.",
        "He gave a false name at the desk.",
        "The crew had to verify the pressure twice.",
        "Nobody could find evidence of damp in the house.",
        "Police found no evidence that the dam had been opened.",
        "Claims that the sum was false came from Ada Quill.",
        "Ada Quill said claims that the pumps make people ill were baseless.",
        "A spokesman could not confirm the number of boats.",
        "The lock is strong, but this is not true of the gate.",
        "Ada Quill said it is not true that the dam was opened.",
        "It is not true love.",
        "None of the boats has been proven safe.",
    ],
};
