import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import zh from "@/messages/zh-CN";
import { instructionLife, issueLife, itemLife, type Transition } from "./workflow";

const page = readFileSync(new URL("../docs/lives.md", import.meta.url), "utf8");

function rowOf(act: string, word: string, { from, to, who }: Transition<string, string>): string {
  const listed = (states: readonly string[]) => states.map((state) => `\`${state}\``).join(", ");
  return `| \`${act}\` | ${word} | ${listed(from)} | ${listed(to)} | \`${who}\` |`;
}

describe("docs/lives.md tells the two lives as they are", () => {
  it.each(Object.entries(itemLife))("item: %s", (act, transition) => {
    expect(page).toContain(rowOf(act, zh.acts.item[act as keyof typeof itemLife], transition));
  });

  it.each(Object.entries(issueLife))("issue: %s", (act, transition) => {
    expect(page).toContain(rowOf(act, zh.acts.issue[act as keyof typeof issueLife], transition));
  });

  it.each(Object.entries(instructionLife))("instruction: %s", (act, transition) => {
    expect(page).toContain(rowOf(act, zh.acts.instruction[act as keyof typeof instructionLife], transition));
  });

  it("and no act that there is not", () => {
    const told = [...page.matchAll(/^\| `(\w+)` \| \S+ \| `/gm)].map(([, act]) => act);
    expect(told).toEqual([...Object.keys(itemLife), ...Object.keys(issueLife), ...Object.keys(instructionLife)]);
  });
});
