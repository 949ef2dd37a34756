import { randomUUID } from "node:crypto";
import { X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { SavedRow } from "@/bulletin/archive/search/saved";
import { ActDialog } from "@/components/ActDialog";
import { ActForm } from "@/components/ActForm";
import { TextField } from "@/components/Field";
import { forgetSearchAction, saveSearchAction } from "./actions";

/** Keeps the search that is before the person. */
export function SaveSearch({ address, name }: { address: string; name: string }) {
  const say = useTranslations("search");
  return (
    <ActDialog
      verb={say("save")}
      title={say("saveTitle")}
      submit={say("saveVerb")}
      action={saveSearchAction as never}
      hidden={{ address, newId: randomUUID() }}
    >
      <TextField
        name="name"
        label={say("saveName")}
        hint={say("saveHint")}
        defaultValue={[...name].slice(0, 40).join("")}
        required
      />
    </ActDialog>
  );
}

export function SavedSearches({ saved }: { saved: SavedRow[] }) {
  const say = useTranslations("search");
  return (
    <section className="pb-6">
      <h2 className="border-b border-line-2 font-bold">{say("saved")}</h2>
      {saved.length ? (
        <ul>
          {saved.map(({ id, name, href }) => (
            <li key={id} className="flex items-center justify-between gap-2">
              <Link prefetch={false} href={href} className="inside flex min-h-11 grow items-center px-1 hover:bg-sunk">
                {name}
              </Link>
              <ActForm
                action={forgetSearchAction as never}
                hidden={{ id }}
                submit=""
                tone="text"
                icon={<X size={20} aria-hidden />}
                name={say("forget", { name })}
                className="[&_button]:min-w-11"
              />
            </li>
          ))}
        </ul>
      ) : (
        <p className="py-2 text-ink-3">{say("noneSaved")}</p>
      )}
    </section>
  );
}
