import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { publications } from "@/bulletin/desk/publications";
import type { Draft } from "@/bulletin/intake/draft";
import { recentFates } from "@/bulletin/intake/items";
import { officeSigns } from "@/bulletin/intake/steps";
import { roster } from "@/bulletin/people/roster";
import { ItemSign } from "@/components/StateSign";
import type { ItemState } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/actor";
import { today } from "@/lib/dates";
import { ItemEditor } from "./ItemEditor";

type Loaded = {
  id: string;
  version: number;
  state: ItemState;
  savedAt: string | null;
  draft: Draft;
  attachments: { id: string; name: string; size: number }[];
  returned?: { words: string; by: string; phone: string } | null;
};

/** The sheet to write on, what happens after 报送, and what became of the last ones. */
export async function EditorPage({ actor, item }: { actor: Actor; item: Loaded }) {
  const [officials, targets, fates, steps] = await Promise.all([
    roster(actor),
    publications(actor),
    recentFates(actor, item.id),
    officeSigns(actor),
  ]);
  return (
    <ItemEditor item={item} roster={officials} targets={targets} today={today()}>
      <AfterSubmitting lead={steps.lead} signOff={steps.signOff} />
      <Fates fates={fates} />
    </ItemEditor>
  );
}

async function AfterSubmitting({ lead, signOff }: { lead: string; signOff: boolean }) {
  const say = await getTranslations("items.after");
  const steps = ["draft", ...(signOff ? (["officeSignOff"] as const) : []), "desk", "published"] as const;
  return (
    <section>
      <h2 className="border-b border-line-2 pb-2 font-bold">{say("title")}</h2>
      <ol className="mt-3 grid gap-3">
        {steps.map((step, at) => (
          <li key={step} className="grid grid-cols-[18px_1fr] gap-x-3">
            <span aria-hidden className={`mt-[7px] size-3 rounded-full border border-ink-2 ${at ? "" : "bg-ink"}`} />
            <span className="font-bold">{say(step)}</span>
            <span className="col-start-2 text-ink-3">{say(`${step}Fact`, { lead })}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

type Fate = Awaited<ReturnType<typeof recentFates>>[number];

async function Fates({ fates }: { fates: Fate[] }) {
  const say = await getTranslations("items.fates");
  return (
    <section>
      <h2 className="flex items-center justify-between border-b border-line-2 pb-2 font-bold">
        {say("title")}
        <Link prefetch={false} href="/items" className="texttool font-normal">
          {say("all")}
        </Link>
      </h2>
      {fates.length ? (
        <ul>
          {fates.map(({ id, title, state, submissions, number }) => (
            <li key={id} className="flex items-start justify-between gap-3 border-b border-line py-2">
              <Link prefetch={false} href={`/items/${id}`} className="hover:underline">
                {title}
                {number && <span className="block text-ink-3">{say("number", { number })}</span>}
              </Link>
              <ItemSign state={state} submissions={submissions} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="py-3 text-ink-3">{say("none")}</p>
      )}
    </section>
  );
}
