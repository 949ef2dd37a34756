import type { Sentences } from "../sentences";
import type { entrance as zhEntrance } from "../zh-CN/entrance";

/** Signing in, setting up, and what is shown when there is nothing to show. */
export const entrance: Sentences<typeof zhEntrance> = {
  signIn: {
    title: "Sign in",
    of: "Bulletins of {office}",
    mark: "编发",
    marking: "Internal – keep safe",
    account: "Account",
    password: "Password",
    wrong: "The account or password is wrong.",
    wrongLeft:
      "The account or password is wrong. After {left, plural, one {# more wrong attempt} other {# more wrong attempts}} the account is locked for {minutes, plural, one {# minute} other {# minutes}}.",
    resting: "Too many wrong attempts. The account is locked for {minutes, plural, one {# minute} other {# minutes}}.",
    codeWanted: "Type the one-time code on your phone.",
    code: "The one-time code is wrong or was used before.",
    codeLeft:
      "The one-time code is wrong or was used before. After {left, plural, one {# more wrong attempt} other {# more wrong attempts}} the account is locked for {minutes, plural, one {# minute} other {# minutes}}.",
    codeField: "One-time code",
    codeHint: "The six digits on your phone; without the phone, a recovery code.",
    noStep:
      "The identity service let you in, but an administrator first signs in with the password of this system and sets up one-time codes.",
    noAccount:
      "The identity service let you in, but there is no active account for you here. Ask your system administrator.",
    OAuthSignin: "The identity service cannot be reached now. Try again later, or sign in with account and password.",
    OAuthCallback: "The identity service did not finish. Try again, or sign in with account and password.",
    otherWay: "Sign in with the identity service",
    passwordSet: "The password is set. Sign in.",
    begun:
      "Everything is set up. Next the system administrator signs in and enters offices and accounts, then the security administrator, who grants roles.",
    over: "Your session has ended (you were away too long, its time was up, it was ended elsewhere, or the account was changed). Sign in again.",
    unreachable: "The server did not answer. Try again later.",
    forgotten: "Forgot the password? Your system administrator can reset it.",
    phone: "Duty phone {phone}",
    noSecrets: "This system does not handle classified information.",
  },
  password: { show: "Show", hide: "Hide" },
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
    accountHint: "Lower-case letters and digits, used to sign in.",
    passwords: "Rules for the three passwords:",
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
  tried: {
    database: "The database cannot be reached. All that you typed is still here: try again shortly.",
    disk: "The server's disk is full. All that you typed is still here: tell whoever runs the server, and try again when there is room.",
    migrations: "The system is being upgraded. All that you typed is still here: try again shortly.",
    server: "The server gave no answer. All that you typed is still here: try again shortly.",
    unknown:
      "No answer came; it may have been done all the same. All that you typed is still here: check before you try again.",
    unreadDay: "The date is not complete, or there is no such day.",
    unreadNumber: "Please enter a number.",
  },
  error: {
    title: "This page did not open",
    fact: "This has been recorded. Text you were writing is still on this computer. Code {code}",
    hindered: {
      database: {
        title: "The database does not answer",
        fact: "Waiting for it to come back. This page then opens by itself; what was saved is safe.",
      },
      disk: {
        title: "The server's disk is full",
        fact: "Nothing can be done until there is room: tell whoever runs the server. This page then opens by itself; what was saved is safe.",
      },
      migrations: {
        title: "The system is being upgraded",
        fact: "When that is done this page opens by itself; what was saved is safe.",
      },
      server: {
        title: "The server does not answer",
        fact: "Waiting for it to come back. This page then opens by itself; what was saved is safe.",
      },
    },
    again: "Try again",
    back: "Back",
    signedOut: "You are no longer signed in, and nothing was done. Sign in and try again.",
    signIn: "Sign in",
    notDone: "It was not sent. Your text is still on this page; try again in a moment.",
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
    archive: "Archive",
    stats: "Statistics",
    notices: "Notices",
    newNotices: "Notices, {count} unread",
    admin: "Administration",
    account: "My account",
    otherLanguage: "中文",
    signOut: "Sign out",
  },
};
