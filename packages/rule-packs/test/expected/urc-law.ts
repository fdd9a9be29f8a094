/**
 * What the packs must hold, written by hand from the articles: article, then a line for each rule with its key, its value,
 * its bound and, where it is not `law`, its certainty. `>` is 过半数 and 超过, `>=` is 以上.
 */
export const urcLaw2026 = `
3
  community/households.least            1000 household      default
  community/households.most             3000 household      default
8
  residents-committee/members.least     5 person            floor
  residents-committee/members.most      9 person            ceiling
  residents-committee/woman-among-members      yes          exact
  residents-committee/close-relatives-excluded yes          exact
13
  residents-representatives/households-per-representative.least 20 household default
  residents-representatives/households-per-representative.most  50 household default
13, 14
  residents-representatives/term        5 year              exact
14
  residents-committee/term              5 year              exact
16
  committee-election/age.least          18 year             exact
  committee-election/community-worker-months.least 6 month  exact
17
  committee-election/voter-list-days           20 calendar-day floor
  committee-election/voter-list-objection-days  5 calendar-day exact
  committee-election/voter-list-decision-days   3 calendar-day ceiling
18
  committee-election/nominators         10 person           ceiling
  committee-election/more-candidates-than-seats yes         exact
19
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
  committee-election-of-households/quorum.heads   > 1/2 members exact
  committee-election-of-households/quorum-counts  participating exact
  committee-election-of-households/approval.heads > 1/2 participating floor
  committee-election-of-households/ballot-modes   [secret,secret-papers] ceiling
  committee-election-of-households/proxy-cap      3 person  ceiling
  committee-election-of-households/silence        not-participating exact by-analogy
  committee-election-of-representatives/quorum.heads   > 2/3 members exact
  committee-election-of-representatives/quorum-counts  participating exact
  committee-election-of-representatives/approval.heads > 1/2 participating floor
  committee-election-of-representatives/ballot-modes   [secret,secret-papers] ceiling
  committee-election-of-representatives/proxy-cap      0 person exact
  committee-election-of-representatives/silence        not-participating exact by-analogy
  committee-election-of-voters-runoff/quorum.heads   > 1/2 members floor by-analogy
  committee-election-of-voters-runoff/quorum-counts  participating exact by-analogy
  committee-election-of-voters-runoff/approval.heads >= 1/3 cast floor
  committee-election-of-voters-runoff/most-votes-win yes     exact
  committee-election-of-voters-runoff/ballot-modes   [secret,secret-papers] ceiling
  committee-election-of-voters-runoff/proxy-cap      3 person ceiling
  committee-election-of-voters-runoff/silence        not-participating exact by-analogy
  committee-election-of-households-runoff/quorum.heads   > 1/2 members floor by-analogy
  committee-election-of-households-runoff/quorum-counts  participating exact by-analogy
  committee-election-of-households-runoff/approval.heads >= 1/3 cast floor
  committee-election-of-households-runoff/most-votes-win yes exact
  committee-election-of-households-runoff/ballot-modes   [secret,secret-papers] ceiling
  committee-election-of-households-runoff/proxy-cap      3 person ceiling
  committee-election-of-households-runoff/silence        not-participating exact by-analogy
  committee-election-of-representatives-runoff/quorum.heads   > 2/3 members floor by-analogy
  committee-election-of-representatives-runoff/quorum-counts  participating exact by-analogy
  committee-election-of-representatives-runoff/approval.heads >= 1/3 cast floor
  committee-election-of-representatives-runoff/most-votes-win yes exact
  committee-election-of-representatives-runoff/ballot-modes   [secret,secret-papers] ceiling
  committee-election-of-representatives-runoff/proxy-cap      0 person exact
  committee-election-of-representatives-runoff/silence        not-participating exact by-analogy
20
  committee-recall/request.voters          >= 1/10 members  ceiling
  committee-recall/request.households      >= 1/10 members  ceiling
  committee-recall/request.representatives >= 1/3 members   ceiling
  committee-recall-of-voters/quorum.heads   > 1/2 members   floor
  committee-recall-of-voters/quorum-counts  participating   exact
  committee-recall-of-voters/approval.heads > 1/2 participating floor
  committee-recall-of-voters/ballot-modes   [secret,secret-papers] ceiling by-analogy
  committee-recall-of-voters/proxy-cap      3 person        ceiling by-analogy
  committee-recall-of-voters/silence        not-participating exact by-analogy
  committee-recall-of-households/quorum.heads   > 1/2 members floor
  committee-recall-of-households/quorum-counts  participating exact
  committee-recall-of-households/approval.heads > 1/2 participating floor
  committee-recall-of-households/ballot-modes   [secret,secret-papers] ceiling by-analogy
  committee-recall-of-households/proxy-cap      3 person    ceiling by-analogy
  committee-recall-of-households/silence        not-participating exact by-analogy
  committee-recall-of-representatives/quorum.heads   > 2/3 members floor
  committee-recall-of-representatives/quorum-counts  participating exact
  committee-recall-of-representatives/approval.heads > 1/2 participating floor
  committee-recall-of-representatives/ballot-modes   [secret,secret-papers] ceiling by-analogy
  committee-recall-of-representatives/proxy-cap      0 person exact by-analogy
  committee-recall-of-representatives/silence        not-participating exact by-analogy
25
  residents-committee/handover-days     10 calendar-day     ceiling
26
  residents-assembly/age.least          18 year             exact
  residents-assembly/request.residents       >= 1/10 members ceiling
  residents-assembly/request.households      >= 1/10 members ceiling
  residents-assembly/request.representatives >= 1/3 members ceiling
  residents-assembly-of-residents/notice-days    10 calendar-day floor
  residents-assembly-of-residents/urgent-notice  yes        default
  residents-assembly-of-households/notice-days   10 calendar-day floor
  residents-assembly-of-households/urgent-notice yes        default
27
  residents-assembly-of-residents/quorum.heads    > 1/2 members floor
  residents-assembly-of-residents/quorum-counts   present   exact
  residents-assembly-of-residents/approval.heads  > 1/2 present floor
  residents-assembly-of-residents/silence         not-participating exact by-analogy
  residents-assembly-of-households/quorum.heads   > 1/2 members floor
  residents-assembly-of-households/quorum-counts  present   exact
  residents-assembly-of-households/approval.heads > 1/2 present floor
  residents-assembly-of-households/silence        not-participating exact by-analogy
28
  representatives-meeting/composition   >= 4/5 members      floor
  representatives-meeting/meetings.per-half-year 1 time     floor
  representatives-meeting/request.representatives >= 1/5 members ceiling
  representatives-meeting/other-residents-may-speak yes     exact
29
  representatives-meeting/quorum.heads   >= 2/3 members     floor
  representatives-meeting/quorum-counts  present            exact
  representatives-meeting/approval.heads > 1/2 present      floor
  representatives-meeting/silence                 not-participating exact by-analogy
30(2)
  residents-assembly/may-delegate       yes                 exact
30(3)
  residents-assembly/may-revoke         yes                 exact
30(4)
  residents-assembly-of-residents/party-study  yes          exact by-analogy
  residents-assembly-of-households/party-study yes          exact by-analogy
  representatives-meeting/party-study          yes          exact by-analogy
30(1)
  residents-covenant/made-by.residents-assembly-of-residents       yes exact
  residents-covenant/made-by.residents-assembly-of-households      yes exact
  self-governance-charter/made-by.residents-assembly-of-residents  yes exact
  self-governance-charter/made-by.residents-assembly-of-households yes exact
30(2)
  residents-covenant/made-by.representatives-meeting      no default
  self-governance-charter/made-by.representatives-meeting no default
31(1)
  residents-covenant/filing             yes                 exact
  self-governance-charter/filing        yes                 exact
31(2)
  residents-covenant/conformity         yes                 exact
  self-governance-charter/conformity    yes                 exact
32(1)
  consultation/required                 yes                 exact
33
  residents-committee/approval.heads    > 1/2 present       default by-analogy
34
  disclosure/period-days                15 calendar-day     floor
  disclosure/notice-board               yes                 exact
  disclosure/online                     yes                 default
  disclosure/required-channels          [notice-board]      floor by-analogy
34(1)(1)
  disclosure/decisions-of [residents-assembly-of-residents,residents-assembly-of-households,representatives-meeting] floor
34(1)(5)
  disclosure/consultations              yes                 exact
35
  disclosure/recourse                   yes                 exact
36
  oversight-committee/committee-members-excluded yes        exact
  oversight-committee/close-relatives-excluded yes exact
36, 14
  oversight-committee/term              5 year              exact
37
  democratic-appraisal/times.per-year   1 time              floor
  democratic-appraisal/results-published yes                exact
  democratic-appraisal/failures-that-end-the-office 2 time  exact
38(1)(4)
  audit/request.representatives         >= 1/3 members      ceiling
  audit/request.residents               >= 1/10 members     ceiling
40(1)
  residents-committee/revocation-by-court yes               exact
46
  resident-units/send-a-representative  yes                 exact
`

/** The wording until the end of 2025: no notice, no study by the Party organization, and no number for elections. */
export const urcLaw2018 = `
6
  community/households.least            100 household       default
  community/households.most             700 household       default
7
  residents-committee/members.least     5 person            floor
  residents-committee/members.most      9 person            ceiling
8(1)
  residents-committee/term              5 year              exact
8(2)
  committee-election/age.least          18 year             exact
9
  residents-assembly/age.least          18 year             exact
9(2)
  residents-representatives/per-group.least 2 person        floor
  residents-representatives/per-group.most  3 person        ceiling
9(3)
  residents-assembly-of-residents/quorum.heads    > 1/2 members floor
  residents-assembly-of-residents/quorum-counts   present   exact
  residents-assembly-of-residents/approval.heads  > 1/2 present floor
  residents-assembly-of-residents/silence         not-participating exact by-analogy
  residents-assembly-of-households/quorum.heads   > 1/2 members floor
  residents-assembly-of-households/quorum-counts  present   exact
  residents-assembly-of-households/approval.heads > 1/2 present floor
  residents-assembly-of-households/silence        not-participating exact by-analogy
  representatives-meeting/quorum.heads   > 1/2 members      floor
  representatives-meeting/quorum-counts  present            exact
  representatives-meeting/approval.heads > 1/2 present      floor
  representatives-meeting/silence                 not-participating exact by-analogy
10(2)
  residents-assembly/request.residents  >= 1/5 members      ceiling
  residents-assembly/request.households >= 1/5 members      ceiling
  residents-assembly/request.groups     >= 1/3 members      ceiling
10(3)
  residents-assembly/may-dismiss-committee-members yes      exact
11
  residents-committee/approval.heads    > 1/2 present       default by-analogy
15
  residents-covenant/made-by.residents-assembly-of-residents  yes exact
  residents-covenant/made-by.residents-assembly-of-households yes exact
  residents-covenant/made-by.representatives-meeting yes exact
  residents-covenant/filing             yes                 exact
  residents-covenant/conformity         yes                 exact
19
  resident-units/send-a-representative  yes                 exact
`
