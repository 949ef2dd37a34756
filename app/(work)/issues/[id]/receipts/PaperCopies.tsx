import { getLocale, getTranslations } from "next-intl/server";
import { ActForm } from "@/components/ActForm";
import type { PaperCopy } from "@/generated/prisma/client";
import { formatMoment } from "@/lib/dates";
import { handOverAction } from "../../actions";

/** What is carried by hand, ticked off by hand. */
export async function PaperCopies({ copies, mayTick }: { copies: PaperCopy[]; mayTick: boolean }) {
  const [say, locale] = await Promise.all([getTranslations("receipts"), getLocale()]);
  const handed = copies.filter(({ handedAt }) => handedAt).length;
  return (
    <section>
      <h2 className="border-b border-line-2 pb-2 font-bold">
        {say("paper")}
        <span className="ml-3 font-normal text-ink-3">{say("paperSum", { count: copies.length, handed })}</span>
      </h2>
      <ul>
        {copies.map(({ id, line, label, handedAt, handedByName }) => (
          <li key={id} className="flex min-h-11 flex-wrap items-center gap-x-4 border-b border-line py-1">
            <span className="w-16 text-ink-3">{line}</span>
            <span className="grow">{label}</span>
            {handedAt && (
              <span className="text-green">
                {say("handed", { at: formatMoment(handedAt, locale, { record: true }), name: handedByName })}
              </span>
            )}
            {mayTick && (
              <ActForm
                action={handOverAction as never}
                hidden={{ id, handed: handedAt ? "0" : "1" }}
                submit={handedAt ? say("notHanded") : say("hand")}
                tone={handedAt ? "text" : "plain"}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
