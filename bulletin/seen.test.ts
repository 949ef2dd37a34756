import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor";
import { today } from "@/lib/dates";
import { db } from "@/lib/db";
import { keepLevels, levelsForm, relayLevels } from "./archive/relays/levels";
import { accountPolicy, accountPolicyForm, setAccountPolicy } from "./people/accountPolicy";
import { accountChangeForm, accountShown, changeAccount } from "./people/accounts";
import { enterOffice, officeForm, officeShown, offices } from "./people/offices";
import { enterOfficial, officialForm, officialShown, wholeRoster } from "./people/roster";
import { postSettings, postSettingsForm, setPost } from "./post/settings";
import { stampOf } from "./seen";
import { onDatabase } from "./testing/database";
import { office, official, person } from "./testing/people";

onDatabase();

/** Settings that are sent as a whole: what the form shows of them, and the form with `change` sent by somebody. */
type Settings = {
  shown: () => Promise<unknown>;
  send: (actor: Actor, seen: string | undefined, change: 1 | 2) => Promise<unknown>;
};

const settings: Record<string, () => Promise<Settings & { people: [Actor, Actor] }>> = {
  "the rules of signing in": async () => ({
    people: [await person(["securityAdmin"]), await person(["securityAdmin"])],
    shown: () => accountPolicy(),
    send: async (actor, seen, change) => {
      const secondStep = change === 1 ? "everybody" : "nobody";
      const form = { ...(await accountPolicy()), secondStep, minLength: 10 + change, seen };
      await setAccountPolicy(actor, accountPolicyForm.parse(form));
    },
  }),
  "an account": async () => {
    const { id, officeId } = await person(["contributor"]);
    return {
      people: [await person(["systemAdmin"]), await person(["systemAdmin"])],
      shown: async () => accountShown(await db.account.findUniqueOrThrow({ where: { id } })),
      send: (actor, seen, change) =>
        changeAccount(actor, accountChangeForm.parse({ id, officeId, name: `改名${change}`, officialId: "", seen })),
    };
  },
  "an office": async () => {
    const { id, name } = await office();
    const people: [Actor, Actor] = [await person(["systemAdmin"]), await person(["systemAdmin"])];
    return {
      people,
      shown: async () => (await offices(people[0])).filter((each) => each.id === id).map(officeShown)[0],
      send: (actor, seen, change) => {
        const form = { id, name, shortName: `简称${change}`, kind: "county", parentId: "", order: 1, phone: "", seen };
        return enterOffice(actor, officeForm.parse(form));
      },
    };
  },
  "an official": async () => {
    const id = await official("顾承岳", 1);
    const people: [Actor, Actor] = [await person(["systemAdmin"]), await person(["systemAdmin"])];
    return {
      people,
      shown: async () => (await wholeRoster(people[0])).map(officialShown)[0],
      send: (actor, seen, change) => {
        const form = {
          id,
          name: "顾承岳",
          rank: change,
          officeId: "",
          title: `副主席${change}`,
          from: today(),
          to: "",
        };
        return enterOfficial(actor, officialForm.parse({ ...form, seen }));
      },
    };
  },
  "the settings of the post": async () => ({
    people: [await person(["editor"]), await person(["editor"])],
    shown: () => postSettings(),
    send: (actor, seen, change) =>
      setPost(actor, postSettingsForm.parse({ quietFrom: `2${change}:00`, quietTo: "06:00", seen })),
  }),
  "the superiors' levels": async () => {
    const people: [Actor, Actor] = [await person(["editor"]), await person(["editor"])];
    return {
      people,
      shown: async () => (await relayLevels(people[0])).map(({ name }) => name),
      send: (actor, seen, change) => keepLevels(actor, levelsForm.parse({ levels: `第${change}级`, seen })),
    };
  },
};

describe.each(Object.entries(settings))("%s", (_, make) => {
  it("are not put back by a form from before somebody else's change, who is named; nor by one that does not say", async () => {
    const { people, shown, send } = await make();
    const [first, second] = people;
    const before = stampOf(await shown());
    await send(first, before, 1);
    const stands = await shown();
    const lines = await db.event.count();
    const refused = { key: "changedMeanwhile", stale: { by: first.name } };
    await expect(send(second, before, 2)).rejects.toMatchObject(refused);
    await expect(send(second, undefined, 2)).rejects.toMatchObject(refused);
    expect([await shown(), await db.event.count()]).toEqual([stands, lines]);
    await send(second, stampOf(stands), 2);
    expect(await shown()).not.toEqual(stands);
  });

  it("are changed by one of two who send the same form at once", async () => {
    const { people, shown, send } = await make();
    const before = stampOf(await shown());
    const sent = await Promise.allSettled([send(people[0], before, 1), send(people[1], before, 2)]);
    expect(sent.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(sent.find(({ status }) => status === "rejected")).toMatchObject({ reason: { key: "changedMeanwhile" } });
  });
});
