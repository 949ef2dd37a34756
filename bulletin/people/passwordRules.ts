import { Refusal } from "@/lib/refusal";
import type { AccountPolicy } from "./accountPolicy";

/** Longer than any that is typed; a bound, so that nobody has a book hashed. */
export const longestPassword = 200;

const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/];

/**
 * Passwords that meet the rules of length and classes and are tried first all the same, without what is put
 * before, between and behind: `Admin@123`, `Admin123!` and `admin-123` are one.
 */
const wellKnown = new Set(
  `admin admin123 admin1234 admin12345 admin123456 admin888 admin666 administrator administrator1 administrator123 admin2023
  admin2024 admin2025 admin2026 root123 root1234 root123456 system123 test123 test1234 test123456 guest123 user123 user1234
  abc123 abc1234 abc12345 abc123456 abcd1234 abcd12345 abcd123456 aa123456 aa12345678 aabb1122 aaa111 a123456 a1234567
  a12345678 a123456789 qwe123 qwer1234 qwert12345 qwerty123 qwerty1234 qwerty12345 qwerty123456 qweasd123 qweasdzxc123
  qazwsx123 qaz123 qaz123456 qazwsxedc123 1qaz2wsx 1qaz2wsx3edc 1q2w3e4r 1q2w3e4r5t zaq12wsx zxc123 zxcvbn123 zxcvbnm123 asd123
  asdf1234 asdfgh123 password password1 password12 password123 password1234 password12345 passw0rd passw0rd1 passw0rd123 pssw0rd
  pssw0rd123 psssw0rd pssword123 welcome1 welcome123 letmein123 changeme123 huawei123 huawei12345 h3c12345 iloveyou1 iloveyou123
  woaini123 woaini1314 woaini520 china123 beijing2008 zhongguo123 mima123 mima1234 mima123456 wangluo123 xitong123 zhengfu123
  zhengxie123 dangzheng123 bangongshi123 gongan123 p0o9i8u7 zx123456 as123456 qq123456 ww123456 wang123456 zhang123456
  li123456 liu123456 chen123456 monkey123 dragon123 superman123 spring2026 summer2026 autumn2026 winter2026`.split(
    /\s+/,
  ),
);

/** Their words: with a year, a day or a row of figures behind them they are no others. */
const stems = new Set([...wellKnown].map((each) => each.replace(/\d+$/, "")).filter(({ length }) => length > 3));

/** Refuses what the policy does not take, with the rule that it breaks. */
export function refuseWeak(policy: AccountPolicy, password: string, account: string): void {
  const weak = weaknessOf(policy, password, account);
  if (weak) throw new Refusal(weak.key, { field: "password", values: weak.values });
}

/** The first rule of the policy that a password breaks, as a refusal says it; null where it holds. */
export function weaknessOf(
  { minLength, classes: wanted }: AccountPolicy,
  password: string,
  account: string,
): { key: string; values?: Record<string, number> } | null {
  const length = [...password].length;
  if (length < minLength) return { key: "passwordTooShort", values: { min: minLength, length } };
  if (length > longestPassword) return { key: "passwordTooLong", values: { max: longestPassword } };
  if (classes.filter((each) => each.test(password)).length < wanted)
    return { key: "passwordTooPlain", values: { classes: wanted } };
  if (holds(password, account)) return { key: "passwordIsAccount" };
  if (isWellKnown(password)) return { key: "passwordWellKnown" };
  return null;
}

/** As it is compared: full-width letters are no others. */
const plain = (text: string) => text.normalize("NFKC").toLowerCase();

function holds(password: string, account: string): boolean {
  const [low, name] = [plain(password), plain(account)];
  return name.length > 2 && (low.includes(name) || low.includes([...name].reverse().join("")));
}

function isWellKnown(password: string): boolean {
  const bare = plain(password).replace(/[^a-z0-9]/g, "");
  // Of one character or a row of them, however long.
  return wellKnown.has(bare) || stems.has(bare.replace(/\d{1,6}$/, "")) || new Set(plain(password)).size < 5;
}
