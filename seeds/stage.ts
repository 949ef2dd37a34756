import type { Actor } from "@/lib/actor";
import { travel } from "@/lib/clock";
import { addDays, type Day, dayOf } from "@/lib/dates";
import { db } from "@/lib/db";
import { offices } from "./city/offices";

/** Who plays, and when: the actors by account, the ids of what they work with, and the clock. */
export class Stage {
  private constructor(
    private readonly monday: Day,
    private readonly actors: Map<string, Actor>,
    private readonly officials: Map<string, string>,
    private readonly publications: Map<string, { id: string; sections: Map<string, string> }>,
  ) {}

  static async open(monday: Day): Promise<Stage> {
    const accounts = await db.account.findMany({ include: { office: true, roles: true } });
    const actors = accounts.map(({ id, account, name, phone, officeId, officialId, office, roles }) => {
      const actor: Actor = {
        id,
        account,
        name,
        phone,
        officeId,
        officialId,
        officeName: office.name,
        roles: roles.map(({ role }) => role),
      };
      return [account, actor] as const;
    });
    const officials = (await db.official.findMany()).map(({ id, name }) => [name, id] as const);
    const publications = (await db.publication.findMany({ include: { sections: true } })).map(
      ({ id, name, sections }) => {
        const byTitle = new Map(sections.map((section) => [section.title, section.id]));
        return [name, { id, sections: byTitle }] as const;
      },
    );
    return new Stage(monday, new Map(actors), new Map(officials), new Map(publications));
  }

  actor(account: string): Actor {
    return need(this.actors, account);
  }

  everyone(): Iterable<Actor> {
    return this.actors.values();
  }

  /** The contributor of an office, by the office's code. */
  contributor(code: string): Actor {
    const name = offices.find((office) => office.code === code)?.name;
    const found = [...this.actors.values()].find(
      (actor) => actor.officeName === name && actor.roles.includes("contributor"),
    );
    if (!found) throw new Error(`nobody sends for ${code}`);
    return found;
  }

  official(name: string): string {
    return need(this.officials, name);
  }

  publication(name: string) {
    return need(this.publications, name);
  }

  /** Weekday (1 Monday … 7 Sunday) of so many weeks ago. */
  day(week: number, weekday: number): Day {
    return addDays(this.monday, weekday - 1 - 7 * week);
  }

  /** The day of an activity: as `day`, but nothing is reported before it has happened. */
  activityDay(week: number, weekday: number): Day {
    const present = dayOf(new Date());
    const day = this.day(week, weekday);
    if (day > present) return present;
    return day;
  }

  /** Sets the clock to a time of a day, but never beyond the present. */
  at(day: Day, time: string): void {
    const moment = new Date(`${day}T${time}:00+08:00`);
    travel(moment.getTime() < Date.now() ? moment : undefined);
  }
}

function need<T>(map: Map<string, T>, key: string): T {
  const found = map.get(key);
  if (!found) throw new Error(`the stage has no ${key}`);
  return found;
}
