import type { Job } from "./queue";

/** Everything that happens by the clock, in one list (cron, in the office's time zone). */
export const schedule: { job: Job; cron: string }[] = [{ job: "sweep", cron: "17 3 * * *" }];
