import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { draftFor, draftOf } from "@/bulletin/intake/draft";
import { fateOf } from "@/bulletin/intake/fate";
import { lastReturn } from "@/bulletin/intake/returned";
import { has } from "@/bulletin/policy";
import { titleOf } from "@/bulletin/text/plain";
import { isWritable } from "@/bulletin/workflow";
import { requireActor } from "@/lib/session";
import { seen } from "@/lib/sight";
import { EditorPage } from "../EditorPage";
import { FatePage } from "./FatePage";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ view?: string }> };

/** The page and its title ask the same. */
const fateFor = cache(fateOf);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [actor, say] = await Promise.all([requireActor(), getTranslations("items")]);
  const { item } = await seen(fateFor(actor, (await params).id));
  return { title: titleOf(item, 24) || say("untitled") };
}

/** What can still be written opens for writing; everything else shows its fate. */
export default async function ItemPage({ params, searchParams }: Props) {
  const [actor, { id }, { view }] = await Promise.all([requireActor(), params, searchParams]);
  const fate = await seen(fateFor(actor, id));
  if (view === "fate" || !fate.isOwn || !has(actor, "contributor") || !isWritable(fate.item.state))
    return <FatePage fate={fate} />;
  const [item, returned] = await Promise.all([seen(draftFor(actor, id)), lastReturn(actor, id)]);
  const { version, state, attachments, updatedAt } = item;
  return (
    <EditorPage
      actor={actor}
      item={{
        id,
        version,
        state,
        attachments,
        savedAt: updatedAt.toISOString(),
        draft: draftOf(item),
        returned: state === "returned" ? returned : null,
      }}
    />
  );
}
