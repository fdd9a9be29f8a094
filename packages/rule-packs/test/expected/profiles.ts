/** The numbers of the profiles, written by hand. All of them are defaults; `-` stands where no article is cited. */
export const fourStep = `
-
  party-committee/quorum.heads          > 1/2 members       default our-default
  party-committee/quorum-counts         present             default our-default
  party-committee/approval.heads        > 1/2 present       default our-default
  party-committee/notice-days           3 calendar-day      default our-default
  party-committee/ballot-modes          [show-of-hands,open] default our-default
  two-committees/quorum.heads           > 1/2 members       default our-default
  two-committees/quorum-counts          present             default our-default
  two-committees/notice-days            3 calendar-day      default our-default
  two-committees/ballot-modes           [show-of-hands,open,secret-papers] default our-default
  consultation-council/consultative     yes                 default our-default
  consultation-council/notice-days      3 calendar-day      default our-default
  residents-assembly-of-residents/ballot-modes  [show-of-hands,open,secret,secret-papers] default our-default
  residents-assembly-of-households/ballot-modes [show-of-hands,open,secret,secret-papers] default our-default
  representatives-meeting/notice-days   3 calendar-day      default our-default
  representatives-meeting/ballot-modes  [show-of-hands,open,secret,secret-papers] default our-default
33
  two-committees/approval.heads         > 1/2 present       default by-analogy
34
  disclosure/period-days                15 calendar-day     default by-analogy
`

export const fourDeliberations = `
-
  party-committee/quorum.heads          > 1/2 members       default our-default
  party-committee/quorum-counts         present             default our-default
  party-committee/approval.heads        > 1/2 present       default our-default
  party-committee/notice-days           3 calendar-day      default our-default
  party-committee/ballot-modes          [show-of-hands,open] default our-default
  two-committees/quorum.heads           > 1/2 members       default our-default
  two-committees/quorum-counts          present             default our-default
  two-committees/approval.heads         > 1/2 present       default practice
  two-committees/notice-days            3 calendar-day      default our-default
  two-committees/ballot-modes           [show-of-hands,open,secret-papers] default practice
  party-members-meeting/quorum.heads    >= 2/3 members      default practice
  party-members-meeting/quorum-counts   present             default our-default
  party-members-meeting/approval.heads  >= 1/2 entitled     default practice
  party-members-meeting/notice-days     3 calendar-day      default our-default
  party-members-meeting/ballot-modes    [show-of-hands,open,secret,secret-papers] default our-default
  villagers-assembly-of-villagers/ballot-modes  [show-of-hands,open,secret,secret-papers] default our-default
  villagers-assembly-of-households/ballot-modes [show-of-hands,open,secret,secret-papers] default our-default
  village-representatives-meeting/notice-days   3 calendar-day default our-default
  village-representatives-meeting/ballot-modes  [show-of-hands,open,secret,secret-papers] default our-default
  residents-assembly-of-residents/ballot-modes  [show-of-hands,open,secret,secret-papers] default our-default
  residents-assembly-of-households/ballot-modes [show-of-hands,open,secret,secret-papers] default our-default
  representatives-meeting/notice-days   3 calendar-day      default our-default
  representatives-meeting/ballot-modes  [show-of-hands,open,secret,secret-papers] default our-default
  disclosure/reply-days                 3 calendar-day      default practice
  disclosure/of-decisions               yes                 default practice
  disclosure/of-results                 yes                 default practice
35
  disclosure/period-days                15 calendar-day     default by-analogy
`

export const twoDeliberations = `
-
  compound-residents-meeting/quorum.heads   > 1/2 members   default our-default
  compound-residents-meeting/quorum-counts  present         default our-default
  compound-residents-meeting/approval.heads > 1/2 present   default our-default
  compound-residents-meeting/notice-days    3 calendar-day  default our-default
  compound-residents-meeting/ballot-modes   [show-of-hands,open,secret,secret-papers] default our-default
  joint-conference/quorum.heads         > 1/2 members       default our-default
  joint-conference/quorum-counts        present             default our-default
  joint-conference/approval.heads       > 1/2 present       default our-default
  joint-conference/notice-days          3 calendar-day      default our-default
  joint-conference/ballot-modes         [show-of-hands,open] default our-default
  appraisal/times.per-year              1 time              default our-default
32
  disclosure/consultations-of.compound-residents-meeting yes default by-analogy
34
  disclosure/period-days                15 calendar-day     default by-analogy
S15
  residents-covenant/required-clauses   [party-leadership]  default source
S16
  appraisal/of-bodies-of-the-compound   yes                 default source
  appraisal/of-partner-units            yes                 default source
  disclosure/of-decisions               yes                 default source
  disclosure/of-results                 yes                 default source
`

export const sixStep = `
-
  party-committee/quorum.heads          > 1/2 members       default our-default
  party-committee/quorum-counts         present             default our-default
  party-committee/approval.heads        > 1/2 present       default our-default
  party-committee/notice-days           3 calendar-day      default our-default
  party-committee/ballot-modes          [show-of-hands,open] default our-default
  consultation-council/consultative     yes                 default our-default
  residents-committee/quorum.heads      > 1/2 members       default our-default
  residents-committee/quorum-counts     present             default our-default
  residents-committee/notice-days       3 calendar-day      default our-default
  residents-committee/ballot-modes      [show-of-hands,open] default our-default
  residents-assembly-of-residents/ballot-modes  [show-of-hands,open,secret,secret-papers] default our-default
  residents-assembly-of-households/ballot-modes [show-of-hands,open,secret,secret-papers] default our-default
  representatives-meeting/notice-days   3 calendar-day      default our-default
  representatives-meeting/ballot-modes  [show-of-hands,open,secret,secret-papers] default our-default
  affairs-oversight-committee/consultative yes              default our-default
  residents-appraisal/consultative      yes                 default our-default
33
  residents-committee/approval.heads    > 1/2 present       default by-analogy
34
  disclosure/period-days                15 calendar-day     default by-analogy
`

export const residentsCouncil = `
-
  residents-council/quorum.heads        > 1/2 members       default our-default
  residents-council/quorum-counts       present             default our-default
  residents-council/approval.heads      > 1/2 present       default practice
  residents-council/ballot-modes        [show-of-hands]     default practice
  residents-council/request.members     >= 1/2 members      default practice
  residents-council/meetings.per-year   2 time              default practice
  residents-council/notice-days         3 calendar-day      default our-default
  party-committee/quorum.heads          > 1/2 members       default our-default
  party-committee/quorum-counts         present             default our-default
  party-committee/approval.heads        > 1/2 present       default our-default
  party-committee/notice-days           3 calendar-day      default our-default
  party-committee/ballot-modes          [show-of-hands,open] default our-default
  representatives-meeting/notice-days   3 calendar-day      default our-default
  representatives-meeting/ballot-modes  [show-of-hands,open,secret,secret-papers] default our-default
32
  disclosure/consultations-of.residents-council yes      default by-analogy
`

export const villagersAssembly = `
-
  party-committee/quorum.heads          > 1/2 members       default our-default
  party-committee/quorum-counts         present             default our-default
  party-committee/approval.heads        > 1/2 present       default our-default
  party-committee/notice-days           3 calendar-day      default our-default
  party-committee/ballot-modes          [show-of-hands,open] default our-default
  two-committees/quorum.heads           > 1/2 members       default our-default
  two-committees/quorum-counts          present             default our-default
  two-committees/notice-days            3 calendar-day      default our-default
  two-committees/ballot-modes           [show-of-hands,open,secret-papers] default our-default
  villagers-assembly-of-villagers/ballot-modes  [show-of-hands,open,secret,secret-papers] default our-default
  villagers-assembly-of-households/ballot-modes [show-of-hands,open,secret,secret-papers] default our-default
  village-representatives-meeting/notice-days   3 calendar-day default our-default
  village-representatives-meeting/ballot-modes  [show-of-hands,open,secret,secret-papers] default our-default
34
  two-committees/approval.heads         > 1/2 present       default by-analogy
35
  disclosure/period-days                15 calendar-day     default by-analogy
`

export const ownersAssembly = `
-
  owners-committee/quorum.heads         > 1/2 members       default our-default
  owners-committee/quorum-counts        present             default our-default
  owners-committee/approval.heads       > 1/2 members       default our-default
  owners-committee/notice-days          3 calendar-day      default our-default
  owners-committee/ballot-modes         [show-of-hands,open] default our-default
  owners-general/notice-days            15 calendar-day     default our-default
  owners-general/ballot-modes           [open]              default our-default
  owners-general/extension-times        1 time              default our-default
  owners-general/extension-days         30 calendar-day     default our-default
  owners-special/notice-days            15 calendar-day     default our-default
  owners-special/ballot-modes           [open]              default our-default
  owners-special/extension-times        1 time              default our-default
  owners-special/extension-days         30 calendar-day     default our-default
  owners-change-of-use/notice-days      15 calendar-day     default our-default
  owners-change-of-use/ballot-modes     [open]              default our-default
  disclosure/period-days                15 calendar-day     default our-default
`
