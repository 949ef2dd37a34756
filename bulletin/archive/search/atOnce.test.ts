import { expect, it } from "vitest";
import { withClient } from "@/bin/client";
import { onDatabase, ownersUrl } from "../../testing/database";
import { compiled } from "../../testing/issues";
import { drafted, submitted } from "../../testing/items";
import { house } from "../../testing/people";

onDatabase();

/** So many pages of words wait in the list of that index; they are entered with this. */
function waiting(part: number): Promise<number> {
  return withClient(ownersUrl(), async (client) => {
    const { rows } = await client.query(`SELECT gin_clean_pending_list($1) AS pages`, [
      `"SearchDocument_words${part}_idx"`,
    ]);
    return Number(rows[0].pages);
  });
}

it("nobody who saves or submits an item enters the words of others", async () => {
  const people = await house();
  await drafted(people.writer, people.publication);
  await submitted(people.writer, people.publication);
  expect(await waiting(0)).toBe(0);
  await compiled(people);
  expect(await waiting(10)).toBe(0);
  // What comes by the issue may wait.
  expect(await waiting(9)).toBeGreaterThan(0);
});
