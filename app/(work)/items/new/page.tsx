import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { has } from "@/bulletin/policy";
import { requireActor } from "@/lib/session";
import { requireSight } from "@/lib/sight";
import { EditorPage } from "../EditorPage";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("items"))("write") };
}

/** A blank sheet. Nothing is stored until something has been written. */
export default async function NewItemPage({ searchParams }: { searchParams: Promise<{ kind?: string }> }) {
  const actor = await requireActor();
  requireSight(has(actor, "contributor"));
  const kind = (await searchParams).kind === "brief" ? "brief" : "story";
  const draft = {
    kind,
    headline: [],
    publicationId: null,
    sectionId: null,
    date: null,
    place: "",
    officialIds: [],
    blocks: [],
    note: "",
  } as const;
  return (
    <EditorPage
      actor={actor}
      item={{
        id: randomUUID(),
        version: 0,
        state: "draft",
        savedAt: null,
        attachments: [],
        draft: { ...draft, headline: [], officialIds: [], blocks: [] },
      }}
    />
  );
}
