/** For how many days the law has published what must be: art. 34 (urban), art. 35 (villagers), both of 2025-10-28. */
export const leastLawfulDays = 15

/** The channel that the law asks for: 居务公开栏, 村务公开栏. */
export const lawfulChannel = "notice-board"

/** For whom the law has it published: 居民, 村民. */
export const lawfulAudience = "residents"

/** Whether rules ask for no less than the law does where its period applies. Rule DISCLOSURE-5. */
export const keepsTheLaw = (days: number, channels: ReadonlyArray<string>): boolean =>
  days >= leastLawfulDays && channels.includes(lawfulChannel)
