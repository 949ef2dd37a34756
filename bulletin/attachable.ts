import { Refusal } from "@/lib/refusal";
import { tidy, unfit } from "./text/fields";
import { namesIn } from "./text/files/zip";

/** Files that may be attached: to an item by its office, to an answer by the office that gives it. */
const maxBytes = 20 * 1024 * 1024;

const zip = [
  [0x50, 0x4b, 3, 4],
  [0x50, 0x4b, 5, 6],
];

/** What the bytes of a file say it is; a name that says otherwise is refused. What is a zip must also have in it what makes it one of its kind. */
const kinds: { extensions: string[]; type: string; begins: number[][]; has?: RegExp }[] = [
  { extensions: ["pdf"], type: "application/pdf", begins: [[0x25, 0x50, 0x44, 0x46, 0x2d]] },
  { extensions: ["docx"], type: "application/zip", begins: zip, has: /^word\/document\d*\.xml$/i },
  { extensions: ["xlsx"], type: "application/zip", begins: zip, has: /^xl\/workbook\d*\.xml$/i },
  { extensions: ["pptx"], type: "application/zip", begins: zip, has: /^ppt\/presentation\d*\.xml$/i },
  { extensions: ["ofd"], type: "application/zip", begins: zip, has: /^OFD\.xml$/i },
  { extensions: ["zip"], type: "application/zip", begins: zip },
  {
    extensions: ["doc", "xls", "ppt", "wps", "et"],
    type: "application/octet-stream",
    begins: [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  },
  { extensions: ["jpg", "jpeg"], type: "image/jpeg", begins: [[0xff, 0xd8, 0xff]] },
  { extensions: ["png"], type: "image/png", begins: [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]] },
];

/** Names in a zip that is attached; it is not unpacked here, and what it claims beyond this is no office's. */
const zipLimits = { entries: 10_000, each: 1024 * 1_048_576, all: 2048 * 1_048_576 };

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
export async function typeOf(name: string, bytes: Uint8Array): Promise<string> {
  if (!bytes.length) throw new Refusal("emptyFile", { field: "attachment" });
  if (bytes.length > maxBytes) throw new Refusal("fileTooLarge", { field: "attachment", values: { max: 20 } });
  const extension = name.toLowerCase().split(".").at(-1) ?? "";
  if (extension === "txt" && !bytes.includes(0)) return "text/plain";
  const kind = kinds.find(({ extensions }) => extensions.includes(extension));
  if (!kind) throw new Refusal("attachmentKind", { field: "attachment" });
  const { begins, has, type } = kind;
  const isOne =
    begins.some((begin) => begin.every((byte, at) => bytes[at] === byte)) &&
    (!has || (await namesOf(bytes)).some((inner) => has.test(inner)));
  if (!isOne) throw new Refusal("notWhatItSays", { field: "attachment", values: { name } });
  return type;
}

/** None where it is a zip only by its first bytes. */
async function namesOf(bytes: Uint8Array): Promise<string[]> {
  try {
    return await namesIn(bytes, zipLimits);
  } catch (error) {
    if (error instanceof Refusal && error.key === "brokenFile") return [];
    throw error;
  }
}
