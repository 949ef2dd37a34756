import { describe, expect, it } from "vitest";
import { accounts } from "@/seeds/city/accounts";
import { demonstrationPassword } from "@/seeds/people";
import { type AccountPolicy, usualPolicy } from "./accountPolicy";
import { newPassword } from "./password";
import { refuseWeak } from "./passwordRules";

const refusal = (password: string, account = "office", policy: Partial<AccountPolicy> = {}) => {
  try {
    refuseWeak({ ...usualPolicy, ...policy }, password, account);
  } catch (error) {
    return (error as { key: string }).key;
  }
};

describe("a password", () => {
  it.each([
    ["Kurz-2026", "passwordTooShort"],
    ["nurkleine-buchstaben", "passwordTooPlain"],
    ["1234567890", "passwordTooPlain"],
    ["NUR GROSSE ABER", "passwordTooPlain"],
    [`Aa1${"x".repeat(200)}`, "passwordTooLong"],
    ["Office-2026-1", "passwordIsAccount"],
    ["eciffO-2026-1", "passwordIsAccount"],
    ["P@ssword-123", "passwordWellKnown"],
    ["Admin@123456", "passwordWellKnown"],
    ["Ｐａｓｓ-word-123", "passwordWellKnown"],
    ["Ｏｆｆｉｃｅ-2026-Aa", "passwordIsAccount"],
    ["Aa11111111!!", "passwordWellKnown"],
    ["Password2026!", "passwordWellKnown"],
    ["Zhengxie@2027", "passwordWellKnown"],
  ])("is not %s: %s", (password, key) => {
    expect(refusal(password)).toBe(key);
  });

  it("of the demonstration fits every account of it", () => {
    for (const { account } of accounts) expect(refusal(demonstrationPassword, account)).toBeUndefined();
  });

  it("is as long and of as many classes as the policy says", () => {
    expect(refusal("Kurz-2026", "office", { minLength: 8 })).toBeUndefined();
    expect(refusal("Kurz2026xy", "office", { classes: 4 })).toBe("passwordTooPlain");
    expect(refusal("kurzkurz-wort", "office", { classes: 2 })).toBeUndefined();
  });

  it("that is made up keeps the rules, however long they want it", () => {
    for (const minLength of [8, 12, 30])
      expect(refusal(newPassword(minLength + 2), "office", { minLength })).toBeUndefined();
  });
});
