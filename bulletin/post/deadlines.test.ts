import { beforeEach, describe, expect, it } from "vitest";
import { travel } from "@/lib/clock";
import { addDays, momentOf, today } from "@/lib/dates";
import { onDatabase } from "../testing/database";
import { answered, forwarded, given, type Led, led, outOfTwo, seenInstruction, told } from "../testing/instructions";
import { close, warnOfDeadlines } from "./forwarding";
import { setPost } from "./settings";

onDatabase();

let people: Led;
let id: string;

beforeEach(async () => {
  people = await led();
  id = await given(people.leader, (await outOfTwo(people)).issueId);
});

describe("warnings of deadlines", () => {
  const settings = { quietFrom: "", quietTo: "", deadlineWarnings: true };

  it("are off until an editor turns them on", async () => {
    await forwarded(people.editor, id, [people.north.id], addDays(today(), 1));
    await warnOfDeadlines();
    expect(await told("due")).toEqual({});
    await expect(setPost(people.writer, settings)).rejects.toMatchObject({ key: "forbidden" });
    await setPost(people.editor, settings);
    await warnOfDeadlines();
    expect(await told("due")).toEqual({ [people.writer.id]: 1 });
  });

  it("tell an office once, from the day before on, unless it has answered, or the whole is closed", async () => {
    const { editor, north, south, third, writer, southWriter, southLead } = people;
    await setPost(editor, settings);
    const due = addDays(today(), 3);
    await forwarded(editor, id, [north.id, south.id], due);
    await forwarded(editor, id, [third.officeId]);
    await answered(writer, id);
    travel(momentOf(addDays(due, -2), "23:30"));
    await warnOfDeadlines();
    expect(await told("due")).toEqual({});
    travel(momentOf(addDays(due, -1), "00:30"));
    await warnOfDeadlines();
    travel(momentOf(due, "07:30"));
    await warnOfDeadlines();
    expect(await told("due")).toEqual({ [southWriter.id]: 1, [southLead.id]: 1 });
    await forwarded(editor, id, [south.id], addDays(due, 5));
    await close(editor, { ...(await seenInstruction(id)), closing: "办结。" });
    travel(momentOf(addDays(due, 4), "07:30"));
    await warnOfDeadlines();
    expect(await told("due")).toEqual({ [southWriter.id]: 1, [southLead.id]: 1 });
  });
});
