import type { Actor } from "@/lib/actor";
import { house, official, person } from "./people";
import { publication } from "./publications";

/** Everybody who may look for something: each role, two in one, a deputy, and the administrators. */
export async function peopled() {
  const people = await house();
  const officials = [await official("政协", 1), await official("工作会", 2), await official("会议", 3)];
  const offices = [people.north, people.south, people.secretariat];
  const first = { ...people.leader, officialId: officials[0] };
  const readers = [first, people.leader2, people.signer];
  const both = await person(["editor", "contributor"], { office: people.north });
  const deputy = await person(["contributor"], { office: people.south });
  const inCare = (mayInstruct: boolean): Actor => ({
    ...deputy,
    principals: [{ id: first.id, name: first.name, mayInstruct }],
  });
  const admin = await person(["systemAdmin"]);
  const other = await publication();
  return {
    ...{ people, officials, offices, readers, publications: [people.publication, other] },
    actors: {
      ...{ writer: people.writer, lead: people.southLead, editor: people.editor, reviewer: people.reviewer },
      signer: { ...people.signer, roles: ["signer", "reader"] } satisfies Actor as Actor,
      ...{ leader: first, leader2: people.leader2, both, deputy: inCare(false), writingDeputy: inCare(true), admin },
    },
  };
}

export type Peopled = Awaited<ReturnType<typeof peopled>>;
