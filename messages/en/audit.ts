/** The auditor's search, export and chain. */
export const audit = {
  audit: {
    anyAct: "All acts",
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
      item: "Item",
      issue: "Issue",
      subject: "Subject",
    },
    chain: "The chain of the record",
    chainFact:
      "{place, plural, =0 {No line is in the chain yet} one {# line is in the chain, the last number {id}} other {# lines are in the chain, the last number {id}}}{waiting, plural, =0 {} one {, # waits for its seal} other {, # wait for their seals}}. Run {command} on the server to verify it.",
    anchors: "Anchors, one a day",
    day: "Day",
    last: "Last number",
    count: "Lines",
    hash: "Hash (SHA-256)",
    download: "Download all anchors",
  },
};
