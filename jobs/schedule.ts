import type { Job } from "./queue";

/**
 * Everything that happens by the clock, in one list (cron, in the office's time zone). What was to go
 * out while the worker was away goes out within a minute of its return.
 */
export const schedule: { job: Job; cron: string }[] = [
  { job: "sweep", cron: "17 3 * * *" },
  { job: "distribute", cron: "* * * * *" },
  { job: "seal", cron: "* * * * *" },
  { job: "mail", cron: "* * * * *" },
  { job: "savedSearches", cron: "*/5 * * * *" },
  { job: "remind", cron: "*/15 * * * *" },
  { job: "deadlines", cron: "30 8 * * *" },
  // Each hour it is asked whether the night's is still to be made (BIANFA_BACKUP_HOUR).
  { job: "backup", cron: "25 * * * *" },
  { job: "backupAsked", cron: "* * * * *" },
];
