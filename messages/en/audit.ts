/** The auditor's search, export and chain. */
export const audit = {
  audit: {
    anyAct: "All acts",
    groups: {
      intake: "Incoming",
      desk: "Compiling",
      press: "Review and sign-off",
      post: "Distribution",
      instructions: "Instructions",
      archive: "Archive and search",
      stats: "Relays and points",
      accounts: "Accounts",
      system: "System",
      other: "Other",
    },
    from: "From",
    to: "To",
    subject: "Number of the subject",
    export: "Export CSV",
    yes: "yes",
    file: "Record",
    columns: {
      id: "Number",
      at: "Time",
      who: "Name",
      act: "Act",
      refused: "Refused",
      about: "Detail",
      named: "About",
      item: "Item",
      issue: "Issue",
      subject: "Subject",
    },
    chain: "The chain of the record",
    chainFact:
      "{place, plural, =0 {No line is in the chain yet} one {# line is in the chain, the last number {id}} other {# lines are in the chain, the last number {id}}}{waiting, plural, =0 {} one {, # waits for its seal} other {, # wait for their seals}}. To compare it with the anchors kept outside, run {command} FILE on the server.",
    verify: "Verify",
    intact:
      "{lines, plural, =0 {No line is in the chain yet} one {Intact: # line verified, up to number {id} of {at}} other {Intact: # lines verified, up to number {id} of {at}}}; {anchors, plural, one {# anchor} other {# anchors}}{waiting, plural, =0 {} one {; # was just written and waits for its seal} other {; # were just written and wait for their seals}}.",
    notIntact:
      "Not intact in {findings, plural, one {# place} other {# places}}. {lines, plural, one {# line} other {# lines}} verified{until, select, dated {, up to number {id} of {at}} undated {, up to number {id}} other {}}; {anchors, plural, one {# anchor} other {# anchors}}{waiting, plural, =0 {} one {; # was just written and waits for its seal} other {; # were just written and wait for their seals}}.",
    findings: {
      changed: "Line {id} was changed.",
      sealChanged: "The seal of line {id} was changed.",
      changedOrSeal: "Line {id} or its seal was changed.",
      missing: "Line {id} was removed.",
      inserted: "Line {id} was put in later.",
      notNumbered: "Number {id} was not given by the database: the line was written past the system.",
      removed:
        "Between {after} and {id} {count, plural, one {# line was} other {# lines were}} removed together with the seals.",
      notAnchored:
        "The chain does not pass through the anchor of {day} (line {id}): it was computed anew, or its end was cut off.",
      anchorChanged: "The anchor of {day} differs from the file outside, or is gone.",
      notPruned:
        "Lines up to {id} were not removed in order: before {days, plural, one {# day} other {# days}} were over, or the record does not tell of it.",
    },
    moreFindings:
      "and {more, plural, one {# more place} other {# more places}}: verified on the server, all are listed.",
    anchors: "Anchors, one a day",
    day: "Day",
    last: "Last number",
    count: "Lines",
    hash: "Hash (SHA-256)",
    download: "Download all anchors",
  },
};
