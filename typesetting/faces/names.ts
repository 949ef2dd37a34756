const FAMILY = 1;
const FULL = 4;
const TYPOGRAPHIC = 16;

const style =
  "normal|italic|oblique|slanted|thin|th|hairline|light|lt|regular|medium|med|md|bold|bd|demi|extb|black|blk|bk|heavy|narrow|condensed|cond|cn|cd|compressed|expanded|exp";
const modifier = "extra|ext|ex|x|semi|sem|sm|demi|dem|ultra";
const STYLED = new RegExp(`[ _-](?:(?:${modifier})[ _-]?)?(?:${style})+$`, "i");

/**
 * From the table `name`: the family under which Typst knows the face (nothing if it cannot read
 * one), and all names that it bears in any language.
 */
export function namesOf(table: DataView): { family: string | undefined; names: string[] } {
  const records = recordsOf(table);
  const first = records.find(({ id, text }) => id === FAMILY && text !== undefined)?.text;
  const names = records.filter(({ id }) => [FAMILY, FULL, TYPOGRAPHIC].includes(id)).flatMap(({ text }) => text ?? []);
  return { family: first && familyOf(first), names: [...new Set(names)] };
}

/** Typst drops from a family what only says a style: of Noto Serif SC Black it leaves Noto Serif SC. */
function familyOf(name: string): string {
  let family = name.trim().replace(/^\.+/, "");
  while (STYLED.test(family)) family = family.replace(STYLED, "");
  return family;
}

type Record = { id: number; text: string | undefined };

function recordsOf(table: DataView): Record[] {
  const strings = table.getUint16(4);
  return Array.from({ length: table.getUint16(2) }, (_, index) => {
    const row = 6 + 12 * index;
    const [platform, encoding, id] = [table.getUint16(row), table.getUint16(row + 2), table.getUint16(row + 6)];
    const bytes = new Uint8Array(
      table.buffer,
      table.byteOffset + strings + table.getUint16(row + 10),
      table.getUint16(row + 8),
    );
    return { id, text: decode(platform, encoding, bytes) };
  });
}

// Just what Typst decodes: Unicode, Windows' Unicode, and Roman of the old Macintosh.
function decode(platform: number, encoding: number, bytes: Uint8Array): string | undefined {
  if (platform === 0 || (platform === 3 && encoding <= 1)) return new TextDecoder("utf-16be").decode(bytes);
  if (platform === 1 && encoding === 0) return new TextDecoder("macintosh").decode(bytes);
}
