import { getTranslations } from "next-intl/server";
import { accountPolicy } from "@/bulletin/people/accountPolicy";

/** The rules of passwords as they are now, a sentence each; `first`: those of one before which there was none. */
export async function passwordRules({ first = false } = {}): Promise<string[]> {
  const [say, { minLength, classes, history, maxAgeDays }] = await Promise.all([
    getTranslations("account.rules"),
    accountPolicy(),
  ]);
  return [
    say("length", { min: minLength }),
    say("classes", { classes }),
    say("own"),
    ...(first ? [] : [say("history", { count: history })]),
    ...(maxAgeDays && !first ? [say("age", { days: maxAgeDays })] : []),
  ];
}
