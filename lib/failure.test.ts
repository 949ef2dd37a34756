import { Writable } from "node:stream";
import pino from "pino";
import { describe, expect, it } from "vitest";
import { failureOf } from "./failure";

const written = (error: unknown) => JSON.stringify(failureOf(error));

describe("what the log keeps of an error", () => {
  it("keeps what it is, what it says and where it was", () => {
    const failure = failureOf(new TypeError("nothing to print"));
    expect(failure).toMatchObject({ name: "TypeError", message: "nothing to print" });
    expect(failure.stack).toMatch(/^at .*failure\.test/);
  });

  it("of several at once, each; of one with a cause, the cause", () => {
    const both = new AggregateError([new Error("one"), new Error("other")], "two failed");
    expect(failureOf(both).causes?.map(({ message }) => message)).toEqual(["one", "other"]);
    expect(failureOf(new Error("outer", { cause: new Error("inner") })).causes?.[0]?.message).toBe("inner");
  });

  it("names no mail address", () => {
    expect(written(new Error("550 5.1.1 <wang@yunling.gov.cn>: Recipient rejected"))).not.toMatch(/wang|yunling/);
  });

  it("opens no link", () => {
    expect(written(new Error("554 spam: http://bianfa.example.cn/link/q3-Zx_9 is listed"))).not.toContain("q3-Zx_9");
  });

  it("does not break on what is no error", () => {
    for (const odd of [null, undefined, "王秀英", 7, { text: "王秀英" }, Object.create(null)])
      expect(written(odd)).not.toContain("王秀英");
  });

  it("says of the copy of an error, as the queue reports it, what it can without its words", () => {
    const error = Object.assign(new Error("Key (account)=(wang) exists"), { name: "PrismaClientKnownRequestError" });
    const failure = failureOf({ ...error, code: "P2002", message: error.message, stack: error.stack });
    expect(failure).toEqual({ name: "PrismaClientKnownRequestError", code: "P2002", stack: expect.any(String) });
    expect(failure.stack).toMatch(/^at .*failure\.test/);
    expect(JSON.stringify(failure)).not.toContain("wang");
  });

  it("is what a line of the log goes through", () => {
    const lines: string[] = [];
    const into = new Writable({
      write(chunk, _, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const error = Object.assign(new Error("Key (account)=(wang) exists"), {
      severity: "ERROR",
      routine: "check",
      code: "23505",
    });
    pino({ serializers: { error: failureOf } }, into).warn({ error }, "an act failed");
    expect(lines[0]).toContain("23505");
    expect(lines[0]).not.toContain("wang");
  });
});
