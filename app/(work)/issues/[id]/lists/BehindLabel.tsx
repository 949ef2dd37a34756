"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef } from "react";
import type { Addressee } from "@/bulletin/post/lists";
import { Button } from "@/components/Button";
import { listed } from "@/lib/listed";

export type Reader = { id: string; name: string; office: string };
export type Office = { id: string; shortName: string };
type Props = { addressee: Addressee; readers: Reader[]; offices: Office[]; onChange: (addressee: Addressee) => void };

/** Who is behind a printed label: persons, every reader of offices, or nobody (a paper copy). */
export function BehindLabel({ addressee, readers, offices, onChange }: Props) {
  const say = useTranslations("lists");
  const locale = useLocale();
  const dialog = useRef<HTMLDialogElement>(null);
  const { accountIds, officeIds } = addressee;
  const names = [
    ...readers.filter(({ id }) => accountIds.includes(id)).map(({ name }) => name),
    ...offices.filter(({ id }) => officeIds.includes(id)).map(({ shortName }) => shortName),
  ];
  const toggled = (ids: string[], id: string) => (ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]);
  return (
    <>
      <span className="min-w-0 grow text-ink-2">{names.length ? listed(names, locale) : say("paper")}</span>
      <Button tone="text" onClick={() => dialog.current?.showModal()}>
        {say("behind")}
      </Button>
      <dialog
        ref={dialog}
        aria-label={say("behindTitle", { label: addressee.label })}
        className="m-auto w-[min(560px,calc(100vw-32px))] border border-ink bg-sheet p-6 backdrop:bg-veil"
      >
        <h2 className="text-lead font-bold">{say("behindTitle", { label: addressee.label })}</h2>
        <div className="my-3 grid max-h-[55vh] gap-x-6 overflow-y-auto border-y border-line sm:grid-cols-2">
          <fieldset>
            <legend className="py-2 text-ink-3">{say("persons")}</legend>
            {readers.map(({ id, name, office }) => (
              <label key={id} className="flex min-h-11 items-center gap-2">
                <input
                  type="checkbox"
                  className="size-5 accent-ink"
                  checked={accountIds.includes(id)}
                  onChange={() => onChange({ ...addressee, accountIds: toggled(accountIds, id) })}
                />
                {name}
                <span className="text-ink-3">{office}</span>
              </label>
            ))}
          </fieldset>
          <fieldset>
            <legend className="py-2 text-ink-3">{say("offices")}</legend>
            {offices.map(({ id, shortName }) => (
              <label key={id} className="flex min-h-11 items-center gap-2">
                <input
                  type="checkbox"
                  className="size-5 accent-ink"
                  checked={officeIds.includes(id)}
                  onChange={() => onChange({ ...addressee, officeIds: toggled(officeIds, id) })}
                />
                {shortName}
              </label>
            ))}
          </fieldset>
        </div>
        <div className="flex justify-end">
          <Button onClick={() => dialog.current?.close()}>{say("done")}</Button>
        </div>
      </dialog>
    </>
  );
}
