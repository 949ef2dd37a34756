import { describe, expect, it, vi } from "vitest";
import { scan } from "./clamd";
import { confused, daemon, eicar } from "./clamdTesting";
import { failureOf } from "./failure";
import { log } from "./log";

describe("a file that comes in", () => {
  it.each(["tcp", "unix"] as const)("is looked at by clamd over %s, however long", async (at) => {
    const address = await daemon({ at });
    await expect(scan(new Uint8Array(300_000), address)).resolves.toBeUndefined();
    const late = new Uint8Array([...new Uint8Array(200_000), ...Buffer.from(eicar)]);
    await expect(scan(late, address)).rejects.toMatchObject({ key: "virus", values: { name: "Eicar-Test-Signature" } });
  });

  it("is refused where it is larger than clamd takes", async () => {
    await expect(scan(new Uint8Array(200_000), await daemon({ most: 100_000 }))).rejects.toMatchObject({
      key: "scannerLimit",
    });
  });

  it("is refused while clamd is away, or hangs up, or says what it never says", async () => {
    await expect(scan(new Uint8Array(9), "unix:/nowhere/clamd.ctl")).rejects.toMatchObject({ key: "scannerAway" });
    for (const word of ["", "COMMAND READ TIMED OUT\0"]) {
      await expect(scan(new Uint8Array(9), await confused(word))).rejects.toMatchObject({
        key: "scannerAway",
      });
    }
  });

  it("that could not be looked at leaves the reason in the log", async () => {
    const logged = vi.spyOn(log, "error");
    await expect(scan(new Uint8Array(9), "unix:/nowhere/clamd.ctl")).rejects.toMatchObject({ key: "scannerAway" });
    expect(logged.mock.calls.map(([given]) => failureOf((given as { error: unknown }).error).code)).toEqual(["ENOENT"]);
    logged.mockRestore();
  });

  it("is not looked at where nobody set CLAMD_URL", async () => {
    await expect(scan(Buffer.from(eicar), undefined)).resolves.toBeUndefined();
  });
});
