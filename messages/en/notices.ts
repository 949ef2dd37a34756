import type { Sentences } from "../sentences";
import type { notices as zhNotices } from "../zh-CN/notices";

/** What people are told, live and on one page; subjects of mail name no content. */
export const notices: Sentences<typeof zhNotices> = {
  notices: {
    title: "Notices",
    none: "No notices yet",
    noneFact:
      "Issues delivered, items returned and published, issues to review and sign, and what becomes of instructions will be listed here.",
    allRead: "Mark all as read",
    isNew: "Unread",
    older: "Older notices",
    open: "Open",
    close: "Close this notice",
    confirm: "I have taken note",
    confirmed: "Confirmed {at}",
    mine: "How I am told",
    email: "E-mail",
    emailHint: "A mail for each notice, with a subject and a link and no content. Left empty, none is sent.",
    wantMail: "Tell me by e-mail",
    noMail: "No mail server is set up; notices appear here only.",
    save: "Save",
    saved: "Saved",
    kinds: {
      forOfficeSignOff: "“{title}” is waiting for your office's sign-off",
      returned: "“{title}” was returned: {words}",
      declined: "“{title}” was declined; the reason stands with the item",
      forReview:
        "{publication} {series, select, supplement {supplement } other {}}no. {number} {edition, select, correction {(corrected)} other {(tentative)}} is waiting for review",
      forSignature:
        "{publication} {series, select, supplement {supplement } other {}}no. {number} {edition, select, correction {(corrected)} other {(tentative)}} is approved and is waiting for sign-off",
      sentBack:
        "{publication} {series, select, supplement {supplement } other {}}no. {number} {edition, select, correction {(corrected)} other {(tentative)}} was sent back: {words}",
      published:
        "{publication} {series, select, supplement {supplement } other {}}no. {number} carries {count, plural, =1 {“{title}” of your office} one {“{title}” of your office} other {# items of your office, “{title}” among them}}",
      delivered: "{publication} {series, select, supplement {supplement } other {}}no. {number} has arrived",
      deliveredFor:
        "{publication} {series, select, supplement {supplement } other {}}no. {number} has arrived for {name}, for whom you read",
      corrected:
        "{publication} {series, select, supplement {supplement } other {}}no. {number} was corrected, see the new edition: {reason}",
      dropped:
        "{publication} {series, select, supplement {supplement } other {}}no. {number} was corrected and your office's item was taken out: {reason}",
      recalled: "{publication} {series, select, supplement {supplement } other {}}no. {number} was recalled: {reason}",
      reminded:
        "Please read {publication} {series, select, supplement {supplement } other {}}no. {number}, not acknowledged yet",
      instructed:
        "{name} has given an instruction{number, plural, =0 {} one { on {publication} {series, select, supplement {supplement } other {}}no. {number}} other { on {publication} {series, select, supplement {supplement } other {}}no. {number}}}, to be forwarded",
      forwarded:
        "An instruction of {name}{number, plural, =0 {} one { on {publication} {series, select, supplement {supplement } other {}}no. {number}} other { on {publication} {series, select, supplement {supplement } other {}}no. {number}}} was forwarded to your office{due, select, none {} other {, due {due}}}",
      answered:
        "{name} has answered an instruction{number, plural, =0 {} one { on {publication} {series, select, supplement {supplement } other {}}no. {number}} other { on {publication} {series, select, supplement {supplement } other {}}no. {number}}}",
      closed:
        "Your instruction{number, plural, =0 {} one { on {publication} {series, select, supplement {supplement } other {}}no. {number}} other { on {publication} {series, select, supplement {supplement } other {}}no. {number}}} was closed",
      released: "{name} has given an instruction on your office's item “{title}”",
      due: "The instruction of {name}{number, plural, =0 {} one { on {publication} {series, select, supplement {supplement } other {}}no. {number}} other { on {publication} {series, select, supplement {supplement } other {}}no. {number}}} is due {due} and not answered yet",
      deputy: "You read for {name} until {until}",
      saved: "“{name}”: {count, plural, one {# new result} other {# new results}}",
    },
    subjects: {
      forOfficeSignOff: "An item is waiting for your office's sign-off",
      returned: "An item of your office was returned",
      declined: "An item of your office was declined",
      forReview:
        "{publication} {series, select, supplement {supplement } other {}}no. {number} {edition, select, correction {(corrected)} other {(tentative)}} is waiting for review",
      forSignature:
        "{publication} {series, select, supplement {supplement } other {}}no. {number} {edition, select, correction {(corrected)} other {(tentative)}} is waiting for sign-off",
      sentBack:
        "{publication} {series, select, supplement {supplement } other {}}no. {number} {edition, select, correction {(corrected)} other {(tentative)}} was sent back",
      published: "An item of your office was published",
      delivered: "{publication} {series, select, supplement {supplement } other {}}no. {number} has arrived",
      deliveredFor: "An issue has arrived for somebody for whom you read",
      corrected: "{publication} {series, select, supplement {supplement } other {}}no. {number} was corrected",
      dropped: "An item of your office was taken out of a corrected edition",
      recalled: "{publication} {series, select, supplement {supplement } other {}}no. {number} was recalled",
      reminded: "Please read {publication} {series, select, supplement {supplement } other {}}no. {number}",
      instructed: "A new instruction to be forwarded",
      forwarded: "An instruction was forwarded to your office",
      answered: "An instruction was answered",
      closed: "An instruction was closed",
      released: "An instruction on your office's item",
      due: "An answer to an instruction is due",
      deputy: "You read for somebody",
      saved: "A saved search has new results",
    },
  },
};
