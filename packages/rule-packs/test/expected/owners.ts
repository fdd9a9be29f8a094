/** The Civil Code, written by hand from its articles as in `urc-law.ts`. */
export const civilCode = `
200
  periods/calendar                      gregorian           exact
201
  periods/first-day-counts              no                  default
202
  periods/month-ends-on-corresponding-day yes               default
203
  periods/last-day-moves-past-a-holiday yes                 default
  periods/ends-with-business-hours      yes                 default
204
  periods/parties-may-agree-otherwise   yes                 exact
278(1)(1)
  owners-matters/rules-of-procedure     owners-general      exact
278(1)(2)
  owners-matters/management-covenant    owners-general      exact
278(1)(3)
  owners-matters/owners-committee       owners-general      exact
278(1)(4)
  owners-matters/property-manager       owners-general      exact
278(1)(5)
  owners-matters/use-of-maintenance-funds owners-general    exact
278(1)(6)
  owners-matters/raising-of-maintenance-funds owners-special exact
278(1)(7)
  owners-matters/rebuilding             owners-special      exact
278(1)(8)
  owners-matters/use-of-common-parts    owners-special      exact
278(1)(9)
  owners-matters/other-major-matters    owners-general      exact
278(2)
  owners-general/quorum.heads           >= 2/3 whole-estate floor
  owners-general/quorum.area            >= 2/3 area whole-estate floor
  owners-general/quorum-counts          participating       exact
  owners-general/approval.heads         > 1/2 participating floor
  owners-general/approval.area          > 1/2 area participating floor
  owners-special/quorum.heads           >= 2/3 whole-estate floor
  owners-special/quorum.area            >= 2/3 area whole-estate floor
  owners-special/quorum-counts          participating       exact
  owners-special/approval.heads         >= 3/4 participating floor
  owners-special/approval.area          >= 3/4 area participating floor
-
  owners-general/silence                not-participating   default our-default
  owners-special/silence                not-participating   default our-default
279
  owners-matters/home-into-business     owners-change-of-use exact
  owners-change-of-use/approval.heads   >= 1/1 members      exact
  owners-change-of-use/silence          not-participating   exact by-analogy
280(1)
  owners-assembly/decisions-bind        yes                 exact
280(2)
  owners-assembly/revocation-by-court   yes                 exact
281(1)
  maintenance-funds/published-regularly yes                 exact
281(2)
  maintenance-funds/emergency-route     yes                 exact
1259
  reading/at-least-includes-the-number  yes                 exact
  reading/more-than-includes-the-number no                  exact
`

/** The interpretation of the Supreme People's Court. */
export const buildingOwnership = `
8
  owners-roll/area-basis                [registered,surveyed,contract] default
9
  owners-roll/headcount                 by-unit             default
  owners-roll/unsold-and-undelivered-as-one yes             default
  owners-roll/units-of-one-buyer-as-one yes                 default
10
  owners-change-of-use/silence          not-participating   exact by-analogy
10(2)
  owners-change-of-use/majority-is-a-defence no             exact
11
  owners-change-of-use/interested.same-building yes         exact
  owners-change-of-use/interested.elsewhere-must-prove-harm yes exact
12
  owners-assembly/revocation-within     1 year              exact
13
  owners-records/open-to-owners         yes                 exact
`
