/** 小 中 大, and the contrast: what a reader chose once holds in this browser. */
export const readingSizes = ["small", "middle", "large"] as const;
export type Size = (typeof readingSizes)[number];
export const sizeCookie = "bianfa-size";

export function isSize(text: string): text is Size {
  return (readingSizes as readonly string[]).includes(text);
}

/** Text of the reading page (TOKENS: 20/36, 23/42, 27/48). Unless chosen otherwise a telephone has 20/37. */
export const textSizes: Record<Size | "unset", string> = {
  small: "text-[20px] leading-[36px]",
  middle: "text-[23px] leading-[42px]",
  large: "text-[27px] leading-[48px]",
  unset: "text-[20px] leading-[37px] sm:text-[23px] sm:leading-[42px]",
};
