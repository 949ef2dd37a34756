import type { Sentences } from "../sentences";
import type { importing as chinese } from "../zh-CN/importing";

/** Import of past issues: why a file waits, what was put aside, what was learnt. */
export const importing: Sentences<typeof chinese> = {
  importing: {
    doubts: {
      noPublication: "publication not recognised",
      nothing: "no issue recognised",
      textLeft: "text left over",
      unsure: "headlines to be checked",
      incomplete: "number or date missing",
      doubled: "number used twice",
      otherIssuer: "issued by another office than the publication’s",
      noIssuer: "issuing office not recognised",
    },
    aside: "{count, plural, one {# page number or running head} other {# page numbers and running heads}}",
    asideHint: "They belong to the page, not to the text: listed here and not counted as unrecognised.",
    archivedMany:
      "{archived, plural, one {# file} other {# files}} archived.{waiting, plural, =0 {} one { # file waits to be looked at.} other { # files wait to be looked at.}}",
    bare: "No masthead recognised: read as one issue, {entries, plural, one {# entry} other {# entries}}",
    notKept: "A change is not saved yet",
    lookAt: "To be checked before archiving: {doubts}.",
    suggested: "Chosen by the name on the masthead: confirm it.",
    notKeptMark: " (not saved)",
    unreachable: "Not saved: the network is down. Try again once it is back.",
    undo: "Undo last step",
    shiftHint: " Hold Shift and click to choose several.",
    text: "Text of this line",
    textHint:
      "Put a misread character right here; it is saved when you leave; left empty, nothing changes. Enter splits at the cursor, Esc gives the change up.",
    read: "Read as “{text}”",
    whole: "Show all text",
    clamped: "Shorten long passages",
    learnt: {
      verb: "Import habits",
      title: "Import habits of {name}",
      fact: "Learnt from corrections made before archiving; the next file of this publication is read accordingly.",
      publication: "Its masthead names the publication “{text}”.",
      region: "Its masthead names the region “{text}”.",
      marked: "A line marked “{text}” is: {label}.",
      typed: "A line in the type of a heading of level {text} is: {label}.",
      bold: "Bold text in a line of its own is: {label}.",
      line: "The line “{text}” is: {label}.",
      leads:
        "A paragraph that begins with {lead, select, date {a date} office {an office} vague {“recently” or the like} number {a number} other {“{text}”}} is a brief.",
      leadsNone:
        "A paragraph that begins with {lead, select, date {a date} office {an office} vague {“recently” or the like} number {a number} other {“{text}”}} is no entry of its own.",
      forget: "Forget all",
      forgetFact: "Afterwards the general rules apply. Imported files and archived issues stay as they are.",
    },
  },
};
