import { z } from "zod";
import { defaultSettings, type PageSettings, type PressIssue } from "@/typesetting/document";
import { checkbox, line, prose, refuse } from "../text/fields";

/** A format of numbers: {n} stands for the number. */
const numberFormat = (usual: string) =>
  line(20).transform((text, ctx) => {
    if (text && !text.includes("{n}")) refuse(ctx, "noNumberPlace");
    return text || usual;
  });

const { newspaper: usual } = defaultSettings;

/** What an editor sets of a publication's pages, as the form sends it. */
export const pageSettingsSchema = z
  .object({
    red: z
      .string()
      .regex(/^#[0-9a-fA-F]{6}$/)
      .default(defaultSettings.red),
    sectionMark: z.enum(["※", "◆", ""]).default(defaultSettings.sectionMark),
    briefMark: z.enum(["◆", "◇", "●", ""]).default(defaultSettings.briefMark),
    contents: checkbox,
    footer: z.enum(["dashes", "centre", "none"]).default(defaultSettings.footer),
    evenPages: checkbox,
    pageTarget: z.coerce.number().int().min(0).max(16).default(0),
    numberFormat: numberFormat("第{n}期").default("第{n}期"),
    totalFormat: numberFormat("总第{n}期").default("总第{n}期"),
    titleFace: line(60),
    textFace: line(60),
    paper: z.enum(["A3", "A2"]).default(usual.paper),
    columns: z.coerce.number().int().min(3).max(6).default(usual.columns),
    slogan: prose(60),
    earLeft: line(60),
    earRight: line(60),
    latin: line(40),
  })
  .strict();

export type PageForm = z.output<typeof pageSettingsSchema>;

/** Settings out of a Json column, of today or of an issue signed years ago: what was never set is as usual. */
export function asPageForm(column: unknown): PageForm {
  return pageSettingsSchema.strip().parse({ evenPages: true, ...(column as object) });
}

/** The settings that pages of a layout show: a target shows on none, what a newspaper has on no other. */
export function printedOf(form: PageForm, layout: PressIssue["layout"]): Partial<PageForm> {
  const { pageTarget: _, paper, columns, slogan, earLeft, earRight, latin, ...common } = form;
  return layout === "newspaper" ? { ...common, paper, columns, slogan, earLeft, earRight, latin } : common;
}

/** As the press reads them. */
export function pageSettingsOf(form: PageForm): PageSettings {
  const { red, sectionMark, briefMark, contents, footer, evenPages, pageTarget, paper, columns, latin } = form;
  return {
    ...{ red, sectionMark, briefMark, contents, footer, evenPages, pageTarget },
    faces: { ...(form.titleFace && { title: form.titleFace }), ...(form.textFace && { fang: form.textFace }) },
    newspaper: {
      ...{ paper, columns, latin },
      slogan: form.slogan.split("\n").filter((each) => each.trim()),
      ears: { left: form.earLeft, right: form.earRight },
    },
  };
}
