/**
 * Who is told what, for every action of every page: what it takes is well formed, and names another office's draft, nothing
 * that there is, and an issue in work that was not theirs to see; the sentences are in that order. An action that is
 * not here fails everyAction.test.ts, and so does a line that is no longer so.
 */
export type Line = { told: (role: string) => Sentences; writes?: true; open?: true };
type Sentences = readonly [draft: string, nothing: string, issue: string];

const whatever = (sentence: string): Sentences => [sentence, sentence, sentence];

/** A right that comes before anything is looked for: the others hear of no more than that. */
const of = (role: string, ...[sentence = "missing", ofIssue = sentence]: string[]): Line => ({
  told: (who) => (who === role ? [sentence, sentence, ofIssue] : whatever("forbidden")),
});

/** Of an item, a tray, a list: whoever may not see it, or has no part in it, does not hear that it is there. */
const hidden: Line = { told: () => whatever("missing") };

/** Of an issue, which the secretariat alone sees: who of it comes further than the right, and to which sentence. */
const ofIssue = (further: Record<string, string>): Line => ({
  told: (who) => {
    const inside = ["editor", "reviewer", "signer"].includes(who) ? "forbidden" : "missing";
    return ["missing", "missing", further[who] ?? inside];
  },
});

/** It takes nothing that could be another's. */
const own = (sentence: string): Line => ({ told: () => whatever(sentence), writes: true });

/** For whoever has the right it makes something new, or sets what is set in one place. */
const anew = (line: Line): Line => ({ ...line, writes: true });

/** Nobody need be signed in for it. Those that a link or a code opens say so; the others concern a browser alone. */
const open = (sentence = ""): Line => ({ told: () => whatever(sentence), open: true });

const overtaken = "overtaken";
const inWork = ofIssue({ editor: overtaken });
const onceSigned = ofIssue({ signer: overtaken });
const going = ofIssue({ editor: overtaken, signer: overtaken });

export const actionTable: Record<string, Line> = {
  rest: open(),
  setUpAction: open("missing"),
  followLinkAction: open("linkGone"),

  endMySessionAction: hidden,
  endOtherSessionsAction: own("done"),
  changePasswordAction: own("passwordWrong"),
  beginSecondStepAction: own("done"),
  // Of the secret that the one before has just made.
  confirmSecondStepAction: own("passwordWrong"),
  passSecondStepAction: own("codeWrong"),
  renewRecoveryCodesAction: own("codeWrong"),
  endSecondStepAction: own("codeWrong"),
  // It leaves what is not theirs as it is, and does not say which that was.
  readNoticesAction: { told: () => whatever("done") },
  confirmNoticeAction: hidden,
  setMailAction: own("done"),
  // Without a question there is none to save.
  saveSearchAction: { told: () => whatever("nothingToSave") },
  forgetSearchAction: hidden,

  openAccountAction: of("systemAdmin", "unknownOffice"),
  changeAccountAction: of("systemAdmin"),
  disableAccountAction: of("systemAdmin"),
  enableAccountAction: of("systemAdmin"),
  resetPasswordAction: of("systemAdmin"),
  // The first is done; the next comes while that waits.
  backUpNowAction: {
    told: (who) => (who === "systemAdmin" ? ["done", "backupUnderWay", "backupUnderWay"] : whatever("forbidden")),
    writes: true,
  },
  enterOfficeAction: of("systemAdmin", "unknownOffice"),
  closeOfficeAction: of("systemAdmin", "alreadyDone"),
  enterOfficialAction: of("systemAdmin", "unknownOffice"),
  lookUpCopyAction: of("auditor", "noSuchCopy"),
  verifyRecordAction: anew(of("auditor", "done")),
  grantRolesAction: of("securityAdmin"),
  resetSecondStepAction: of("securityAdmin"),
  // Filled in from what does not stand.
  setAccountPolicyAction: of("securityAdmin", "changedMeanwhile"),
  giveTrayAction: of("securityAdmin", "ownDeputy"),
  takeTrayBackAction: hidden,

  pasteAction: anew(of("editor", "done")),
  correctImportAction: of("editor"),
  sayIssueAction: of("editor"),
  sayPublicationAction: of("editor"),
  archiveAction: of("editor"),
  archiveManyAction: of("editor"),
  forgetProfileAction: of("editor"),
  discardImportAction: of("editor"),
  addressAction: inWork,
  // Of a year without issues it finds none, and says so.
  addressYearAction: anew(of("editor", "done")),
  unarchiveAction: inWork,

  adoptAction: ofIssue({ editor: "sectionGone" }),
  mergeAction: of("editor", "alreadyPutBack"),
  unmergeAction: of("editor", "alreadyPutBack"),
  returnAction: hidden,
  declineAction: hidden,
  flagAction: of("editor"),
  markReadAction: of("editor"),
  forwardAction: hidden,
  answerAction: hidden,
  closeInstructionAction: hidden,
  reopenAction: hidden,
  releaseAction: hidden,
  detachFromAnswerAction: hidden,

  createIssueAction: of("editor"),
  enterPublicationAction: of("editor", "noSuchFace"),
  moveEntryAction: ofIssue({ editor: "sectionGone" }),
  putBackAction: of("editor", "alreadyPutBack"),
  editEntryAction: of("editor", "alreadyPutBack"),
  sortSectionAction: ofIssue({ editor: "sectionGone" }),
  addSectionAction: anew(ofIssue({ editor: "done" })),
  moveSectionAction: ofIssue({ editor: "sectionGone" }),
  removeSectionAction: ofIssue({ editor: "sectionGone" }),
  setListsAction: ofIssue({ editor: "changedMeanwhile" }),
  setImprintAction: ofIssue({ editor: "changedMeanwhile" }),
  requestReviewAction: inWork,
  withdrawReviewAction: inWork,
  sendBackAction: ofIssue({ reviewer: overtaken, signer: overtaken }),
  approveAction: ofIssue({ reviewer: overtaken }),
  signOffAction: onceSigned,
  voidAction: onceSigned,
  distributeAction: going,
  unscheduleAction: going,
  correctAction: of("editor", "missing", "notOut"),
  discardCorrectionAction: inWork,
  recallAction: onceSigned,
  remindAction: ofIssue({ editor: "notOut", signer: "notOut" }),
  handOverAction: hidden,
  takeListAction: ofIssue({ editor: "missing" }),
  renameListAction: of("editor"),
  retireListAction: of("editor"),
  setPostAction: of("editor", "changedMeanwhile"),
  keepLevelsAction: of("editor", "changedMeanwhile"),

  saveDraftAction: of("writer"),
  submitAction: hidden,
  withdrawAction: hidden,
  discardAction: hidden,
  officeSignOffAction: hidden,
  officeReturnAction: hidden,
  detachAction: hidden,

  turnPointsOnAction: of("editor"),
  turnPointsOffAction: of("editor"),
  enterRuleSetAction: of("editor"),
  withdrawRuleSetAction: of("editor"),
  adjustAction: of("editor"),
  withdrawAdjustmentAction: of("editor"),
  closePointsAction: of("editor"),
  recordRelayAction: of("editor"),
  changeRelayAction: of("editor"),
  withdrawRelayAction: of("editor"),

  openAction: hidden,
  takeNumberAction: hidden,
  acknowledgeAction: hidden,
  instructAction: hidden,
  rewriteAction: hidden,
  withdrawInstructionAction: hidden,
};
