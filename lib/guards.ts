/** What every answer tells the browser, whatever it is. */
export const guards: [string, string][] = [
  ["X-Content-Type-Options", "nosniff"],
  ["X-Frame-Options", "DENY"],
  ["Referrer-Policy", "same-origin"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
  [
    "Permissions-Policy",
    `accelerometer camera display-capture geolocation gyroscope hid magnetometer microphone midi payment
    publickey-credentials-get serial usb xr-spatial-tracking`
      .split(/\s+/)
      .map((each) => `${each}=()`)
      .join(", "),
  ],
];

/**
 * A one-time link stands in its address: what its page loads is asked for under the name of the host alone, since
 * the address of the page would stand in nginx's log with every script. Not `no-referrer`, under which a browser
 * sends forms with `Origin: null`, and they would be refused (lib/origin.ts).
 */
export const secretAddress = { under: "/link/", referrer: ["Referrer-Policy", "strict-origin"] } as const;

/** Only where the address is https: for a year, this host comes over https alone. */
export const overHttps: [string, string] = ["Strict-Transport-Security", "max-age=31536000"];

/**
 * Styles that components put into the page while it is shown, by their hash: what react-aria sets for touch and
 * for a page that must not scroll, and what Tiptap sets for the writing area. A new version of either may
 * change its own; guards.test.ts then says so.
 */
export const styleHashes = [
  "sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=",
  "sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg=",
  "sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA=",
];

/** Of a page: its own scripts by their nonce and what they load; nothing from another place, in no frame. */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' ${styleHashes.map((hash) => `'${hash}'`).join(" ")}`,
    // React writes `style` where a place is computed, and ProseMirror the widths of columns: attributes, no sheets.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "frame-src 'none'",
    "worker-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Of a PDF: as much as the viewers in browsers need to show it. */
export const pdfPolicy =
  "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Of everything else (files, pictures, data): nothing runs in it, whatever a browser takes it for. */
export const filePolicy = "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
