import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asJson, type RecognisedJson } from "./json";
import { recognise } from "./recognise";
import { type Damage, damages } from "./testing/damaged";
import { type IssueData, issueData } from "./testing/issueData";
import { manner, printed } from "./testing/printed";

/**
 * Random issues, printed in random manners, damaged as readers of pages do, and recognised: the share that
 * comes back exactly, of 200 with a fixed seed. What does not come back is the honest rest: in a column
 * of ten characters a headline of ten and a line of a paragraph look the same.
 */
const holds: Record<Damage, number> = {
  none: 1,
  unspaced: 1,
  pageCuts: 1,
  pageNumbers: 1,
  runningHeads: 0.98,
  wrapped28: 1,
  wrapped28bare: 1,
  columns10: 0.98,
  fullWidth: 1,
  spacedDigits: 1,
  readTwice: 1,
  lostPictures: 1,
  markdownBold: 1,
};

const runs = 200;

describe("an issue that was printed and read comes back", () => {
  test.each(Object.keys(damages) as Damage[])("%s", (damage) => {
    let back = 0;
    const samples = fc.sample(fc.tuple(issueData, manner, fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 })), {
      numRuns: runs,
      seed: 9704,
    });
    for (const [issue, how, rolls] of samples) {
      let at = 0;
      const dice = (below: number) => (rolls[at++ % rolls.length] ?? 0) % Math.max(below, 1);
      const text = damages[damage](printed(issue, how), dice);
      const got = heldBy(asJson(recognise(text).recognised, "f"));
      if (JSON.stringify(got) === JSON.stringify(expected(issue))) back += 1;
    }
    expect(back / runs).toBeGreaterThanOrEqual(holds[damage]);
  });
});

/** Of what was recognised what the data says, without what a reader of pages does to widths and blanks. */
function heldBy({ issues }: RecognisedJson) {
  return issues.map(({ region, publication, number, total, issuer, date, sections, distribution, imprint }) => ({
    ...{ region, publication, number, total, issuer, date },
    sections: sections.map(({ title, entries }) => ({
      title,
      entries: entries.map(({ kind, title: lines, blocks }) => ({
        ...{ kind, title: lines },
        paragraphs: blocks.flatMap((block) => {
          if (block.type !== "paragraph") return [`${block.type}`];
          return block.repetition ? [] : [plain(block.text)];
        }),
      })),
    })),
    distribution,
    ...{ editors: imprint.editors, reviewers: imprint.reviewers },
    ...{ phone: plain(imprint.phone ?? ""), email: imprint.email, copies: imprint.copies },
  }));
}

function plain(text: string): string {
  return text.replace(/[０-９]/g, (each) => String.fromCharCode(each.charCodeAt(0) - 0xfee0)).replace(/\s/g, "");
}

function expected(issue: IssueData) {
  const {
    region,
    publication,
    number,
    total,
    issuer,
    date,
    sections,
    lists,
    editors,
    reviewers,
    phone,
    email,
    copies,
  } = issue;
  const entries = sections.map(({ title, entries: all }) => ({
    title,
    entries: all.map(({ kind, title: lines, paragraphs }) => ({
      kind,
      title: lines,
      paragraphs: paragraphs.map(plain),
    })),
  }));
  return [
    {
      ...{ region, publication, number, total, issuer, date },
      sections: entries,
      distribution: lists,
      ...{ editors, reviewers, phone, email, copies },
    },
  ];
}
