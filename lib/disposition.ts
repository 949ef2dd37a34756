/** Not in a name on any system, and not to be seen: controls, marks that turn the direction, halves of characters. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\\/:*?"<>|]+/gu;

/**
 * The header by which a file is saved under its name: RFC 6266 with RFC 8187, since the name is Chinese, and one in
 * Latin letters for who knows neither. Nothing in a name leads into another folder, hides its ending, or begins a header.
 */
export function dispositionOf(name: string, kind: "attachment" | "inline"): string {
  const safe =
    [
      ...name
        .toWellFormed()
        .replace(unsafe, " ")
        .replace(/\s+/g, " ")
        .replace(/^[. ]+|[. ]+$/g, ""),
    ]
      .slice(-150)
      .join("") || "file";
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(safe)?.[0] ?? "";
  return `${kind}; filename="download${ending}"; filename*=UTF-8''${encoded(safe)}`;
}

/** encodeURIComponent leaves four characters that RFC 8187 does not allow. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
}
