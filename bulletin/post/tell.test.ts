import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { decline, returnItem } from "../desk/select";
import { officeReturn, officeSignOff, submit, withdraw } from "../intake/submit";
import { approve, requestReview, sendBack, withdrawReview } from "../press/review";
import { signOff } from "../press/signOff";
import { onDatabase } from "../testing/database";
import { changeImprint, compiled, distributed, seenIssue } from "../testing/issues";
import { drafted, seenItem, submitted } from "../testing/items";
import { house, person } from "../testing/people";
import { correcting, toldTo } from "../testing/post";

onDatabase();

type Reader = Parameters<typeof toldTo>[0];
const kindsOf = async (one: Reader) => (await toldTo(one)).map(({ kind }) => kind);
const newTo = async (one: Reader) => (await toldTo(one)).filter(({ readAt }) => !readAt).map(({ kind }) => kind);

describe("what becomes of an item", () => {
  it("is told to its office when it comes back, with the editor's words, until it is sent again", async () => {
    const { writer, southWriter, editor, publication } = await house();
    const { id } = await submitted(writer, publication);
    await returnItem(editor, { ...(await seenItem(id)), words: "人数\n再核一遍。" });
    expect(await toldTo(writer)).toMatchObject([
      { kind: "returned", href: `/items/${id}`, values: { title: "调研组到北岭县走访", words: "人数 再核一遍。" } },
    ]);
    expect(await kindsOf(southWriter)).toEqual([]);
    await submit(writer, await seenItem(id));
    expect(await newTo(writer)).toEqual([]);
    await returnItem(editor, { ...(await seenItem(id)), words: "还差一处。" });
    expect(await newTo(writer)).toEqual(["returned"]);
  });

  it("is told to its office when it is declined", async () => {
    const { writer, editor, publication } = await house();
    const seen = await submitted(writer, publication);
    await decline(editor, { ...seen, reason: "outdated", words: "" });
    expect(await kindsOf(writer)).toEqual(["declined"]);
  });

  it("is told to its lead while it waits for the sign-off, and to its writer when it comes back from there", async () => {
    const { southWriter, southLead, writer, publication } = await house();
    const { id } = await submit(southWriter, await drafted(southWriter, publication));
    expect([await newTo(southLead), await newTo(southWriter), await newTo(writer)]).toEqual([
      ["forOfficeSignOff"],
      [],
      [],
    ]);
    await officeReturn(southLead, { ...(await seenItem(id)), words: "再核。" });
    expect([await newTo(southLead), await newTo(southWriter)]).toEqual([[], ["returned"]]);
    await submit(southWriter, await seenItem(id));
    expect(await newTo(southLead)).toEqual(["forOfficeSignOff"]);
    await withdraw(southWriter, id);
    expect(await newTo(southLead)).toEqual([]);
    await submit(southWriter, await seenItem(id));
    await officeSignOff(southLead, await seenItem(id));
    expect(await newTo(southLead)).toEqual([]);
  });

  it("is told once an issue is out that prints it, by its title and how many there are, once an office", async () => {
    const people = await house();
    const { writer, southWriter, southLead, publication } = people;
    const items = [
      await submitted(writer, publication, { headline: ["甲事"] }),
      await submitted(southWriter, publication, { headline: ["乙事"], lead: southLead }),
      await submitted(writer, publication, { headline: ["丙事"] }),
    ];
    const id = await distributed(people, { items });
    expect((await toldTo(writer)).filter(({ kind }) => kind === "published")).toMatchObject([
      { href: `/reading/${id}`, values: { publication: publication.name, number: 1, title: "甲事", count: 2 } },
    ]);
    expect((await toldTo(southLead)).at(-1)).toMatchObject({ kind: "published", values: { title: "乙事", count: 1 } });
  });
});

describe("what is told to several", () => {
  it("is told to each of an office but the one who did it, and taken up by one is news for none, whatever they are by now", async () => {
    const { south, southWriter, southLead, publication } = await house();
    const [lead2, both] = [
      await person(["officeLead"], { office: south }),
      await person(["contributor", "officeLead"], { office: south }),
    ];
    const { id } = await submit(both, await drafted(both, publication));
    expect(await Promise.all([southLead, lead2, both, southWriter].map(newTo))).toEqual([
      ["forOfficeSignOff"],
      ["forOfficeSignOff"],
      [],
      [],
    ]);
    await db.roleGrant.deleteMany({ where: { accountId: lead2.id } });
    await officeReturn(southLead, { ...(await seenItem(id)), words: "再核。" });
    expect(await Promise.all([southLead, lead2, both, southWriter].map(newTo))).toEqual([
      [],
      [],
      ["returned"],
      ["returned"],
    ]);
    await submit(both, await seenItem(id));
    expect(await newTo(southWriter)).toEqual([]);
  });

  it("is one telling for all offices of an issue: open pages hear of it once", async () => {
    const people = await house();
    const { writer, southWriter, southLead, publication } = people;
    const items = [
      await submitted(writer, publication),
      await submitted(southWriter, publication, { lead: southLead }),
    ];
    await distributed(people, { items });
    const told = await db.notice.findMany({ where: { kind: "published" } });
    expect([told.length, new Set(told.map(({ batch }) => batch)).size]).toEqual([3, 1]);
  });
});

describe("an issue in work", () => {
  it("is told to the reviewers who have not assembled it, and to nobody else", async () => {
    const people = await house();
    const { editor, reviewer, signer, publication } = people;
    const both = await person(["editor", "reviewer"]);
    const id = await compiled(people);
    await changeImprint(both, id, { editorNote: "乙" });
    await requestReview(editor, await seenIssue(id));
    expect(await toldTo(reviewer)).toMatchObject([
      {
        kind: "forReview",
        href: `/issues/${id}`,
        values: { publication: publication.name, number: 1, edition: "first" },
      },
    ]);
    expect([await kindsOf(both), await kindsOf(signer), await kindsOf(editor)]).toEqual([[], [], []]);
    await withdrawReview(editor, await seenIssue(id));
    expect(await newTo(reviewer)).toEqual([]);
  });

  it("is told to the signers once it is approved, until it is signed", async () => {
    const people = await house();
    const id = await compiled(people);
    const [reviewer2, signer2] = [await person(["reviewer"]), await person(["signer"])];
    await requestReview(people.editor, await seenIssue(id));
    await approve(people.reviewer, await seenIssue(id));
    expect([await newTo(reviewer2), await newTo(people.signer), await newTo(signer2)]).toEqual([
      [],
      ["forSignature"],
      ["forSignature"],
    ]);
    await signOff(people.signer, await seenIssue(id));
    expect([await newTo(people.signer), await newTo(signer2)]).toEqual([[], []]);
  });

  it("is named by the number that it will probably get, and a new edition by that of the one it corrects", async () => {
    const people = await house();
    const first = await distributed(people);
    const second = await compiled(people);
    await requestReview(people.editor, await seenIssue(second));
    const edition = await correcting(people, first);
    await requestReview(people.editor, await seenIssue(edition));
    const named = (await toldTo(people.reviewer)).slice(-2).map(({ values }) => values);
    expect(named).toMatchObject([
      { number: 2, edition: "first" },
      { number: 1, edition: "correction" },
    ]);
  });

  it("waits for no signer any more when its approval is void", async () => {
    const people = await house();
    const id = await compiled(people);
    await requestReview(people.editor, await seenIssue(id));
    await approve(people.reviewer, await seenIssue(id));
    expect(await newTo(people.signer)).toEqual(["forSignature"]);
    await changeImprint(people.editor2, id, { editorNote: "乙" });
    expect(await newTo(people.signer)).toEqual([]);
  });

  it("is told to the editors when it comes back, with the words in so far as one takes them in at a glance", async () => {
    const people = await house();
    const id = await compiled(people);
    await requestReview(people.editor, await seenIssue(id));
    await sendBack(people.reviewer, { ...(await seenIssue(id)), words: "改".repeat(80) });
    expect(await toldTo(people.editor)).toMatchObject([{ kind: "sentBack", values: { words: `${"改".repeat(60)}…` } }]);
    expect(await newTo(people.reviewer)).toEqual([]);
    await requestReview(people.editor, await seenIssue(id));
    expect([await newTo(people.editor), await newTo(people.reviewer)]).toEqual([[], ["forReview"]]);
  });
});
