import { describe, expect, it } from "vitest";
import { listsIn } from "./listText";

const chairs = { label: "市政协主席、副主席", accountIds: ["a", "b"], officeIds: [] };
const known = {
  addressees: [chairs],
  readers: [
    { id: "gu", name: "顾承岳" },
    { id: "li1", name: "李明" },
    { id: "li2", name: "李明" },
  ],
  offices: [{ id: "qinghe", shortName: "青禾区政协" }],
};
const paper = (label: string) => ({ label, accountIds: [], officeIds: [] });

describe("a list out of a line of text", () => {
  it("knows its labels again, readers by name and offices; what nobody knows is paper", () => {
    expect(listsIn("报：市委各常委，市政协主席、副主席，顾承岳。\n送: 青禾区政协,市直有关部门", known)).toEqual([
      { label: "报", addressees: [paper("市委各常委"), chairs, { ...paper("顾承岳"), accountIds: ["gu"] }] },
      { label: "送", addressees: [{ ...paper("青禾区政协"), officeIds: ["qinghe"] }, paper("市直有关部门")] },
    ]);
  });

  it("goes on over lines that were broken, and leaves open which of two of one name is meant", () => {
    expect(listsIn("抄送：市委办公室，\n　　李明，\n\n市政府办公室。", known)).toEqual([
      { label: "抄送", addressees: [paper("市委办公室"), paper("李明"), paper("市政府办公室")] },
    ]);
  });

  it("loses nothing of a text without a label, and makes nothing of none", () => {
    expect(listsIn("市委办公室，市政府办公室", known)).toEqual([
      { label: "", addressees: [paper("市委办公室"), paper("市政府办公室")] },
    ]);
    expect(listsIn("  \n。，；", known)).toEqual([]);
  });
});
