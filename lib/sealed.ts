import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/**
 * Small secrets as they lie in the database: AES-256-GCM under a key made of NEXTAUTH_SECRET (HKDF) for one
 * purpose, bound to what they belong to. A copy of the database alone does not open them.
 */
export function seal(text: string, purpose: string, owner: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** Null where it was sealed under another secret, for somebody else, or was changed. */
export function unseal(sealed: string, purpose: string, owner: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), bytes.subarray(0, 12), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    // What GCM does not vouch for does not exist; the caller says what follows.
    return null;
  }
}

function keyFor(purpose: string): Buffer {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set: start through npm start");
  return Buffer.from(hkdfSync("sha256", secret, "", `bianfa ${purpose}`, 32));
}
