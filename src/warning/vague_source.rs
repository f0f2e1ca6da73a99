//! `vague-source`: a statement or judgement attributed to an unidentified group or general authority.
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
pub(super) const MANUAL: super::testing::Manual = super::testing::Manual {
    flags: "a statement or judgement attributed to an unidentified group or general authority.",
    triggers: &["“critics say”", "“some users noticed”", "“experts believe”", "“others in the industry”", "“many see”"],
    severity: "Always the same.",
    quiet: &[
        "members are named in the same or the next sentence",
        "the group belongs to a body that is named",
        "the group does something rather than says it, or something is done to it",
        "nothing has been said yet (“will demand”), or was not said (“did not discover”)",
        "it is one of several who are named (“are among carriers that said”)",
        "it is asked, or promised by a heading (“What residents say”)",
        "a survey counted them",
    ],
    warns: &[
        "[[Wall Street analysts]] expect that the ferry company will be sold.",
        "[[South Korean harbour advocates]] have said that the quay was dug by convicts.",
        "Before the vote, [[some Latvians]] feared that the pumps would be sold.",
        "[[Lawyers]] and advocates for the crew say the pumps were cut.",
        "[[Domestic and foreign critics]] say the bridge is ugly.",
        "[[Many analysts]] predict more of the same.",
        "[[Critics]] say the bridge was never needed.",
        "The bridge was never needed, [[experts]] say.",
        "[[Some users]] noticed that the app had stopped counting.",
        "[[Others in the shipping industry]] echoed the praise.",
        "[[Many]] believe that the ferry will not return.",
        "[[Businesses and residents]] have complained of long delays.",
        "Quill said [[others]] had raised concerns about the pumps.",
        "The lock, [[many engineers]] say, will not last the winter.",
        "She works in a trade that [[many economists]] say is the future of the coast.",
        "The town cut what [[economists]] call spending on the poor.",
        "That attitude, [[many]] argue, could cost the town its ferry.",
        "The silence led [[some]] to speculate that the deal was off.",
        "The plan has been criticised by [[environmental groups]].",
        "The plan was welcomed by [[several community groups]].",
        "There is growing fear among [[investors]] that the yard will close.",
        "The plan met with complaints from [[shop owners]] that the noise drives away customers.",
        "[[Several of them]] said they were confused by the letter.",
        "[[Most of the neighbours]] said they had heard nothing.",
        "The noise would disturb [[other residents of the quay]], who believe it would spoil their sleep.",
        "[[Those]] who live on the quay say the noise is worse at night.",
        "To [[its critics]], the lock is a waste of money.",
        "[[Politicians]] backing the plan describe it as a gift to the town.",
        "[[Parents]] are worried that the school will close.",
        "[[Few]] believe that the lock will last.",
        "[[Quill critics]] have argued that the case was weak.",
        "[[City staff]] warned that fewer homes would be built.",
        "[[Industry watchers]] say that the yard is lost.",
        "[[Locals]] were quick to point out that the lock leaks.",
        "Ferry [[wonks]] have long singled out the rule that boats rest on timber, even on land, as a drag on the trade.",
        "Tom Vale, who [[many]] feel needs a win in May, did not speak.",
        "Even [[some of his admirers]] wonder whether the lock can be saved.",
        "[[Close watchers of the harbour]] know it is just as exposed to the tax.",
        "[[Many people at his rallies]] agreed with Vale on the lock.",
        "[[A growing number of residents]] say that the noise keeps them awake.",
    ],
    silent: &[
        "Wall Street analysts are trying to assess which ferries will last.",
        "What residents say",
        "Orrin Town fans expect a win on Saturday.",
        "Orrin’s voters dealt the board a blow by rejecting the plan.",
        "Nine of 10 residents were worried; most said they were “very worried.”",
        "Vale gave a warning that traders convicted of fraud won’t be let in.",
        "The mayor will surely be questioned by reporters about the lock.",
        "Vale came to a breakfast with reporters and said that he was sorry.",
        "Travellers, one of the largest insurers of ferries, is counting its losses.",
        "Workers protested in the square.",
        "She beat him among voters, who flatly rejected him in May.",
        "The board met in May. Leaders of the board have said that they will go.",
        "He and other engineers said the lock was safe.",
        "Vale said he and his supporters had called on the board to open it.",
        "The biggest and most clearly marked change comes with a new fee.",
        "At the yard Orrin Town executives said the lock works. The lock is old. Executives admitted that it leaks.",
        "Do experts think the lock is safe?",
        "You may see some people complain about the queue.",
        "Most people know that the lake is cold.",
        "Players said they were glad, with captain Ada Quill calling the pitch perfect.",
        "The yard opens in May, and residents will demand a second ferry soon.",
        "The lock was praised in a press release.",
        "Tourists who come to see the lock pay for its keeper.",
        "Several members have been barred from voting in May.",
        "Many traders are pushing to open in May.",
        "Workers call each other “bro”.",
        "In the vote for the board, members chose Ada Quill and rejected Tom Vale.",
        "Divers did not discover where the water came in.",
        "Quill Marine, Orrin Lines and Tarn Ferries are among carriers that said they would raise fares.",
        "Neighbours marched during a protest against the lock.",
        "At Quill Marine, managers say the yard is full.",
        "Residents were encouraged to write to the board.",
        "Figures released by the board showed that fewer boats had passed.",
        "Fewer boats had passed, according to official figures.",
        "The harbour opened in May, and most recently hosted a regatta.",
        "Investors could see the price fall in May.",
        "Pupils picked a name for the ferry.",
        "Critics, including Ada Quill, say the bridge was never needed.",
        "Quill Marine engineers said the pumps were safe.",
        "His doctors say that he will recover.",
        "Prosecutors said the trial would begin in May.",
        "Some users left the platform last week.",
        "Ada Quill and others said the bridge was never needed.",
        "“Experts say it is safe,” Ada Quill said.",
        "Ada Quill wants residents to know that the lock is safe.",
        "Those who said the lock was safe were asked again in May.",
        "Four in 10 residents say the lock is safe, a survey by Quill University found.",
        "Many of the lamps were broken.",
        "Some of the coins issued by the harbour bank could be considered fake.",
        "Shareholders approved the plan.",
        "Shareholders approved the plan, rejecting the candidates of Quill Marine.",
        "Figures released this week by the harbour board showed that fewer boats had passed.",
        "Orrish companies look to the fair in May to sell their pumps.",
        "Customers pay close attention to the price of a ticket when they book.",
        "Investors, having seen the price fall, are selling boats.",
        "The board requires that new customers sign forms acknowledging that the lake is cold.",
        "The most commonly cited candidates are Ada Quill and Tom Vale.",
        "The yard was built for workers who have seen their wages eroded by rent.",
        "Most candidates know that they can rely on the board.",
        "Voters still view Ada Quill as the better one, with 50 percent saying she is prepared.",
        "A Vellish news organization called “The Local” said that Quill was late.",
        "Some defenders of the lock, like Ada Quill, say that it was needed.",
        "Candidates and voters have shifted from emphasising pumps to counting costs.",
        "A group, calling itself “the Vellport Front,” claimed responsibility for the fire.",
        "Men accused of theft were held overnight.",
        "Ada Quill said that many of them thought the lock was safe.",
        "The thieves were seen by two neighbours.",
        "Shares fell as investors responded to the storm.",
        "The plan is for residents who live near the dock.",
        "The doctors said they would write to the ministry.",
    ],
};
