import type { Sentences } from "../sentences";
import type { entrance as zhEntrance } from "../zh-CN/entrance";

/** Signing in, setting up, and what is shown when there is nothing to show. */
export const entrance: Sentences<typeof zhEntrance> = {
  signIn: {
    title: "Sign in",
    of: "Bulletins of {office}",
    mark: "编发",
    marking: "Internal – keep safe",
    squares: "(28 × 22 = 616)",
    account: "Account",
    password: "Password",
    show: "Show",
    hide: "Hide",
    wrong: "The account or password is wrong.",
    wrongLeft:
      "The account or password is wrong. After {left, plural, one {# more wrong attempt} other {# more wrong attempts}} the account is locked for {minutes, plural, one {# minute} other {# minutes}}.",
    resting: "Too many wrong attempts. The account is locked for {minutes, plural, one {# minute} other {# minutes}}.",
    unreachable: "The server did not answer. Try again later.",
    forgotten: "Forgot the password? Your system administrator can reset it.",
    phone: "Duty phone {phone}",
    noSecrets: "This system does not handle classified information.",
  },
  setUp: {
    mark: "编发",
    title: "First setup",
    fact: "Set up the secretariat and three administrators. Their roles exclude each other, and none of them sees the content of items.",
    code: "Setup code",
    codeHint: "The twelve digits shown in the start window. They work once.",
    office: "Full name of the secretariat",
    officeHint: "Such as “CPPCC Office of Example City”. It appears on the sign-in page.",
    shortName: "Short name",
    account: "Account",
    name: "Name",
    password: "Password",
    begin: "Finish setup",
    does: {
      systemAdmin: "Sets up offices, accounts and the roster of officials.",
      securityAdmin: "Grants roles to accounts.",
      auditor: "Reads the record.",
    },
  },
  notFound: {
    title: "There is no such page",
    fact: "It may have been moved, or it is outside your duties.",
    home: "Go to start page",
  },
  error: {
    title: "This page did not open",
    fact: "This has been recorded. Text you were writing is still on this computer. Code {code}",
    again: "Try again",
  },
  loading: { page: "Opening" },
  nav: {
    name: "Main",
    mark: "编发",
    items: "Items",
    desk: "Incoming",
    issues: "Issues",
    reading: "Reading",
    instructions: "Instructions",
    notices: "Notices",
    newNotices: "Notices, {count} unread",
    admin: "Administration",
    otherLanguage: "中文",
    signOut: "Sign out",
  },
};
