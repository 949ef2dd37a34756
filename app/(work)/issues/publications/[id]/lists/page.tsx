import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { has } from "@/bulletin/policy";
import { namedLists } from "@/bulletin/post/namedLists";
import { printedLine } from "@/bulletin/post/printedLine";
import { ActDialog } from "@/components/ActDialog";
import { ActForm } from "@/components/ActForm";
import { TextField } from "@/components/Field";
import { PageBar, PageTitle } from "@/components/PageBar";
import { formatMoment } from "@/lib/dates";
import { requireActor } from "@/lib/session";
import { requireSight, seen } from "@/lib/sight";
import { renameListAction, retireListAction } from "../../../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("namedLists"))("title") };
}

/** The named lists of a publication as they stand, and every version that they had. They are changed in an issue. */
export default async function NamedListsPage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, { id }, say, locale] = await Promise.all([
    requireActor(),
    params,
    getTranslations("namedLists"),
    getLocale(),
  ]);
  requireSight(has(actor, "editor"));
  const lists = await seen(namedLists(actor, id));
  requireSight(lists.length > 0);
  return (
    <main className="grow">
      <PageBar back={{ href: "/issues/publications", label: say("back") }}>
        <PageTitle>{say("title")}</PageTitle>
        <b className="font-serif text-vermilion">{lists[0]?.publication.name}</b>
        <span className="text-ink-3">{say("fact")}</span>
      </PageBar>
      <div className="max-w-[1100px] px-8 py-4 max-sm:px-4">
        {lists.map(({ id: listId, name, version, versions }) => (
          <section key={listId} className="border-b border-line-2 py-4">
            <div className="flex flex-wrap items-center gap-x-4">
              <h2 className="text-lead font-bold">{name}</h2>
              <span className="grow text-ink-3">{say("version", { version })}</span>
              <ActDialog
                verb={say("rename")}
                title={say("renameTitle", { name })}
                action={renameListAction as never}
                hidden={{ id: listId }}
                openTone="text"
              >
                <TextField name="name" label={say("name")} defaultValue={name} required />
              </ActDialog>
              {lists.length > 1 && (
                <ActForm
                  action={retireListAction as never}
                  hidden={{ id: listId }}
                  submit={say("retire")}
                  tone="text"
                />
              )}
            </div>
            {versions.map(({ version: number, lines, at, byName }, index) => {
              const shown = lines.length ? (
                lines.map((line) => <p key={line.label}>{printedLine(line)}</p>)
              ) : (
                <p className="text-ink-3">{say("empty")}</p>
              );
              if (!index) return <div key={number}>{shown}</div>;
              return (
                <details key={number}>
                  <summary className="texttool inline-flex min-h-11 list-none items-center text-ink-2">
                    {say("earlier", { version: number, at: formatMoment(at, locale, { record: true }), name: byName })}
                  </summary>
                  {shown}
                </details>
              );
            })}
          </section>
        ))}
      </div>
    </main>
  );
}
