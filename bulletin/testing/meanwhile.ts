import { db, type Transaction } from "@/lib/db";
import { withClients } from "./database";
import { soon } from "./doomed";

/** What another does `first` and has not ended yet when the act begins; what becomes of the act, which waits or is over by then. */
export async function meanwhile<T>(first: (tx: Transaction) => Promise<unknown>, act: () => Promise<T>) {
  let outcome: PromiseSettledResult<T> | undefined;
  await withClients(1, async ([other]) => {
    let acting: Promise<unknown> = Promise.resolve();
    await other?.$transaction(async (tx) => {
      await first(tx);
      acting = Promise.allSettled([act()]).then(([settled]) => {
        outcome = settled;
      });
      await soon(async () => outcome !== undefined || (await waits()));
    });
    await acting;
  });
  return outcome;
}

async function waits(): Promise<boolean> {
  const [row] = await db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return (row?.count ?? 0n) > 0n;
}
