const centralEntry = 0x02014b50;
const endOfCentral = 0x06054b50;
/** 1 January 1980, midnight: the first moment that a zip file can name. */
const firstMoment = 0x00210000;

/**
 * A zip file in, the same with every member dated 1980 out: docx dates them with the present, and the
 * same issue has to give the same bytes. (APPNOTE 4.3.7, 4.3.12, 4.3.16. docx writes no comment and no zip64.)
 */
export function undated(zip: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(zip);
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  if (view.getUint32(end, true) !== endOfCentral)
    throw new Error("docx no longer writes the zip file that undated() reads");
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    if (view.getUint32(at, true) !== centralEntry) throw new Error("zip: no entry where the directory says");
    view.setUint32(at + 12, firstMoment, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, firstMoment, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}
