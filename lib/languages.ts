/** The languages of the interface, and the cookie that keeps whose choice; apart, since the server asks outside of Next too. */
export const languages = ["zh-CN", "en"] as const;
export type Language = (typeof languages)[number];
export const languageCookie = "bianfa-language";
