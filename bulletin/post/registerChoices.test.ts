import { expect, it } from "vitest";
import { onDatabase } from "../testing/database";
import { everybody, everyState, seenOf } from "../testing/instructionSight";
import { given, type Led, led, outOfTwo } from "../testing/instructions";
import { register, registerChoices, registerFilter } from "./register";

onDatabase();

it("the filters of the register offer what there is among what the person sees: an office finds itself alone", async () => {
  const people = await led();
  await everyState(people);
  const ids = { south: people.south.id, third: people.third.officeId };
  for (const [kind, { actor, sight }] of Object.entries(await everybody(people))) {
    const seen = seenOf(sight, "closed");
    const choices = await registerChoices(actor);
    const found = {
      offices: choices.offices.map(({ id }) => id).sort(),
      leaders: choices.leaders.map(({ leaderId }) => leaderId),
      publications: choices.publications.map(({ id }) => id),
    };
    expect([kind, found]).toEqual([
      kind,
      {
        offices: (seen ?? []).map((each) => ids[each]).sort(),
        leaders: seen ? [people.leader.id] : [],
        publications: seen ? [people.publication.id] : [],
      },
    ]);
    // Forwarded, answered and closed, on each of the three issues; another office's name finds nothing.
    const ofThird = await register(actor, registerFilter.parse({ view: "all", office: ids.third }));
    expect([kind, ofThird.rows.length]).toEqual([kind, seen?.includes("third") ? 9 : 0]);
  }
});

it("they offer each leader who wrote, and each publication once", async () => {
  const people: Led = await led();
  for (const writer of [people.leader, people.leader2, people.leader])
    await given(writer, (await outOfTwo(people)).issueId);
  const { leaders, publications, offices } = await registerChoices(people.editor);
  expect(leaders.map(({ leaderId }) => leaderId).sort()).toEqual([people.leader.id, people.leader2.id].sort());
  expect([publications.map(({ id }) => id), offices]).toEqual([[people.publication.id], []]);
  expect(await registerChoices(people.plain)).toEqual({ leaders: [], publications: [], offices: [] });
});
