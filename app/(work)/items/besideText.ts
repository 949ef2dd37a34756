import { useLocale, useTranslations } from "next-intl";
import type { Draft } from "@/bulletin/intake/draft";
import type { Official } from "@/bulletin/people/tenure";
import { namesOf } from "@/components/OfficialsField";
import type { Beside } from "@/components/Overtaken";
import { formatDay } from "@/lib/dates";
import type { Target } from "./TargetField";

/** What stands beside the text of a draft, in the words of its form. */
export function useBesideText(targets: Target[], roster: Official[]): (draft: Draft) => Beside[] {
  const say = useTranslations("items");
  const locale = useLocale();
  const target = ({ publicationId, sectionId }: Draft) => {
    const found = targets.find(({ id }) => id === publicationId);
    const section = found?.sections.find(({ id }) => id === sectionId);
    return found ? `${found.name}${section ? `　${section.title}` : ""}` : "";
  };
  return (draft) => [
    [say("date"), draft.date ? formatDay(draft.date, locale, { year: true }) : ""],
    [say("place"), draft.place],
    [say("to"), target(draft)],
    [say("officials"), namesOf(draft.officialIds, roster)],
    [say("note"), draft.note],
  ];
}
