"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { Addressee } from "@/bulletin/post/lists";
import { Button } from "@/components/Button";
import { listed } from "@/lib/listed";
import { BehindChoice } from "./BehindChoice";

export type Reader = { id: string; name: string; office: string };
export type Office = { id: string; shortName: string };
type Props = { addressee: Addressee; readers: Reader[]; offices: Office[]; onChange: (addressee: Addressee) => void };

/** Names in a row; the rest is a number. */
const shownNames = 12;

/** Who is behind a printed label: persons, readers of offices or of a kind of offices, or nobody (a paper copy). */
export function BehindLabel({ addressee, readers, offices, onChange }: Props) {
  const say = useTranslations("lists");
  const locale = useLocale();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { accountIds, officeIds, officeKinds = [], role } = addressee;
  const [persons, within] = [new Set(accountIds), new Set(officeIds)];
  const names = [
    ...officeKinds.map((kind) => say(`everyOffice.${kind}`)),
    ...offices.filter(({ id }) => within.has(id)).map(({ shortName }) => shortName),
    ...readers.filter(({ id }) => persons.has(id)).map(({ name }) => name),
  ];
  const shown =
    names.length > shownNames ? [...names.slice(0, shownNames), say("andMore", { count: names.length })] : names;
  return (
    <>
      <span className="min-w-0 grow text-ink-2">
        {names.length ? listed(shown, locale) : say("paper")}
        {role && <span className="ml-2 text-ink-3">{say(`onlyRole.${role}`)}</span>}
      </span>
      <Button
        tone="text"
        onClick={() => {
          setOpen(true);
          dialog.current?.showModal();
        }}
      >
        {say("behind")}
      </Button>
      <dialog
        ref={dialog}
        aria-label={say("behindTitle", { label: addressee.label })}
        onClose={() => setOpen(false)}
        className="m-auto w-[min(640px,calc(100vw-32px))] border border-ink bg-sheet p-6"
      >
        <h2 className="text-lead font-bold">{say("behindTitle", { label: addressee.label })}</h2>
        {isOpen && <BehindChoice addressee={addressee} readers={readers} offices={offices} onChange={onChange} />}
        <div className="flex justify-end">
          <Button onClick={() => dialog.current?.close()}>{say("done")}</Button>
        </div>
      </dialog>
    </>
  );
}
