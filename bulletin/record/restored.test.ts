import { expect, test } from "vitest";
import { connect, type Database } from "@/lib/db";
import { restoreBackup } from "../../bin/backup/restore";
import { inFolder, onDatabases } from "../../bin/backup/testing";
import { writeBackup } from "../../bin/backup/write";
import { onDatabase, ownersUrl } from "../testing/database";
import { lines, sealed, verified } from "../testing/sealed";
import { sealAndAnchor } from "./seal";

onDatabase();
const folder = inFolder();
const { owned } = onDatabases();

test("a record that was backed up verifies where it is restored, and goes on from there", async () => {
  await lines(3, { words: "“引号”\\ , 1:2,- 𠮷 \u2028", numbers: [1.5, 1e21, -0], deep: { b: 1, a: [{}] } });
  await sealAndAnchor();
  // One that is not sealed yet.
  await lines(1);
  const file = folder("record.backup");
  await writeBackup(ownersUrl(), file);
  const target = await owned();
  await restoreBackup(target, file);
  await on(target, async () => {
    const { found, sum } = await verified();
    expect([found, sum]).toMatchObject([[], { place: 3n, waiting: 1, findings: 0, anchors: 1 }]);
    await lines(2);
    await sealed();
    expect((await verified()).sum).toMatchObject({ place: 6n, waiting: 0, findings: 0 });
  });
});

/** Lends another database as that of this process. */
async function on(url: string, work: () => Promise<void>): Promise<void> {
  const kept = globalThis as { bianfaDb?: Database };
  const own = kept.bianfaDb;
  const other = connect(url);
  kept.bianfaDb = other;
  try {
    await work();
  } finally {
    kept.bianfaDb = own;
    await other.$disconnect();
  }
}
