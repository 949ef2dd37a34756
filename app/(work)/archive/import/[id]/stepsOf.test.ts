import { expect, it } from "vitest";
import { move } from "@/bulletin/archive/recognise/acts";
import type { Label } from "@/bulletin/archive/recognise/labels";
import type { Piece } from "@/bulletin/archive/recognise/pieces";
import { stepsOf } from "./stepsOf";

const pieces = (...labels: Label[]): Piece[] =>
  labels.map((label, at) => ({ id: `${at + 1}:0`, line: at + 1, from: 0, to: 1, text: "文", label, confidence: 1 }));

const order = (all: Piece[]) => all.map(({ id }) => id.slice(0, -2)).join(" ");

it("steps over a text with what goes on from it, there and back", () => {
  const all = pieces("section", "headline", "paragraph", "continued", "paragraph");
  const down = move(all, "2:0", stepsOf(all, ["2:0"], null).down);
  expect(order(down)).toBe("1 3 4 2 5");
  expect(order(move(down, "2:0", stepsOf(down, ["2:0"], null).up))).toBe("1 2 3 4 5");
});

it("takes along what goes on from the last of those chosen", () => {
  const all = pieces("headline", "paragraph", "continued", "brief", "brief");
  expect(order(move(all, ["1:0", "2:0"], stepsOf(all, ["1:0", "2:0"], null).down))).toBe("4 1 2 3 5");
});

it("stays within its issue: the last place is before the first piece of the next one", () => {
  const all = pieces("headline", "paragraph", "brief", "publication", "brief");
  const { down } = stepsOf(all.slice(0, 3), ["2:0"], "4:0");
  expect(order(move(all, "2:0", down))).toBe("1 3 2 4 5");
});

it("knows the ends", () => {
  const all = pieces("headline", "paragraph", "continued");
  expect(stepsOf(all, ["1:0"], null)).toMatchObject({ up: null, isLast: false });
  expect(stepsOf(all, ["2:0"], null)).toMatchObject({ up: "1:0", isLast: true });
});
