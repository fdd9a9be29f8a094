/** The villagers' law from 2026, written by hand from its articles as in `urc-law.ts`. */
export const vcLaw2026 = `
8
  villagers-committee/members.least     3 person            floor
  villagers-committee/members.most      7 person            ceiling
  villagers-committee/woman-among-members      yes          exact
  villagers-committee/close-relatives-excluded yes          exact
14
  villagers-committee/term              5 year              exact
16
  committee-election/age.least          18 year             exact
  committee-election/residence-years.least 1 year           exact
17
  committee-election/voter-list-days           20 calendar-day floor
  committee-election/voter-list-objection-days  5 calendar-day exact
  committee-election/voter-list-decision-days   3 calendar-day ceiling
18
  committee-election/more-candidates-than-seats yes         exact
  committee-election/candidates-as-proxies no               exact
  committee-election/open-count         yes                 exact
  committee-election/result-on-the-spot yes                 exact
  committee-election/secret-booth       yes                 exact
  committee-election-of-voters/quorum.heads   > 1/2 members exact
  committee-election-of-voters/quorum-counts  participating exact
  committee-election-of-voters/approval.heads > 1/2 participating floor
  committee-election-of-voters/ballot-modes   [secret,secret-papers] ceiling
  committee-election-of-voters/proxy-cap      3 person      ceiling
  committee-election-of-voters/silence        not-participating exact by-analogy
  committee-election-of-voters-runoff/quorum.heads   > 1/2 members floor by-analogy
  committee-election-of-voters-runoff/quorum-counts  participating exact by-analogy
  committee-election-of-voters-runoff/approval.heads >= 1/3 cast floor
  committee-election-of-voters-runoff/most-votes-win yes    exact
  committee-election-of-voters-runoff/ballot-modes   [secret,secret-papers] ceiling
  committee-election-of-voters-runoff/proxy-cap      3 person ceiling
  committee-election-of-voters-runoff/silence        not-participating exact by-analogy
19
  committee-recall/request.voters          >= 1/5 members   ceiling
  committee-recall/request.representatives >= 1/3 members   ceiling
  committee-recall-of-voters/quorum.heads   > 1/2 members   floor
  committee-recall-of-voters/quorum-counts  participating   exact
  committee-recall-of-voters/approval.heads > 1/2 participating floor
  committee-recall-of-voters/ballot-modes   [secret,secret-papers] default by-analogy
  committee-recall-of-voters/proxy-cap      3 person        ceiling by-analogy
  committee-recall-of-voters/silence        not-participating exact by-analogy
24
  villagers-committee/handover-days     10 calendar-day     ceiling
25
  villagers-assembly/age.least          18 year             exact
  villagers-assembly/request.villagers       >= 1/10 members ceiling
  villagers-assembly/request.representatives >= 1/3 members ceiling
  villagers-assembly/meetings.per-year  1 time              floor
  villagers-assembly-of-villagers/notice-days    10 calendar-day floor
  villagers-assembly-of-villagers/urgent-notice  yes        default
  villagers-assembly-of-households/notice-days   10 calendar-day floor
  villagers-assembly-of-households/urgent-notice yes        default
26
  villagers-assembly-of-villagers/quorum.heads    > 1/2 members floor
  villagers-assembly-of-villagers/quorum-counts   present   exact
  villagers-assembly-of-villagers/approval.heads  > 1/2 present floor
  villagers-assembly-of-villagers/silence         not-participating exact by-analogy
  villagers-assembly-of-households/quorum.heads   >= 2/3 members floor
  villagers-assembly-of-households/quorum-counts  present   exact
  villagers-assembly-of-households/approval.heads > 1/2 present floor
  villagers-assembly-of-households/silence        not-participating exact by-analogy
27
  villagers-assembly/may-revoke         yes                 exact
28(2)
  villagers-assembly/may-delegate       yes                 exact
28(3)
  villagers-assembly-of-villagers/party-study  yes          exact by-analogy
  villagers-assembly-of-households/party-study yes          exact by-analogy
  village-representatives-meeting/party-study  yes          exact by-analogy
29
  village-representatives-meeting/composition       >= 4/5 members floor
  village-representatives-meeting/composition.women >= 1/3 members floor
  village-representatives/households-per-representative.least 5 household default
  village-representatives/households-per-representative.most 15 household default
30
  village-representatives-meeting/meetings.per-quarter 1 time floor
  village-representatives-meeting/request.representatives >= 1/5 members ceiling
  village-representatives-meeting/quorum.heads   >= 2/3 members floor
  village-representatives-meeting/quorum-counts  present    exact
  village-representatives-meeting/approval.heads > 1/2 present floor
  village-representatives-meeting/silence         not-participating exact by-analogy
31(1)
  residents-covenant/made-by.villagers-assembly-of-villagers       yes exact
  residents-covenant/made-by.villagers-assembly-of-households      yes exact
  self-governance-charter/made-by.villagers-assembly-of-villagers  yes exact
  self-governance-charter/made-by.villagers-assembly-of-households yes exact
  residents-covenant/filing             yes                 exact
  self-governance-charter/filing        yes                 exact
31(2)
  residents-covenant/conformity         yes                 exact
  self-governance-charter/conformity    yes                 exact
32
  villager-group-of-villagers/quorum.heads    >= 2/3 members floor
  villager-group-of-villagers/quorum-counts   present       exact
  villager-group-of-villagers/approval.heads  > 1/2 present floor
  villager-group-of-villagers/silence             not-participating exact by-analogy
  villager-group-of-households/quorum.heads   >= 2/3 members floor
  villager-group-of-households/quorum-counts  present       exact
  villager-group-of-households/approval.heads > 1/2 present floor
  villager-group-of-households/silence            not-participating exact by-analogy
33
  consultation/required                 yes                 exact
34
  villagers-committee/approval.heads    > 1/2 present       default by-analogy
35
  disclosure/ordinary-times.per-quarter 1 time              floor
  disclosure/accounts-times.per-month   1 time              floor
  disclosure/period-days                15 calendar-day     floor
  disclosure/notice-board               yes                 exact
  disclosure/online                     yes                 default
  disclosure/required-channels          [notice-board]      floor by-analogy
35(1)(1)
  disclosure/decisions-of [villagers-assembly-of-villagers,villagers-assembly-of-households,village-representatives-meeting] floor
35(1)(4)
  disclosure/consultations              yes                 exact
36
  disclosure/recourse                   yes                 exact
37
  oversight-committee/committee-members-excluded yes        exact
  oversight-committee/close-relatives-excluded yes exact
37, 14
  oversight-committee/term              5 year              exact
38
  democratic-appraisal/times.per-year   1 time              floor
  democratic-appraisal/failures-that-end-the-office 2 time  exact
40(1)(6)
  audit/request.villagers               >= 1/5 members      ceiling
41(1)
  villagers-committee/revocation-by-court yes               exact
`

/** The wording until the end of 2025: ten days without exception, no disclosure period, proxies to near relatives only. */
export const vcLaw2018 = `
6
  villagers-committee/members.least     3 person            floor
  villagers-committee/members.most      7 person            ceiling
  villagers-committee/woman-among-members yes               exact
11
  villagers-committee/term              5 year              exact
13
  committee-election/age.least          18 year             exact
  committee-election/residence-years.least 1 year           exact
14
  committee-election/voter-list-days           20 calendar-day floor
  committee-election/voter-list-objection-days  5 calendar-day exact
  committee-election/voter-list-decision-days   3 calendar-day ceiling
15
  committee-election/more-candidates-than-seats yes         exact
  committee-election/open-count         yes                 exact
  committee-election/result-on-the-spot yes                 exact
  committee-election/secret-booth       yes                 exact
  committee-election/proxies-are-near-relatives yes         exact
  committee-election-of-voters/quorum.heads   > 1/2 members exact
  committee-election-of-voters/quorum-counts  participating exact
  committee-election-of-voters/approval.heads > 1/2 participating floor
  committee-election-of-voters/ballot-modes   [secret,secret-papers] ceiling
  committee-election-of-voters/silence        not-participating exact by-analogy
  committee-election-of-voters-runoff/quorum.heads   > 1/2 members floor by-analogy
  committee-election-of-voters-runoff/quorum-counts  participating exact by-analogy
  committee-election-of-voters-runoff/approval.heads >= 1/3 cast floor
  committee-election-of-voters-runoff/most-votes-win yes    exact
  committee-election-of-voters-runoff/ballot-modes   [secret,secret-papers] ceiling
  committee-election-of-voters-runoff/silence        not-participating exact by-analogy
16
  committee-recall/request.voters          >= 1/5 members   ceiling
  committee-recall/request.representatives >= 1/3 members   ceiling
  committee-recall-of-voters/quorum.heads   > 1/2 members   floor
  committee-recall-of-voters/quorum-counts  participating   exact
  committee-recall-of-voters/approval.heads > 1/2 participating floor
  committee-recall-of-voters/ballot-modes   [secret,secret-papers] default by-analogy
  committee-recall-of-voters/silence        not-participating exact by-analogy
20
  villagers-committee/handover-days     10 calendar-day     ceiling
21
  villagers-assembly/age.least          18 year             exact
  villagers-assembly/request.villagers       >= 1/10 members ceiling
  villagers-assembly/request.representatives >= 1/3 members ceiling
  villagers-assembly-of-villagers/notice-days    10 calendar-day floor
  villagers-assembly-of-villagers/urgent-notice  no         exact
  villagers-assembly-of-households/notice-days   10 calendar-day floor
  villagers-assembly-of-households/urgent-notice no         exact
22
  villagers-assembly-of-villagers/quorum.heads    > 1/2 members floor
  villagers-assembly-of-villagers/quorum-counts   present   exact
  villagers-assembly-of-villagers/approval.heads  > 1/2 present floor
  villagers-assembly-of-villagers/silence         not-participating exact by-analogy
  villagers-assembly-of-households/quorum.heads   >= 2/3 members floor
  villagers-assembly-of-households/quorum-counts  present   exact
  villagers-assembly-of-households/approval.heads > 1/2 present floor
  villagers-assembly-of-households/silence        not-participating exact by-analogy
23
  villagers-assembly/may-revoke         yes                 exact
24
  villagers-assembly/may-delegate       yes                 exact
25
  village-representatives-meeting/composition       >= 4/5 members floor
  village-representatives-meeting/composition.women >= 1/3 members floor
  village-representatives/households-per-representative.least 5 household default
  village-representatives/households-per-representative.most 15 household default
26
  village-representatives-meeting/meetings.per-quarter 1 time floor
  village-representatives-meeting/request.representatives >= 1/5 members ceiling
  village-representatives-meeting/quorum.heads   >= 2/3 members floor
  village-representatives-meeting/quorum-counts  present    exact
  village-representatives-meeting/approval.heads > 1/2 present floor
  village-representatives-meeting/silence         not-participating exact by-analogy
27(1)
  residents-covenant/made-by.villagers-assembly-of-villagers       yes exact
  residents-covenant/made-by.villagers-assembly-of-households      yes exact
  self-governance-charter/made-by.villagers-assembly-of-villagers  yes exact
  self-governance-charter/made-by.villagers-assembly-of-households yes exact
  residents-covenant/filing             yes                 exact
  self-governance-charter/filing        yes                 exact
27(2)
  residents-covenant/conformity         yes                 exact
  self-governance-charter/conformity    yes                 exact
28
  villager-group-of-villagers/quorum.heads    >= 2/3 members floor
  villager-group-of-villagers/quorum-counts   present       exact
  villager-group-of-villagers/approval.heads  > 1/2 present floor
  villager-group-of-villagers/silence             not-participating exact by-analogy
  villager-group-of-households/quorum.heads   >= 2/3 members floor
  villager-group-of-households/quorum-counts  present       exact
  villager-group-of-households/approval.heads > 1/2 present floor
  villager-group-of-households/silence            not-participating exact by-analogy
29
  villagers-committee/approval.heads    > 1/2 present       default by-analogy
30
  disclosure/ordinary-times.per-quarter 1 time              floor
  disclosure/accounts-times.per-month   1 time              floor
  disclosure/decisions-of [villagers-assembly-of-villagers,villagers-assembly-of-households,village-representatives-meeting] floor
31
  disclosure/recourse                   yes                 exact
32
  oversight-committee/committee-members-excluded yes        exact
  oversight-committee/close-relatives-excluded yes exact
33
  democratic-appraisal/times.per-year   1 time              floor
  democratic-appraisal/failures-that-end-the-office 2 time  exact
35(1)(6)
  audit/request.villagers               >= 1/5 members      ceiling
36(1)
  villagers-committee/revocation-by-court yes               exact
`
