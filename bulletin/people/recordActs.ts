import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { ask, has } from "../policy";

/** The acts that lines are written with, by the part of the house, in the order in which they come up there. */
export const actGroups = {
  intake: [
    ...["startDraft", "saveDraft", "discardDraft", "attach", "detach", "submitForSignOff", "submit"],
    ...["officeSignOff", "officeReturn", "withdraw", "return", "decline", "adopt", "putBack", "flag", "unflag"],
  ],
  desk: [
    ...["enterPublication", "createIssue", "moveEntry", "sortSection", "addSection", "moveSection", "removeSection"],
    ...["editEntry", "merge", "unmerge", "splitEntry", "takeOut", "setLists", "setImprint"],
  ],
  press: [
    ...["requestReview", "withdrawReview", "sendBack", "approve", "voidApproval", "signOff", "void"],
    ...["beginCorrection", "discardCorrection", "correct", "recall"],
  ],
  post: [
    ...["distribute", "schedule", "unschedule", "publish", "open", "acknowledge", "confirm", "download", "handOver"],
    ...["remind", "keepList", "renameList", "retireList", "setPost"],
  ],
  instructions: [
    ...["instruct", "rewrite", "withdrawInstruction", "forward", "answer", "attachToAnswer", "detachFromAnswer"],
    ...["close", "reopen", "release"],
  ],
  archive: [
    ...["importFile", "correctImport", "discardImport", "archive", "unarchive", "address", "forgetImportProfile"],
    ...["saveSearch", "forgetSearch"],
  ],
  stats: [
    ...["keepLevels", "recordRelay", "changeRelay", "withdrawRelay", "turnPointsOn", "turnPointsOff", "enterRuleSet"],
    ...["withdrawRuleSet", "adjustPoints", "withdrawAdjustment", "closePoints"],
  ],
  accounts: [
    ...["signIn", "signOut", "signInFailed", "signInRests", "signInAddressRests", "secondStepFailed", "proofFailed"],
    ...["refused", "openAccount", "changeAccount", "disableAccount", "enableAccount", "resetPassword", "setPassword"],
    ...["changePassword", "beginSecondStep", "confirmSecondStep", "passSecondStep", "renewRecoveryCodes"],
    ...["endSecondStep", "resetSecondStep", "endSession", "endOtherSessions", "grantRoles", "giveTray"],
    ...["takeTrayBack", "setMail"],
  ],
  system: [
    ...["setUp", "setAccountPolicy", "enterOffice", "changeOffice", "closeOffice", "enterOfficial", "lookUpCopy"],
    ...["exportRecord", "exportAnchors", "verifyRecord", "keepRecord", "pruneRecord", "backUpNow"],
  ],
} as const satisfies Record<string, readonly string[]>;

export type ActGroup = keyof typeof actGroups | "other";

/** What the auditor can ask for: acts of which there is a line. One that no group knows comes last, as `other`. */
export async function actsToFind(actor: Actor): Promise<{ group: ActGroup; acts: string[] }[]> {
  ask(has(actor, "auditor"));
  // From one act to the next along the index: as many steps as there are acts, whatever the number of lines.
  const rows = await db.$queryRaw<{ act: string }[]>`
    WITH RECURSIVE known(act) AS (
      (SELECT act FROM "Event" ORDER BY act LIMIT 1)
      UNION ALL
      SELECT (SELECT act FROM "Event" e WHERE e.act > known.act ORDER BY act LIMIT 1) FROM known WHERE known.act IS NOT NULL
    ) SELECT act FROM known WHERE act IS NOT NULL`;
  const there = new Set(rows.map(({ act }) => act));
  const groups = Object.entries(actGroups).map(([group, all]) => {
    const acts = (all as readonly string[]).filter((act) => there.delete(act));
    return { group: group as ActGroup, acts };
  });
  return [...groups, { group: "other" as const, acts: [...there] }].filter(({ acts }) => acts.length > 0);
}
