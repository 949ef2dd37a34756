export const readingSizes = ["small", "middle", "large"] as const;
export type Size = (typeof readingSizes)[number];
export const sizeCookie = "bianfa-size";

export function isSize(text: string): text is Size {
  return (readingSizes as readonly string[]).includes(text);
}
