import { getTranslations } from "next-intl/server";
import { accountPolicy } from "@/bulletin/people/accountPolicy";

/** The rules of passwords as they are now, a sentence each. */
export async function passwordRules(): Promise<string[]> {
  const [say, { minLength, classes, history, maxAgeDays }] = await Promise.all([
    getTranslations("account.rules"),
    accountPolicy(),
  ]);
  return [
    say("length", { min: minLength }),
    say("classes", { classes }),
    say("own"),
    say("history", { count: history }),
    ...(maxAgeDays ? [say("age", { days: maxAgeDays })] : []),
  ];
}
