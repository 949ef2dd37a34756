import { defaultSettings, type PressIssue } from "./document";
import { TemplateError } from "./engine";
import { type Press, typeset } from "./press";
import { drawingsOf } from "./svg";

const run = { text: "试排" };

/** A small issue that has one of everything, so that no template is taken over untried. */
function trialIssue(layout: PressIssue["layout"]): PressIssue {
  return {
    layout,
    masthead: {
      ...{ title: "试排", region: "试排", issuer: "试排", internal: true, number: "第1期", total: "总第1期" },
      ...{ tentative: true, date: "2026年1月1日", weekday: "星期四", day: "2026-01-01" },
    },
    settings: { ...defaultSettings, contents: true },
    editorNote: "试排",
    sections: [
      {
        title: "试排",
        entries: [
          {
            ...{ id: "one", kind: "story", headline: ["试排"] },
            blocks: [
              { type: "heading", level: 1, runs: [run] },
              {
                type: "paragraph",
                runs: [
                  { ...run, bold: true },
                  { ...run, italic: true },
                  { ...run, underline: true },
                ],
              },
              { type: "list", ordered: true, items: [[run]] },
              { type: "table", rows: [[{ runs: [run], header: true }], [{ runs: [run] }]] },
              { type: "figure", image: "none", caption: "试排", credit: "试排" },
            ],
          },
        ],
      },
    ],
    lists: [{ label: "报", addressees: ["试排"] }],
    imprint: { editors: "试排", reviewers: "试排", signer: "试排", phone: "1", email: "a@b", copies: 1 },
    images: {},
  };
}

/** Tries all layouts; returns the first fault, or null. */
export function faultOf(press: Press): TemplateError | null {
  for (const layout of ["weekly", "flash", "newspaper"] as const) {
    try {
      const pages = typeset(press, trialIssue(layout));
      // The board shows a page by its white ground.
      if (drawingsOf(pages.svg()).pages.length !== pages.count)
        return new TemplateError("page.typ", 1, "a page has no white ground: `fill` must stay as it is");
    } catch (error) {
      if (error instanceof TemplateError) return error;
      throw error;
    }
  }
  return null;
}
