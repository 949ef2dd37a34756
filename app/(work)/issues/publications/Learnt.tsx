import { getTranslations } from "next-intl/server";
import { forgetProfileAction } from "@/app/(work)/archive/actions";
import type { Learnt as One } from "@/bulletin/archive/import/profiles";
import { ActDialog } from "@/components/ActDialog";

type Props = { publication: { id: string; name: string }; learnt: One[] | undefined };

/** What corrections of imported issues taught about a publication, a sentence each; forgotten by one act. */
export async function Learnt({ publication: { id, name }, learnt }: Props) {
  if (!learnt) return null;
  const [say, imports] = await Promise.all([getTranslations("importing.learnt"), getTranslations("imports")]);
  const told = (one: One) => {
    if ("label" in one) return say(one.kind, { text: one.text, label: imports(`labels.${one.label}`) });
    return "lead" in one ? say(one.kind, { text: one.text, lead: one.lead }) : say(one.kind, { text: one.text });
  };
  return (
    <ActDialog
      verb={say("verb")}
      title={say("title", { name })}
      action={forgetProfileAction as never}
      submit={say("forget")}
      hidden={{ publicationId: id }}
      openTone="text"
    >
      <p className="text-ink-3">{say("fact")}</p>
      <ul className="max-h-[50vh] overflow-y-auto py-2">
        {learnt.map((one, at) => (
          <li key={at} className="border-b border-line py-1">
            {told(one)}
          </li>
        ))}
      </ul>
      <p className="text-ink-3">{say("forgetFact")}</p>
    </ActDialog>
  );
}
