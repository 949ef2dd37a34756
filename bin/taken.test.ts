import { expect, test } from "vitest";
import { unwritable } from "./taken";

test("a folder that systemd keeps read-only is said to be so, with what to do", () => {
  const said = unwritable("/srv/backups", Object.assign(new Error("open"), { code: "EROFS" }));
  expect(said).toMatch(/^\/srv\/backups .*EROFS.*ReadWritePaths=/);
  expect(unwritable("/srv/backups", Object.assign(new Error("open"), { code: "EACCES" }))).not.toContain("systemd");
});
