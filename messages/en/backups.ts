/** The system administrator's page of backups (app/(work)/admin/BackupsPart.tsx). */
export const backups = {
  backups: {
    schedule:
      "Each day after {hour}:00 a backup is written to {folder} on the server. All of the last 48 hours are kept, and one of each of the last {days, plural, one {# day} other {# days}}, {weeks, plural, one {# week} other {# weeks}} and {months, plural, one {# month} other {# months}}; once a week restoring is rehearsed.",
    off: "No backups are made by the clock (BIANFA_BACKUP_HOUR=off). Press “Back up now”, or run {command} on the server.",
    none: "There is no backup yet. Press “Back up now”, or run {command} on the server.",
    late: "The last backup that went well is more than a day old: check that the worker is running.",
    failed: "The last backup failed: {reason}",
    now: "Back up now",
    nowTitle: "Back up the whole database now",
    nowFact:
      "The worker begins within a minute and writes to {folder} on the server; those of the last 48 hours are all kept, older ones cleared away as by night ({days, plural, one {# day} other {# days}}, {weeks, plural, one {# week} other {# weeks}}, {months, plural, one {# month} other {# months}}). People go on working.",
    waiting:
      "{name} asked for a backup ({at}). The worker begins within a minute; read this page again to see what came of it.",
    underWay: "A backup is being written. Read this page again to see what came of it.",
    unanswered:
      "Nothing has come of the backup that {name} asked for ({at}): check that the worker is running, and ask again.",
    last: "Last backup",
    lastFact:
      "{megabytes} MB, {tables, plural, one {# table} other {# tables}}, {rows, plural, one {# row} other {# rows}}, in {seconds, plural, one {# second} other {# seconds}}",
    rehearsal: "Last rehearsal",
    rehearsalNone: "Restoring has not been rehearsed yet. Run {command} on the server.",
    rehearsalFact:
      "Restored into a temporary database; {tables, plural, one {# table} other {# tables}} and {rows, plural, one {# row} other {# rows}} compared, in {seconds, plural, one {# second} other {# seconds}}",
    same: "Identical",
    different: "Not identical",
    recent: "Recent backups and rehearsals",
    at: "Time",
    kind: "What",
    kinds: { backup: "Backup", rehearsal: "Rehearsal" },
    byHand: "by hand",
    file: "File",
    size: "Size",
    megabytes: "{megabytes} MB",
    rows: "Rows",
    rowCount: "{rows}",
    took: "Took",
    seconds: "{seconds} s",
    outcome: "Outcome",
    well: "Went well",
    failures: {
      diskFull: "the disk is full; older backups were left alone",
      busy: "another backup or rehearsal is running",
      damaged: "the file is cut or was changed",
      unequal: "what was restored differs from the backup",
      newer: "the backup is of a newer version",
      folder: "the folder cannot be written",
      other: "see the server's log",
    },
  },
};
