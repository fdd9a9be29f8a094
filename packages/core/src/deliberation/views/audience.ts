/** For whom a view is made: everybody, those who take part, those who serve the body, or an auditor. */
export type Audience = "public" | "parties" | "staff" | "auditor"

/** Whether an audience sees who stands on a roll and how an open vote went by name. A secret vote is seen by nobody. */
export const seesNames = (audience: Audience): boolean => audience === "staff" || audience === "auditor"
