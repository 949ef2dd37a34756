/** Whoever writes a backup of a database holds this advisory lock in it (bin/backup/write.ts). */
export const backupLock = 2_026_113_0;
