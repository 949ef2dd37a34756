import { isOfficeSide } from "@/bulletin/policy";
import { readNotices } from "@/bulletin/post/notices";
import { travel } from "@/lib/clock";
import { addDays, today, weekOf } from "@/lib/dates";
import { db } from "@/lib/db";
import { flashes } from "./city/flashes";
import { items } from "./city/items";
import { seedPeople } from "./people";
import { playFlash, playFlashNow } from "./playFlash";
import { playPost } from "./playPost";
import { readSome } from "./playReading";
import { playRest } from "./playRest";
import { playWeek, playWeekNow } from "./playWeek";
import { seedPublications } from "./publications";
import { Stage } from "./stage";

/**
 * Plays three months of a city through the domain functions, week by week, with the clock set to
 * each moment. Ends with the present week, where there is work left for whoever tries it.
 */
async function play(): Promise<void> {
  const monday = weekOf(today()).from;
  travel(new Date(`${addDays(monday, -7 * 14)}T09:00:00+08:00`));
  await seedPeople();
  await seedPublications();
  const stage = await Stage.open(monday);
  for (let week = 12; week >= 1; week--) {
    await playWeek(
      stage,
      week,
      items.filter((each) => each.week === week),
    );
    for (const flash of flashes.filter((each) => each.week === week)) await playFlash(stage, flash);
  }
  // Whoever writes has read by now what became of it.
  for (const actor of stage.everyone()) if (isOfficeSide(actor)) await readNotices(actor, {});
  await playWeekNow(
    stage,
    items.filter((each) => each.week === 0),
  );
  await playFlashNow(
    stage,
    flashes.filter((each) => each.week === 0),
  );
  await playRest(stage);
  await readSome(stage);
  await playPost(stage);
  travel();
}

await play();
await db.$disconnect();
