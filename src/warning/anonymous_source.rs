//! `anonymous-source`: particular people whom the article chose not to name.
//!
//! Quiet where the speaker is named nearby, and where spokespeople, police or the officials of a named body speak for it.

use crate::lexicon::VerbClass;
use crate::report::{Anonymity, Severity, WarningKind};

use super::group::Kept;
use super::view::{Claim, View};
use super::{Definition, Finding, Standard, anonymity};

/// What stands fixed.
pub(super) const DEFINITION: Definition = Definition {
    kind: WarningKind::AnonymousSource,
    severity: Severity::Note,
    standard: Standard { name: "SPJ Code of Ethics", address: "https://www.spj.org/spj-code-of-ethics/" },
    message: "warningAnonymousSource",
};

pub(super) fn find(view: &View<'_>) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::new();
    for claim in &view.claims {
        let Some((Kept::Back { bare }, trigger)) = view.kept(claim) else { continue };
        // "citing an insider": `second-hand` tells of it.
        if view.spots(WarningKind::SecondHand).any(|(p, t)| p == claim.paragraph && t.start == claim.cue.tokens.start) {
            continue;
        }
        let office = view.is_office(claim);
        // "said …, adding …": one source, one warning.
        if out.iter().any(|f| f.paragraph == claim.paragraph && f.trigger == trigger) {
            continue;
        }
        let mut finding = Finding {
            paragraph: claim.paragraph,
            severity: DEFINITION.severity,
            confidence: if office {
                70
            } else if bare {
                92
            } else {
                86
            },
            attribution: claim.attribution,
            trigger,
        };
        // An office stands behind them, though nobody can tell which.
        let reason = anonymity::of(view, &finding);
        if !office {
            finding.severity = severity(view, claim, bare, reason);
        }
        out.push(finding);
    }
    out
}

/// Caution for a source that nothing describes, for an accusation or an opinion, and where the article has no other;
/// information where the article gives a reason.
fn severity(view: &View<'_>, claim: &Claim, bare: bool, reason: Anonymity) -> Severity {
    if reason == Anonymity::Specific {
        return Severity::Information;
    }
    let opinion = matches!(claim.cue.act.class(), VerbClass::Naming | VerbClass::Belief);
    let named = view
        .linked
        .speakers
        .iter()
        .any(|s| s.named && view.linked.attributions.iter().any(|a| a.speaker == Some(s.id)));
    if bare || opinion || !named { Severity::Caution } else { DEFINITION.severity }
}

#[cfg(test)]
pub(super) const MANUAL: super::testing::Manual = super::testing::Manual {
    flags: "particular people whom the article chose not to name.",
    triggers: &["“a senior official”", "“two people familiar with the matter”", "“a source”"],
    severity: "Caution where nothing describes the source, where the claim is an opinion or accuses somebody, and where the article has \
            no named source, unless an office stands behind them; information where a specific reason for the anonymity is \
            given.",
    quiet: &[
        "the speaker is named nearby, or gives a handle",
        "the spokesperson, the police or the officials of a named body speak for it",
        "a definite phrase refers back to somebody who was heard before or is named",
        "somebody else with a name, or a document, tells what they said; a lawyer speaks for a named client",
        "it is said in public, to a court, an inquiry or a parliament, or stands in a complaint; somebody refuses to comment",
        "somebody speaks in a video or a film, or to somebody whom the article tells of (“told her mother”)",
    ],
    warns: &[
        "[[Current and former officials]] said the harbour board had become a shell of itself.",
        "[[The clerk]] of nine years, a keen rower who spoke on condition of anonymity, said she had been dismissed.",
        "The harbour will close in May, [[a senior official]] said on Monday.",
        "The council is looking into Quill Marine, according to [[two people familiar with the matter]].",
        "[[Sources]] told the Vellmouth Courier that the ferry had failed two inspections.",
        "“Nobody asked us,” [[one user on Weibo]] said.",
        "“The pumps were never tested,” said [[a former employee]], who left in June.",
        "[[Three officials]] said the mayor had seen the letter. [[Another official]] said she had not.",
        "The offer was withdrawn on Friday, according to [[a person briefed on the talks]].",
        "[[One resident]] told the Courier that she had not slept since the alarm.",
        "Vale will not run again, [[a source close to]] him said.",
        "[[A source close to the mayor]] said she would go.",
        "[[A source close to Tom Vale]] said he would go.",
        "[[A witness]], identified in the affidavit, said the gate was open.",
        "Vale has no plans, [[advisers]] say, to leave the board.",
        "She is tired of the board, and [[people familiar with her thinking]] say she may leave.",
        "[[One of the workers]] said the gate had been open.",
        "[[Two landlords]] spoke against it.",
        "[[A woman]] who lives near the dock said she had heard a bang.",
        "[[Three of the witnesses]] who spoke in the hall said that the wait was too long.",
        "[[Two diplomats]] said the treaty would be signed in spring.",
        "[[A former clerk]] said the registry had lost four hundred deeds.",
        "[[An administration official]] has indicated that the lock will be sold.",
        "[[These people]], speaking on condition of anonymity, said the vote was lost.",
        "A guard opened the gate. “You cannot pass,” [[the guard]] said.",
        "The plan, [[an inside source]] said, is to sell the lock.",
        "According to [[one former clerk]], the gate was never locked.",
        "The neighbours are tired of it. “It is a mess,” said [[one]].",
        "The ferry was sunk on purpose, [[investigators]] said.",
        "Ada Quill endorsed the plan and [[two landlords]] spoke against it.",
        "The Vellmouth Courier quoted [[a former keeper]] as saying that the lock had been left open.",
        "[[Some advisers]] are said to be urging the mayor to sell the lock.",
        "“Everybody knew,” said [[a producer]] who worked on three of his films.",
        "A senior diplomat was gloomier. “They cannot both be right,” [[the diplomat]] said.",
        "The police were slow, [[two neighbours]] said. [[One resident]] said they came at nine. [[Another]] said they never came.",
        "[[Two former employees]] corroborated his account.",
        "[[Western officials]] say the dam was opened on purpose.",
        "The board will sue Tom Vale, [[an official]] said.",
        "The deal with Tom Vale, [[a source]] said, is off.",
        "The lock will be sold, [[one councillor]] said.",
        "[[A farmer]] said the dyke had been cut.",
        "“It is over,” said [[one House Republican]].",
        "[[One witness]] said the gate had been open.",
        "[[One board member]] said the vote was lost.",
        "Some Vellmouth backbenchers are angry. [[One]] said the vote was lost.",
        "The neighbours were quick to answer. “It is a mess,” tweeted [[one]].",
        "[[Two other former keepers]], who requested anonymity because they had signed contracts, confirmed the account.",
        "Per [[two people familiar with the matter]], the yard has been sold.",
        "[[The keeper]], who would not give a name, said the lock leaks.",
    ],
    silent: &[
        "A wall poster urged the crew to wash their hands.",
        "A Quill Marine spokesperson said the ferry was safe.",
        "The Vellmouth Harbour Board met on Monday. Officials said the lock would be sold.",
        "The council met on Monday. Officials said the lock would be sold.",
        "Police said two cars had been stopped near Vellmouth.",
        "Quill Marine officials said the ferry would sail again.",
        "“A senior official told me to wait,” Ada Quill said.",
        "A former engineer, Ada Quill, said the pumps were old.",
        "A person was taken to hospital, Ada Quill said.",
        "A senior official was arrested on Monday.",
        "The official said he would resign.",
        "One of the lamps had been broken.",
        "A woman was injured when the gate fell.",
        "Two landlords own the quay.",
        "A judge ordered the sale in June.",
        "The police arrested a man listed by the council as a smuggler.",
        "“It rains in the hall,” wrote a user called tilde.",
        "A man who picked up the telephone declined to comment.",
        "A woman who answered the phone said the lock was shut.",
        "A prosecutor told jurors that the ferry had been sunk on purpose.",
        "Three people charged with the theft said nothing.",
        "A man who police said had fled was found in Vellmouth.",
        "“The water is in my kitchen,” said a resident named Tilde.",
        "A retired clerk and part-time potter named Ada Quill said the quay was sinking.",
        "For someone who said she is no talker, Ada Quill had a good night.",
        "Ada Quill, the guard, opened the gate. “You cannot pass,” the guard said.",
        "Ada Quill said that two engineers had recommended closing the gate.",
        "The report says that a former engineer warned the board in May.",
        "A lawyer for Ada Quill said she was innocent.",
        "The inquiry follows a complaint by a former engineer, Tom Vale, who said the pumps were old.",
        "An executive wrote that the system was not ready. The executive, Tom Vale, did not respond.",
        "A nurse testified that she had asked for help four times.",
        "A witness told the court that the man had a knife.",
        "A mother has said the ward ignored her. Ada Quill, 44, said she had begged for help.",
        "“The lock leaks,” said a guard who gave his name as Tilde.",
        "In the video, a man says the lock was open.",
        "Ada Quill went to sea after a teacher told her mother that she was too clever for the yard.",
        "Tom Vale was ill for years. A doctor told him he would never row again.",
        "One clerk on the board, Ada Quill of Quill Marine, said the lock leaks.",
        "A judge said the sale was void.",
        "A radiologist dismissed the picture as normal.",
        "A senator said the lock leaks. ¶ The board met in May. ¶ The senator, Ada Quill, said it was old.",
        "At least nine boats were lost, a Courier photographer said.",
        "“It leaks,” said Ada Quill, an engineer at the yard told the Courier.",
        "The town was shaken by a gunman who said he was sorry.",
        "A clerk of the yard said in a petition that the vote was void.",
        "Tom Vale once met a pilot who said the sea was kind.",
        "A driver said to have been drunk was held.",
        "In the play, an actor says he is the king.",
        "“It leaks,” said one of them, Ada Quill.",
        "In an email cited in the complaint, a clerk wrote that the lock leaks.",
        "Two clerks filed a suit on Monday, accusing Quill Marine of fraud.",
        "“It leaks,” wrote a user with the handle @tilde.",
        "A user going by tilde said it leaks.",
        "Several former keepers said they had been ill. Ada Quill, a nurse in Vellmouth, said she had lost her hair.",
    ],
};

#[cfg(test)]
mod tests {
    use super::super::testing::{of, read};
    use super::*;

    #[track_caller]
    fn severity_of(text: &str) -> Severity {
        let (_, report) = read(text);
        of(&report, WarningKind::AnonymousSource).first().expect("a warning").severity
    }

    #[test]
    fn a_bare_source_weighs_more_and_a_reason_less() {
        let rest = "\nThe harbour is safe, said Ada Quill, the harbour master.";
        assert_eq!(severity_of(&format!("A senior official said the ferry had failed.{rest}")), Severity::Note);
        assert_eq!(severity_of(&format!("A source said the ferry had failed.{rest}")), Severity::Caution);
        assert_eq!(severity_of("A senior official said the ferry had failed."), Severity::Caution);
        let reason = "A senior official, who was not authorised to speak publicly, said the ferry had failed.";
        assert_eq!(severity_of(&format!("{reason}{rest}")), Severity::Information);
    }
}
