import { describe, expect, it } from "vitest";
import { paragraphs } from "../testing/items";
import { imprint, listsTo } from "../testing/publications";
import { blockersOf } from "./blockers";
import { gapsIn } from "./ledger";

const entry = (given: object = {}) => ({
  id: "one",
  kind: "story",
  headline: ["标题"],
  title: "标题",
  blocks: paragraphs("正文。"),
  ...given,
});
const reader = { id: "r", account: "", name: "", phone: "", officeId: "", officeName: "", roles: [] };
const issue = (entries: ReturnType<typeof entry>[], given: object = {}) => ({
  sections: [{ title: "栏", entries }],
  lists: listsTo(reader),
  imprint,
  ...given,
});
const keys = (of: ReturnType<typeof issue>) => blockersOf(of).map(({ key }) => key);

describe("what stands in the way of sign-off", () => {
  it("is nothing where everything is there", () => {
    expect(keys(issue([entry(), entry({ kind: "brief", headline: [] })]))).toEqual([]);
  });

  it("is named all at once, in the order of the page", () => {
    const figure = { type: "figure" as const, image: "x", caption: "", credit: "" };
    const wrong = issue(
      [entry({ headline: [], blocks: [] }), entry({ blocks: [figure] }), entry({ blocks: paragraphs("机密★3年") })],
      {
        lists: [{ label: "报", addressees: [] }],
        imprint: { ...imprint, editors: "", reviewers: "" },
      },
    );
    expect(keys(wrong)).toEqual([
      "noHeadline",
      "noText",
      "noCaption",
      "classified",
      "noLists",
      "noEditors",
      "noReviewers",
    ]);
  });

  it("is a character that no face has, wherever it is printed", () => {
    const rare = (text: string) => [...text].filter((each) => each === "\u{e000}");
    const figure = { type: "figure" as const, image: "x", caption: "图说", credit: "王\u{e000}" };
    const wrong = issue([entry({ blocks: [figure] }), entry({ id: "two", placing: { deck: "副题\u{e000}" } })], {
      publication: { name: "周报", page: { slogan: "\u{e000}" } },
      editorNote: "\u{e000}",
    });
    expect(blockersOf(wrong, rare).map(({ key, at }) => [key, at.entryId ?? at.place])).toEqual([
      ["noFace", "one"],
      ["noFace", "two"],
      ["noFaceHead", "publication"],
      ["noFaceImprint", "imprint"],
    ]);
  });

  it("is an issue without entries", () => {
    expect(keys(issue([]))).toEqual(["noEntries"]);
  });

  it("leads to where it can be mended", () => {
    const [blocker] = blockersOf(issue([entry(), entry({ id: "two", headline: [] })]));
    expect(blocker).toMatchObject({ key: "noHeadline", values: { number: 2 }, at: { entryId: "two" } });
  });
});

describe("the gaps of a ledger", () => {
  it("are the numbers missing below the highest", () => {
    expect(gapsIn([])).toEqual([]);
    expect(gapsIn([3, 1, 2])).toEqual([]);
    expect(gapsIn([1, 4, 4, 6])).toEqual([2, 3, 5]);
  });
});
