import { Refusal } from "@/lib/refusal";
import { tidy, unfit } from "./text/fields";

/** Files that may be attached: to an item by its office, to an answer by the office that gives it. */
const maxBytes = 20 * 1024 * 1024;

/** What the first bytes of a file say it is; a name that says otherwise is refused. */
const kinds: { extensions: string[]; type: string; begins: number[][] }[] = [
  { extensions: ["pdf"], type: "application/pdf", begins: [[0x25, 0x50, 0x44, 0x46]] },
  {
    extensions: ["docx", "xlsx", "pptx", "zip"],
    type: "application/zip",
    begins: [
      [0x50, 0x4b, 3, 4],
      [0x50, 0x4b, 5, 6],
    ],
  },
  {
    extensions: ["doc", "xls", "ppt", "wps", "et"],
    type: "application/octet-stream",
    begins: [[0xd0, 0xcf, 0x11, 0xe0]],
  },
  { extensions: ["jpg", "jpeg"], type: "image/jpeg", begins: [[0xff, 0xd8, 0xff]] },
  { extensions: ["png"], type: "image/png", begins: [[0x89, 0x50, 0x4e, 0x47]] },
  { extensions: ["ofd"], type: "application/zip", begins: [[0x50, 0x4b, 3, 4]] },
];

/** A file's name without its folder; refused where it cannot be one. */
export function fileName(given: string): string {
  const name = tidy(given)
    .replace(/^.*[\\/]/s, "")
    .replace(/[\n\t]+/g, " ")
    .trim();
  if (!name || unfit(name) || [...name].length > 120) throw new Refusal("fileName", { field: "attachment" });
  return name;
}

/** The type that the bytes show; refused: empty, too large, of no known kind, not what its name says. */
export function typeOf(name: string, bytes: Uint8Array): string {
  if (!bytes.length) throw new Refusal("emptyFile", { field: "attachment" });
  if (bytes.length > maxBytes) throw new Refusal("fileTooLarge", { field: "attachment", values: { max: 20 } });
  const extension = name.toLowerCase().split(".").at(-1) ?? "";
  if (extension === "txt" && !bytes.includes(0)) return "text/plain";
  const kind = kinds.find(({ extensions }) => extensions.includes(extension));
  if (!kind) throw new Refusal("attachmentKind", { field: "attachment" });
  if (!kind.begins.some((begin) => begin.every((byte, at) => bytes[at] === byte)))
    throw new Refusal("notWhatItSays", { field: "attachment", values: { name } });
  return kind.type;
}
