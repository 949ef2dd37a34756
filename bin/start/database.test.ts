import { describe, expect, it } from "vitest";
import { template } from "@/bulletin/testing/globalSetup";
import { onDatabases } from "../backup/testing";
import { refuseOtherDatabase } from "./database";

const { made } = onDatabases();

describe("two addresses", () => {
  it("of one database go together, of two they are refused", async () => {
    const [one, other] = [await made(template), await made(template)];
    const same = new URL(one);
    same.hostname = "localhost";
    await expect(refuseOtherDatabase(one, same.href)).resolves.toBeUndefined();
    await expect(refuseOtherDatabase(one, other)).rejects.toThrow("不是同一个数据库");
  });
});
